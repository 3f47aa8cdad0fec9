import { describe, expect, test } from 'vitest';
import { type Effect, emit, isWaiting, withOutbox } from '../../store/effect.ts';
import {
  claimEffect,
  deferEffect,
  holdEffect,
  postponeEffect,
  releaseEffects,
  retryTime,
  settleEffect,
} from '../../store/outbox.ts';
import { accepted, aPerson, NOW, REAL_NOW } from '../support/records.ts';

const later = (minutes: number) => new Date(REAL_NOW.getTime() + minutes * 60_000);
const reply = (key: string) =>
  ({ kind: 'reply', key, conversationId: 'c', serviceUrl: 's', view: { view: 'help' } }) as const;
const waiting = (...keys: readonly string[]) => emit(aPerson('kari'), { realNow: REAL_NOW }, ...keys.map(reply));

describe('claimEffect', () => {
  test('the claim is a lease: the next try is one minute off, then two, then four', () => {
    let person = waiting('a');
    for (const minutes of [1, 2, 4]) {
      const at = person.outboxDueAt as Date;
      person = accepted(claimEffect(person, 'a', at));
      expect(person.outboxDueAt).toEqual(new Date(at.getTime() + minutes * 60_000));
    }
    expect(person.outbox[0]).toMatchObject({ key: 'a', attempts: 3 });
  });

  test('claiming one effect leaves the others as they are', () => {
    const person = accepted(claimEffect(waiting('a', 'b'), 'b', REAL_NOW));
    expect(person.outbox.map(({ key, attempts }) => [key, attempts])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(person.outboxDueAt).toEqual(REAL_NOW);
  });

  test('is given up after eight tries', () => {
    const tried = (attempts: number) => withOutbox(aPerson('kari'), [{ ...reply('a'), attempts, dueAt: REAL_NOW }]);
    expect(claimEffect(tried(8), 'a', REAL_NOW)).toEqual({ ok: false, refusal: 'given-up' });
    expect(claimEffect(tried(7), 'a', REAL_NOW)).toMatchObject({ ok: true });
  });

  test.each([
    ['an effect that is not due', () => waiting('a'), 'a', later(-1)],
    ['an effect that is gone', () => waiting('a'), 'b', REAL_NOW],
    [
      'an effect held for working hours',
      () => emit(aPerson('kari'), { realNow: REAL_NOW, contactAt: NOW }, reply('a')),
      'a',
      later(9),
    ],
  ] as const)('refuses %s', (_what, person, key, now) => {
    expect(claimEffect(person(), key, now)).toEqual({ ok: false, refusal: 'not-due' });
  });
});

describe('deferEffect', () => {
  test('moves the claim to when the receiver said', () => {
    const claimed = accepted(claimEffect(waiting('a', 'b'), 'a', REAL_NOW));
    const deferred = accepted(deferEffect(claimed, claimed.outbox[0] as Effect, later(30)));
    expect(deferred.outbox.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['a', later(30)],
      ['b', REAL_NOW],
    ]);
  });

  test('of several that were claimed it moves the one it was asked to', () => {
    const claimed = accepted(claimEffect(accepted(claimEffect(waiting('a', 'b'), 'a', REAL_NOW)), 'b', REAL_NOW));
    const deferred = accepted(deferEffect(claimed, claimed.outbox[1] as Effect, later(30)));
    expect(deferred.outbox.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['a', later(1)],
      ['b', later(30)],
    ]);
  });

  test('a stalled worker cannot move a later claim', () => {
    const first = accepted(claimEffect(waiting('a'), 'a', REAL_NOW));
    const second = accepted(claimEffect(first, 'a', later(1)));
    expect(deferEffect(second, first.outbox[0] as Effect, later(30))).toEqual({ ok: false, refusal: 'not-claimed' });
  });

  test('an effect that is gone cannot be moved', () => {
    const claimed = accepted(claimEffect(waiting('a', 'b'), 'a', REAL_NOW));
    const settled = settleEffect(claimed, 'a');
    expect(deferEffect(settled, claimed.outbox[0] as Effect, later(30))).toEqual({ ok: false, refusal: 'not-claimed' });
  });
});

