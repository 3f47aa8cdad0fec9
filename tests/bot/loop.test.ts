import { afterEach, expect, test, vi } from 'vitest';
import { type Loop, startLoop } from '../../bot/loop.ts';
import { aGate } from '../support/worker.ts';

const DAY = 24 * 3600 * 1000;
const eventually = (expectation: () => unknown) => vi.waitFor(expectation, { timeout: 4000, interval: 5 });
const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};

let loop: Loop | undefined;
afterEach(() => loop?.stop());

/** A pass that counts itself and is over as `pass` says. */
function passes(pass: (count: number) => unknown = () => false) {
  const seen = { count: 0, atOnce: 0, most: 0 };
  const run = async () => {
    seen.count++;
    seen.most = Math.max(seen.most, ++seen.atOnce);
    try {
      return (await pass(seen.count)) === true;
    } finally {
      seen.atOnce--;
    }
  };
  return { seen, run };
}
const ignore = () => {};

test('a pass is made at the start, and then again and again', async () => {
  const { seen, run } = passes();
  loop = startLoop(run, 2, ignore);
  await eventually(() => expect(seen.count).toBeGreaterThan(5));
});

test('between the passes nothing happens until the time has come or it is asked to', async () => {
  const { seen, run } = passes();
  loop = startLoop(run, DAY, ignore);
  await turns();
  expect(seen.count).toBe(1);
  loop.soon();
  await eventually(() => expect(seen.count).toBe(2));
  await turns();
  expect(seen.count).toBe(2);
});

test('a pass that says that there is more is followed by another at once', async () => {
  const { seen, run } = passes((count) => count < 4);
  loop = startLoop(run, DAY, ignore);
  await eventually(() => expect(seen.count).toBe(4));
  await turns();
  expect(seen.count).toBe(4);
});

test('never two passes at once: what is asked for during one comes after it, once', async () => {
  const gate = aGate();
  const { seen, run } = passes((count) => count === 1 && gate.passed);
  loop = startLoop(run, DAY, ignore);
  for (let i = 0; i < 3; i++) loop.soon();
  await turns();
  expect(seen.count).toBe(1);
  gate.open();
  await eventually(() => expect(seen.count).toBe(2));
  await turns();
  expect(seen).toMatchObject({ count: 2, most: 1 });
});

test('a pass that throws is reported, and the next one is made all the same', async () => {
  const errors: unknown[] = [];
  const { seen, run } = passes((count) => {
    if (count === 1) throw new Error('database down');
    return false;
  });
  loop = startLoop(run, 2, (error) => errors.push(error));
  await eventually(() => expect(seen.count).toBeGreaterThan(1));
  expect(errors).toEqual([new Error('database down')]);
});

test('stopping waits for the pass that runs, and no other is made, however it is asked', async () => {
  const gate = aGate();
  const { seen, run } = passes(async () => {
    await gate.passed;
    return true;
  });
  const stopped = startLoop(run, 1, ignore);
  let isOver = false;
  const stopping = stopped.stop().then(() => {
    isOver = true;
  });
  await turns();
  expect(isOver).toBe(false);
  gate.open();
  await stopping;
  stopped.soon();
  await turns();
  expect(seen.count).toBe(1);
});
