import type { Committee } from '../committee/record.ts';
import type { Meeting } from '../meeting/record.ts';
import { addDays, dayOf } from '../time.ts';
import type { Sak } from './record.ts';

/** The last day on which saker for a meeting are proposed; undefined where the committee has not set one. */
export function lastDayFor({ startsAt }: Pick<Meeting, 'startsAt'>, { settings }: Committee): string | undefined {
  const days = settings.agenda?.proposeDays;
  return days === undefined ? undefined : addDays(dayOf(startsAt), -days);
}

/** Whether it is too late to propose a sak for a meeting: its agenda was sent, or the committee's last day has passed. */
export function isTooLateFor(meeting: Meeting, committee: Committee, now: Date): boolean {
  const lastDay = lastDayFor(meeting, committee);
  return !isOpen(meeting, now) || meeting.sent !== undefined || (lastDay !== undefined && dayOf(now) > lastDay);
}

/** Whether a meeting is still to be held. */
function isOpen({ state, startsAt }: Meeting, now: Date): boolean {
  return (state === 'planned' || state === 'called') && startsAt > now;
}

/** The meetings of a committee that are still to be held, the first one first. */
export function openMeetings(meetings: readonly Meeting[], { id }: Pick<Committee, 'id'>, now: Date): Meeting[] {
  return meetings
    .filter((meeting) => meeting.committeeId === id && isOpen(meeting, now))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** The meeting a sak goes to, and the one it comes too late for. Neither: the next one, whenever that is. */
export type Placed = { readonly wishedMeetingId?: string; readonly tooLateFor?: string };

/**
 * Where a sak that is proposed now goes: to the meeting it wishes, or to the first one after that which is not too late.
 * Without a wish it is the first one that is not too late, which is only said where an earlier one is.
 */
export function placeWish(
  wished: string | undefined,
  meetings: readonly Meeting[],
  committee: Committee,
  now: Date,
): Placed {
  const open = openMeetings(meetings, committee, now);
  const from = Math.max(
    open.findIndex(({ id }) => id === wished),
    0,
  );
  const first = open[from];
  if (first === undefined || !isTooLateFor(first, committee, now)) return wished === undefined ? {} : placed(first);
  return {
    ...placed(open.slice(from).find((meeting) => !isTooLateFor(meeting, committee, now))),
    tooLateFor: first.id,
  };
}

/**
 * The meeting that a sak is for: on whose agenda it stands, or, among those still to be held, the first one first, the one
 * it wishes; an accepted one that wishes none of them goes to the first whose agenda is not sent.
 */
export function meetingIdFor(
  { status, meetingId, wishedMeetingId }: Pick<Sak, 'status' | 'meetingId' | 'wishedMeetingId'>,
  open: readonly Meeting[],
): string | undefined {
  if (meetingId !== undefined || status !== 'accepted') return meetingId ?? wishedMeetingId;
  const wished = open.find(({ id }) => id === wishedMeetingId);
  return (wished ?? open.find(({ sent }) => sent === undefined))?.id;
}

const placed = (meeting: Meeting | undefined): Placed => (meeting ? { wishedMeetingId: meeting.id } : {});
