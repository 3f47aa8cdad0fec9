import { addDays, dayIn, dayOf, osloTime, timeOf } from '../time.ts';
import type { MeetingMode } from './record.ts';
import { clockText, type WrittenDay, type WrittenSpan } from './rules-when.ts';

export const MAX_PLACE = 300;
/** Further ahead than this a year was mistyped. */
const MAX_DAYS_AHEAD = 3 * 366;
/** What is not seen is not written either; a tab is a mark between cells. */
export const UNSEEN = /[^\P{Cc}\t]|\p{Cf}/gu;

export type WhenProblem =
  | 'date-missing'
  | 'no-such-day'
  | 'weekday-differs'
  | 'time-missing'
  | 'end-missing'
  | 'no-such-time'
  | 'ends-before'
  | 'in-past'
  | 'too-far'
  | 'place-too-long'
  | 'too-much';
/** A meeting as it was written. */
export type WrittenMeeting = {
  readonly line: number;
  readonly day: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode?: MeetingMode;
  readonly place?: string;
};
/** In small letters, each where it was. */
export function lowered(text: string): string {
  return text.replace(/[A-ZÆØÅ]/g, (letter) => letter.toLowerCase());
}

/** The day that is meant: in the year it names, else in the one named above, else the next time there is such a day. */
export function dayMeant({ day, month, year }: WrittenDay, above: number | undefined, now: Date): string | undefined {
  const named = year ?? above;
  if (named !== undefined) return dayIn(named, month, day);
  const today = dayOf(now);
  const thisYear = Number(today.slice(0, 4));
  const days = [thisYear, thisYear + 1].flatMap((one) => dayIn(one, month, day) ?? []);
  return days.find((one) => one >= today) ?? days[0];
}

/** Both ends of a meeting, or why there is no such meeting to come. */
export function timesOn(
  day: string,
  { from, to }: Pick<WrittenSpan, 'from' | 'to'>,
  now: Date,
): Pick<WrittenMeeting, 'startsAt' | 'endsAt'> | WhenProblem {
  if (to === undefined) return 'end-missing';
  const startsAt = momentOn(day, clockText(from));
  const endsAt = momentOn(day, clockText(to));
  if (startsAt === undefined || endsAt === undefined) return 'no-such-time';
  if (endsAt <= startsAt) return 'ends-before';
  if (startsAt <= now) return 'in-past';
  return day > addDays(dayOf(now), MAX_DAYS_AHEAD) ? 'too-far' : { startsAt, endsAt };
}

/** A time of a day in Oslo; the hour that is left out in spring is none. */
function momentOn(day: string, clock: string): Date | undefined {
  const moment = osloTime(day, clock);
  return moment && timeOf(moment) === clock ? moment : undefined;
}
