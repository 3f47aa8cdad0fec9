import type { Committee } from '../committee/record.ts';
import { mayRunAgenda } from '../committee/rules.ts';
import { emit, note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import { dayOf } from '../time.ts';
import { tellOfChange } from './effects.ts';
import { type Meeting, newMeeting } from './record.ts';
import { isOver, renewAgenda } from './rules-agenda-send.ts';
import { callOn } from './rules-call.ts';
import { withFollowUp, withoutFollowUp } from './rules-follow-up-due.ts';
import { cancelForfall, moveForfall, tellVaras } from './rules-forfall-moved.ts';
import { forgetRisk, weighRisk } from './rules-risk.ts';
import type { WrittenMeeting } from './rules-times.ts';

export const MAX_CANCEL_REASON = 500;
const MAX_CALENDARS = 500;

/** When and where a meeting is to be. */
export type Schedule = Pick<WrittenMeeting, 'startsAt' | 'endsAt' | 'mode' | 'place'>;

/** A committee has one meeting a day: this is the key that says so. */
export const meetingKey = (committeeId: string, day: string) => `meeting:${committeeId}:${day}`;

/** A meeting that nobody knew of before. */
export function planMeeting(
  id: string,
  committee: Committee,
  schedule: Schedule,
  personId: string,
  now: Date,
): Result<Meeting, 'not-planner'> {
  if (!mayRunAgenda(committee, personId)) return refuse('not-planner');
  const { startsAt, endsAt, mode, place } = schedule;
  const { tenantId, id: committeeId } = committee;
  const fields = { id, tenantId, committeeId, startsAt, endsAt, ...(mode && { mode }), ...(place && { place }) };
  const meeting = { ...newMeeting(fields), keys: [meetingKey(committeeId, dayOf(startsAt))] };
  return done(withFollowUp(note(meeting, { at: now, by: personId, what: 'planned' }), now));
}

/** Whether a meeting is already when and where a schedule says. */
export function isScheduled(meeting: Meeting, { startsAt, endsAt, mode, place }: Schedule): boolean {
  return (
    meeting.startsAt.getTime() === startsAt.getTime() &&
    meeting.endsAt.getTime() === endsAt.getTime() &&
    meeting.mode === mode &&
    meeting.place === place
  );
}

export type MoveRefusal =
  | 'not-planner'
  | 'plan-cancelled'
  | 'plan-held'
  | 'plan-past'
  | 'plan-changed'
  | 'agenda-being-sent'
  | 'agenda-other-year';

/**
 * A meeting is held at another time or place, until it is over. `against`: the sequence that a form was filled in from.
 * What it is already is no change, whoever made it; everybody who knew of the meeting is told.
 */
export function moveMeeting(
  meeting: Meeting,
  schedule: Schedule,
  committee: Committee,
  { personId, against }: { readonly personId: string; readonly against?: number | undefined },
  clocks: Clocks,
): Result<Meeting, MoveRefusal> {
  if (!mayRunAgenda(committee, personId)) return refuse('not-planner');
  if (meeting.state === 'cancelled') return refuse('plan-cancelled');
  if (meeting.state === 'held') return refuse('plan-held');
  if (isScheduled(meeting, schedule)) return done(meeting);
  // whoever came has been there, and whoever is told would be told of what is over
  if (isOver(meeting, clocks.now)) return refuse('plan-past');
  if (meeting.sending !== undefined) return refuse('agenda-being-sent');
  // its saker have their numbers in the year in which they were called
  if (meeting.sent && yearOf(meeting) !== yearOf(schedule)) return refuse('agenda-other-year');
  if (against !== undefined && against !== meeting.sequence) return refuse('plan-changed');
  const { mode: _mode, place: _place, ...before } = meeting;
  const { startsAt, endsAt, mode, place } = schedule;
  const isSameTime = isScheduled(meeting, { ...wasOf(meeting), startsAt, endsAt });
  const kept = isSameTime ? before : unanswered(moveForfall(before, personId, clocks));
  const moved: Meeting = {
    ...kept,
    keys: [meetingKey(committee.id, dayOf(startsAt))],
    startsAt,
    endsAt,
    ...(mode && { mode }),
    ...(place && { place }),
    sequence: meeting.sequence + 1,
  };
  const noted = note(moved, { at: clocks.now, by: personId, what: 'moved' });
  const told = tellOfChange(noted, wasOf(meeting), committee, personId, clocks);
  // who comes is asked anew, and so whether it can be held
  const called = isSameTime ? tellVaras(told, clocks) : callOn(forgetRisk(told), committee, personId, clocks);
  return done(renewAgenda(isSameTime ? called : withFollowUp(called, clocks.now), committee, clocks));
}

/** Who comes at one time has not said so of another. */
function unanswered<M extends Pick<Meeting, 'answers' | 'remindedOn'>>({ remindedOn: _reminded, ...meeting }: M) {
  return { ...meeting, answers: [] };
}

const yearOf = ({ startsAt }: Pick<Meeting, 'startsAt'>) => dayOf(startsAt).slice(0, 4);

/** What a pasted line does not say of a meeting stays as it is. */
export function keeping({ mode, place }: Meeting, schedule: Schedule): Schedule {
  return { ...(mode && { mode }), ...(place && { place }), ...schedule };
}

/**
 * A meeting is not held. It stays readable; the saker on its agenda go back to be put on another one, and what was named
 * for later goes on to the next meeting. Not while its agenda is on its way to people. Safe to repeat.
 */
export function cancelMeeting(
  meeting: Meeting,
  reason: string | undefined,
  committee: Committee,
  personId: string,
  clocks: Clocks,
): Result<Meeting, 'not-planner' | 'plan-held' | 'agenda-being-sent'> {
  if (!mayRunAgenda(committee, personId)) return refuse('not-planner');
  if (meeting.state === 'held') return refuse('plan-held');
  if (meeting.state === 'cancelled') return done(meeting);
  if (meeting.sending !== undefined) return refuse('agenda-being-sent');
  const { comingIn: _over, ...kept } = meeting;
  const cancelled: Meeting = {
    ...kept,
    // another meeting may be held that day
    keys: [],
    state: 'cancelled',
    sequence: meeting.sequence + 1,
    cancelled: { at: clocks.now, by: personId, ...(reason && { reason }) },
  };
  const noted = note(cancelled, { at: clocks.now, by: personId, what: 'cancelled' });
  const told = tellOfChange(cancelForfall(noted, clocks), wasOf(meeting), committee, personId, clocks);
  const over = weighRisk(carryOn(giveBackSaker(told, clocks), clocks), committee, clocks);
  return done(renewAgenda(withoutFollowUp(over), committee, clocks));
}

/** The saker on its agenda wait for another meeting. */
function giveBackSaker(meeting: Meeting, { realNow }: Clocks): Meeting {
  const news = { what: 'postponed', meetingId: meeting.id } as const;
  return emit(
    meeting,
    { realNow },
    ...meeting.items.map(({ sakId }) => ({ kind: 'sak-told' as const, key: `postponed:${sakId}`, sakId, news })),
  );
}

/** Once a meeting is over: what was named for later goes on to the next one. */
export function carryOn(meeting: Meeting, { realNow }: Clocks): Meeting {
  if (meeting.coming.length === 0) return meeting;
  return emit(meeting, { realNow }, { kind: 'carry-coming', key: 'carry-coming' });
}

/** Somebody wants the meeting in their calendar, now and whenever it changes. */
export function wantCalendar(meeting: Meeting, personId: string): Result<Meeting, never> {
  const { calendars = [] } = meeting;
  if (calendars.includes(personId) || calendars.length >= MAX_CALENDARS) return done(meeting);
  return done({ ...meeting, calendars: [...calendars, personId] });
}

function wasOf({ startsAt, endsAt, mode, place }: Meeting) {
  return { startsAt, endsAt, ...(mode && { mode }), ...(place && { place }) };
}
