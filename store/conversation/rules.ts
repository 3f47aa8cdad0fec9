import { type Effect, emit, isWaiting, newlyStored, note, withOutbox } from '../effect.ts';
import { done, type Result } from '../result.ts';
import { atOnce, type Clocks, emitAgain, whenContactable } from '../round/effects.ts';
import { CONVERSATION_VERSION, type Conversation } from './record.ts';

export type ConversationSighting = Pick<Conversation, 'conversationId' | 'kind' | 'serviceUrl' | 'installed'> & {
  readonly name?: string;
  readonly rosterId?: string;
};

/** When it was seen, and who did what was seen; absent where nobody knows. */
export type Seen = Clocks & { readonly by?: string | undefined };

/** A channel or group chat the bot hears from for the first time. */
export function newConversation(
  id: string,
  tenantId: string,
  sighting: ConversationSighting,
  seen: Seen,
): Conversation {
  const made: Conversation = { ...newlyStored({ id, tenantId }, CONVERSATION_VERSION), ...sighting };
  return sighting.installed ? made : comeOrGone(made, seen);
}

/**
 * Keeps a conversation up to date. Gives back the very same record when there is nothing new. That the bot was taken out,
 * or is back, is told once, in however many ways Teams tells of it.
 */
export function seeConversation(
  conversation: Conversation,
  sighting: ConversationSighting,
  seen: Seen,
): Result<Conversation, never> {
  const isKnown = (Object.keys(sighting) as (keyof ConversationSighting)[]).every(
    (field) => sighting[field] === conversation[field],
  );
  // a channel that is not said to be its team's any more has members of its own
  if (isKnown && sighting.rosterId === conversation.rosterId) return done(conversation);
  const { greeted, rosterId: _before, ...rest } = conversation;
  const current = { ...rest, ...sighting, ...(greeted && sighting.installed && { greeted }) };
  return done(current.installed === conversation.installed ? current : comeOrGone(current, seen));
}

/** The bot is known to be there, or not, and nothing else is new. */
export function seePresence(conversation: Conversation, installed: boolean, seen: Seen): Result<Conversation, never> {
  const { conversationId, kind, serviceUrl, rosterId } = conversation;
  const sighting = { conversationId, kind, serviceUrl, ...(rosterId !== undefined && { rosterId }) };
  return seeConversation(conversation, { ...sighting, installed }, seen);
}

/** What says the opposite and still waits is past: nobody is told that the bot is gone from where it is. */
function comeOrGone(conversation: Conversation, { by = 'bot', ...clocks }: Seen): Conversation {
  const { installed } = conversation;
  const left = conversation.outbox.filter((effect) => !isWaiting(effect) || !isOfPresence(effect));
  const noted = note(withOutbox(conversation, left), {
    at: clocks.now,
    by,
    what: installed ? 'bot-added' : 'bot-removed',
  });
  return emitAgain(noted, atOnce(clocks), { kind: installed ? 'conversation-back' : 'conversation-left' });
}

function isOfPresence(effect: Effect): boolean {
  return effect.kind === 'conversation-back' || effect.kind === 'conversation-left' || isAboutLeaving(effect);
}

/** Whether an effect tells somebody that the bot is gone from here. */
export function isAboutLeaving(effect: Effect): boolean {
  return effect.kind === 'personal-card' && effect.view.view === 'conversation-left';
}

/** When the bot was last taken out of a conversation, and by whom; undefined while it is in it. */
export function removalOf({ installed, history }: Pick<Conversation, 'installed' | 'history'>) {
  return installed ? undefined : history.findLast(({ what }) => what === 'bot-removed');
}

/** Tells these people that the bot is gone from here: whoever took it out at once, the others in working hours. */
export function tellOfLeaving(conversation: Conversation, personIds: readonly string[], clocks: Clocks): Conversation {
  const remover = removalOf(conversation)?.by;
  const view = { view: 'conversation-left', conversationId: conversation.id } as const;
  return personIds.reduce(
    (current, personId) =>
      emitAgain(current, personId === remover ? atOnce(clocks) : whenContactable(clocks), {
        kind: 'personal-card',
        personId,
        view,
      }),
    conversation,
  );
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
