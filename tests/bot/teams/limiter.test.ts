import { describe, expect, test } from 'vitest';
import { Limiter, PATIENCE_MS, type Request } from '../../../bot/teams/limiter.ts';
import { exceeded, playThrough, type Wish } from '../../support/limit-run.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const to = (thread: string, more: Partial<Request> = {}): Request => ({
  tenantId: 'tenant',
  thread,
  kind: 'send',
  ...more,
});
/** So many requests at once; answers take as long as Teams' usually do, and who is sent away is back within a poll. */
const wishes = (count: number, request: (i: number) => Request, takes = 100): Wish[] =>
  Array.from({ length: count }, (_, i) => ({ at: 0, request: request(i), takes, counted: 0.5, late: (i * 37) % 250 }));
const endOf = (run: ReturnType<typeof playThrough>, of = (_wish: Wish) => true) =>
  Math.max(...run.went.filter(({ wish }) => of(wish)).map(({ began }) => began));

/** A limiter that a test asks itself: who goes, and who must leave until when. */
function aLimiter() {
  const limiter = new Limiter();
  const ask = (now: number) => {
    const { go, leave, nextAt } = limiter.decide(now);
    return { go: go.length, backAt: leave.map(({ backAt }) => backAt), nextAt };
  };
  const arrive = (request: Request, now: number) => {
    const ticket = limiter.arrive(request, now);
    return { ticket, ...ask(now) };
  };
  return { limiter, ask, arrive };
}

describe('a conversation', () => {
  test('gets 160 messages as fast as Teams lets them through, and what waits comes back once or twice', () => {
    const run = playThrough(wishes(160, () => to('19:ssu'), 20));
    expect(exceeded(run.went)).toBeUndefined();
    // 60 in 30 seconds: the first 60 of them within eight a two seconds, then two windows more
    expect(endOf(run)).toBeGreaterThan(60 * SECOND);
    expect(endOf(run)).toBeLessThan(76 * SECOND);
    expect(run.putOff).toBeLessThan(2 * 160);
  });

  test.each([
    ['send', 7, 1000, 0],
    ['send', 8, 2000, 200],
    ['send', 60, 30_000, 270],
    ['send', 1800, 3_600_000, 510],
    ['open', 1800, 3_600_000, 510],
    ['read', 14, 1000, 0],
    ['read', 16, 2000, 100],
    ['read', 120, 30_000, 135],
    ['read', 3600, 3_600_000, 255],
  ] as const)('takes what is to %s %i times in %i ms, and the next one just after that', (kind, most, ms, every) => {
    // as close together as the shorter windows let them be
    const asked = wishes(most + 1, () => to('19:ssu', { kind }), 1);
    const { went } = playThrough(asked.map((wish, i) => ({ ...wish, at: i * every, late: 0 })));
    const began = went.map((one) => one.began).toSorted((a, b) => a - b);
    expect(began[most - 1]).toBeLessThan(ms);
    expect(began[most]).toBeGreaterThan(ms);
    expect(began[most]).toBeLessThan(ms + 100);
  });

  test('is the channel, whichever of its threads is written in', () => {
    const { arrive, limiter, ask } = aLimiter();
    for (let i = 0; i < 7; i++) limiter.end(arrive(to(`19:ssu;messageid=${i}`), i).ticket, i);
    expect(arrive(to('19:ssu'), 7)).toMatchObject({ go: 0, backAt: [] });
    expect(ask(1100).go).toBe(1);
  });

  test('is written to by one request at a time, and read by several', () => {
    const { arrive, limiter, ask } = aLimiter();
    const { ticket, go } = arrive(to('19:ssu'), 0);
    expect(go).toBe(1);
    expect(arrive(to('19:ssu'), 1).go).toBe(0);
    expect(arrive(to('19:ssu', { kind: 'read' }), 2).go).toBe(1);
    expect(arrive(to('19:ssu', { kind: 'read' }), 3).go).toBe(1);
    limiter.end(ticket, 4);
    expect(ask(4).go).toBe(1);
  });

  test('that does not answer keeps nobody in line for long, and the next one comes back later still', () => {
    const { arrive, ask } = aLimiter();
    arrive(to('19:ssu'), 0);
    expect(arrive(to('19:ssu'), 10)).toMatchObject({ go: 0, backAt: [] });
    expect(ask(10 + PATIENCE_MS).backAt).toEqual([10 + 2 * PATIENCE_MS]);
  });

  test('that is busy keeps no other waiting: 160 personal cards go out beside it', () => {
    const isBusy = ({ request }: Wish) => request.thread === '19:ssu';
    const run = playThrough(wishes(320, (i) => to(i % 2 === 0 ? '19:ssu' : `a:${i}`), 20));
    expect(exceeded(run.went)).toBeUndefined();
    expect(endOf(run, (wish) => !isBusy(wish))).toBeLessThan(4.5 * SECOND);
  });
});

