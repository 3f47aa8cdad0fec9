import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  documented,
  exceeded,
  laneOf,
  playThrough,
  type Stood,
  type Went,
  type Wish,
} from '../../support/limit-run.ts';

const MARGIN_MS = 20;

const anyRequest = fc.record({
  tenantId: fc.constantFrom('a', 'b'),
  thread: fc.oneof(
    fc.constantFrom('busy', 'busier'),
    fc.integer({ min: 1, max: 60 }).map((n) => `${n}`),
  ),
  kind: fc.constantFrom('send' as const, 'send' as const, 'open' as const, 'read' as const),
});
/** Bursts into a few conversations and many others; answers take next to nothing, or as long as a request may. */
const anyWishes = ({ longest, latest }: { readonly longest: number; readonly latest: number }) =>
  fc.array(
    fc.record({
      at: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 40_000 })),
      request: anyRequest,
      takes: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: longest })),
      counted: fc.double({ min: 0, max: 1, noNaN: true }),
      late: fc.integer({ min: 0, max: latest }),
    }),
    { maxLength: 200, size: 'max' },
  );

test('no window of Teams is ever exceeded, however long requests are on their way and whoever comes back when', () => {
  fc.assert(
    fc.property(anyWishes({ longest: 10_000, latest: 1000 }), (wishes) => {
      const { went } = playThrough(wishes);
      expect(went).toHaveLength(wishes.length);
      expect(exceeded(went)).toBeUndefined();
    }),
  );
});

/** Why a request may not go yet, as an outsider sees it; undefined when it could. */
function reasonToWait({ wish, now, went }: Stood, wishes: ReadonlyMap<Wish, string>): string | undefined {
  const { kind, tenantId } = wish.request;
  const lane = wishes.get(wish);
  const inLane = went.filter((one) => wishes.get(one.wish) === lane);
  const isFull = (counted: readonly Went[], limits: (typeof documented)[typeof kind]) =>
    limits.some(([most, ms]) => counted.filter(({ ended }) => ended > now - ms - MARGIN_MS).length >= most);
  if (isFull(inLane, documented[kind])) return 'the conversation is full';
  const inTenant = went.filter((one) => one.wish.request.tenantId === tenantId);
  if (isFull(inTenant, documented.tenant)) return 'the tenant is full';
  if (kind !== 'read' && inLane.some(({ ended }) => ended > now)) return 'one is under way there';
  const gone = new Set(went.map((one) => one.wish));
  const isBefore = (other: Wish) => other !== wish && other.at <= wish.at && !gone.has(other);
  return [...wishes].some(([other, of]) => of === lane && isBefore(other)) ? 'somebody was there before' : undefined;
}

test('nothing stands in line when it could go', () => {
  fc.assert(
    fc.property(anyWishes({ longest: 1000, latest: 300 }), (wishes) => {
      const lanes = new Map(wishes.map((wish) => [wish, laneOf(wish)]));
      playThrough(wishes, (stood) => {
        if (reasonToWait(stood, lanes) === undefined)
          throw new Error(`at ${stood.now} there is room for ${laneOf(stood.wish)} of ${stood.wish.at}`);
      });
    }),
    { numRuns: 30 },
  );
});

test('what comes together goes in the order in which it came, if it comes back when it was told to', () => {
  fc.assert(
    fc.property(anyWishes({ longest: 100, latest: 0 }), (any) => {
      const { went } = playThrough(any.map((wish) => ({ ...wish, at: wish.at % 100 })));
      const last = new Map<string, number>();
      for (const { wish } of went) {
        expect(wish.at).toBeGreaterThanOrEqual(last.get(laneOf(wish)) ?? 0);
        last.set(laneOf(wish), wish.at);
      }
    }),
  );
});
