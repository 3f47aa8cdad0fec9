import { outboxIndexes } from '../due.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { CONVERSATION_VERSION, type Conversation, conversationSchema } from './record.ts';

export const conversationDefinition: Definition<Conversation> = {
  name: 'conversations',
  schema: conversationSchema,
  schemaVersion: CONVERSATION_VERSION,
  upcast: {},
  indexes: [...outboxIndexes],
};

/** The questions the bot asks about channels and group chats: by id. */
export const conversationRepository = (collection: Collection<Conversation>) => ({ collection });
