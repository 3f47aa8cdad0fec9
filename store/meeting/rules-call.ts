import type { Committee } from '../committee/record.ts';
import { runnersOf } from '../committee/rules.ts';
import { emit, isWaiting, note, withOutbox } from '../effect.ts';
import { atOnce, type Clocks, emitAgain } from '../round/effects.ts';
import { answerTime, contactTimeFor, whenToAsk } from './call-times.ts';
import type { Call, CallState, Forfall } from './forfall.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import { coveredBy, standing } from './rules-holder.ts';
import { weighRisk } from './rules-risk.ts';

/** Those who are told where forfall stands, and whose varas are called. */
export type Calling = Pick<Committee, 'seats' | 'roles' | 'settings'>;

/** Messages about forfall that come together are one. Real time. */
const TOGETHER_MS = 60_000;

/** The meeting with one of its forfall changed. */
export function withForfall(meeting: Meeting, changed: Forfall): Meeting {
  const { forfall = [] } = meeting;
  const isKnown = forfall.some(({ id }) => id === changed.id);
  const all = isKnown ? forfall.map((one) => (one.id === changed.id ? changed : one)) : [...forfall, changed];
  return { ...meeting, forfall: all };
}

/** The meeting with one vara's call for a forfall in another state. */
export function withCall(meeting: Meeting, { id }: Forfall, { varaId }: Call, fields: Partial<Call>): Meeting {
  const current = meeting.forfall?.find((one) => one.id === id);
  if (current === undefined) return meeting;
  const calls = current.calls.map((call) => (call.varaId === varaId ? { ...call, ...fields } : call));
  return withForfall(meeting, { ...current, calls });
}

/**
 * Asks the next vara for every forfall that nobody covers and nobody is asked for, and says so where nobody is left. Then
 * the time at which the first answer is due is that of the record, and it is weighed whether the meeting can be held. Every
 * change of forfall ends here.
 */
export function callOn(meeting: Meeting, committee: Calling, by: string, clocks: Clocks): Meeting {
  if (isOver(meeting, clocks.now)) return withDue(meeting);
  const called = standing(meeting).reduce<Meeting>(
    (current, { id }) => callNext(current, committee, id, by, clocks),
    meeting,
  );
  return weighRisk(withDue(called), committee, clocks);
}

function callNext(meeting: Meeting, committee: Calling, forfallId: string, by: string, clocks: Clocks): Meeting {
  const forfall = meeting.forfall?.find(({ id }) => id === forfallId);
  if (forfall === undefined || isSettled(meeting, forfall)) return meeting;
  const seat = committee.seats.find(({ id }) => id === forfall.seatId);
  const next = seat?.varas?.find(({ personId }) => mayBeAsked(meeting, committee, forfall, personId));
  if (next === undefined) return runDry(meeting, committee, forfall, by, clocks);
  const { dryAt: _dry, ...rest } = forfall;
  const askedAt = contactTimeFor(meeting, clocks.now);
  const call: Call = {
    varaId: next.personId,
    varaName: next.name,
    askedAt,
    answerBy: answerTime(meeting, forfall.scope, askedAt),
    state: 'asked',
  };
  const calls = [...forfall.calls.filter(({ varaId }) => varaId !== call.varaId), call];
  const line = { at: clocks.now, by: 'bot', what: 'vara-called', seatId: forfall.seatId, onBehalfOf: call.varaId };
  return showCall(note(withForfall(meeting, { ...rest, calls }), line), forfall, call, clocks);
}

/** Whether nobody has to be asked: somebody covers it, is asked, or acts for the seat in all of the meeting. */
function isSettled(meeting: Meeting, forfall: Forfall): boolean {
  if (forfall.calls.some(({ state }) => state === 'accepted' || state === 'asked')) return true;
  return standing(meeting).some(
    ({ id, seatId, scope, calls }) =>
      id !== forfall.id && seatId === forfall.seatId && scope.what === 'whole' && coveredBy({ calls }) !== undefined,
  );
}

/** A vara acts for one seat at a meeting, and is not asked again about what they have answered. */
function mayBeAsked(meeting: Meeting, { seats }: Calling, { seatId, calls }: Forfall, personId: string): boolean {
  const before = calls.find(({ varaId }) => varaId === personId);
  if (before && before.state !== 'withdrawn' && before.state !== 'elsewhere') return false;
  return !hasSeat(seats, personId) && !actsElsewhere(meeting, seatId, personId);
}

/** Whether somebody has a seat of their own: they cannot act for another one. */
export function hasSeat(seats: Calling['seats'], personId: string): boolean {
  return seats.some(({ memberId }) => memberId === personId);
}

