import type { Message } from './model.ts';
import type { WireMessage } from './wire.ts';

/**
 * A message in this person's eyes: the answer to their own button stands in place of the card. `writtenBy`: the name of
 * whoever wrote it, if it was not the bot. `refreshes`: the card has a view of its own for them, to be asked for.
 */
export function asSeenBy(message: Message, personId: string, writtenBy = '', refreshes = false): WireMessage {
  const { id, at, text, state, edited, deleted, file, mentions, thread, withoutBot } = message;
  const view = message.views[personId];
  const card = view ?? message.card;
  return {
    id,
    at,
    ...writer(message, personId, writtenBy),
    ...(thread !== undefined && { thread }),
    ...(text !== undefined && { text }),
    ...(mentions && { mentions }),
    ...(card !== undefined && { card }),
    ...(file && { file: { name: file.name, bytes: file.bytes, url: `/api/files/${file.id}` } }),
    ...offerIn(message),
    ...(state !== 'sent' && { state }),
    ...(view !== undefined && { answered: true as const }),
    ...(view === undefined && refreshes && { refreshes: true as const }),
    ...(withoutBot && { withoutBot }),
    ...(edited && { edited }),
    ...(deleted && { deleted }),
  };
}

/** Whether a message counts as unread until this person has seen it. */
export function isNewsTo(message: Message, personId: string): boolean {
  return message.personId !== personId && !message.deleted && !message.system;
}

function writer(message: Message, personId: string, name: string): Pick<WireMessage, 'from' | 'name'> {
  if (message.personId === undefined) return { from: message.system ? 'system' : 'bot' };
  return message.personId === personId ? { from: 'me' } : { from: 'other', name };
}

function offerIn({ offer }: Message): Pick<WireMessage, 'offer'> {
  if (offer === undefined) return {};
  const { name, description, bytes, answer } = offer;
  return { offer: { name, description, bytes, ...(answer && { answer }) } };
}