describe('a tenant', () => {
  test('gets fifty a second, however many conversations they go to', () => {
    const run = playThrough(wishes(160, (i) => to(`a:${i}`), 20));
    expect(exceeded(run.went)).toBeUndefined();
    expect(endOf(run)).toBeGreaterThanOrEqual(3 * SECOND);
    expect(endOf(run)).toBeLessThan(3.3 * SECOND);
  });

  test('waits for no other tenant', () => {
    const run = playThrough(wishes(100, (i) => to(`a:${i}`, { tenantId: `tenant-${i % 2}` })));
    expect(endOf(run)).toBe(0);
  });
});

describe('a place in line', () => {
  /** Eight have gone, the last one a second after the others; the ninth was sent away until there is room for it. */
  function sentAway() {
    const one = aLimiter();
    for (let i = 0; i < 7; i++) one.limiter.end(one.arrive(to('19:ssu'), 0).ticket, 0);
    const { ticket: eighth } = one.arrive(to('19:ssu'), 0);
    const [backAt = 0] = one.arrive(to('19:ssu'), 0).backAt;
    expect(one.ask(1020).go).toBe(1);
    one.limiter.end(eighth, 1020);
    expect(backAt).toBe(2020);
    return one;
  }

  test('is kept for whoever was sent away: others who come meanwhile go after it, also when it is a little late', () => {
    const { arrive, limiter } = sentAway();
    const other = arrive(to('19:ssu'), 2010);
    expect(other).toMatchObject({ go: 0, backAt: [] });
    expect(limiter.decide(2400).go).toEqual([]);
    const own = limiter.arrive(to('19:ssu'), 2400);
    expect(limiter.decide(2400).go).toEqual([own]);
    limiter.end(own, 2410);
    expect(limiter.decide(2410).go).toEqual([other.ticket]);
  });

  test('is held open for half a second, and then others go first', () => {
    const { arrive, ask } = sentAway();
    expect(arrive(to('19:ssu'), 2010).go).toBe(0);
    expect(ask(2520).go).toBe(0);
    expect(ask(2521).go).toBe(1);
  });
});

describe('a refusal', () => {
  test('closes the conversation for as long as Teams says, and no other', () => {
    const { arrive, limiter, ask } = aLimiter();
    const { ticket } = arrive(to('19:ssu'), 0);
    expect(limiter.refuse(ticket, 10, 30_000)).toBe('conversation');
    limiter.end(ticket, 10);
    expect(arrive(to('19:ssu'), 20)).toMatchObject({ go: 0, backAt: [30_000] });
    expect(arrive(to('a:kari'), 20).go).toBe(1);
    expect(arrive(to('19:ssu'), 30_000).go).toBe(1);
    expect(ask(30_000).go).toBe(0);
  });

  test('that says nothing closes it for two seconds', () => {
    const { arrive, limiter } = aLimiter();
    const { ticket } = arrive(to('19:ssu'), 0);
    limiter.refuse(ticket, 10);
    limiter.end(ticket, 10);
    expect(arrive(to('19:ssu'), 20).backAt).toEqual([2010]);
  });

  test('sends those away who stood in line behind it, so that they hold no place', () => {
    const { arrive, limiter, ask } = aLimiter();
    const { ticket } = arrive(to('19:ssu'), 0);
    arrive(to('19:ssu'), 1);
    limiter.refuse(ticket, 10, 30_000);
    limiter.end(ticket, 10);
    expect(ask(10).backAt).toEqual([30_000]);
  });

  test('in two conversations at a time is the tenant’s, and closes all of it, for a minute at the most', () => {
    const { arrive, limiter } = aLimiter();
    const [one, other] = [arrive(to('a:1'), 0).ticket, arrive(to('a:2'), 0).ticket];
    limiter.refuse(one, 10, HOUR);
    expect(limiter.refuse(other, 20, HOUR)).toBe('tenant');
    expect(arrive(to('a:3'), 30).backAt).toEqual([20 + 60 * SECOND]);
    expect(arrive(to('a:3', { tenantId: 'other' }), 30).go).toBe(1);
  });

  test('in the same conversation again, or in another one later, is not the tenant’s', () => {
    const { arrive, limiter } = aLimiter();
    const { ticket } = arrive(to('a:1'), 0);
    limiter.refuse(ticket, 10, 1000);
    expect(limiter.refuse(ticket, 20, 1000)).toBe('conversation');
    const { ticket: later } = arrive(to('a:2'), 1000);
    expect(limiter.refuse(later, 1001, 2000)).toBe('conversation');
  });
});

test('conversations are forgotten when nothing of them counts any more', () => {
  const { arrive, limiter } = aLimiter();
  for (let i = 0; i < 40; i++) limiter.end(arrive(to(`a:${i}`), 0).ticket, 0);
  expect(limiter.size).toBe(41);
  arrive(to('a:new'), HOUR);
  expect(limiter.size).toBe(42);
  arrive(to('a:newer'), HOUR + 2 * 60 * SECOND);
  // two conversations and their tenant
  expect(limiter.size).toBe(3);
});
