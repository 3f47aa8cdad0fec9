import { describe, expect, test } from 'vitest';
import { emit, withOutbox } from '../../store/effect.ts';
import { claimEffect, deferEffect, releaseEffects, settleEffect } from '../../store/outbox.ts';
import { accepted, aPerson, NOW, REAL_NOW } from '../support/records.ts';

const later = (minutes: number) => new Date(REAL_NOW.getTime() + minutes * 60_000);
const reply = (key: string) =>
  ({ kind: 'reply', key, conversationId: 'c', serviceUrl: 's', view: { view: 'help' } }) as const;
const waiting = (...keys: readonly string[]) => emit(aPerson('kari'), { realNow: REAL_NOW }, ...keys.map(reply));

describe('emit', () => {
  test('an effect whose key is waiting is not added again', () => {
    const person = waiting('a');
    expect(emit(person, { realNow: later(1) }, reply('a'))).toBe(person);
    expect(emit(person, { realNow: later(1) }, reply('a'), reply('b')).outbox.map(({ key }) => key)).toEqual([
      'a',
      'b',
    ]);
  });

  test('the due time is the earliest waiting, and absent when nothing waits', () => {
    const person = emit(waiting('a'), { realNow: later(-5) }, reply('b'));
    expect(person.outboxDueAt).toEqual(later(-5));
    expect(withOutbox(person, [])).not.toHaveProperty('outboxDueAt');
  });

  test('an effect held for working hours has its own due time and no other', () => {
    const person = emit(aPerson('kari'), { realNow: REAL_NOW, contactAt: NOW }, reply('a'));
    expect(person.contactDueAt).toEqual(NOW);
    expect(person).not.toHaveProperty('outboxDueAt');
  });
});

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
    ['an effect that is not due', waiting('a'), 'a', later(-1)],
    ['an effect that is gone', waiting('a'), 'b', REAL_NOW],
    [
      'an effect held for working hours',
      emit(aPerson('kari'), { realNow: REAL_NOW, contactAt: NOW }, reply('a')),
      'a',
      later(9),
    ],
  ] as const)('refuses %s', (_what, person, key, now) => {
    expect(claimEffect(person, key, now)).toEqual({ ok: false, refusal: 'not-due' });
  });
});

describe('deferEffect', () => {
  test('moves the claim to when the receiver said', () => {
    const claimed = accepted(claimEffect(waiting('a', 'b'), 'a', REAL_NOW));
    const deferred = accepted(deferEffect(claimed, claimed.outbox[0] as never, later(30)));
    expect(deferred.outbox.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['a', later(30)],
      ['b', REAL_NOW],
    ]);
  });

  test('a stalled worker cannot move a later claim', () => {
    const first = accepted(claimEffect(waiting('a'), 'a', REAL_NOW));
    const second = accepted(claimEffect(first, 'a', later(1)));
    expect(deferEffect(second, first.outbox[0] as never, later(30))).toEqual({ ok: false, refusal: 'not-claimed' });
  });
  test('an effect that is gone cannot be moved', () => {
    const claimed = accepted(claimEffect(waiting('a', 'b'), 'a', REAL_NOW));
    const settled = settleEffect(claimed, 'a');
    expect(deferEffect(settled, claimed.outbox[0] as never, later(30))).toEqual({ ok: false, refusal: 'not-claimed' });
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
  const held = emit(
    emit(
      emit(aPerson('kari'), { realNow: REAL_NOW, contactAt: NOW }, reply('a')),
      { realNow: REAL_NOW, contactAt: tomorrow },
      reply('b'),
    ),
    { realNow: later(-3) },
    reply('c'),
  );

  test('lets go of what may be sent now, and of nothing else', () => {
    const released = accepted(releaseEffects(held, NOW, later(7)));
    expect(released.outbox.map(({ key, dueAt, contactAt }) => [key, dueAt, contactAt])).toEqual([
      ['a', later(7), undefined],
      ['b', REAL_NOW, tomorrow],
      ['c', later(-3), undefined],
    ]);
    expect(released).toMatchObject({ outboxDueAt: later(-3), contactDueAt: tomorrow });
  });

  test.each([
    ['before the hour', held, early],
    ['with nothing held', waiting('a'), NOW],
  ] as const)('does nothing %s', (_what, person, now) => {
    expect(releaseEffects(person, now, REAL_NOW)).toEqual({ ok: false, refusal: 'not-due' });
  });
});
