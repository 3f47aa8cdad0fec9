import type { Committee } from '../committee/record.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Clocks, emitAgain, renewShared } from '../round/effects.ts';
import { soonEnough } from './effects.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import { type Calling, callOn } from './rules-call.ts';
import { standing } from './rules-holder.ts';

/**
 * A seat is somebody else's than before, and a meeting to come is theirs: what the one before them said of coming is not
 * theirs to keep, and they get the agenda that was sent. Forfall for the seat stands, with the vara who was called in for
 * it, until the new one takes it back. Safe to repeat.
 */
export function passToHolder(
  meeting: Meeting,
  seatId: string,
  committee: Calling & Pick<Committee, 'conversation'>,
  clocks: Clocks,
): Result<Meeting, 'meeting-over'> {
  if (isOver(meeting, clocks.now)) return refuse('meeting-over');
  const { seats, conversation } = committee;
  const holderId = seats.find(({ id }) => id === seatId)?.memberId;
  const said = meeting.answers.find((one) => one.seatId === seatId);
  const isTheirs = said === undefined || said.by === holderId || isAway(meeting, seatId);
  // whoever acted for somebody, and has a seat of their own now, does so no longer
  const free = callOn(isTheirs ? meeting : withoutAnswer(meeting, seatId, clocks), committee, 'bot', clocks);
  // where the committee talks the agenda is read by everybody there
  if (meeting.sent === undefined || holderId === undefined || conversation !== undefined) return done(free);
  const view = { view: 'agenda-card', meetingId: meeting.id } as const;
  return done(emitAgain(free, soonEnough([meeting], clocks), { kind: 'personal-card', personId: holderId, view }));
}

/** A seat has other varas than before: what nobody covers at a meeting to come is asked of them. Safe to repeat. */
export function callVaras(meeting: Meeting, committee: Calling, clocks: Clocks): Result<Meeting, 'meeting-over'> {
  return isOver(meeting, clocks.now) ? refuse('meeting-over') : done(callOn(meeting, committee, 'bot', clocks));
}

function isAway(meeting: Meeting, seatId: string): boolean {
  return standing(meeting).some((one) => one.seatId === seatId && one.scope.what !== 'sak');
}

function withoutAnswer(meeting: Meeting, seatId: string, clocks: Clocks): Meeting {
  const answers = meeting.answers.filter((one) => one.seatId !== seatId);
  const line = { at: clocks.now, by: 'bot', what: 'answer-passed', seatId };
  return renewShared(note({ ...meeting, answers }, line), clocks);
}
