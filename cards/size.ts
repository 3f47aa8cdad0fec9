import type { Card } from './elements.ts';

/** What a whole message may measure (design 5). Teams documents 100 KB today and 40 KB in older texts. */
export const MAX_MESSAGE_BYTES = 40 * 1024;

/** The attachment type of a card in a message. */
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** How much of Teams' limit a part of a card takes: Teams counts UTF-16. */
export function bytesOf(part: unknown): number {
  return JSON.stringify(part).length * 2;
}

/** How much of Teams' limit a card takes as a message. */
export function messageBytes(card: Card): number {
  return bytesOf({ type: 'message', attachments: [{ contentType: CARD_TYPE, content: card }] });
}

/** The card with as much of its lists as fits a message: `make` is asked for fewer until it does. */
export function fitting(make: (shown: number) => Card, most: number): Card {
  for (let shown = most; ; shown--) {
    const card = make(shown);
    if (shown <= 1 || messageBytes(card) <= MAX_MESSAGE_BYTES) return card;
  }
}
