import { type Card, card, paragraph } from './elements.ts';
import { notice } from './text/notices.ts';

/** A card with one sentence, shown in place of another card. */
export function noticeCard(code: string): Card {
  return card(paragraph(notice(code)));
}