describe('postponeEffect', () => {
  const claimedOne = () => accepted(claimEffect(waiting('a', 'b'), 'a', REAL_NOW));
  const postponedOne = (claimed = claimedOne()) =>
    accepted(postponeEffect(claimed, claimed.outbox[0] as Effect, later(2)));

  test('gives it back until then, as if it had never been claimed', () => {
    const postponed = postponedOne();
    expect(postponed.outbox).toMatchObject([
      { key: 'a', attempts: 0, dueAt: later(2) },
      { key: 'b', attempts: 0, dueAt: REAL_NOW },
    ]);
    expect(accepted(claimEffect(postponed, 'a', later(2))).outbox[0]).toMatchObject({ attempts: 1, dueAt: later(3) });
  });

  test('spends no attempt, however often', () => {
    let person = waiting('a');
    for (let i = 0; i < 20; i++) {
      person = accepted(claimEffect(person, 'a', later(i)));
      person = accepted(postponeEffect(person, person.outbox[0] as Effect, later(i + 1)));
    }
    expect(person.outbox).toMatchObject([{ attempts: 0, dueAt: later(20) }]);
  });

  test('leaves alone what another process has claimed since, and what is gone', () => {
    const [claimed, postponed] = [claimedOne(), postponedOne()];
    const again = accepted(claimEffect(claimed, 'a', later(1)));
    const refused = { ok: false, refusal: 'not-claimed' };
    expect(postponeEffect(again, claimed.outbox[0] as Effect, later(9))).toEqual(refused);
    expect(postponeEffect(settleEffect(claimed, 'a'), claimed.outbox[0] as Effect, later(9))).toEqual(refused);
    expect(postponeEffect(postponed, postponed.outbox[0] as Effect, later(9))).toEqual(refused);
  });
});

describe('isWaiting', () => {
  const only = ({ outbox: [effect] }: { readonly outbox: readonly Effect[] }) => effect as Effect;
  test('is said of what was never claimed and of what was given back, and not while somebody has it', () => {
    const claimed = accepted(claimEffect(waiting('a'), 'a', REAL_NOW));
    const deferred = accepted(deferEffect(claimed, only(claimed), later(1)));
    expect(isWaiting(only(waiting('a')))).toBe(true);
    expect(isWaiting(only(claimed))).toBe(false);
    expect(isWaiting(only(deferred))).toBe(true);
    expect(isWaiting(only(accepted(claimEffect(deferred, 'a', later(1)))))).toBe(false);
    expect(isWaiting(only(accepted(postponeEffect(claimed, only(claimed), later(1)))))).toBe(true);
  });
});

describe('deferEffect, after the last try', () => {
  const failed = (attempts: number) => withOutbox(aPerson('kari'), [{ ...reply('a'), attempts, dueAt: REAL_NOW }]);
  const defer = (attempts: number) => {
    const person = failed(attempts);
    return deferEffect(person, person.outbox[0] as Effect, later(30));
  };

  test('refuses, so that it is given up at once', () => {
    expect(defer(8)).toEqual({ ok: false, refusal: 'given-up' });
    expect(accepted(defer(7)).outboxDueAt).toEqual(later(30));
  });
});

