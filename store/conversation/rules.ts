import { newlyStored } from '../effect.ts';
import { done, type Result } from '../result.ts';
import { CONVERSATION_VERSION, type Conversation } from './record.ts';

export type ConversationSighting = Pick<Conversation, 'conversationId' | 'kind' | 'serviceUrl' | 'installed'> & {
  readonly name?: string;
};

/** A channel or group chat the bot hears from for the first time. */
export function newConversation(id: string, tenantId: string, seen: ConversationSighting): Conversation {
  return { ...newlyStored({ id, tenantId }, CONVERSATION_VERSION), ...seen };
}

/** Keeps a conversation up to date. Gives back the very same record when there is nothing new. */
export function seeConversation(conversation: Conversation, seen: ConversationSighting): Result<Conversation, never> {
  const same =
    conversation.serviceUrl === seen.serviceUrl &&
    conversation.installed === seen.installed &&
    (seen.name === undefined || seen.name === conversation.name);
  return done(same ? conversation : { ...conversation, ...seen });
}
