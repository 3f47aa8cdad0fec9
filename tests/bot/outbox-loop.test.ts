import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Delivery } from '../../bot/attempt.ts';
import { startDelivery } from '../../bot/outbox.ts';
import type { Collection } from '../../store/engine/engine.ts';
import type { Person } from '../../store/person/record.ts';
import { MINUTE } from '../support/bot-store.ts';
import { aGate, aWorkshop, type Workshop } from '../support/worker.ts';

const DAY = 24 * 60 * MINUTE;
const effects = (count: number) => Array.from({ length: count }, (_, i) => `effect-${i}`);
const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};
const eventually = (expectation: () => unknown) => vi.waitFor(expectation, { timeout: 4000, interval: 5 });

let shop: Workshop;
let errors: unknown[];
beforeEach(async () => {
  shop = await aWorkshop();
  errors = [];
});
afterEach(() => shop.close());

/** Looks on its own only once in so long: what happens before that happens because it was asked to. */
const start = (delivery: Delivery<Person>, everyMs = DAY) =>
  startDelivery(delivery, shop.shell, everyMs, (error) => errors.push(error));

test('what waits is delivered at once, however much it is, each once', async () => {
  for (let i = 0; i < 5; i++) await shop.waitsFor(`person-${i}`, ...effects(10).map((key) => `${i} ${key}`));
  const loop = start(shop.worker());
  await eventually(() => expect(shop.sent).toHaveLength(50));
  await loop.stop();
  expect(new Set(shop.sent).size).toBe(50);
  for (let i = 0; i < 5; i++) expect(await shop.outboxOf(`person-${i}`)).toEqual([]);
});

test('one that takes long keeps none of the others waiting, not even those that come later', async () => {
  await shop.waitsFor('kari', ...effects(30));
  const gate = aGate();
  const loop = start(shop.worker(({ key }) => (key === 'effect-0' ? gate.passed : undefined)));
  await eventually(async () => expect(await shop.outboxOf('kari')).toMatchObject([{ key: 'effect-0' }]));
  await shop.waitsFor('ola', 'later');
  loop.soon();
  await eventually(async () => expect(await shop.historyOf('ola')).toEqual(['got later']));
  gate.open();
  await loop.stop();
  expect(await shop.outboxOf('kari')).toEqual([]);
});

test('twelve are on their way at a time, and no more', async () => {
  await shop.waitsFor('kari', ...effects(30));
  let onTheirWay = 0;
  let most = 0;
  const loop = start(
    shop.worker(async () => {
      most = Math.max(most, ++onTheirWay);
      await new Promise((resolve) => setImmediate(resolve));
      onTheirWay--;
    }),
  );
  await eventually(async () => expect(await shop.outboxOf('kari')).toEqual([]));
  await loop.stop();
  expect(most).toBe(12);
});

test('while twelve are on their way nothing more is claimed, also when it is asked to', async () => {
  await shop.waitsFor('kari', ...effects(13));
  const gate = aGate();
  const loop = start(shop.worker(() => gate.passed));
  await eventually(() => expect(shop.sent).toHaveLength(12));
  loop.soon();
  await turns();
  expect(shop.sent).toHaveLength(12);
  expect((await shop.outboxOf('kari')).filter(({ attempts }) => attempts === 0)).toHaveLength(1);
  gate.open();
  await eventually(() => expect(shop.sent).toHaveLength(13));
  await loop.stop();
});

test('the next ones are claimed together, when half of the twelve are through', async () => {
  await shop.waitsFor('kari', ...effects(18));
  const gates = new Map(effects(18).map((key) => [key, aGate()]));
  const pass = (from: number, to: number) => {
    for (const key of effects(18).slice(from, to)) gates.get(key)?.open();
  };
  const loop = start(shop.worker(({ key }) => gates.get(key)?.passed));
  await eventually(() => expect(shop.sent).toHaveLength(12));
  pass(0, 5);
  await eventually(async () => expect(await shop.historyOf('kari')).toHaveLength(5));
  await turns();
  expect(shop.sent).toHaveLength(12);
  pass(5, 6);
  await eventually(() => expect(shop.sent).toHaveLength(18));
  pass(6, 18);
  await loop.stop();
  expect(await shop.outboxOf('kari')).toEqual([]);
});

test('those that must wait for working hours keep none of those behind them waiting', async () => {
  await shop.waitsFor('kari', ...effects(14));
  const held = new Set(effects(12));
  const morning = new Date('2026-03-03T07:00:00Z');
  const loop = start(shop.worker(undefined, { heldUntil: ({ key }) => (held.has(key) ? morning : undefined) }));
  await eventually(() => expect(shop.sent.toSorted()).toEqual(['effect-12', 'effect-13']));
  await loop.stop();
});

test('stopping waits for what is on its way, and starts nothing more', async () => {
  await shop.waitsFor('kari', 'a');
  const gate = aGate();
  const loop = start(shop.worker(() => gate.passed));
  await eventually(() => expect(shop.sent).toEqual(['a']));
  const stopping = loop.stop();
  await shop.waitsFor('ola', 'b');
  gate.open();
  await stopping;
  expect(await shop.historyOf('kari')).toEqual(['got a']);
  loop.soon();
  expect(await shop.outboxOf('ola')).toMatchObject([{ key: 'b', attempts: 0 }]);
  expect(shop.sent).toEqual(['a']);
});

test('a pass that failed is reported, and the next one delivers', async () => {
  let isDown = true;
  const collection: Collection<Person> = {
    ...shop.persons,
    find: async (where, options) => {
      if (isDown) throw new Error('database down');
      return shop.persons.find(where, options);
    },
  };
  await shop.waitsFor('kari', 'a');
  const loop = start(shop.worker(undefined, { collection }), 5);
  await eventually(() => expect(errors).not.toEqual([]));
  isDown = false;
  await eventually(() => expect(shop.sent).toEqual(['a']));
  await loop.stop();
});
