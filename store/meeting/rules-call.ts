import type { Committee } from '../committee/record.ts';
import { runnersOf } from '../committee/rules.ts';
import { type Effect, emit, isWaiting, note, type When, withOutbox } from '../effect.ts';
import { atOnce, type Clocks, emitAgain } from '../round/effects.ts';
import type { Call, CallState, Forfall } from './forfall.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import { isVara } from './rules-call-stands.ts';
import { answerTime, contactTimeFor, whenToAsk } from './rules-call-times.ts';
import { coveredBy, coverOf, standing } from './rules-holder.ts';
import { isBeingWarned, weighRisk } from './rules-risk.ts';

/** Those who are told where forfall stands, and whose varas are called. */
export type Calling = Pick<Committee, 'seats' | 'roles' | 'settings' | 'life'>;

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
 * the time at which the first answer is due is that of the record, and it is weighed whether the meeting can be held.
 * Every change of forfall ends here, and every change of the committee's seats and varas.
 */
export function callOn(meeting: Meeting, committee: Calling, by: string, clocks: Clocks): Meeting {
  if (isOver(meeting, clocks.now)) return withDue(meeting);
  const free = withoutVarasNoMore(withoutSeated(meeting, committee, by, clocks), committee, clocks);
  const called = standing(free).reduce<Meeting>(
    (current, { id }) => callNext(current, committee, id, by, clocks),
    free,
  );
  return weighRisk(withDue(called), committee, clocks);
}

/** Whoever has got a seat of their own acts for that one, and for no other. */
function withoutSeated(meeting: Meeting, committee: Calling, by: string, clocks: Clocks): Meeting {
  return standing(meeting).reduce<Meeting>((current, one) => {
    const seated = one.calls.filter(({ state, varaId }) => isOpen(state) && hasSeat(committee.seats, varaId));
    const ended = seated.reduce<Meeting>((inner, call) => endCall(inner, one, call, 'elsewhere', clocks), current);
    if (!seated.some(({ state }) => state === 'accepted')) return ended;
    const told = tellWhereItStands(ended, committee, one.seatId, by, clocks);
    return tellSeatMoved(told, one.seatId, by, clocks);
  }, meeting);
}

/** Whoever is not vara for the seat any more, and has not said yes, is not waited for. */
function withoutVarasNoMore(meeting: Meeting, committee: Calling, clocks: Clocks): Meeting {
  return standing(meeting).reduce<Meeting>(
    (current, one) =>
      one.calls
        .filter((call) => call.state === 'asked' && !isVara(committee, one, call))
        .reduce<Meeting>((inner, call) => endCall(inner, one, call, 'withdrawn', clocks), current),
    meeting,
  );
}

function callNext(meeting: Meeting, committee: Calling, forfallId: string, by: string, clocks: Clocks): Meeting {
  const forfall = meeting.forfall?.find(({ id }) => id === forfallId);
  if (forfall === undefined || isSettled(meeting, forfall)) return meeting;
  const seat = committee.seats.find(({ id }) => id === forfall.seatId);
  if (seat === undefined) return meeting;
  const next = seat.varas?.find(({ personId }) => mayBeAsked(meeting, committee, forfall, personId));
  if (next === undefined) return runDry(meeting, committee, forfall, by, clocks);
  const askedAt = contactTimeFor(meeting, clocks.now);
  const call: Call = {
    varaId: next.personId,
    varaName: next.name,
    askedAt,
    answerBy: answerTime(meeting, forfall.scope, askedAt),
    state: 'asked',
  };
  const calls = [...forfall.calls.filter(({ varaId }) => varaId !== call.varaId), call];
  // somebody who was not there to ask when it ran dry: if they cannot either, that is news
  const { dryAt, ...rest } = forfall;
  const isNew = calls.length > forfall.calls.length;
  const asked: Forfall = { ...rest, calls, ...(dryAt && !isNew && { dryAt }) };
  const line = { at: clocks.now, by: 'bot', what: 'vara-called', seatId: forfall.seatId, onBehalfOf: call.varaId };
  return showCall(note(withForfall(meeting, asked), line), asked, call, clocks);
}

/** Whether nobody has to be asked: somebody acts for the seat there, is asked, or it is about nothing that is left. */
function isSettled(meeting: Meeting, forfall: Forfall): boolean {
  if (forfall.calls.some(({ state }) => state === 'asked') || coverOf(meeting, forfall)) return true;
  return forfall.scope.what === 'sak' && !isOnAgenda(meeting, forfall.scope.sakId);
}

