import { beforeEach, expect, test } from 'vitest';
import { createMetrics, type Metrics } from '../../../bot/metrics.ts';
import { type Gate, limitGate } from '../../../bot/teams/limit-gate.ts';
import { HeldBackError, ThrottledError, UndeliveredError } from '../../../bot/turn.ts';
import { aGate } from '../../support/worker.ts';

let metrics: Metrics;
let gate: Gate;
beforeEach(() => {
  metrics = createMetrics();
  gate = limitGate(metrics);
});

const ssu = { tenantId: 'tenant', thread: '19:ssu', kind: 'send' } as const;
const fine = async () => 'fine';
const counted = async (counter: Metrics['limited' | 'throttled']) =>
  Object.fromEntries((await counter.get()).values.map(({ value, labels }) => [Object.values(labels)[0], value]));
const heldBack = (why: Promise<unknown>): Promise<HeldBackError> =>
  why.then(
    () => Promise.reject(new Error('it went through')),
    (error) => (error instanceof HeldBackError ? error : Promise.reject(error)),
  );
const fromNow = (ms: number) => new Date(Date.now() + ms);

test('what goes through gives its answer, or throws what it threw', async () => {
  expect(await gate(ssu, fine)).toBe('fine');
  const error = new UndeliveredError('blocked', 'no');
  await expect(gate(ssu, () => Promise.reject(error))).rejects.toBe(error);
  expect(await gate(ssu, fine)).toBe('fine');
  expect(await counted(metrics.limited)).toEqual({});
});

test('one that must wait a moment does, in its turn, and is counted', async () => {
  const begun = performance.now();
  const order: number[] = [];
  await Promise.all(Array.from({ length: 8 }, (_, i) => gate(ssu, async () => order.push(i))));
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(1000);
  // the first went at once; the others waited for it, though most of them not long
  expect(await counted(metrics.limited)).toEqual({ waited: 7 });
});

test('one that must wait longer is not begun: it is told when there is room for it, and then there is', async () => {
  const through = Promise.all(Array.from({ length: 8 }, () => gate(ssu, fine)));
  const { until } = await heldBack(gate(ssu, () => Promise.reject(new Error('it was begun'))));
  const wait = until.getTime() - Date.now();
  expect(wait).toBeGreaterThan(1500);
  expect(wait).toBeLessThanOrEqual(2100);
  await through;
  await new Promise((resolve) => setTimeout(resolve, until.getTime() - Date.now()));
  expect(await gate(ssu, fine)).toBe('fine');
  expect(await counted(metrics.limited)).toMatchObject({ 'put-off': 1 });
});

test('after a refusal of Teams others are kept from running into it, until the time that it names', async () => {
  const until = fromNow(30_000);
  await expect(gate(ssu, () => Promise.reject(new ThrottledError('429', until)))).rejects.toThrow('429');
  const held = await heldBack(gate(ssu, fine));
  expect(Math.abs(held.until.getTime() - until.getTime())).toBeLessThan(50);
  expect(await gate({ ...ssu, thread: 'a:kari' }, fine)).toBe('fine');
  expect(await counted(metrics.throttled)).toEqual({ conversation: 1 });
});

test('a refusal that asks for no wait keeps nobody waiting', async () => {
  await expect(gate(ssu, () => Promise.reject(new ThrottledError('429', fromNow(0))))).rejects.toThrow('429');
  expect(await gate(ssu, fine)).toBe('fine');
});

test('two refusals at a time close the tenant', async () => {
  const refused = (thread: string) =>
    gate({ ...ssu, thread }, () => Promise.reject(new ThrottledError('429', fromNow(30_000)))).catch(() => undefined);
  await Promise.all([refused('a:1'), refused('a:2')]);
  await heldBack(gate(ssu, fine));
  expect(await gate({ ...ssu, tenantId: 'other' }, fine)).toBe('fine');
  expect(await counted(metrics.throttled)).toEqual({ conversation: 1, tenant: 1 });
});

test('those who stand behind one that is refused are sent away with it', async () => {
  const first = aGate();
  const refused = gate(ssu, () => first.passed);
  const behind = heldBack(gate(ssu, fine));
  first.open(new ThrottledError('429', fromNow(30_000)));
  await expect(refused).rejects.toThrow('429');
  expect((await behind).until.getTime()).toBeGreaterThan(Date.now() + 29_000);
});