describe('retryTime', () => {
  const seconds = (attempts: number, chance = 0, retryAfter?: number) => {
    const effect = { ...reply('a'), attempts, dueAt: REAL_NOW };
    const asked = retryAfter === undefined ? undefined : new Date(REAL_NOW.getTime() + retryAfter * 1000);
    return (retryTime(effect, REAL_NOW, chance, asked).getTime() - REAL_NOW.getTime()) / 1000;
  };

  test('backs off by four each time, from two seconds to hours: seven tries outlast three hours', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((attempts) => seconds(attempts))).toEqual([2, 8, 32, 128, 512, 2048, 8192]);
  });

  test('chance makes it up to a fifth longer, and never shorter', () => {
    expect(seconds(1, 0.5)).toBeCloseTo(2.2);
    expect(seconds(3, 1)).toBeCloseTo(38.4);
    expect(seconds(1, 1, 10)).toBeCloseTo(12);
  });

  test.each([
    ['a shorter wait than ours is taken', 3, 1, 1],
    ['a longer wait than ours is taken', 1, 600, 600],
    ['no wait at all is taken', 1, 0, 0],
    ['from the fourth try on, a shorter wait than ours is not', 4, 1, 128],
    ['from the fourth try on, a longer wait than ours still is', 4, 600, 600],
  ])('what the receiver asks: %s', (_what, attempts, asked, waited) => {
    expect(seconds(attempts, 0, asked)).toBe(waited);
  });
});

describe('holdEffect', () => {
  test('puts a due effect off until people may be contacted, and leaves the others', () => {
    const person = accepted(holdEffect(waiting('a', 'b'), 'a', NOW, REAL_NOW));
    expect(person.outbox.map(({ key, contactAt }) => [key, contactAt])).toEqual([
      ['a', NOW],
      ['b', undefined],
    ]);
    expect(person).toMatchObject({ contactDueAt: NOW, outboxDueAt: REAL_NOW });
    expect(claimEffect(person, 'a', later(9))).toEqual({ ok: false, refusal: 'not-due' });
  });

  test.each([
    ['that is gone', () => waiting('b'), REAL_NOW],
    ['that another process has claimed', () => accepted(claimEffect(waiting('a'), 'a', REAL_NOW)), REAL_NOW],
    ['that is held already', () => accepted(holdEffect(waiting('a'), 'a', NOW, REAL_NOW)), later(9)],
  ])('leaves an effect %s', (_what, person, now) => {
    expect(holdEffect(person(), 'a', NOW, now)).toEqual({ ok: false, refusal: 'not-due' });
  });
});

describe('settleEffect', () => {
  test('removes the delivered effect and no other', () => {
    expect(settleEffect(waiting('a', 'b'), 'a').outbox.map(({ key }) => key)).toEqual(['b']);
    expect(settleEffect(waiting('a'), 'a')).not.toHaveProperty('outboxDueAt');
  });

  test('settling twice changes nothing', () => {
    const person = waiting('a');
    expect(settleEffect(person, 'b')).toBe(person);
  });
});

describe('releaseEffects', () => {
  const early = new Date(NOW.getTime() - 1);
  const tomorrow = new Date(NOW.getTime() + 86_400_000);
  const held = () => {
    const first = emit(aPerson('kari'), { realNow: REAL_NOW, contactAt: NOW }, reply('a'));
    const second = emit(first, { realNow: REAL_NOW, contactAt: tomorrow }, reply('b'));
    return emit(second, { realNow: later(-3) }, reply('c'));
  };

  test('lets go of what may be sent now, and of nothing else', () => {
    const released = accepted(releaseEffects(held(), NOW, later(7)));
    expect(released.outbox.map(({ key, dueAt, contactAt }) => [key, dueAt, contactAt])).toEqual([
      ['a', later(7), undefined],
      ['b', REAL_NOW, tomorrow],
      ['c', later(-3), undefined],
    ]);
    expect(released).toMatchObject({ outboxDueAt: later(-3), contactDueAt: tomorrow });
  });

  test.each([
    ['before the hour', held, early],
    ['with nothing held', () => waiting('a'), NOW],
  ] as const)('does nothing %s', (_what, person, now) => {
    expect(releaseEffects(person(), now, REAL_NOW)).toEqual({ ok: false, refusal: 'not-due' });
  });
});
