import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seedDemo } from '../../bot/demo.ts';
import { personIdFor } from '../../bot/identity.ts';
import { idFrom } from '../../bot/ids.ts';
import { DEMO_TENANT, demoOthers, demoPeople, demoVaras } from '../../bot/local/demo.ts';
import { demoCommittees, demoReferat, rolesOf } from '../../bot/local/demo-committees.ts';
import { demoChats, demoRoomPersons } from '../../bot/local/demo-room.ts';
import { demoSaker } from '../../bot/local/demo-saker.ts';
import { openRecords } from '../../bot/records.ts';
import { referatPreviewCard } from '../../cards/referat-status.ts';
import { roundChoices } from '../../store/committee/rules.ts';
import type { Engine } from '../../store/engine/engine.ts';
import { entraKey } from '../../store/person/record.ts';
import { newest } from '../../store/referat/record.ts';
import { expectValidCard } from '../support/cards.ts';
import { withStore } from '../support/rounds.ts';

const ROOM = 'http://127.0.0.1:3979';
const NOW = new Date('2026-03-02T08:00:00Z');

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-demo-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const depsOf = async (engine: Engine, now = NOW) => ({
  ...(await openRecords(engine)),
  now: () => now,
  realNow: () => now,
});
const idOf = (key: string) => {
  const objectId = [...demoPeople, ...demoVaras].find((person) => person.key === key)?.objectId ?? '';
  return personIdFor(entraKey(DEMO_TENANT, objectId));
};

test('the demo has an SSU with 16 votes and 8 with møte- og talerett, and an FSU of 11 seats', async () => {
  await withStore(dataDir, async (engine) => {
    const deps = await depsOf(engine);
    await seedDemo(deps, ROOM);
    const [fsu, ssu] = await deps.committees.of(idOf('aud'));
    expect([ssu?.shortName, fsu?.shortName]).toEqual(['SSU', 'FSU BU']);
    expect(ssu?.seats.filter(({ voting }) => voting)).toHaveLength(16);
    expect(ssu?.seats.filter(({ voting }) => !voting)).toHaveLength(8);
    expect(fsu?.seats).toHaveLength(11);
    const people = await Promise.all(demoPeople.map(({ key }) => deps.persons.collection.get(idOf(key))));
    expect(people.map((person) => person?.name)).toEqual(demoPeople.map(({ name }) => name));
    expect(new Set(demoPeople.map(({ objectId }) => objectId)).size).toBe(demoPeople.length);
  });
});

test('some of its seats have one or two varas, some have none, and one vara serves two seats of a committee', async () => {
  await withStore(dataDir, async (engine) => {
    const deps = await depsOf(engine);
    await seedDemo(deps, ROOM);
    const fsu = await deps.committees.collection.get('committee_fsu-bu');
    const varas = new Map(fsu?.seats.map(({ name, varas = [] }) => [name, varas.map((vara) => vara.name)]));
    expect(varas.get('Nordlys sykehus, barn og unge')).toEqual(['Vigdis Nøkling', 'Eirik Solheimdal']);
    expect(varas.get('Fjelldal kommune')).toEqual(varas.get('Lyngvær kommune'));
    expect(varas.get('Storvik kommune')).toEqual([]);
    expect((await deps.committees.withVara(idOf('mikkel'))).map(({ shortName }) => shortName)).toEqual([
      'FSU BU',
      'SSU',
    ]);
    for (const { key, name } of demoVaras) {
      expect(await deps.persons.collection.get(idOf(key))).toMatchObject({ name });
      expect(demoChats.some(({ memberIds }) => memberIds.includes(key))).toBe(false);
    }
  });
});

test('the group without a committee has three people whom the bot cannot write to, and nothing of it is seeded', async () => {
  await withStore(dataDir, async (engine) => {
    const deps = await depsOf(engine);
    await seedDemo(deps, ROOM);
    const others = demoOthers.map(({ objectId }) => personIdFor(entraKey(DEMO_TENANT, objectId)));
    for (const id of others) expect(await deps.persons.collection.get(id)).toBeUndefined();
    expect(await deps.committees.of(others[0] ?? '')).toEqual([]);
  });
  const [ssu, fsu, group] = demoChats;
  expect([ssu?.kind, fsu?.kind, group?.kind]).toEqual(['channel', 'groupChat', 'groupChat']);
  expect(demoChats).toHaveLength(demoCommittees.length + 1);
  expect(group).toMatchObject({ hasBot: false });
  const members = demoRoomPersons.filter(({ id }) => group?.memberIds.includes(id));
  expect(members).toHaveLength(group?.memberIds.length ?? 0);
  expect(members.filter(({ reach }) => reach === 'blocked')).toHaveLength(1);
  expect(members.filter(({ reach, tenantId }) => reach === 'not-installed' && !tenantId)).toHaveLength(1);
  expect(members.filter(({ tenantId }) => tenantId !== undefined)).toHaveLength(1);
});