export function isOnAgenda({ items }: Pick<Meeting, 'items'>, sakId: string): boolean {
  return items.some((item) => item.sakId === sakId);
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
  committee: Calling,
  seatId: string,
  by: string,
  clocks: Clocks,
): Meeting {
  const memberId = memberOf(committee, seatId);
  const others = runnersOf(committee.roles).filter(
    (personId) => personId !== memberId && personId !== by && !isBeingWarned(meeting, personId),
  );
  const view = { view: 'forfall-status', meetingId: meeting.id } as const;
  const cards = others.map((personId) => ({ kind: 'personal-card' as const, personId, view }));
  return emitAgain(tellMember(meeting, committee, seatId, by, clocks), soon(meeting, clocks), ...cards);
}

/** The member of a seat is told what stands of it, unless they did it. */
export function tellMember(meeting: Meeting, committee: Calling, seatId: string, by: string, clocks: Clocks): Meeting {
  const personId = memberOf(committee, seatId);
  if (personId === undefined || personId === by) return meeting;
  const view = { view: 'own-forfall', meetingId: meeting.id } as const;
  return emitAgain(meeting, soon(meeting, clocks), { kind: 'personal-card', personId, view });
}

function memberOf({ seats }: Calling, seatId: string): string | undefined {
  return seats.find(({ id }) => id === seatId)?.memberId;
}

function soon(meeting: Meeting, { now, realNow }: Clocks): When {
  return whenToAsk(meeting, { now, realNow: new Date(realNow.getTime() + TOGETHER_MS) });
}

/** The card with a call-in, as it stands when it is sent. What still waits and is said by it gives way. */
export function showCall(
  meeting: Meeting,
  { id: forfallId, seatId }: Forfall,
  { varaId }: Call,
  clocks: Clocks,
  when = whenToAsk(meeting, clocks),
): Meeting {
  const emitted = meeting.emitted + 1;
  const view = { view: 'call-in', meetingId: meeting.id, forfallId } as const;
  const card = { kind: 'personal-card' as const, key: `call:${forfallId}:${emitted}`, personId: varaId, view };
  // that they are not needed for hours that others have come in place of
  const before = (meeting.forfall ?? []).filter((one) => one.seatId === seatId && one.takenBack === true);
  const said = [forfallId, ...before.map(({ id }) => id)];
  return emit({ ...withoutCards(meeting, said, varaId), emitted }, when, card);
}

function withoutCards(meeting: Meeting, forfallIds: readonly string[], varaId: string): Meeting {
  const outbox = meeting.outbox.filter((effect) => !isWaiting(effect) || !isCallTo(effect, forfallIds, varaId));
  return outbox.length === meeting.outbox.length ? meeting : withOutbox(meeting, outbox);
}

function isCallTo(effect: Effect, forfallIds: readonly string[], varaId: string): boolean {
  if (effect.kind !== 'personal-card' || effect.personId !== varaId) return false;
  return effect.view.view === 'call-in' && forfallIds.includes(effect.view.forfallId);
}

function isOpen(state: CallState): boolean {
  return state === 'asked' || state === 'accepted';
}

/** Ends a call that was asked or accepted, without a word. A card about it that still waits is not sent. */
export function closeCall(meeting: Meeting, forfall: Forfall, call: Call, state: CallState): Meeting {
  if (!isOpen(call.state)) return meeting;
  return withoutCards(withCall(meeting, forfall, call, { state }), [forfall.id], call.varaId);
}

/** Whether somebody was asked in a card that was not sent yet: they know nothing of it. */
export function isUnsent({ outbox }: Pick<Meeting, 'outbox'>, { id }: Forfall, { state, varaId }: Call): boolean {
  return state === 'asked' && outbox.some((effect) => isWaiting(effect) && isCallTo(effect, [id], varaId));
}

/** Ends a call that was asked or accepted; the vara is told, unless they know nothing of it. */
export function endCall(meeting: Meeting, forfall: Forfall, call: Call, state: CallState, clocks: Clocks): Meeting {
  const closed = closeCall(meeting, forfall, call, state);
  return closed === meeting || isUnsent(meeting, forfall, call) ? closed : showCall(closed, forfall, call, clocks);
}

/** Somebody else acts for a seat than before: the rounds and votings of the meeting are told. */
export function tellSeatMoved(meeting: Meeting, seatId: string, by: string, clocks: Clocks): Meeting {
  return emitAgain(meeting, atOnce(clocks), { kind: 'seat-moved', seatId, by });
}

/** The record with the time at which the first call-in that waits for an answer is over. */
function withDue(meeting: Meeting): Meeting {
  const { callDueAt: before, ...rest } = meeting;
  const waiting = standing(meeting).flatMap(({ calls }) => calls.filter(({ state }) => state === 'asked'));
  const times = waiting.map(({ answerBy }) => answerBy.getTime());
  if (times.length === 0) return before === undefined ? meeting : rest;
  const first = Math.min(...times);
  return before?.getTime() === first ? meeting : { ...rest, callDueAt: new Date(first) };
}
