import { openRecords } from '../../bot/records.ts';
import type { Engine } from '../../store/engine/engine.ts';
import type { Person } from '../../store/person/record.ts';
import { APP_ID, type Fields } from './activities.ts';
import { SERVICE } from './circulation.ts';
import { type Answer, type Request, send } from './load.ts';
import { aMeeting } from './meetings.ts';
import { aTiltak } from './minutes-room.ts';
import type { Platform } from './platform.ts';
import { aCommittee, aPerson, aReferat, aRound, aSeat, NOW, TENANT } from './records.ts';
import { aSak } from './saker.ts';
import { type Service, startService } from './service.ts';

const PUBLIC_URL = 'https://utvalg.example';
/** The app's other name, as the manifest gives it to Teams. */
export const APP_URI = `api://utvalg.example/botid-${APP_ID}`;

/** What everything of the one committee is called, so that a leak is seen wherever it is. */
export const SECRET = 'Fortrolig';
/** The chat of that committee. */
export const CHAT = '19:ssu';
/** What somebody of that committee has in every path. */
export const IDS = ['committee-1', 'sak-1', 'sak-closed', 'meeting-1', 'round-1', 'tiltak-1', 'referat-1'];

/** Siv is secretary, Kari and Ola members of the committee; Per may speak there; Ove belongs to another, and Ny is new. */
export const PEOPLE = {
  siv: '5eed0000-0000-4000-8000-000000000001',
  kari: '5eed0000-0000-4000-8000-000000000002',
  per: '5eed0000-0000-4000-8000-000000000003',
  ove: '5eed0000-0000-4000-8000-000000000004',
  ny: '5eed0000-0000-4000-8000-000000000005',
  ola: '5eed0000-0000-4000-8000-000000000006',
} as const;
export type Who = keyof typeof PEOPLE;

export type TabService = Service & {
  /** The `Authorization` of somebody who is signed in; `changed` claims take the place of the usual ones. */
  readonly signedIn: (who: Who, changed?: Fields) => Promise<string>;
  /** Asks the tab's API; `authorization` or whoever is signed in. */
  readonly get: (path: string, by: Who | { readonly authorization: string | undefined }) => Promise<Answer>;
  readonly act: (by: Who, id: string, action: unknown) => Promise<Answer>;
  readonly ask: (request: Request) => Promise<Answer>;
};

/** The claims of a token that Teams gives the tab. */
export function tabClaims(who: Who, changed: Fields = {}): Fields {
  const iss = `https://login.microsoftonline.com/${TENANT}/v2.0`;
  return { iss, aud: APP_ID, tid: TENANT, oid: PEOPLE[who], scp: 'access_as_user', ver: '2.0', name: who, ...changed };
}

/** A deployed bot with one committee in which there is something at every path of the tab, and another one. */
export async function startTabService(platform: Platform, more: (engine: Engine) => Promise<unknown> = async () => {}) {
  const seed = async (engine: Engine) => {
    await seedTab(engine);
    await more(engine);
  };
  const service = await startService(platform, seed, { ALLOWED_TENANTS: TENANT, PUBLIC_URL });
  const signedIn = async (who: Who, changed: Fields = {}) =>
    `Bearer ${await platform.entra.sign(tabClaims(who, changed))}`;
  const ask = (request: Request) => send(service.port, request, 0);
  const tab: TabService = {
    ...service,
    signedIn,
    ask,
    get: async (path, by) => {
      const authorization = typeof by === 'string' ? await signedIn(by) : by.authorization;
      return ask({ method: 'GET', path: `/api/tab/${path}`, headers: authorization ? { authorization } : {} });
    },
    act: async (by, id, action) => {
      const headers = { authorization: await signedIn(by), 'content-type': 'application/json' };
      return ask({ path: '/api/tab/actions', headers, body: JSON.stringify({ id, action }) });
    },
  };
  return tab;
}

const personOf = (who: Who): Person => aPerson(who, { keys: [`entra:${TENANT}:${PEOPLE[who]}`] });

async function seedTab(engine: Engine): Promise<void> {
  const records = await openRecords(engine);
  for (const who of ['siv', 'kari', 'ola', 'per', 'ove'] as const)
    await records.persons.collection.insert(personOf(who));
  const seats = [aSeat('kari'), aSeat('ola'), aSeat('per', { voting: false })];
  const committee = aCommittee({
    name: `${SECRET} utvalg`,
    shortName: SECRET,
    seats,
    people: ['siv', 'kari', 'ola', 'per'],
    roles: { secretariatIds: ['siv'] },
    conversation: { serviceUrl: SERVICE, conversationId: CHAT },
  });
  await records.committees.collection.insert(committee);
  const others = { id: 'committee-2', seats: [aSeat('ove')], people: ['ove'], roles: { secretariatIds: [] } };
  await records.committees.collection.insert(aCommittee({ ...others, name: 'Et annet utvalg', shortName: 'EAU' }));
  const title = `${SECRET} sak`;
  await records.saker.collection.insert(aSak({ title, proposedBy: 'kari' }));
  await records.saker.collection.insert(aSak({ id: 'sak-closed', title, proposedBy: 'siv', closed: true }));
  await records.meetings.collection.insert(aMeeting({ place: `${SECRET} sted`, comingIn: 'committee-1' }));
  await records.referater.collection.insert(
    aReferat({ title: `${SECRET} referat`, state: 'circulating', round: { id: 'round-1', number: 1, version: 0 } }),
  );
  const deadline = new Date(Date.now() + 7 * 24 * 3_600_000);
  const round = aRound({}, committee);
  await records.rounds.collection.insert({
    ...round,
    id: 'round-1',
    title: `${SECRET} referat`,
    deadline,
    closeDueAt: deadline,
    openedAt: NOW,
  });
  await records.tiltak.collection.insert(aTiltak({ text: `${SECRET} tiltak` }));
}
