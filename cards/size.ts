import type { Card } from './elements.ts';

/** What a whole message may measure (design 5). Teams documents 100 KB today and 40 KB in older texts. */
export const MAX_MESSAGE_BYTES = 40 * 1024;

/** The attachment type of a card in a message. */
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** How much of Teams' limit a part of a card takes: Teams counts UTF-16. */
export function bytesOf(part: unknown): number {
  return JSON.stringify(part).length * 2;
}

/** What was measured: a card is never changed once it is made, and several ask about the same one. */
const measured = new WeakMap<Card, number>();

/** How much of Teams' limit a card takes as a message. */
export function messageBytes(card: Card): number {
  const known = measured.get(card);
  if (known !== undefined) return known;
  const bytes = bytesOf({ type: 'message', attachments: [{ contentType: CARD_TYPE, content: card }] });
  measured.set(card, bytes);
  return bytes;
}

/** The card with as much of its lists as fits a message, `most` at most, and one of them at least. More never takes less room. */
export function fitting(make: (shown: number) => Card, most: number): Card {
  return make(largestFitting(1, most, (shown) => messageBytes(make(shown)) <= MAX_MESSAGE_BYTES));
}

/** The largest number from `least` to `most` that fits, or `least`, found in few tries. */
function largestFitting(least: number, most: number, fits: (n: number) => boolean): number {
  if (most <= least || fits(most)) return most;
  let [good, bad] = [least, most];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
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
  const cut = (longest: number) => choices.map(({ title, value }) => ({ title: shortened(title, longest), value }));
  return cut(largestFitting(SHORTEST_TITLE, LONGEST_TITLE, (longest) => bytesOf(cut(longest)) <= bytes));
}
