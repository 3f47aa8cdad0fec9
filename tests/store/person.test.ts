import { describe, expect, test } from 'vitest';
import { newConversation, seeConversation } from '../../store/conversation/rules.ts';
import { entraKey } from '../../store/person/record.ts';
import { forgetChat, replyOnce, seePerson } from '../../store/person/rules.ts';
import { accepted, aPerson, NOW, REAL_NOW } from '../support/records.ts';

const reference = { serviceUrl: 'https://a.example/', conversationId: 'a:1', teamsId: '29:1' };
const known = aPerson('kari', { serviceUrl: reference.serviceUrl, reference });

describe('seePerson', () => {
  test('what is known already is the very same record', () => {
    expect(seePerson(known, { name: 'kari', serviceUrl: reference.serviceUrl, reference })).toBe(known);
    expect(seePerson(known, { name: '', serviceUrl: reference.serviceUrl })).toBe(known);
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

test('whoever removes the app has no chat any more, and it is noted once', () => {
  const gone = accepted(forgetChat(known, NOW));
  expect(gone).not.toHaveProperty('reference');
  expect(gone.history).toEqual([{ at: NOW, by: 'kari', what: 'removed-app' }]);
  expect(accepted(forgetChat(gone, NOW))).toBe(gone);
});

test('ids of people are compared without regard to case', () => {
  expect(entraKey('ABC', 'Def')).toBe(entraKey('abc', 'dEF'));
});

describe('a channel or group chat', () => {
  const seen = { conversationId: '19:x', kind: 'channel', serviceUrl: 'https://a.example/', installed: true } as const;
  const conversation = newConversation('conversation-1', 'tenant', { ...seen, name: 'Generelt' });

  test('what is known already is the very same record', () => {
    expect(accepted(seeConversation(conversation, seen))).toBe(conversation);
    expect(accepted(seeConversation(conversation, { ...seen, name: 'Generelt' }))).toBe(conversation);
  });

  test.each([
    ['a new name', { name: 'Nytt' }],
    ['a new service', { serviceUrl: 'https://b.example/' }],
    ['the removal of the bot', { installed: false }],
  ])('%s is kept', (_what, news) => {
    expect(accepted(seeConversation(conversation, { ...seen, ...news }))).toMatchObject(news);
  });
});
