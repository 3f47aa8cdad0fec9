import { describe, expect, test } from 'vitest';
import { conversationSchema } from '../../store/conversation/record.ts';
import { greetAdder, newConversation, renameConversation, seeConversation } from '../../store/conversation/rules.ts';
import { accepted, REAL_NOW } from '../support/records.ts';

describe('a channel or group chat', () => {
  const seen = { conversationId: '19:x', kind: 'channel', serviceUrl: 'https://a.example/', installed: true } as const;
  const conversation = newConversation('conversation-1', 'tenant', { ...seen, name: 'Generelt' });

  test('is kept as the store keeps it', () => {
    expect(conversationSchema.parse(conversation)).toEqual(conversation);
    expect(conversation).toMatchObject({ id: 'conversation-1', tenantId: 'tenant', ...seen, name: 'Generelt' });
  });

  test('what is known already is the very same record', () => {
    expect(accepted(seeConversation(conversation, seen))).toBe(conversation);
    expect(accepted(seeConversation(conversation, { ...seen, name: 'Generelt' }))).toBe(conversation);
  });

  test.each([
    ['a new name', { name: 'Nytt' }],
    ['a new service', { serviceUrl: 'https://b.example/' }],
    ['the removal of the bot', { installed: false }],
    ['where its members are listed', { rosterId: '19:team' }],
  ])('%s is kept', (_what, news) => {
    expect(accepted(seeConversation(conversation, { ...seen, ...news }))).toMatchObject(news);
  });
});

test('a channel that is no longer said to be its team’s has members of its own', () => {
  const seen = { conversationId: '19:x', kind: 'channel', serviceUrl: 'https://a.example/', installed: true } as const;
  const open = newConversation('conversation-1', 'tenant', { ...seen, rosterId: '19:team' });
  expect(accepted(seeConversation(open, { ...seen, rosterId: '19:team' }))).toBe(open);
  expect(accepted(seeConversation(open, seen))).not.toHaveProperty('rosterId');
});

describe('whoever adds the bot', () => {
  const adder = { personId: 'siv', turnId: 'turn-1' };
  const seen = {
    conversationId: '19:x',
    kind: 'groupChat',
    serviceUrl: 'https://a.example/',
    installed: true,
  } as const;
  const added = () => newConversation('conversation-1', 'tenant', seen);
  const greet = (conversation = added(), who = adder) => accepted(greetAdder(conversation, who, REAL_NOW));

  test('is greeted at once, in the 1:1 chat, or by name where it was added', () => {
    const greeted = greet();
    const view = { view: 'setup-greeting', conversationId: 'conversation-1' };
    const { conversationId, serviceUrl } = seen;
    expect(greeted.outbox).toEqual([
      {
        kind: 'personal-card',
        key: 'greeting:turn-1',
        personId: 'siv',
        view,
        aside: { conversationId, serviceUrl, failed: { ...view, mentioned: 'siv' } },
        attempts: 0,
        dueAt: REAL_NOW,
      },
    ]);
    expect(conversationSchema.parse(greeted)).toEqual(greeted);
  });

  test('is greeted once, however often that is told', () => {
    const greeted = greet();
    expect(greet(greeted, { ...adder, turnId: 'turn-2' })).toBe(greeted);
    expect(
      greet(accepted(seeConversation(greeted, { ...seen, name: 'Nytt' })), { ...adder, turnId: 'turn-2' }).outbox,
    ).toHaveLength(1);
  });

  test('is greeted again when it was removed and is added anew', () => {
    const gone = accepted(seeConversation(greet(), { ...seen, installed: false }));
    expect(greet(gone)).toBe(gone);
    expect(gone).not.toHaveProperty('greeted');
    const again = accepted(seeConversation(gone, seen));
    expect(greet(again, { ...adder, turnId: 'turn-2' }).outbox.map(({ key }) => key)).toEqual([
      'greeting:turn-1',
      'greeting:turn-2',
    ]);
  });
});

test('a conversation that is called something else has its new name, and else is the very same record', () => {
  const conversation = newConversation('conversation-1', 'tenant', {
    conversationId: '19:x',
    kind: 'channel',
    serviceUrl: 'https://a.example/',
    installed: true,
    name: 'Generelt',
  });
  expect(accepted(renameConversation(conversation, 'SSU'))).toEqual({ ...conversation, name: 'SSU' });
  expect(accepted(renameConversation(conversation, 'Generelt'))).toBe(conversation);
});
