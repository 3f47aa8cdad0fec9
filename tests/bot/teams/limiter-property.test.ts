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

/** The first request that stands in line for no reason that an outsider can see. */
function idler({ now, here, away, went }: Stood, lanes: ReadonlyMap<Wish, string>): Wish | undefined {
  const isFull = (counted: readonly Went[], kind: keyof typeof documented) =>
    documented[kind].some(([most, ms]) => counted.filter(({ ended }) => ended > now - ms - MARGIN_MS).length >= most);
  const keptFor = new Set([...away].map((wish) => lanes.get(wish)));
  return here.find((wish) => {
    const { kind, tenantId } = wish.request;
    const lane = lanes.get(wish);
    const inLane = went.filter((one) => lanes.get(one.wish) === lane);
    const isUnderWay = kind !== 'read' && inLane.some(({ ended }) => ended > now);
    if (keptFor.has(lane) || isUnderWay || isFull(inLane, kind)) return false;
    const inTenant = went.filter((one) => one.wish.request.tenantId === tenantId);
    return !isFull(inTenant, 'tenant');
  });
}

test('nothing stands in line when it could go, but for those before it who are about to come back', () => {
  fc.assert(
    fc.property(anyWishes({ longest: 1000, latest: 300 }), (wishes) => {
      const lanes = new Map(wishes.map((wish) => [wish, laneOf(wish)]));
      playThrough(wishes, (stood) => {
        const wish = idler(stood, lanes);
        if (wish) throw new Error(`at ${stood.now} there is room for ${laneOf(wish)} of ${wish.at}`);
      });
    }),
    { numRuns: 30 },
  );
});

test('what is sent together into a conversation goes in that order, if it comes back when it was told to', () => {
  fc.assert(
    fc.property(anyWishes({ longest: 100, latest: 0 }), (any) => {
      const { went } = playThrough(
        any.map((wish) => ({ ...wish, at: wish.at % 100, request: { ...wish.request, thread: 'busy', kind: 'send' } })),
      );
      const last = new Map<string, number>();
      for (const { wish } of went) {
        expect(wish.at).toBeGreaterThanOrEqual(last.get(laneOf(wish)) ?? 0);
        last.set(laneOf(wish), wish.at);
      }
    }),
  );
});
