import { change } from '../store/change.ts';
import {
  type ConversationSighting,
  greetAdder,
  newConversation,
  renameConversation,
  seeConversation,
} from '../store/conversation/rules.ts';
import { conversationIdFor, withoutThread } from './ids.ts';
import type { Deps, Inbound, Turn, Verified } from './turn.ts';

type Of<K extends Inbound['kind']> = Extract<Inbound, { kind: K }>;

/** Keeps a channel or group chat up to date; a message from one that the bot was not told of counts as being told. */
export async function noteConversation(
  deps: Pick<Deps, 'conversations'>,
  { place, from, conversationName }: Verified & { readonly conversationName?: string },
  installed: boolean,
): Promise<void> {
  const { serviceUrl, kind, rosterId } = place;
  // a dialog is opened anywhere, also where the bot was never added
  if (kind === 'personal' || kind === 'dialog' || kind === 'tab') return;
  const conversationId = withoutThread(place.conversationId);
  const sighting: ConversationSighting = {
    conversationId,
    serviceUrl,
    kind,
    installed,
    ...(rosterId && { rosterId }),
    ...(conversationName && { name: conversationName }),
  };
  const id = conversationIdFor(from.tenantId, conversationId);
  const { collection } = deps.conversations;
  if ((await collection.get(id)) === undefined)
    if ((await collection.insert(newConversation(id, from.tenantId, sighting))) === 'inserted') return;
  await change(collection, id, (current) => seeConversation(current, sighting));
}

/**
 * Whoever added the bot to a channel or group chat is greeted, once for each time it is added. A newer version of the
 * app is no reason to greet anybody again.
 */
export async function greet(
  deps: Pick<Deps, 'conversations' | 'realNow'>,
  { place, isUpgrade }: Of<'installed'>,
  { person, tenantId, turnId }: Turn,
): Promise<void> {
  if (isUpgrade) return;
  const id = conversationIdFor(tenantId, place.conversationId);
  await change(deps.conversations.collection, id, (conversation) =>
    greetAdder(conversation, { personId: person.id, turnId }, deps.realNow()),
  );
}

/** A channel or group chat that the bot knows is called something else now. */
export async function noteName(
  deps: Pick<Deps, 'conversations'>,
  { place, from, conversationName }: Of<'renamed'>,
): Promise<void> {
  const id = conversationIdFor(from.tenantId, place.conversationId);
  await change(deps.conversations.collection, id, (conversation) => renameConversation(conversation, conversationName));
}
