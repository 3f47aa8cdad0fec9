import type { Committee } from '../committee/record.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Clocks, emitAgain, renewShared } from '../round/effects.ts';
import { dayOf, nextContactTime } from '../time.ts';
import { soonEnough } from './effects.ts';
import type { CallState, Forfall } from './forfall.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import { unanswered } from './rules-agenda-silent.ts';
import { answerCall, type CallRefusal } from './rules-call-answer.ts';
import {
  type ReportRefusal,
  reportForfall,
  type TakeBackRefusal,
  takeBackForfall,
  withAnswer,
} from './rules-forfall.ts';
import { standing } from './rules-holder.ts';
import { weighRisk } from './rules-risk.ts';

export type ComingRefusal =
  | 'agenda-not-sent'
  | 'meeting-over'
  | 'no-seat'
  | ReportRefusal
  | TakeBackRefusal
  | CallRefusal;

/**
 * «Kommer» or «Forfall», for every seat that this person has. The newest answer counts, and no reason is asked for:
 * forfall calls a vara in, and «Kommer» after it takes the seat back. Of a vara who was called in it is the answer to that.
 */
export function answerMeeting(
  meeting: Meeting,
  committee: Committee,
  { personId, comes }: { readonly personId: string; readonly comes: boolean },
  clocks: Clocks,
): Result<Meeting, ComingRefusal> {
  if (meeting.sent === undefined) return refuse('agenda-not-sent');
  if (isOver(meeting, clocks.now)) return refuse('meeting-over');
  const own = committee.seats.filter(({ memberId }) => memberId === personId).map(({ id }) => id);
  if (own.length === 0) return answerAsVara(meeting, committee, personId, comes, clocks);
  const answered = own.reduce<Result<Meeting, ComingRefusal>>((current, seatId) => {
    if (!current.ok) return current;
    const who = { seatId, personId };
    return comes
      ? comeTo(current.value, committee, who, clocks)
      : reportForfall(current.value, committee, { ...who, scope: { what: 'whole' } }, clocks);
  }, done(meeting));
  return answered.ok ? done(weighRisk(answered.value, committee, clocks)) : answered;
}

/** Yes or no to all that this person is asked to act for here, and has not been released from. */
function answerAsVara(
  meeting: Meeting,
  committee: Committee,
  personId: string,
  comes: boolean,
  clocks: Clocks,
): Result<Meeting, ComingRefusal> {
  const asked = standing(meeting).filter(({ calls }) =>
    calls.some(({ varaId, state }) => varaId === personId && ANSWERABLE.includes(state)),
  );
  if (asked.length === 0) return refuse('no-seat');
  const answer = (current: Meeting, { id: forfallId }: Forfall) =>
    answerCall(current, committee, { forfallId, personId, yes: comes }, clocks);
  return asked.reduce<Result<Meeting, ComingRefusal>>((current, one, n) => {
    if (n === 0 || (comes && !current.ok)) return answer(meeting, one);
    if (!current.ok) return current;
    const next = answer(current.value, one);
    // one yes is enough: a vara acts for one seat
    return comes && !next.ok ? current : next;
  }, done(meeting));
}

const ANSWERABLE: readonly CallState[] = ['asked', 'accepted', 'declined', 'timed-out', 'unreached'];

function comeTo(
  meeting: Meeting,
  committee: Committee,
  { seatId, personId }: { readonly seatId: string; readonly personId: string },
  clocks: Clocks,
): Result<Meeting, TakeBackRefusal> {
  const isAway = standing(meeting).some((one) => one.seatId === seatId && one.scope.what !== 'sak');
  const back = isAway ? takeBackForfall(meeting, committee, { seatId, personId }, clocks) : done(meeting);
  if (!back.ok) return back;
  const { value } = back;
  if (value.answers.some((one) => one.seatId === seatId && one.comes && one.by === personId)) return done(value);
  const said = withAnswer(value, seatId, true, personId, clocks);
  return done(renewShared(note(said, { at: clocks.now, by: personId, what: 'comes', seatId }), clocks));
}

export type RemindRefusal = 'agenda-not-sent' | 'meeting-over' | 'all-have-said' | 'meeting-reminded-today';

/**
 * Reminds those who have not said whether they come, at most once a day: in working hours, or at once when the meeting is
 * within a day.
 */
export function remindOfMeeting(
  meeting: Meeting,
  committee: Pick<Committee, 'seats'>,
  personId: string,
  clocks: Clocks,
): Result<Meeting, RemindRefusal> {
  if (meeting.sent === undefined) return refuse('agenda-not-sent');
  if (isOver(meeting, clocks.now)) return refuse('meeting-over');
  const waiting = unanswered(meeting, committee);
  if (waiting.length === 0) return refuse('all-have-said');
  const when = soonEnough([meeting], clocks);
  const remindedOn = dayOf(when.inWorkingHours ? nextContactTime(clocks.now) : clocks.now);
  if (meeting.remindedOn === remindedOn) return refuse('meeting-reminded-today');
  const noted = note({ ...meeting, remindedOn }, { at: clocks.now, by: personId, what: 'agenda-reminded' });
  const reminders = waiting.map((id) => ({ kind: 'agenda-reminder' as const, personId: id }));
  return done(emitAgain(noted, when, ...reminders));
}

/** Whether a reminder has still somebody to remind when it is about to be sent. */
export function wantsMeetingReminder(
  meeting: Meeting,
  committee: Pick<Committee, 'seats'>,
  personId: string,
  now: Date,
): boolean {
  return !isOver(meeting, now) && unanswered(meeting, committee).includes(personId);
}

/** Registers where the agenda was published, for all who have its card. One that was not sent cannot be. */
export function publishAgenda(
  meeting: Meeting,
  where: string | undefined,
  personId: string,
  clocks: Clocks,
): Result<Meeting, 'agenda-not-sent' | 'agenda-published-before'> {
  if (meeting.agendaPublished !== undefined) return refuse('agenda-published-before');
  if (meeting.sent === undefined) return refuse('agenda-not-sent');
  const { now } = clocks;
  const agendaPublished = { at: now, by: personId, ...(where && { where }) };
  const noted = note({ ...meeting, agendaPublished }, { at: now, by: personId, what: 'agenda-published' });
  return done(renewShared(noted, clocks));
}
