import type { Referat } from '../referat/record.ts';
import { done, type Result } from '../result.ts';
import { addDays, dayOf, startOf } from '../time.ts';
import type { Meeting } from './record.ts';

/** What the agenda that is being built reports, once it is sent; one that was sent keeps what it reported. */
export function noteReports(meeting: Meeting, referatIds: readonly string[]): Result<Meeting, never> {
  const isSame = JSON.stringify(meeting.reported ?? []) === JSON.stringify(referatIds);
  return done(meeting.sent || isSame ? meeting : { ...meeting, reported: [...referatIds] });
}

/** How far back a referat is still news: one that was approved late is reported late. */
const WINDOW_DAYS = 370;

/** The first day whose referater and meetings an agenda looks at. */
export function windowStart({ startsAt }: Pick<Meeting, 'startsAt'>): string {
  return addDays(dayOf(startsAt), -WINDOW_DAYS);
}

/** The day of the last meeting before this one to which an agenda was sent; the start of the window when there is none. */
export function lastMeetingDay(meeting: Pick<Meeting, 'id' | 'startsAt'>, others: readonly Meeting[]): string {
  const last = lastMeeting(meeting, others);
  return last === undefined ? windowStart(meeting) : dayOf(last.startsAt);
}

/**
 * When the agenda of that meeting was written for good, which is when it was sent first: what has happened since, the days
 * before the meeting among them, was not told there. One that was held without an agenda here told of all until its day.
 */
export function lastWrittenAt(meeting: Pick<Meeting, 'id' | 'startsAt'>, others: readonly Meeting[]): Date {
  const sent = lastMeeting(meeting, others)?.history.find(({ what }) => what === 'agenda-sent');
  return sent?.at ?? startOf(lastMeetingDay(meeting, others));
}

function lastMeeting(meeting: Pick<Meeting, 'id' | 'startsAt'>, others: readonly Meeting[]): Meeting | undefined {
  const from = startOf(windowStart(meeting));
  return others
    .filter((one) => one.id !== meeting.id && one.startsAt >= from && one.startsAt < meeting.startsAt && wasCalled(one))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .at(-1);
}

function wasCalled({ sent, state }: Meeting): boolean {
  return state === 'held' || (sent !== undefined && state !== 'cancelled');
}

/** What the agendas that were sent for other meetings have reported or laid before already. */
function reportedBefore(meetingId: string, others: readonly Meeting[]): ReadonlySet<string> {
  return new Set(others.flatMap(({ id, sent, reported = [] }) => (id !== meetingId && sent ? reported : [])));
}

/** Referater that are approved and not told of yet, and those that are not approved. */
export type Reports = { readonly approved: readonly Referat[]; readonly unapproved: readonly Referat[] };

/**
 * What an agenda says of these referater, oldest meeting first: those that are approved and that no agenda before it told
 * of, each once; and those that are not approved, for as long as they are not.
 */
export function reportsFor(
  meeting: Pick<Meeting, 'id' | 'startsAt'>,
  referater: readonly Referat[],
  others: readonly Meeting[],
): Reports {
  const told = reportedBefore(meeting.id, others);
  const past = referater.filter(({ meetingOn }) => meetingOn < dayOf(meeting.startsAt));
  const isApproved = ({ approval }: Referat) => approval !== undefined;
  return {
    approved: past.filter((referat) => isApproved(referat) && !told.has(referat.id)),
    unapproved: past.filter((referat) => !isApproved(referat)),
  };
}
