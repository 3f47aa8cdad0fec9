import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Committee, conversationKey } from '../../store/committee/record.ts';
import { committeeDefinition } from '../../store/committee/repository.ts';
import { chatOf, TENANT_ID } from './activities.ts';
import { type Platform, startPlatform } from './platform.ts';
import { type Service, startService } from './service.ts';
import { aMember, answersFor, type Group, someone, type TheTeams, theTeams } from './setup.ts';

export const siv = someone(1, 'Siv Dahl');
export const kari = someone(2, 'Kari Nes');
export const ola = someone(3, 'Ola Vik');
export const eva = someone(4, 'Eva Lie');
const EVERYBODY = [siv, kari, ola, eva];

/** Two chats that all of them are in. */
export const group: Group = { id: '19:ssu@thread.v2', name: 'Strategisk utvalg' };
export const other: Group = { id: '19:fsu@thread.v2' };

/** A committee of theirs, as it is typed. Eva is not in it. */
export const LINES = [
  'Kari Nes; kari.nes@eksempel.no; leder; Storvik kommune',
  'Ola Vik; ola.vik@eksempel.no; medlem; Nordlys sykehus',
  'Ledig; ; medlem; Brukerutvalget',
  'Siv Dahl; siv.dahl@eksempel.no; sekretariat',
];
/** What those who run it can do with it. */
export const CHANGES = [
  'Endre medlemmer',
  'Åpne én plass',
  'Bytt medlem',
  'Endre innstillinger',
  'Saksliste og innmelding',
  'Nytt referat',
  'Datoer og rullering',
  'Hvem oppnevner',
  'Avslutt utvalget',
];

export type Stage = { readonly platform: Platform; readonly service: Service; readonly teams: TheTeams };

/**
 * A bot in service mode, anew for each test of the file, and these people in Teams who speak to it. `env`: what else it
 * is set up with.
 */
export function onStage(enter: (stage: Stage) => void, env: NodeJS.ProcessEnv = {}): void {
  let platform: Platform;
  let service: Service;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.close());
  beforeEach(async () => {
    service = await startService(platform, undefined, env);
    answersFor(platform);
    const members = EVERYBODY.map((who) => aMember(who));
    for (const { id } of [group, other]) platform.rosters.set(id, members);
    for (const who of EVERYBODY) platform.rosters.set(chatOf(who.objectId), [aMember(who)]);
    enter({ platform, service, teams: theTeams(platform, () => service.port) });
  });
  afterEach(async () => {
    await service.close();
    platform.reset();
  });
}

/** The committee of a chat, as it is stored once the bot has stopped. */
export function storedCommittee(service: Service, conversation = group.id): Promise<Committee | undefined> {
  return service.stored(async (engine) =>
    (await engine.collection(committeeDefinition)).getByKey(conversationKey(TENANT_ID, conversation)),
  );
}
