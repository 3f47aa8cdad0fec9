import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { addDays, dayOf, hasCalendar, nextWorkingDay, osloTime } from '../time.ts';
import type { TypedReferat } from '../view.ts';
import { MAX_TEXT, type Referat, type ReferatInput } from './record.ts';

export type ReviseRefusal = 'already-sent' | 'not-for-you';

/**
 * Rewrites a draft, by whoever runs rounds in the committee it was written for. Once it has been sent its text is what
 * people were asked about, and stays. The same input again changes nothing.
 */
export function reviseReferat(
  referat: Referat,
  input: ReferatInput,
  { committees, personId, now }: Pick<Writer, 'committees' | 'personId' | 'now'>,
): Result<Referat, ReviseRefusal> {
  const home = committees.find(({ id }) => id === referat.committeeId);
  if (home === undefined || !mayRunRounds(home, personId)) return refuse('not-for-you');
  if (referat.state !== 'draft') return refuse('already-sent');
  const { deadline, ...rest } = input;
  const fields = Object.keys(rest) as (keyof typeof rest)[];
  const same =
    deadline.getTime() === referat.deadline.getTime() && fields.every((field) => rest[field] === referat[field]);
  if (same) return done(referat);
  if (referat.roundId !== undefined) return refuse('already-sent');
  const revised = { ...referat, ...input, draftIn: input.committeeId, revision: referat.revision + 1 };
  return done(note(revised, { at: now, by: personId, what: 'rewritten' }));
}

export type KeepRefusal = 'already-sent' | 'changed-since-preview';

/**
 * Keeps a draft as it is, because a round about this revision of it is being opened: from here on nobody rewrites it.
 * Safe to repeat for the same round.
 */
export function keepForRound(referat: Referat, revision: number, roundId: string): Result<Referat, KeepRefusal> {
  if (referat.roundId === roundId && referat.revision === revision) return done(referat);
  if (referat.state !== 'draft' || referat.roundId !== undefined) return refuse('already-sent');
  if (referat.revision !== revision) return refuse('changed-since-preview');
  return done({ ...referat, roundId });
}

/** Told by the round that it was opened. Safe to repeat. */
export function markCirculating(referat: Referat, roundId: string, now: Date): Result<Referat, never> {
  if (referat.state !== 'draft') return done(referat);
  const { draftIn: _draft, ...rest } = referat;
  return done(note({ ...rest, state: 'circulating', roundId }, { at: now, by: 'bot', what: 'sent-on-round' }));
}

/** Told by the round how it ended. Safe to repeat. */
export function markOutcome(
  referat: Referat,
  roundId: string,
  decision: 'approved' | 'undecided',
  now: Date,
): Result<Referat, never> {
  const { draftIn: _draft, ...rest } = referat;
  if (referat.state === decision) return done(referat);
  return done(note({ ...rest, state: decision, roundId }, { at: now, by: 'bot', what: decision }));
}

export const DEFAULT_TIME = '15:00';
const MAX_TITLE = 200;
const MAX_SUMMARY = 1000;
const LONGEST_ROUND_DAYS = 90;

export type ReferatProblem =
  | 'committee'
  | 'meeting-day'
  | 'meeting-in-future'
  | 'title'
  | 'summary'
  | 'text-missing'
  | 'text-too-long'
  | 'deadline'
  | 'deadline-passed'
  | 'deadline-too-far';

/** The deadline a form proposes: the committee's round length from today, at 15:00, on a working day. */
export function proposedDeadline(roundDays: number, now: Date): string {
  return nextWorkingDay(addDays(dayOf(now), roundDays));
}

/** When a round with this typed deadline ends: a day off gives way to the next working day (design 3.3). */
export function deadlineOf(typed: Pick<TypedReferat, 'deadlineOn' | 'deadlineTime'>): Date | undefined {
  const time = typed.deadlineTime?.trim() || DEFAULT_TIME;
  const day = typed.deadlineOn?.trim() ?? '';
  return osloTime(day, time) && osloTime(workingDayFor(day), time);
}

/** A day beyond the calendar stays as it is: it is refused as passed or as too far off. */
function workingDayFor(day: string): string {
  return hasCalendar(day) ? nextWorkingDay(day) : day;
}

/** True when the typed deadline falls on a day off and is moved. */
export function isDeadlineMoved({ deadlineOn }: Pick<TypedReferat, 'deadlineOn'>): boolean {
  const day = deadlineOn?.trim() ?? '';
  return workingDayFor(day) !== day;
}

/** Who writes, and when: `committees` are those of the writer; `hash` is SHA-256 in hexadecimal. */
export type Writer = {
  readonly committees: readonly Committee[];
  readonly personId: string;
  readonly now: Date;
  readonly hash: (text: string) => string;
};

/** Reads what was typed into the form. Gives every problem at once, so that nobody mends one at a time. */
export function readReferat(
  typed: TypedReferat,
  { committees, personId, now, hash }: Writer,
): { readonly input: ReferatInput } | { readonly problems: readonly ReferatProblem[] } {
  const problems: ReferatProblem[] = [];
  const check = (problem: ReferatProblem, wrong: boolean) => {
    if (wrong) problems.push(problem);
  };
  const committee = committees.find(({ id }) => id === typed.committeeId);
  const meetingOn = typed.meetingOn?.trim() ?? '';
  const title = typed.title?.trim().replace(/\s+/g, ' ') ?? '';
  const summary = typed.summary?.trim() ?? '';
  const text = (typed.text ?? '').replace(/\r\n?/g, '\n').trim();
  const deadline = deadlineOf(typed);
  const meetingAt = osloTime(meetingOn, '00:00');

  check('committee', committee === undefined || !mayRunRounds(committee, personId));
  check('meeting-day', meetingAt === undefined);
  check('meeting-in-future', meetingAt !== undefined && meetingOn > dayOf(now));
  check('title', title.length === 0 || title.length > MAX_TITLE);
  check('summary', summary.length > MAX_SUMMARY);
  check('text-missing', text.length === 0);
  check('text-too-long', text.length > MAX_TEXT);
  check('deadline', deadline === undefined);
  check('deadline-passed', deadline !== undefined && deadline <= now);
  check('deadline-too-far', deadline !== undefined && dayOf(deadline) > addDays(dayOf(now), LONGEST_ROUND_DAYS));
  if (problems.length > 0 || committee === undefined || deadline === undefined) return { problems };
  return { input: { committeeId: committee.id, meetingOn, title, summary, text, textHash: hash(text), deadline } };
}
