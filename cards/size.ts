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

const LONGEST_TITLE = 300;
const SHORTEST_TITLE = 12;

/** A text of at most so many characters; that it was cut shows. */
export function shortened(text: string, longest: number): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const kept = characters.slice(0, longest - 1).join('');
  return `${kept.trimEnd()}…`;
}

/** Choices whose titles are cut as much as it takes for all of them to fit. */
export function fittingChoices(
  choices: readonly { readonly title: string; readonly value: string }[],
  bytes: number,
): { readonly title: string; readonly value: string }[] {
  for (let longest = LONGEST_TITLE; ; longest--) {
    const cut = choices.map(({ title, value }) => ({ title: shortened(title, longest), value }));
    if (longest <= SHORTEST_TITLE || bytesOf(cut) <= bytes) return cut;
  }
}