/** Whether somebody has said yes to act for another seat at this meeting. */
export function actsElsewhere(meeting: Meeting, seatId: string, personId: string): boolean {
  return standing(meeting).some((one) => one.seatId !== seatId && coveredBy(one)?.varaId === personId);
}

/** Nobody is left to ask: whoever can do something about it is told, once. */
function runDry(meeting: Meeting, committee: Calling, forfall: Forfall, by: string, clocks: Clocks): Meeting {
  if (forfall.dryAt !== undefined) return meeting;
  const dry = withForfall(meeting, { ...forfall, dryAt: clocks.now });
  const noted = note(dry, { at: clocks.now, by: 'bot', what: 'no-vara-left', seatId: forfall.seatId });
  return tellWhereItStands(noted, committee, forfall.seatId, by, clocks);
}

/** The member of a seat, the chair and the secretariat are told where its forfall stands, but for whoever did it. */
export function tellWhereItStands(
  meeting: Meeting,
  { seats, roles }: Calling,
  seatId: string,
  by: string,
  clocks: Clocks,
): Meeting {
  const memberId = seats.find(({ id }) => id === seatId)?.memberId;
  const when = whenToAsk(meeting, { now: clocks.now, realNow: new Date(clocks.realNow.getTime() + TOGETHER_MS) });
  const own = { view: 'own-forfall', meetingId: meeting.id } as const;
  const all = { view: 'forfall-status', meetingId: meeting.id } as const;
  const told = [
    ...(memberId ? [{ personId: memberId, view: own }] : []),
    ...runnersOf(roles)
      .filter((personId) => personId !== memberId)
      .map((personId) => ({ personId, view: all })),
  ];
  const cards = told
    .filter(({ personId }) => personId !== by)
    .map((one) => ({ kind: 'personal-card' as const, ...one }));
  return emitAgain(meeting, when, ...cards);
}

/** The card with a call-in, as it stands when it is sent. One about the same that still waits gives way. */
export function showCall(meeting: Meeting, { id: forfallId }: Forfall, { varaId }: Call, clocks: Clocks): Meeting {
  const emitted = meeting.emitted + 1;
  const view = { view: 'call-in', meetingId: meeting.id, forfallId } as const;
  const key = `call:${forfallId}:${emitted}`;
  const card = { kind: 'personal-card' as const, key, personId: varaId, view };
  return emit({ ...withoutCard(meeting, forfallId, varaId), emitted }, whenToAsk(meeting, clocks), card);
}

function withoutCard(meeting: Meeting, forfallId: string, varaId: string): Meeting {
  const outbox = meeting.outbox.filter((effect) => !isWaiting(effect) || !isCallTo(effect, forfallId, varaId));
  return outbox.length === meeting.outbox.length ? meeting : withOutbox(meeting, outbox);
}

function isCallTo(effect: Meeting['outbox'][number], forfallId: string, varaId: string): boolean {
  if (effect.kind !== 'personal-card' || effect.personId !== varaId) return false;
  return effect.view.view === 'call-in' && effect.view.forfallId === forfallId;
}

/** Ends a call that was asked or accepted; the vara is told, unless they were never asked: their card is not sent then. */
export function endCall(meeting: Meeting, forfall: Forfall, call: Call, state: CallState, clocks: Clocks): Meeting {
  if (call.state !== 'asked' && call.state !== 'accepted') return meeting;
  const ended = withCall(meeting, forfall, call, { state });
  const unsent = call.state === 'asked' && withoutCard(ended, forfall.id, call.varaId);
  if (unsent && unsent !== ended) return unsent;
  return showCall(ended, forfall, call, clocks);
}

/** Somebody else acts for a seat than before: the rounds and votings of the meeting are told. */
export function tellSeatMoved(meeting: Meeting, seatId: string, by: string, clocks: Clocks): Meeting {
  return emitAgain(meeting, atOnce(clocks), { kind: 'seat-moved', seatId, by });
}

/** The record with the time at which the first call-in that waits for an answer is over; none once the meeting is. */
function withDue(meeting: Meeting): Meeting {
  const { callDueAt: before, ...rest } = meeting;
  const isClosed = meeting.state === 'held' || meeting.state === 'cancelled';
  const waiting = isClosed
    ? []
    : standing(meeting).flatMap(({ calls }) => calls.filter(({ state }) => state === 'asked'));
  const times = waiting.map(({ answerBy }) => answerBy.getTime());
  if (times.length === 0) return before === undefined ? meeting : rest;
  return { ...rest, callDueAt: new Date(Math.min(...times)) };
}
