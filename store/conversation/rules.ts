import { emit, newlyStored } from '../effect.ts';
import { done, type Result } from '../result.ts';
import { CONVERSATION_VERSION, type Conversation } from './record.ts';

export type ConversationSighting = Pick<Conversation, 'conversationId' | 'kind' | 'serviceUrl' | 'installed'> & {
  readonly name?: string;
  readonly rosterId?: string;
};

/** A channel or group chat the bot hears from for the first time. */
export function newConversation(id: string, tenantId: string, seen: ConversationSighting): Conversation {
  return { ...newlyStored({ id, tenantId }, CONVERSATION_VERSION), ...seen };
}

/** Keeps a conversation up to date. Gives back the very same record when there is nothing new. */
export function seeConversation(conversation: Conversation, seen: ConversationSighting): Result<Conversation, never> {
  const isKnown = (Object.keys(seen) as (keyof ConversationSighting)[]).every(
    (field) => seen[field] === conversation[field],
  );
  // a channel that is not said to be its team's any more has members of its own
  if (isKnown && seen.rosterId === conversation.rosterId) return done(conversation);
  const { greeted, rosterId, ...rest } = conversation;
  return done({ ...rest, ...seen, ...(greeted && seen.installed && { greeted }) });
}

/** Whoever added the bot is greeted, once, in however many ways Teams tells of it. */
export function greetAdder(
  conversation: Conversation,
  { personId, turnId }: { readonly personId: string; readonly turnId: string },
  realNow: Date,
): Result<Conversation, never> {
  if (!conversation.installed || conversation.greeted) return done(conversation);
  const { id, conversationId, serviceUrl } = conversation;
  const view = { view: 'setup-greeting', conversationId: id } as const;
  return done(
    emit(
      { ...conversation, greeted: true },
      { realNow },
      {
        kind: 'personal-card',
        key: `greeting:${turnId}`,
        personId,
        view,
        // who cannot be reached in a 1:1 chat is greeted where the bot was added
        aside: { conversationId, serviceUrl, failed: { ...view, mentioned: personId } },
      },
    ),
  );
}

/** The conversation is called something else now. */
export function renameConversation(conversation: Conversation, name: string): Result<Conversation, never> {
  return done(conversation.name === name ? conversation : { ...conversation, name });
}
