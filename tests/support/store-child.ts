import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { change } from '../../store/change.ts';
import type { Collection } from '../../store/engine/engine.ts';
import { mongoEngine } from '../../store/engine/mongo.ts';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import { aThing, countUp, type Thing, thingDefinition } from './store-things.ts';

// a process of its own that uses a store: `store-child.ts MODE sqlite FILE` or `store-child.ts MODE mongo ADDRESS`
const [mode = '', kind, address = ''] = process.argv.slice(2);
const onUnreadable = () => {};
// written at once, so that a line that was written survives the process
const say = (line: string) => writeSync(1, `${line}\n`);
const told = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** Says each write once it is acknowledged, ten at a time, until the process is killed or a write fails. */
async function stream(things: Collection<Thing>): Promise<void> {
  for (let n = 0; ; n += 10) {
    const ids = Array.from({ length: 10 }, (_, i) => `${process.pid}-${n + i}`);
    await Promise.all(
      ids.map(async (id) => {
        const inserted = await things.insert(
          aThing(id, { text: 'x'.repeat(500), tags: ['x', id], keys: [`key-${id}`] }),
        );
        say(`${inserted} ${id}`);
        const changed = await change(things, 'counter', countUp);
        if (changed.ok) say(`counted ${id}`);
      }),
    );
  }
}

try {
  const open = kind === 'mongo' ? mongoEngine : sqliteEngine;
  const engine = await open(address, { onUnreadable });
  const things = await engine.collection(thingDefinition);
  if (mode === 'stream') await stream(things);
  if (mode === 'hold') {
    say('ready');
    await told.next();
  }
  await engine.close();
} catch (error) {
  say(`failed ${(error as Error).name} ${(error as Error).message}`);
}
process.exit();
