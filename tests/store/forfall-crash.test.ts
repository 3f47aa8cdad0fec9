import { afterEach, expect, test } from 'vitest';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import { meetingDefinition } from '../../store/meeting/repository.ts';
import { expectAllAct, expectRaced, racedMeetings } from '../support/forfall-race.ts';
import { aStoreProcess, type StoreProcess } from '../support/store-process.ts';
import { aFolder } from '../support/store-sqlite.ts';

const script = new URL('../support/forfall-child.ts', import.meta.url);
const TIMES = 3;

const folder = aFolder();
const processes: StoreProcess[] = [];
afterEach(async () => {
  await Promise.all(processes.map((one) => one.kill()));
  folder.remove();
});

test('varas answer and the process is killed: what was acknowledged is there, once, and the rest can press again', async () => {
  const file = `${folder.path}/store.db`;
  const open = () => sqliteEngine(file, { onUnreadable: () => {} });
  const ids = Array.from({ length: TIMES }, (_, n) => `meeting-${n}`);
  const engine = await open();
  await racedMeetings(engine, ids);
  await engine.close();

  for (const [n, id] of ids.entries()) {
    const one = aStoreProcess(['sqlite', file], { script });
    processes.push(one);
    await one.said('ready');
    one.tell(`race ${id} ${5 * n}`);
    // before anybody was told, or when some were
    if (n > 0) await one.said('yes', n);
    await one.kill();
    const between = await open();
    expectRaced(await (await between.collection(meetingDefinition)).get(id), processes);
    await between.close();
  }

  const last = aStoreProcess(['sqlite', file], { script });
  processes.push(last);
  for (const id of ids) last.tell(`race ${id} 3`);
  for (const id of ids) await last.said(`done ${id}`);
  last.tell('end');
  await last.ended;
  const after = await open();
  for (const id of ids) {
    const meeting = await (await after.collection(meetingDefinition)).get(id);
    expectRaced(meeting, processes);
    expectAllAct(meeting);
  }
  await after.close();
  expect(last.lines.filter((line) => line.startsWith('failed'))).toEqual([]);
}, 60_000);
