import { describe, expect, test } from 'vitest';
import { conversationSchema } from '../../store/conversation/record.ts';
import { newConversation, seeConversation } from '../../store/conversation/rules.ts';
import { accepted } from '../support/records.ts';

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
  ])('%s is kept', (_what, news) => {
    expect(accepted(seeConversation(conversation, { ...seen, ...news }))).toMatchObject(news);
  });
});
