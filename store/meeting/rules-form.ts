import type { InMeetingLine } from './rules-lines.ts';
import { dayMeant, lowered, MAX_PLACE, timesOn, UNSEEN, type WhenProblem, type WrittenMeeting } from './rules-times.ts';
import { dayWritten, timeWritten } from './rules-when.ts';

type ReadForm = { readonly meeting: WrittenMeeting } | { readonly problem: InMeetingLine };

/** What was typed into the form for one meeting. */
export type TypedMeeting = { readonly [K in 'on' | 'from' | 'to' | 'mode' | 'place']?: string | undefined };

/** Reads one meeting from a form: each field is of one kind, and may be written as people write it. */
export function readMeetingForm({ on = '', from = '', to = '', mode, place = '' }: TypedMeeting, now: Date): ReadForm {
  const problem = (code: WhenProblem): ReadForm => ({ problem: { problem: code } });
  const written = dayWritten(lowered(on.trim()));
  if (written === undefined) return problem('date-missing');
  const day = dayMeant(written, undefined, now);
  if (day === undefined) return problem('no-such-day');
  if (from.trim() === '') return problem('time-missing');
  if (to.trim() === '') return problem('end-missing');
  const [start, end] = [timeWritten(from), timeWritten(to)];
  if (start === undefined || end === undefined) return problem('no-such-time');
  const times = timesOn(day, { from: start, to: end }, now);
  if (typeof times === 'string') return problem(times);
  const where = place.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
  if (where.length > MAX_PLACE) return problem('place-too-long');
  const chosen = mode === 'digitalt' || mode === 'fysisk' || mode === 'kombinert' ? mode : undefined;
  return { meeting: { line: 1, day, ...times, ...(chosen && { mode: chosen }), ...(where && { place: where }) } };
}
