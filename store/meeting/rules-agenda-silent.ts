import type { Committee } from '../committee/record.ts';
import type { Meeting } from './record.ts';
import { standing } from './rules-holder.ts';

/**
 * The people with a seat for which nobody has said whether they come, each once. Forfall from a part of the meeting says
 * that they come to the rest.
 */
export function unanswered(
  meeting: Pick<Meeting, 'answers' | 'forfall'>,
  { seats }: Pick<Committee, 'seats'>,
): string[] {
  const said = [...meeting.answers, ...standing(meeting).filter(({ scope }) => scope.what !== 'sak')];
  const waiting = seats.filter(({ id }) => !said.some(({ seatId }) => seatId === id));
  return [...new Set(waiting.flatMap(({ memberId }) => memberId ?? []))];
}
