import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRecords } from '../../bot/records.ts';
import type { Engine } from '../../store/engine/engine.ts';
import { mongoEngine } from '../../store/engine/mongo.ts';
import { buildAgenda } from '../../store/meeting/rules-agenda.ts';
import { numbersId } from '../../store/numbers/record.ts';
import { numberOf } from '../../store/numbers/rules.ts';
import { inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { aMeeting } from '../support/meetings.ts';
import { accepted, NOW } from '../support/records.ts';
import { aMongoDatabase } from '../support/store-mongo.ts';
import { aStoreProcess, type StoreProcess } from '../support/store-process.ts';

const TIMES = 200;
const SAKER = 3;
/** Every so often one of the two dies, after its first, second … write of the sending. */
const DIES_EVERY = 8;
const WRITES = 4;

let database: Awaited<ReturnType<typeof aMongoDatabase>>;
let engine: Engine;
const processes: StoreProcess[] = [];
beforeEach(async () => {
  database = await aMongoDatabase();
  engine = await mongoEngine(database.address, { onUnreadable: () => {} });
});
afterEach(async () => {
  await Promise.all(processes.map((one) => one.kill()));
  await engine.close();
  await database.remove();
});

const sakIdsOf = (meetingId: string) => Array.from({ length: SAKER }, (_, n) => `${meetingId}-sak-${n}`);
const pairOf = (time: number) => [`meeting-${time}-a`, `meeting-${time}-b`] as const;

async function anotherProcess(): Promise<StoreProcess> {
  const started = aStoreProcess([database.address], { script: new URL('../support/agenda-child.ts', import.meta.url) });
  processes.push(started);
  await started.said('ready');
  return started;
}

/** Tells a process something, and waits until it has done it; false when it died of it. */
async function told(one: StoreProcess, line: string): Promise<boolean> {
  const before = one.lines.filter((said) => said.startsWith('done ')).length;
  one.tell(line);
  return one.said('done ', before + 1).then(
    () => true,
    () => false,
  );
}

test(`two chairs send two agendas at the same moment, ${TIMES} times, and some of their processes die in the middle: numbers are unique, in order, and none is left out`, async () => {
  const records = await openRecords(engine);
  await records.committees.collection.insert(inChannel());
  for (let time = 0; time < TIMES; time++)
    for (const meetingId of pairOf(time)) {
      const sakIds = sakIdsOf(meetingId);
      const built = buildAgenda(aMeeting({ id: meetingId }), sakIds, { personId: 'siv', now: NOW });
      await records.meetings.collection.insert(accepted(built));
      await Promise.all(sakIds.map((id) => records.saker.collection.insert(anAcceptedSak(id))));
    }
  const chairs = ['lise', 'nina'];
  const pair = [await anotherProcess(), await anotherProcess()];
  let spare = anotherProcess();
  const isSent = async (meetingId: string) => (await records.meetings.collection.get(meetingId))?.sent !== undefined;
  const ledger = async () => {
    const stored = await records.numbers.collection.get(numbersId('committee-1', 2026));
    if (stored === undefined) throw new Error('no number was given');
    return stored;
  };

  let died = 0;
  for (let time = 0; time < TIMES; time++) {
    const meetings = pairOf(time);
    const victim = time % DIES_EVERY === 0 ? (time / DIES_EVERY) % 2 : undefined;
    const lives = await Promise.all(
      meetings.map((meetingId, i) => {
        const dies = i === victim ? ` ${1 + (died % WRITES)}` : '';
        return told(pair[i] as StoreProcess, `send ${meetingId} ${chairs[i]}${dies}`);
      }),
    );
    const dead = lives.indexOf(false);
    expect(dead === -1 ? undefined : dead).toBe(victim);
    if (dead !== -1) {
      died++;
      // whoever lives finishes what the other one began; nobody presses again
      await told(pair[1 - dead] as StoreProcess, 'deliver');
      pair[dead] = await spare;
      spare = anotherProcess();
    } else await Promise.all(pair.map((one) => told(one, 'deliver')));
    for (const meetingId of meetings) expect(await isSent(meetingId), meetingId).toBe(true);
    // this pair has the next numbers, each agenda its own in order
    const given = (await ledger()).sakIds.slice(2 * SAKER * time);
    const [first, second] = meetings.map(sakIdsOf);
    expect([
      [...(first ?? []), ...(second ?? [])],
      [...(second ?? []), ...(first ?? [])],
    ]).toContainEqual(given);
  }

  await spare;
  expect(died).toBe(TIMES / DIES_EVERY);
  const { sakIds } = await ledger();
  expect(new Set(sakIds).size).toBe(2 * SAKER * TIMES);
  const numbers = await ledger();
  for (const sakId of sakIds)
    expect((await records.saker.collection.get(sakId))?.number, sakId).toBe(numberOf(numbers, sakId));
}, 480_000);
