import type { Card } from './elements.ts';

/** What a whole message may measure (design 5). Teams documents 100 KB today and 40 KB in older texts. */
export const MAX_MESSAGE_BYTES = 40 * 1024;
/** Kept free for a problem said above the text and for what somebody typed into the card. */
const RESERVE = 6 * 1024;

/** The attachment type of a card in a message. */
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** How much of Teams' limit a card takes as a message: Teams counts UTF-16. */
export function messageBytes(card: Card): number {
  const activity = { type: 'message', attachments: [{ contentType: CARD_TYPE, content: card }] };
  return JSON.stringify(activity).length * 2;
}

/** True when a card fits a message, with room for problems and typed remarks. */
export function fitsMessage(card: Card): boolean {
  return messageBytes(card) <= MAX_MESSAGE_BYTES - RESERVE;
}
