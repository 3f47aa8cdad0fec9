import type { Clocks } from '../round/effects.ts';
import { type Call, type Forfall, forfallId } from './forfall.ts';
import type { Meeting } from './record.ts';
import { closeCall, isUnsent, showCall, tellSeatMoved, withForfall } from './rules-call.ts';
import { coveredBy, standing } from './rules-holder.ts';

type Called = { readonly forfall: Forfall; readonly call: Call };

/**
 * The meeting is held at another time: who cannot come then is not known, and no yes is to another time than it was said
 * to. Whoever was called in is told. A member who is inhabil in a sak still is: the cascade begins again for that, once
 * the record has the new time.
 */
export function moveForfall(meeting: Meeting, by: string, clocks: Clocks): Meeting {
  const { callDueAt: _due, reasons: _reasons, ...rest } = closeAll(meeting, calledIn(meeting));
  const ended = (rest.forfall ?? []).map(({ dryAt: _dry, ...one }) => ({
    ...one,
    takenBack: true as const,
    moved: true as const,
  }));
  const over = rest.forfall ? { ...rest, forfall: ended } : rest;
  const again = standing(meeting).reduce<Meeting>((current, { seatId, scope, at, by }) => {
    if (scope.what !== 'sak') return current;
    const id = forfallId(seatId, scope, current.forfall ?? []);
    return withForfall(current, { id, seatId, scope, at, by, calls: [] });
  }, over);
  const seatIds = [...new Set(standing(meeting).flatMap((one) => (coveredBy(one) ? one.seatId : [])))];
  const told = seatIds.reduce<Meeting>((current, seatId) => tellSeatMoved(current, seatId, by, clocks), again);
  return showToEach(told, informed(meeting), clocks);
}

/**
 * The meeting is not held: nobody else is asked, and whoever was called in is told. The varas who said yes stay: they
 * answer the rounds that it is turned into.
 */
export function cancelForfall(meeting: Meeting, clocks: Clocks): Meeting {
  const asked = calledIn(meeting).filter(({ call }) => call.state === 'asked');
  const { callDueAt: _due, ...rest } = closeAll(meeting, asked);
  return showToEach(rest, informed(meeting), clocks);
}

/** The meeting is held somewhere else: the committee's own news does not reach those who are called in. */
export function tellVaras(meeting: Meeting, clocks: Clocks): Meeting {
  return showToEach(meeting, informed(meeting), clocks);
}

/** It was registered who sat where: the rounds and votings of the meeting hear of it where somebody had forfall. */
export function tellWhoSat(meeting: Meeting, by: string, clocks: Clocks): Meeting {
  const seatIds = [...new Set((meeting.forfall ?? []).map(({ seatId }) => seatId))];
  return seatIds.reduce<Meeting>((current, seatId) => tellSeatMoved(current, seatId, by, clocks), meeting);
}

function calledIn(meeting: Meeting): Called[] {
  return standing(meeting).flatMap((forfall) =>
    forfall.calls.filter(({ state }) => state === 'asked' || state === 'accepted').map((call) => ({ forfall, call })),
  );
}

/** Those who know that they are called in: the newest state is all that an unsent card will say. */
function informed(meeting: Meeting): Called[] {
  return calledIn(meeting).filter(({ forfall, call }) => !isUnsent(meeting, forfall, call));
}

function closeAll(meeting: Meeting, called: readonly Called[]): Meeting {
  return called.reduce<Meeting>(
    (current, { forfall, call }) => closeCall(current, forfall, call, 'withdrawn'),
    meeting,
  );
}

/** Each is told once, of what they have said yes to before what they were asked about. */
function showToEach(meeting: Meeting, called: readonly Called[], clocks: Clocks): Meeting {
  const sorted = called.toSorted((a, b) => rank(a) - rank(b));
  const firsts = sorted.filter((one, n) => sorted.findIndex(({ call }) => call.varaId === one.call.varaId) === n);
  return firsts.reduce<Meeting>((current, { forfall, call }) => showCall(current, forfall, call, clocks), meeting);
}

function rank({ call }: Called): number {
  return call.state === 'accepted' ? 0 : 1;
}
