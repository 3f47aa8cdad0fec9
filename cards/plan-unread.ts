import type { PlanProblemAt } from '../store/plan/read.ts';
import type { Unread } from '../store/plan/view.ts';
import { type Card, card, type Element, heading, paragraph } from './elements.ts';
import { planText } from './text/plan.ts';
import { planProblemText } from './text/plan-read.ts';

/** A file that is no plan, and what in it is wrong. */
export function planUnreadCard(name: string, unread: Unread): Card {
  return card(heading(planText.unreadTitle(name)), paragraph(planText.unreadOnly), ...unread.map(planProblemLine));
}

/** «Linje 12, «Når»: Teksten er for lang.» */
export function planProblemLine({ problem, line, heading: column, most }: Unread[number]): Element {
  const at = {
    problem,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { heading: column }),
    ...(most !== undefined && { most }),
  };
  return paragraph(planProblemText(at as PlanProblemAt));
}
