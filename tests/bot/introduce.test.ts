import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acquaint } from '../../bot/introduce.ts';
import { entraKey, mailKey } from '../../store/person/record.ts';
import { personDefinition } from '../../store/person/repository.ts';
import { chatOf, type Fields, TENANT_ID } from '../support/activities.ts';
import { aBotStore } from '../support/bot-store.ts';
import { linesOf, wordsOf } from '../support/cards.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { aPerson } from '../support/records.ts';
import { aDraft, aSak } from '../support/saker.ts';
import { type Service, startService } from '../support/service.ts';
import {
  aMember,
  answersFor,
  type Group,
  type Someone,
  setUp,
  someone,
  type TheTeams,
  theTeams,
} from '../support/setup.ts';

const ELSEWHERE = '0b7c1c7e-5d0f-4f6f-8a53-0d3b8f1e0099';
const siv = someone(1, 'Siv Dahl');
const kari = someone(2, 'Kari Nes');
const other = someone(3, 'Kari Nes', kari.email);
const group: Group = { id: '19:ssu@thread.v2' };
const LINES = ['Siv Dahl; siv.dahl@eksempel.no; sekretariat', 'Kari Nes; Kari.Nes@Eksempel.no; leder; Storvik kommune'];

let platform: Platform;
let service: Service;
let teams: TheTeams;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  service = await startService(platform);
  teams = theTeams(platform, () => service.port);
  answersFor(platform);
  platform.rosters.set(group.id, [aMember(siv)]);
});
afterEach(async () => {
  await service.close();
  platform.reset();
});

/** What Teams says of somebody in their 1:1 chat with the bot. */
const says = (who: Someone, fields: Fields = {}) => platform.rosters.set(chatOf(who.objectId), [aMember(who, fields)]);
const person = (key: string) =>
  service.stored(async (engine) => (await engine.collection(personDefinition)).getByKey(key));
/** The line about Kari's seat in the committee, as Siv sees it. */
const seat = async () => {
  const card = await teams.ask(siv, 'oppsett');
  return linesOf(card).find((line) => line.startsWith('Storvik kommune'));
};
const WAITS = 'Storvik kommune (kommune): Kari Nes, leder (ikke koblet til Teams ennå). Stemmeberettiget.';

describe('a member who is not in the chat', () => {
  test('has the seat by e-mail address, and is said to wait', async () => {
    await setUp(teams, siv, group, LINES);
    expect(await seat()).toBe(WAITS);
  });

  test('gets it when they install the app, as Teams says that the address is theirs', async () => {
    says(kari);
    await setUp(teams, siv, group, LINES);
    await teams.install(kari);
    await teams.sees(kari, 'Utvalgsbot');
    expect(await seat()).toBe('Storvik kommune (kommune): Kari Nes, leder. Stemmeberettiget.');
    await teams.write(kari, 'oppsett');
    await teams.sees(kari, 'Endre medlemmer');
    const stored = await person(mailKey(kari.email));
    expect(stored).toMatchObject({ email: kari.email, homeTenantId: TENANT_ID });
    expect(stored?.keys).toContain(entraKey(TENANT_ID, kari.objectId));
    expect(stored?.history.map(({ what }) => what)).toEqual(['connected']);
  });

  test('gets it by the name that they sign in with as well', async () => {
    says(kari, { email: 'k.nes@eksempel.no', userPrincipalName: kari.email });
    await setUp(teams, siv, group, LINES);
    await teams.write(kari, 'hjelp');
    expect(await seat()).not.toBe(WAITS);
  });

  test('does not get it when the address is of another organisation: anybody may call a guest so', async () => {
    says(other, { tenantId: ELSEWHERE });
    await setUp(teams, siv, group, LINES);
    await teams.install(other);
    await teams.sees(other, 'Utvalgsbot');
    expect(await seat()).toBe(WAITS);
    await teams.write(other, 'oppsett');
    await teams.sees(other, 'Du er ikke med i noe utvalg');
    expect(await person(entraKey(TENANT_ID, other.objectId))).toMatchObject({ homeTenantId: ELSEWHERE });
  });

  test.each([
    ['says nothing of their tenant', { tenantId: undefined }],
    ['says it of somebody else', { objectId: '5eed0000-0000-4000-8000-000000000099' }],
  ])('does not get it when Teams %s', async (_what, fields) => {
    says(other, fields);
    await setUp(teams, siv, group, LINES);
    await teams.write(other, 'hjelp');
    expect(await seat()).toBe(WAITS);
  });

  test('keeps it when somebody else comes with the same address', async () => {
    says(kari);
    says(other);
    await setUp(teams, siv, group, LINES);
    await teams.write(kari, 'hjelp');
    await teams.write(other, 'oppsett');
    await teams.sees(other, 'Du er ikke med i noe utvalg');
    const held = await person(mailKey(kari.email));
    expect(held?.keys).toContain(entraKey(TENANT_ID, kari.objectId));
    expect(held?.keys).not.toContain(entraKey(TENANT_ID, other.objectId));
  });

  test('gets it at their next message when Teams was silent at the first', async () => {
    platform.rosters.set(chatOf(kari.objectId), 'silent');
    await setUp(teams, siv, group, LINES);
    await teams.write(kari, 'hjelp');
    expect(await seat()).toBe(WAITS);
    says(kari);
    await teams.write(kari, 'hjelp');
    expect(await seat()).not.toBe(WAITS);
    await teams.write(kari, 'oppsett');
    await teams.sees(kari, 'Endre medlemmer');
  });

  test('is known by the address when they have written before the committee was set up', async () => {
    says(kari);
    await teams.write(kari, 'hjelp');
    await teams.sees(kari, 'Utvalgsbot');
    await setUp(teams, siv, group, LINES);
    expect(await seat()).toBe('Storvik kommune (kommune): Kari Nes, leder. Stemmeberettiget.');
  });
});

