import type { Unread } from '../store/plan/view.ts';
import { type Card, card, type Element, heading, paragraph } from './elements.ts';
import { shortened } from './size.ts';
import { planText } from './text/plan.ts';
import { planProblemText, type SheetProblemAt } from './text/plan-read.ts';

/** A file that is no plan and no list of members, and what in it is wrong. */
export function planUnreadCard(name: string, unread: Unread): Card {
  return card(
    heading(planText.unreadTitle(shortened(name, 2 * HEADING))),
    paragraph(planText.unreadOnly),
    ...unread.map(planProblemLine),
  );
}

/** How much of a heading says which it is. */
const HEADING = 60;

/** «Linje 12, «Når»: Teksten er for lang.» */
export function planProblemLine({ problem, line, heading: column, most }: Unread[number]): Element {
  const at = {
    problem,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { heading: shortened(column, HEADING) }),
    ...(most !== undefined && { most }),
  };
  return paragraph(planProblemText(at as SheetProblemAt));
}
