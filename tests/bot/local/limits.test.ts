import { describe, expect, test } from 'vitest';
import { type CallKind, Limits } from '../../../bot/local/limits.ts';

/** Limits with a clock of their own; `fill` takes calls until one is refused, at most this many. */
function aLimit() {
  const clock = { ms: 0 };
  const limits = new Limits(() => clock.ms);
  const fill = (kind: CallKind, conversation: string | undefined, most: number) => {
    for (let taken = 0; taken < most; taken++) if (limits.take(kind, conversation) > 0) return taken;
    return most;
  };
  return { clock, limits, fill };
}

describe('in one conversation', () => {
  test.each([
    ['send', 7],
    ['read', 14],
    ['roster', 5],
  ] as const)('%s goes %i times at once and no more', (kind, calls) => {
    const { limits, fill } = aLimit();
    expect(fill(kind, 'c', 40)).toBe(calls);
    expect(limits.take(kind, 'c')).toBeGreaterThan(0);
  });

  test.each([
    ['send', 1000, 1],
    ['read', 1000, 2],
    ['roster', 60_000, 5],
  ] as const)('%s has room again after %i ms, for %i', (kind, ms, calls) => {
    const { clock, fill } = aLimit();
    fill(kind, 'c', 40);
    clock.ms = ms - 1;
    expect(fill(kind, 'c', 40)).toBe(0);
    clock.ms = ms;
    expect(fill(kind, 'c', 40)).toBe(calls);
  });

  test('the window slides: seven at the end of one second leave no room at the beginning of the next', () => {
    const { clock, fill } = aLimit();
    clock.ms = 990;
    expect(fill('send', 'c', 40)).toBe(7);
    clock.ms = 1010;
    expect(fill('send', 'c', 40)).toBe(0);
  });

  test.each([
    ['send', 30_000, 60],
    ['send', 3_600_000, 1800],
    ['read', 30_000, 120],
    ['read', 3_600_000, 3600],
  ] as const)('%s as fast as it is allowed goes never more than in any %i ms %i times', (kind, ms, calls) => {
    const { clock, limits } = aLimit();
    const times: number[] = [];
    while (clock.ms < ms + 5000) {
      const wait = limits.take(kind, 'c');
      if (wait === 0) times.push(clock.ms);
      clock.ms += Math.max(wait, 0);
    }
    const most = Math.max(...times.map((from, i) => times.findLastIndex((time) => time < from + ms) - i + 1));
    expect(most).toBe(calls);
  });

  test('the wait that is told is enough, and not longer than it must be', () => {
    const { clock, limits, fill } = aLimit();
    fill('send', 'c', 7);
    clock.ms = 300;
    expect(limits.take('send', 'c')).toBe(700);
    clock.ms = 1000;
    expect(limits.take('send', 'c')).toBe(0);
  });

  test('a call that was refused is not counted', () => {
    const { clock, limits, fill } = aLimit();
    fill('send', 'c', 7);
    for (clock.ms = 0; clock.ms < 1000; clock.ms += 10) limits.take('send', 'c');
    clock.ms = 1000;
    expect(limits.take('send', 'c')).toBe(0);
  });

  test('sending and reading are counted apart; a whole list of members counts as reading too', () => {
    const { fill } = aLimit();
    fill('send', 'c', 40);
    fill('roster', 'c', 40);
    expect(fill('read', 'c', 40)).toBe(9);
  });
});

test('conversations do not count for each other, but all together fifty a second', () => {
  const { clock, limits, fill } = aLimit();
  const sent = Array.from({ length: 10 }, (_, i) => fill('send', `c${i}`, 7)).reduce((sum, one) => sum + one, 0);
  expect(sent).toBe(50);
  expect(limits.take('read', 'other')).toBe(1000);
  expect(limits.take('send')).toBe(1000);
  clock.ms = 1000;
  expect(limits.take('send')).toBe(0);
});