describe('in the chat itself', () => {
  test('a guest who is called by a member’s address does not get the seat, and the preview says so', async () => {
    platform.rosters.set(group.id, [aMember(siv), aMember(other, { tenantId: ELSEWHERE })]);
    await teams.write(siv, 'oppsett', group);
    const form = await teams.sees(siv, 'Sett opp utvalg');
    const typed = { name: 'Utvalg', shortName: 'SU', members: LINES.join('\n') };
    const preview = await teams.press(siv, form, 'Forhåndsvis', typed);
    expect(wordsOf(preview.card as never)).toContain('hører til en annen organisasjon');
    await teams.press(siv, preview.card as never, 'Opprett utvalget');
    expect(await seat()).toBe(WAITS);
  });

  test('a member has the seat at once', async () => {
    platform.rosters.set(group.id, [aMember(siv), aMember(kari)]);
    says(kari);
    await setUp(teams, siv, group, LINES);
    expect(await seat()).toContain('Kari Nes, leder (har ikke åpnet chatten');
    await teams.write(kari, 'hjelp');
    expect(await seat()).toBe('Storvik kommune (kommune): Kari Nes, leder. Stemmeberettiget.');
  });
});

test('somebody who is known costs no question to Teams', async () => {
  says(kari);
  await teams.write(kari, 'hjelp');
  const help = await teams.sees(kari, 'Utvalgsbot');
  const asked = platform.rosterCalls.length;
  await teams.write(kari, 'hjelp');
  await teams.press(kari, help, 'Saker');
  expect(asked).toBe(1);
  expect(platform.rosterCalls).toHaveLength(asked);
});

test('somebody of whom Teams says nothing is asked about again by what they write, and not by what they press', async () => {
  await teams.write(kari, 'hjelp');
  const help = await teams.sees(kari, 'Utvalgsbot');
  await teams.press(kari, help, 'Saker');
  expect(platform.rosterCalls).toHaveLength(1);
  await teams.write(kari, 'hjelp');
  expect(platform.rosterCalls).toHaveLength(2);
});

test('what somebody proposed before Teams said who they are is theirs afterwards', async () => {
  const store = aBotStore();
  const deps = await store.connect();
  const key = entraKey(TENANT_ID, kari.objectId);
  const nobody = aPerson('nobody', { keys: [key] });
  await deps.persons.collection.insert(nobody);
  await deps.persons.collection.insert(aPerson('kari', { keys: [mailKey(kari.email)] }));
  await deps.saker.collection.insert(aSak({ id: 'sent', status: 'returned', proposedBy: 'nobody' }));
  await deps.saker.collection.insert(aDraft({ id: 'begun', proposedBy: 'nobody', draftOf: 'nobody' }));
  await deps.saker.collection.insert(aSak({ id: 'another', proposedBy: 'siv' }));
  const introduced = { email: kari.email, homeTenantId: TENANT_ID, mails: [mailKey(kari.email)] };
  expect((await acquaint(deps, nobody, key, introduced)).id).toBe('kari');
  expect((await deps.saker.proposedBy('kari')).map(({ id }) => id)).toContain('sent');
  expect((await deps.saker.draftsOf('kari')).map(({ id }) => id)).toEqual(['begun']);
  expect((await deps.saker.collection.get('another'))?.proposedBy).toBe('siv');
  await store.close();
});
