import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../store/engine/engine.ts';
import { mongoEngine } from '../../store/engine/mongo.ts';
import { expectAllAct, expectRaced, racedMeetings } from '../support/forfall-race.ts';
import { aMongoDatabase } from '../support/store-mongo.ts';
import { aStoreProcess, type StoreProcess } from '../support/store-process.ts';

const TIMES = 40;
/** Every so often one of the two dies in the middle. */
const DIES_EVERY = 8;

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

async function anotherProcess(): Promise<StoreProcess> {
  const script = new URL('../support/forfall-child.ts', import.meta.url);
  const started = aStoreProcess(['mongo', database.address], { script });
  processes.push(started);
  await started.said('ready');
  return started;
}

test(`the same varas answer in two processes at the same moments, ${TIMES} times, and some of these die: each seat has one vara, each vara one seat`, async () => {
  const ids = Array.from({ length: TIMES }, (_, n) => `meeting-${n}`);
  const meetings = await racedMeetings(engine, ids);
  let [one, other] = [await anotherProcess(), await anotherProcess()];
  for (const [n, id] of ids.entries()) {
    one.tell(`race ${id} ${n % 24}`);
    other.tell(`race ${id} ${(7 * n) % 24}`);
    if (n % DIES_EVERY === DIES_EVERY - 1) {
      await other.said('yes', 1);
      await other.kill();
      other = await anotherProcess();
      other.tell(`race ${id} 0`);
    }
    await Promise.all([one.said(`done ${id}`), other.said(`done ${id}`)]);
    const meeting = await meetings.get(id);
    expectRaced(meeting, processes);
    expectAllAct(meeting);
  }
  expect(processes.flatMap(({ lines }) => lines.filter((line) => line.startsWith('failed')))).toEqual([]);
}, 120_000);
