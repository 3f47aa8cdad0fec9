import { note } from '../effect.ts';
import { dayMeant, lowered } from '../meeting/rules-times.ts';
import { dayWritten } from '../meeting/rules-when.ts';
import { done, type Result, refuse } from '../result.ts';
import { addDays, dayOf, hasCalendar } from '../time.ts';
import { type Life, type Rotation, representsSchema } from './life.ts';
import type { Committee, Seat } from './record.ts';
import { isChangedSince, isClosed, mayRunRounds } from './rules.ts';
import { NOTICE_DAYS, withLifeDue } from './rules-dates.ts';
import type { By } from './rules-planned.ts';

const MOST_DAYS_AHEAD = 3660;
/** Further ahead than this the year of a planned change was mistyped. */
export const MOST_PLAN_DAYS = 3 * 366;
const MOST_REMIND_DAYS = 180;
const MAX_PARTY = 200;

type DateField = 'evaluates' | 'ends' | 'rotates';
type DateProblem = 'odd' | 'past' | 'far';
export type LifeProblem = `${DateField}-${DateProblem}` | 'rotates-to' | 'rotates-when' | 'remind-days';

/** What was typed into the form for a committee's dates. */
export type TypedLife = {
  readonly [K in 'evaluatesOn' | 'endsOn' | 'rotatesOn' | 'rotatesTo' | 'remindDays']?: string | undefined;
};

/** The dates of a committee, as they were read. */
export type Dates = Pick<Life, 'evaluatesOn' | 'endsOn' | 'rotation'>;

/**
 * A day as people write it; undefined for nothing. `stands`: the day that is there already, and may stay though it has
 * passed. `farthest`: how many days ahead it may be.
 */
export function readDay(
  text: string | undefined,
  now: Date,
  { stands, farthest }: { readonly stands?: string | undefined; readonly farthest: number },
): { readonly day: string | undefined } | { readonly problem: DateProblem } {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return { day: undefined };
  const written = dayWritten(lowered(trimmed));
  const day = written && dayMeant(written, undefined, now);
  if (day === undefined) return { problem: 'odd' };
  if (day === stands) return { day };
  if (day < dayOf(now)) return { problem: 'past' };
  return day > addDays(dayOf(now), farthest) || !hasCalendar(day) ? { problem: 'far' } : { day };
}

/** Reads the dates of a committee from a form. Every problem is named, so that all can be mended at once. */
export function readLife(
  typed: TypedLife,
  life: Life | undefined,
  now: Date,
): { readonly dates: Dates } | { readonly problems: readonly LifeProblem[] } {
  const problems: LifeProblem[] = [];
  const dayIn = (field: DateField, text: string | undefined, stands: string | undefined) => {
    const read = readDay(text, now, { stands, farthest: MOST_DAYS_AHEAD });
    if ('problem' in read) problems.push(`${field}-${read.problem}`);
    return 'day' in read ? read.day : undefined;
  };
  const evaluatesOn = dayIn('evaluates', typed.evaluatesOn, life?.evaluatesOn);
  const endsOn = dayIn('ends', typed.endsOn, life?.endsOn);
  const before = problems.length;
  const on = dayIn('rotates', typed.rotatesOn, life?.rotation?.on);
  const part = representsSchema.safeParse(typed.rotatesTo);
  const days = typed.remindDays?.trim() || String(NOTICE_DAYS);
  const isCount = /^\d{1,3}$/.test(days) && Number(days) <= MOST_REMIND_DAYS;
  if (on !== undefined && !part.success) problems.push('rotates-to');
  if (on === undefined && part.success && problems.length === before) problems.push('rotates-when');
  if (!isCount) problems.push('remind-days');
  if (problems.length > 0) return { problems };
  const rotation: Rotation | undefined =
    on === undefined || !part.success ? undefined : { on, represents: part.data, remindDays: Number(days) };
  return {
    dates: { ...(evaluatesOn && { evaluatesOn }), ...(endsOn && { endsOn }), ...(rotation && { rotation }) },
  };
}

/** Changes the dates of a committee. `against`: the version that the form was filled in from. */
export function reviseLife(
  committee: Committee,
  dates: Dates,
  { personId, now, against }: By & { readonly against?: number | undefined },
): Result<Committee, 'not-secretariat' | 'committee-closed' | 'changed-by-another'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  const { evaluatesOn: _evaluates, endsOn: _ends, rotation: _rotation, ...kept } = committee.life ?? {};
  if (comparable(dates) === comparable(committee.life ?? {})) return done(committee);
  if (isChangedSince(committee, against)) return refuse('changed-by-another');
  const revised = withLifeDue({ ...committee, life: { ...kept, ...dates } });
  return done(note(revised, { at: now, by: personId, what: 'dates-changed' }));
}

function comparable({ evaluatesOn, endsOn, rotation }: Dates): string {
  return JSON.stringify([evaluatesOn, endsOn, rotation?.on, rotation?.represents, rotation?.remindDays]);
}

export type AppointingProblem = 'party-too-long' | 'contact-or-none';

/** Who fills a seat, as it was typed: without what is not known. */
export function readParty(
  text: string | undefined,
): { readonly party: string } | { readonly problem: 'party-too-long' } {
  const party = (text ?? '').trim().replace(/\s+/g, ' ');
  return party.length > MAX_PARTY ? { problem: 'party-too-long' } : { party };
}

/** Says who fills a seat and whom to ask there. `contactId`: absent, nobody is known. */
export function appoint(
  committee: Committee,
  {
    seatId,
    party,
    contactId,
    against,
  }: {
    readonly seatId: string;
    readonly party: string;
    readonly contactId: string | undefined;
    readonly against?: number | undefined;
  },
  { personId, now }: By,
): Result<Committee, 'not-secretariat' | 'committee-closed' | 'no-such-seat' | 'changed-by-another'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  const seat = committee.seats.find(({ id }) => id === seatId);
  if (seat === undefined) return refuse('no-such-seat');
  const { appointing: before, ...rest } = seat;
  if ((before?.party ?? '') === party && before?.contactId === contactId) return done(committee);
  if (isChangedSince(committee, against)) return refuse('changed-by-another');
  const appointing = { ...(party && { party }), ...(contactId && { contactId }) };
  const appointed: Seat = Object.keys(appointing).length === 0 ? rest : { ...rest, appointing };
  const seats = committee.seats.map((one) => (one.id === seatId ? appointed : one));
  return done(note({ ...committee, seats }, { at: now, by: personId, what: 'appointing-changed', seatId }));
}
