import { outboxIndexes } from '../due.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { CONVERSATION_VERSION, type Conversation, conversationSchema } from './record.ts';

export const conversationDefinition: Definition<Conversation> = {
  name: 'conversations',
  schema: conversationSchema,
  schemaVersion: CONVERSATION_VERSION,
  upcast: {},
  indexes: [{ fields: ['rosterId'] }, ...outboxIndexes],
};

/** The questions the bot asks about channels and group chats. */
export const conversationRepository = (collection: Collection<Conversation>) => ({
  collection,
  /** The open channels of a team that the bot has heard of; at most 500. */
  inTeam: async (rosterId: string) => (await collection.find({ rosterId }, { limit: 500 })).records,
});