test('everybody in it has an address of their own that no mail can reach', () => {
  const addresses = demoRoomPersons.map(({ email }) => email);
  for (const address of addresses) expect(address).toMatch(/^[a-z]+(\.[a-z]+)+@[a-z-]+(\.kommune)?\.example$/);
  expect(new Set(addresses).size).toBe(demoPeople.length + demoVaras.length + demoOthers.length);
  expect(new Set(demoRoomPersons.map(({ objectId }) => objectId)).size).toBe(addresses.length);
});

test('its draft has eight saker, fits a card, and proposes a deadline a week ahead at 15.00', async () => {
  await withStore(dataDir, async (engine) => {
    const deps = await depsOf(engine);
    await seedDemo(deps, ROOM);
    const committees = await deps.committees.of(idOf('aud'));
    const [draft] = await deps.referater.active(committees.map(({ id }) => id));
    const committee = committees.find(({ id }) => id === draft?.committeeId);
    if (!draft || !committee) throw new Error('the demo has no draft');
    expect(newest(draft).text.match(/^Sak \d+: /gm)).toHaveLength(8);
    expect(draft).toMatchObject({ title: demoReferat.title, meetingOn: '2026-02-23', state: 'draft' });
    expect(draft.deadline).toEqual(new Date('2026-03-09T14:00:00Z'));
    expectValidCard(referatPreviewCard(draft, { committee, choices: roundChoices(committee), asked: 16 }));
  });
});

test('its SSU has a meeting coming in three weeks, one sak for it and one that waits to be handled, and nobody is told', async () => {
  await withStore(dataDir, async (engine) => {
    const deps = await depsOf(engine);
    await seedDemo(deps, ROOM);
    await seedDemo(await depsOf(engine, new Date('2026-03-05T08:00:00Z')), ROOM);
    const meetings = await deps.meetings.coming(['committee_ssu']);
    expect(meetings).toMatchObject([{ startsAt: new Date('2026-03-24T11:00:00Z'), mode: 'digitalt', outbox: [] }]);
    const saker = await Promise.all(demoSaker.map(({ key }) => deps.saker.collection.get(idFrom('sak', 'demo', key))));
    expect(saker).toMatchObject([
      { status: 'accepted', proposedBy: idOf('marit'), wishedMeetingId: meetings[0]?.id, outbox: [] },
      { status: 'proposed', proposedBy: idOf('lars'), openIn: 'committee_ssu', outbox: [] },
    ]);
  });
});

test('what somebody has changed since is left as it is', async () => {
  await withStore(dataDir, async (engine) => {
    const deps = await depsOf(engine);
    await seedDemo(deps, ROOM);
    const { collection } = deps.committees;
    const ssu = await collection.get('committee_ssu');
    if (ssu === undefined) throw new Error('the demo has no SSU');
    await collection.replace({ ...ssu, name: 'Omdøpt', version: ssu.version + 1 }, ssu.version);
    await seedDemo(await depsOf(engine, new Date('2027-01-04T08:00:00Z')), ROOM);
    expect((await collection.get('committee_ssu'))?.name).toBe('Omdøpt');
    expect(await deps.referater.active(['committee_ssu'])).toMatchObject([{ meetingOn: '2026-02-23' }]);
  });
});

test('committees of an earlier demo, which had other chats and no keys, go on in the chats that there are now', async () => {
  await withStore(dataDir, async (engine) => {
    const deps = await depsOf(engine);
    await seedDemo(deps, ROOM);
    const { collection } = deps.committees;
    const fsu = await collection.get('committee_fsu-bu');
    if (fsu === undefined) throw new Error('the demo has no FSU BU');
    const conversation = { conversationId: '19:earlier@thread.tacv2', serviceUrl: ROOM };
    await collection.replace({ ...fsu, keys: [], conversation, version: fsu.version + 1 }, fsu.version);
    await seedDemo(deps, ROOM);
    const { keys, conversation: now } = fsu;
    expect(await collection.get('committee_fsu-bu')).toMatchObject({ keys, conversation: now });
  });
});

test.each([
  ['aud', 'SSU: sekretariat · FSU BU: sekretariat'],
  ['ingrid', 'SSU: leder'],
  ['bente', 'SSU: nestleder'],
  ['samira', 'SSU: møte- og talerett · FSU BU: medlem'],
  ['mikkel', 'SSU: vararepresentant · FSU BU: vararepresentant'],
  ['nobody', ''],
])('the room says what %s is: %s', (person, roles) => {
  expect(rolesOf(person)).toBe(roles);
});
