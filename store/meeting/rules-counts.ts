import type { Committee } from '../committee/record.ts';
import { dayOf } from '../time.ts';
import type { Reason } from './forfall.ts';
import type { Meeting } from './record.ts';
import { coveredBy, standing } from './rules-holder.ts';

/** Held, cancelled, still to come, or past without anybody having said that it was held. */
export type CountedState = 'held' | 'cancelled' | 'planned' | 'unended';

/** Numbers of one meeting; nobody's name. */
export type MeetingCount = {
  readonly startsAt: Date;
  readonly state: CountedState;
  readonly seats: number;
  /** Seats whose member was not there, those that a vara covered among them. */
  readonly forfall: number;
  readonly covered: number;
  /** Seats with forfall from a part, and saker in which a seat was inhabil: counted apart. */
  readonly partly: number;
  readonly inhabil: number;
  /** Counted from who was there; else from the forfall that was reported. */
  readonly isRegistered: boolean;
};

type Sum = Pick<MeetingCount, 'seats' | 'forfall' | 'covered' | 'partly' | 'inhabil'>;

/** Why, as it was given; `rest`: given too seldom to be shown alone, and not given. */
export type ReasonCount = { readonly [R in Reason]?: number } & { readonly rest: number };

export type YearCount = {
  readonly year: number;
  readonly meetings: readonly MeetingCount[];
  /** Of the meetings that were held. */
  readonly held: number;
  readonly sum: Sum;
  readonly cancelled: number;
  readonly reasons?: ReasonCount | undefined;
};

/**
 * Forfall in a committee's meetings of one year. Where it was registered who was there, that counts; else the forfall that
 * was reported, of the seats that somebody has today. Only meetings that were held count in the sum.
 */
export function countYear(
  year: number,
  meetings: readonly Meeting[],
  committee: Pick<Committee, 'seats'>,
  now: Date,
): YearCount {
  const counted = meetings.map((meeting) => countMeeting(meeting, committee, now));
  const held = counted.filter(({ state }) => state === 'held');
  const of = (field: keyof Sum) => held.reduce((sum, one) => sum + one[field], 0);
  return {
    year,
    meetings: counted,
    held: held.length,
    sum: {
      seats: of('seats'),
      forfall: of('forfall'),
      covered: of('covered'),
      partly: of('partly'),
      inhabil: of('inhabil'),
    },
    cancelled: counted.filter(({ state }) => state === 'cancelled').length,
    reasons: year < yearOf(now) ? reasonsOf(meetings) : undefined,
  };
}

/** The year in Oslo. */
export function yearOf(time: Date): number {
  return Number(dayOf(time).slice(0, 4));
}

function countMeeting(meeting: Meeting, { seats }: Pick<Committee, 'seats'>, now: Date): MeetingCount {
  const { startsAt, attendance, answers } = meeting;
  const reported = standing(meeting);
  const whole = reported.filter(({ scope }) => scope.what === 'whole');
  const away = new Set([
    ...whole.map(({ seatId }) => seatId),
    ...answers.flatMap(({ seatId, comes }) => (comes ? [] : [seatId])),
  ]);
  const known = new Set([...seats.flatMap(({ id, memberId }) => (memberId === undefined ? [] : [id])), ...away]);
  const isRegistered = attendance.length > 0;
  const varas = attendance.filter(({ present, vara }) => present && vara !== undefined).length;
  const absent = attendance.filter(({ present }) => !present).length;
  const partly = new Set(
    reported.flatMap(({ seatId, scope }) => (scope.what === 'part' && !away.has(seatId) ? [seatId] : [])),
  );
  return {
    startsAt,
    state: stateOf(meeting, now),
    seats: isRegistered ? attendance.length : known.size,
    forfall: isRegistered ? absent + varas : away.size,
    covered: isRegistered ? varas : whole.filter(coveredBy).length,
    partly: partly.size,
    inhabil: reported.filter(({ scope }) => scope.what === 'sak').length,
    isRegistered,
  };
}

function stateOf({ state, endsAt, attendance }: Meeting, now: Date): CountedState {
  if (state === 'cancelled') return 'cancelled';
  // whoever registered who was there said by it that it was held
  if (state === 'held' || attendance.length > 0) return 'held';
  return endsAt <= now ? 'unended' : 'planned';
}

/** Fewer seats, or a reason given fewer times, could point at somebody. */
const FEWEST = 3;
const REASONS: readonly Reason[] = ['sykdom', 'kollisjon', 'annet'];

/**
 * Why people had forfall in a year that is over: a sum that grows while one looks on would say why the last one had. Not
 * where fewer than three seats had forfall, nor where all gave the same reason, which would then be everybody's; a reason
 * given fewer than three times is counted with those that were not given.
 */
function reasonsOf(meetings: readonly Meeting[]): ReasonCount | undefined {
  // why somebody could not come at a time that the meeting was moved from is not kept
  const reports = meetings.flatMap(({ forfall = [] }) => forfall.filter(({ moved }) => moved !== true));
  if (new Set(reports.map(({ seatId }) => seatId)).size < FEWEST) return undefined;
  const given = (reason: Reason) => meetings.reduce((sum, { reasons }) => sum + (reasons?.[reason] ?? 0), 0);
  const often = REASONS.map((reason) => [reason, given(reason)] as const).filter(([, n]) => n >= FEWEST);
  const seldom = REASONS.map(given).filter((n) => n < FEWEST);
  const notGiven = reports.filter(({ reasonCounted }) => reasonCounted === undefined).length;
  const rest = seldom.reduce((sum, n) => sum + n, notGiven);
  if (often.length === 0 || (often.length === 1 && rest === 0)) return undefined;
  return { ...Object.fromEntries(often), rest };
}

/** «36» of 4 in 11; undefined where there were no seats. */
export function percentOf({ seats, forfall }: Pick<Sum, 'seats' | 'forfall'>): number | undefined {
  return seats === 0 ? undefined : Math.round((100 * forfall) / seats);
}
