import { describe, expect, test } from 'vitest';
import { entraKey, objectIdOf } from '../../store/person/record.ts';
import { forgetChat, replyOnce, seePerson, wantOnce } from '../../store/person/rules.ts';
import { accepted, aPerson, NOW, REAL_NOW } from '../support/records.ts';

const reference = { serviceUrl: 'https://a.example/', conversationId: 'a:1', teamsId: '29:1' };
const known = aPerson('kari', { serviceUrl: reference.serviceUrl, reference });

describe('seePerson', () => {
  test('what is known already is the very same record', () => {
    expect(seePerson(known, { name: 'kari', serviceUrl: reference.serviceUrl, reference })).toBe(known);
    expect(seePerson(known, { name: '', serviceUrl: reference.serviceUrl })).toBe(known);
  });

  test('the first chat is kept, and so is a new service', () => {
    const { reference: _none, ...unknown } = known;
    expect(seePerson(unknown, { name: '', serviceUrl: reference.serviceUrl, reference })).toEqual(known);
    expect(seePerson(known, { name: '', serviceUrl: 'https://b.example/' })).toEqual({
      ...known,
      serviceUrl: 'https://b.example/',
    });
  });

  test.each([
    ['conversationId', { ...reference, conversationId: 'a:2' }],
    ['serviceUrl', { ...reference, serviceUrl: 'https://b.example/' }],
    ['teamsId', { ...reference, teamsId: '29:2' }],
  ])('the newest chat is kept when its %s is new', (_what, moved) => {
    expect(seePerson(known, { name: 'kari', serviceUrl: reference.serviceUrl, reference: moved }).reference).toEqual(
      moved,
    );
  });

  test('a message elsewhere updates name and service, and leaves the 1:1 chat', () => {
    const seen = seePerson(known, { name: 'Kari N', serviceUrl: 'https://b.example/' });
    expect(seen).toMatchObject({ name: 'Kari N', serviceUrl: 'https://b.example/', reference });
  });
});

describe('replyOnce', () => {
  const reply = { conversationId: 'a:1', serviceUrl: 'https://a.example/', view: { view: 'help' } } as const;

  test('the same message delivered again is refused', () => {
    const person = accepted(replyOnce(known, 'turn-1', reply, REAL_NOW));
    expect(person.outbox).toEqual([{ ...reply, kind: 'reply', key: 'reply:turn-1', attempts: 0, dueAt: REAL_NOW }]);
    expect(replyOnce(person, 'turn-1', reply, REAL_NOW)).toEqual({ ok: false, refusal: 'answered-before' });
  });

  test('the newest fifty messages are remembered', () => {
    const recentTurns = Array.from({ length: 50 }, (_, i) => `turn-${i}`);
    const person = accepted(replyOnce({ ...known, recentTurns }, 'turn-50', reply, REAL_NOW));
    expect(person.recentTurns).toHaveLength(50);
    expect([person.recentTurns[0], person.recentTurns.at(-1)]).toEqual(['turn-1', 'turn-50']);
  });
});

describe('wantOnce', () => {
  const offer = { what: 'receipt', roundId: 'round-1', format: 'docx' } as const;
  const effect = { kind: 'offer-file', key: 'offer:turn-1', personId: 'kari', offer } as const;

  test('what a press wants is sent once, though the press is delivered twice', () => {
    const person = accepted(wantOnce(known, 'turn-1', [effect], REAL_NOW));
    expect(person.outbox).toEqual([{ ...effect, attempts: 0, dueAt: REAL_NOW }]);
    expect(person.recentTurns).toEqual(['turn-1']);
    expect(wantOnce(person, 'turn-1', [effect], REAL_NOW)).toEqual({ ok: false, refusal: 'answered-before' });
  });
});

test('whoever removes the app has no chat any more, and it is noted once', () => {
  const gone = accepted(forgetChat(known, NOW));
  expect(gone).not.toHaveProperty('reference');
  expect(gone.history).toEqual([{ at: NOW, by: 'kari', what: 'removed-app' }]);
  expect(accepted(forgetChat(gone, NOW))).toBe(gone);
});

test('the Entra object id is among the keys, or there is none', () => {
  const keys = ['teams:t:29:x', entraKey('t', 'abc-1')];
  expect([objectIdOf(aPerson('kari', { keys })), objectIdOf(aPerson('kari', { keys: keys.slice(0, 1) }))]).toEqual([
    'abc-1',
    undefined,
  ]);
});

test('ids of people are compared without regard to case', () => {
  expect(entraKey('ABC', 'Def')).toBe(entraKey('abc', 'dEF'));
});
