import { type Card, card, type Element, paragraph, unescaped } from './elements.ts';
import { notice } from './text/notices.ts';

/** A card with one sentence, shown in place of another card. */
export function noticeCard(code: string): Card {
  return card(paragraph(notice(code)));
}

/** What a card says that is one sentence and nothing else. */
export function sentenceOf({ body: [first, ...more] }: Card): string | undefined {
  return first?.type === 'TextBlock' && more.length === 0 ? unescaped(first.text) : undefined;
}

/** What is said above what a card is about, if anything. */
export function noticeLines(code: string | undefined): Element[] {
  return code === undefined ? [] : [paragraph(notice(code))];
}
