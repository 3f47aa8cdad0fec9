import { change } from '../store/change.ts';
import {
  type ConversationSighting,
  greetAdder,
  newConversation,
  renameConversation,
  seeConversation,
  seePresence,
} from '../store/conversation/rules.ts';
import { conversationIdFor, withoutThread } from './ids.ts';
import type { Deps, Inbound, Turn, Verified } from './turn.ts';

type Of<K extends Inbound['kind']> = Extract<Inbound, { kind: K }>;

type Known = Pick<Deps, 'conversations' | 'now' | 'realNow'>;
type Told = Verified & { readonly conversationName?: string };
type Presence = { readonly installed?: boolean; readonly by?: string | undefined };
type Team = { readonly teamId?: string | undefined };

/**
 * Keeps a channel or group chat up to date; a message from one that the bot was not told of counts as being told.
 * `installed`: whether the bot is there; absent: as it is known, for a card that was left behind can still be pressed. `by`: who
 * added the bot or took it out.
 */
export async function noteConversation(
  deps: Known,
  { place, from, conversationName }: Told,
  { installed, by }: Presence,
): Promise<void> {
  const { serviceUrl, kind, rosterId } = place;
  // a dialog is opened anywhere, also where the bot was never added
  if (kind === 'personal' || kind === 'dialog' || kind === 'tab') return;
  const conversationId = withoutThread(place.conversationId);
  const id = conversationIdFor(from.tenantId, conversationId);
  const { collection } = deps.conversations;
  const known = await collection.get(id);
  const sighting: ConversationSighting = {
    conversationId,
    serviceUrl,
    kind,
    installed: installed ?? known?.installed ?? true,
    ...(rosterId && { rosterId }),
    ...(conversationName && { name: conversationName }),
  };
  const seen = () => ({ now: deps.now(), realNow: deps.realNow(), by });
  if (known === undefined)
    if ((await collection.insert(newConversation(id, from.tenantId, sighting, seen()))) === 'inserted') return;
  await change(collection, id, (current) => seeConversation(current, sighting, seen()));
}

/**
 * The bot came to a channel or group chat, or was taken out of it. In a team it is in all open channels or in none, and
 * Teams tells it of one.
 */
export async function notePresence(deps: Known, told: Told & Team, presence: Required<Presence>): Promise<void> {
  const { conversationName, teamId, ...unnamed } = told;
  // of a conversation that it leaves the name is known, and what is said now may be its team's
  const name = presence.installed && conversationName ? { conversationName } : {};
  await noteConversation(deps, { ...unnamed, ...name }, presence);
  if (teamId === undefined) return;
  const { conversationId } = told.place;
  const channels = await deps.conversations.inTeam(teamId);
  for (const channel of channels.filter((one) => one.conversationId !== withoutThread(conversationId)))
    await change(deps.conversations.collection, channel.id, (current) =>
      seePresence(current, presence.installed, { now: deps.now(), realNow: deps.realNow(), by: presence.by }),
    );
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
