import { MAX_MESSAGE_BYTES, messageBytes } from '../cards/size.ts';
import { notice } from '../cards/text/notices.ts';
import { change } from '../store/change.ts';
import { newConversation, seeConversation } from '../store/conversation/rules.ts';
import { forgetChat, replyOnce } from '../store/person/rules.ts';
import type { View } from '../store/view.ts';
import { viewFor } from './commands.ts';
import { dispatch, readAction } from './dispatch.ts';
import { knownPerson, personOf } from './identity.ts';
import { idFrom } from './ids.ts';
import { render } from './render.ts';
import type { Deps, Inbound, InvokeAnswer, Receive, Shown, Turn, Verified } from './turn.ts';

type Of<K extends Inbound['kind']> = Extract<Inbound, { kind: K }>;

/** What the shell around the program does with the news: deliver at once, and follow a moved clock. */
export type Shell = { readonly deliverSoon: () => void; readonly moveClock: (offsetMs: number) => void };

/**
 * The program's way in. Resolves when what it promises is stored: a message is answered later, from the outbox, and a
 * pressed button at once, with the card that takes the old one's place.
 */
export function receiver(deps: Deps, { deliverSoon, moveClock }: Shell): Receive {
  const reply = async (turn: Turn, view: View) => {
    const { conversationId, serviceUrl } = turn.place;
    await change(deps.persons.collection, turn.person.id, (person) =>
      replyOnce(person, turn.turnId, { conversationId, serviceUrl, view }, deps.realNow()),
    );
    deliverSoon();
  };

  const message = async (inbound: Of<'message'>) => {
    const turn = await turnOf(deps, inbound);
    if (inbound.value === undefined) return reply(turn, asksIn(turn, viewFor(inbound.text)));
    // a button of a client without Action.Execute: the same action, answered with a card of its own
    const action = readAction(inbound.value);
    if (action === undefined) return reply(turn, { view: 'notice', notice: 'unreadable' });
    const { view } = await dispatch(deps, turn, action);
    return reply(turn, view);
  };

  const press = async (inbound: Of<'card-action'>): Promise<InvokeAnswer> => {
    const action = readAction(inbound.data);
    // said beside the card, which stays as it is with all that was typed
    if (action === undefined) return { kind: 'message', text: notice('unreadable') };
    const turn = await turnOf(deps, inbound);
    const shown = await dispatch(deps, turn, action);
    if (shown.round?.outboxDueAt || shown.round?.contactDueAt) deliverSoon();
    return answerWith(deps, turn, shown);
  };

  return async (inbound) => {
    switch (inbound.kind) {
      case 'message':
        await message(inbound);
        return undefined;
      case 'card-action':
        return press(inbound);
      case 'installed':
        if (inbound.place.kind === 'personal') await reply(await turnOf(deps, inbound), { view: 'help' });
        else await noteConversation(deps, inbound, true);
        return undefined;
      case 'removed':
        if (inbound.place.kind === 'personal') await noteRemoval(deps, inbound);
        else await noteConversation(deps, inbound, false);
        return undefined;
      case 'clock':
        moveClock(inbound.offsetMs);
        return undefined;
      case 'ignored':
        return undefined;
    }
  };
}

async function turnOf(deps: Deps, { from, place, activityId }: Verified): Promise<Turn> {
  const receivedAt = deps.now();
  const person = await personOf(deps, from, place);
  await noteConversation(deps, { from, place, activityId }, true);
  return { person, place, turnId: idFrom('turn', place.conversationId, activityId), receivedAt };
}

/** Only help is shown outside the 1:1 chat: a referat in the making is nobody else's. */
function asksIn({ place }: Turn, view: View): View {
  return place.kind === 'personal' || view.view === 'help' ? view : { view: 'notice', notice: 'personal-only' };
}

async function answerWith(deps: Deps, turn: Turn, { view, round }: Shown): Promise<InvokeAnswer> {
  const { card, summary } = await render(deps, turn.person.id, view, round);
  if (messageBytes(card) <= MAX_MESSAGE_BYTES) return { kind: 'card', card };
  // too much was typed to show it again: the card on the screen still has it
  return { kind: 'message', text: view.view === 'referat-form' ? notice('too-large') : summary };
}

async function noteRemoval(deps: Deps, { from }: Of<'removed'>) {
  const person = await knownPerson(deps, from);
  if (person === undefined) return;
  const now = deps.now();
  await change(deps.persons.collection, person.id, (current) => forgetChat(current, now));
}

/** Keeps a channel or group chat up to date; a message from one that the bot was not told of counts as being told. */
async function noteConversation(
  deps: Deps,
  { place, from, conversationName }: Verified & { readonly conversationName?: string },
  installed: boolean,
) {
  if (place.kind === 'personal') return;
  const { serviceUrl, kind } = place;
  // a thread of a channel is named after the channel
  const conversationId = place.conversationId.split(';', 1)[0] || place.conversationId;
  const sighting = { conversationId, serviceUrl, kind, installed, ...(conversationName && { name: conversationName }) };
  const id = idFrom('conversation', from.tenantId, conversationId);
  const { collection } = deps.conversations;
  if ((await collection.get(id)) === undefined)
    if ((await collection.insert(newConversation(id, from.tenantId, sighting))) === 'inserted') return;
  await change(collection, id, (current) => seeConversation(current, sighting));
}
