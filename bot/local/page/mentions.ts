import type { Json, WireMessage } from '../wire.ts';
import { el } from './dom.ts';

export type Mention = { readonly text: string; readonly id: string; readonly name: string };

/**
 * Shows mentions as names where a text has them (`<at>Name</at>`), and marks those of the person who looks. `isMe` knows
 * a Teams id or an Entra object id. Tells whether that person is mentioned.
 */
export function showMentions(place: HTMLElement, mentions: readonly Mention[], isMe: (id: string) => boolean): boolean {
  if (mentions.length === 0) return false;
  const texts: Text[] = [];
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  for (const text of texts) text.replaceWith(...pieces(text.data, mentions, isMe));
  return mentions.some(({ id }) => isMe(id));
}

function pieces(text: string, mentions: readonly Mention[], isMe: (id: string) => boolean): readonly (string | Node)[] {
  return text.split(/(<at>[^<]*<\/at>)/).map((piece) => {
    const mention = mentions.find((known) => known.text === piece);
    if (mention === undefined) return piece;
    const me = isMe(mention.id);
    const you = me ? el('span', { class: 'visually-hidden' }, ' (deg)') : undefined;
    return el('span', { class: me ? 'mention me' : 'mention' }, mention.name, you);
  });
}

/** The mentions of a message's own text. */
export function mentionsOf({ mentions = [] }: WireMessage): readonly Mention[] {
  return mentions.map(({ text, address }) => ({ text, id: address, name: text.replace(/^<at>|<\/at>$/g, '') }));
}

/** The mentions of a card. */
export function mentionsIn({ msteams }: Json): readonly Mention[] {
  const { entities } = isObject(msteams) ? msteams : {};
  if (!Array.isArray(entities)) return [];
  return entities.flatMap((entity: unknown) => {
    if (!isObject(entity) || entity.type !== 'mention' || !isObject(entity.mentioned)) return [];
    const { text } = entity;
    const { id, name } = entity.mentioned;
    return [text, id, name].every((value) => typeof value === 'string') ? [{ text, id, name } as Mention] : [];
  });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
