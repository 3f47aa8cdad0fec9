import { describe, expect, test } from 'vitest';
import { emit, newlyStored, note, withOutbox } from '../../store/effect.ts';
import { aPerson, NOW, REAL_NOW } from '../support/records.ts';

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

test('an effect for working hours says so for as long as it waits', () => {
  const person = emit(aPerson('kari'), { realNow: REAL_NOW, inWorkingHours: true }, reply('a'));
  expect(person.outbox).toEqual([{ ...reply('a'), attempts: 0, dueAt: REAL_NOW, inWorkingHours: true }]);
});

test('a line of history is added after those that are there, and the record given is left as it was', () => {
  const first = { at: NOW, by: 'siv', what: 'made' };
  const second = { ...first, what: 'changed' };
  const once = note(aPerson('kari'), first);
  expect(note(once, second).history).toEqual([first, second]);
  expect(once.history).toEqual([first]);
});

test('a new record has nothing behind it and nothing before it', () => {
  expect(newlyStored({ id: 'a', tenantId: 't' }, 3)).toEqual({
    id: 'a',
    tenantId: 't',
    version: 0,
    schemaVersion: 3,
    keys: [],
    outbox: [],
    history: [],
  });
});
