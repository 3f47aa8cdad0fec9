import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Clocks, renewShared } from '../round/effects.ts';
import type { Call, Forfall } from './forfall.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import {
  actsElsewhere,
  callOn,
  closeCall,
  endCall,
  hasSeat,
  showCall,
  tellSeatMoved,
  tellWhereItStands,
  withCall,
  withForfall,
} from './rules-call.ts';
import { isVara } from './rules-call-stands.ts';
import { type About, coveredBy, coverOf, holderOf, isWithinScope, standing } from './rules-holder.ts';

export type CallRefusal =
  | 'not-called'
  | 'call-withdrawn'
  | 'meeting-cancelled'
  | 'meeting-over'
  | 'seat-covered'
  | 'vara-elsewhere'
  | 'has-own-seat'
  | 'vara-has-acted';

type Answer = { readonly forfallId: string; readonly personId: string; readonly yes: boolean };

/**
 * «Ja» or «Nei» of a vara who was called in. A yes counts as long as nobody else has said it, also after the time to
 * answer; a no lets the next one be asked, and takes a yes back until the vara has voted or answered a round. Safe to repeat.
 */
export function answerCall(
  meeting: Meeting,
  committee: Committee,
  { forfallId, personId, yes }: Answer,
  clocks: Clocks,
): Result<Meeting, CallRefusal> {
  const forfall = meeting.forfall?.find(({ id }) => id === forfallId);
  const call = forfall?.calls.find(({ varaId }) => varaId === personId);
  if (forfall === undefined || call === undefined) return refuse('not-called');
  if (meeting.state === 'cancelled') return refuse('meeting-cancelled');
  if (call.state === 'accepted' && yes) return done(meeting);
  if (call.state === 'declined' && !yes) return done(meeting);
  if (isOver(meeting, clocks.now)) return refuse('meeting-over');
  if (forfall.takenBack) return refuse('call-withdrawn');
  if (!yes) return decline(meeting, committee, forfall, call, clocks);
  const cover = coverOf(meeting, forfall);
  // acts there already, as the vara for more of the meeting
  if (cover?.varaId === personId) return done(meeting);
  if (cover) return refuse('seat-covered');
  if (!isVara(committee, forfall, call)) return refuse('call-withdrawn');
  if (actsElsewhere(meeting, forfall.seatId, personId)) return refuse('vara-elsewhere');
  if (hasSeat(committee.seats, personId)) return refuse('has-own-seat');
  return done(accept(meeting, committee, forfall, call, personId, clocks));
}

function decline(
  meeting: Meeting,
  committee: Committee,
  forfall: Forfall,
  call: Call,
  clocks: Clocks,
): Result<Meeting, 'vara-has-acted'> {
  if (call.actedAt !== undefined) return refuse('vara-has-acted');
  const line = { at: clocks.now, by: call.varaId, what: 'vara-declined', seatId: forfall.seatId };
  const declined = note(withCall(meeting, forfall, call, { state: 'declined', answeredAt: clocks.now }), line);
  const wasActing = call.state === 'accepted';
  const told = wasActing ? tellWhereItStands(declined, committee, forfall.seatId, call.varaId, clocks) : declined;
  const moved = wasActing ? tellSeatMoved(told, forfall.seatId, call.varaId, clocks) : told;
  return done(renewShared(callOn(moved, committee, call.varaId, clocks), clocks));
}

/** The seat is this vara's: whoever else was asked for it is told, and other seats get somebody else. */
function accept(
  meeting: Meeting,
  committee: Committee,
  forfall: Forfall,
  call: Call,
  by: string,
  clocks: Clocks,
): Meeting {
  const line = { at: clocks.now, by, what: 'vara-accepted', seatId: forfall.seatId, onBehalfOf: call.varaId };
  const accepted = withCall(meeting, forfall, call, { state: 'accepted', answeredAt: clocks.now });
  const free = standing(accepted).reduce<Meeting>((current, one) => {
    const isSame = one.id === forfall.id;
    // what is part of it needs nobody else
    const isWithin = isSame || (one.seatId === forfall.seatId && isWithinScope(forfall.scope, one.scope));
    return one.calls
      .filter(({ state }) => state === 'asked')
      .reduce<Meeting>((inner, other) => {
        const isOwn = other.varaId === call.varaId;
        if (isOwn && one.seatId !== forfall.seatId) return closeCall(inner, one, other, 'elsewhere');
        if (!isWithin) return inner;
        // whoever says yes knows that it ends what else they were asked
        return isOwn ? closeCall(inner, one, other, 'withdrawn') : endCall(inner, one, other, 'withdrawn', clocks);
      }, current);
  }, accepted);
  const { dryAt: _dry, ...covered } = free.forfall?.find(({ id }) => id === forfall.id) ?? forfall;
  const told = tellWhereItStands(note(withForfall(free, covered), line), committee, forfall.seatId, by, clocks);
  const moved = tellSeatMoved(told, forfall.seatId, by, clocks);
  return renewShared(callOn(moved, committee, by, clocks), clocks);
}

/** Asks the next vara wherever one has said nothing in time. Safe to repeat; refused when no time is over. */
export function lapseCalls(meeting: Meeting, committee: Committee, clocks: Clocks): Result<Meeting, 'not-due'> {
  if (meeting.callDueAt === undefined || meeting.callDueAt > clocks.now) return refuse('not-due');
  const lapsed = standing(meeting).reduce<Meeting>(
    (current, one) =>
      one.calls
        .filter(({ state, answerBy }) => state === 'asked' && answerBy <= clocks.now)
        .reduce<Meeting>((inner, call) => silent(inner, one, call, 'timed-out', clocks), current),
    meeting,
  );
  return done(callOn(lapsed, committee, 'bot', clocks));
}

/** The card did not reach a vara: the next one is asked at once. */
export function noteCallUnreached(
  meeting: Meeting,
  committee: Committee,
  { forfallId, varaId }: { readonly forfallId: string; readonly varaId: string },
  clocks: Clocks,
): Meeting {
  const forfall = standing(meeting).find(({ id }) => id === forfallId);
  const call = forfall?.calls.find((one) => one.varaId === varaId);
  if (forfall === undefined || call?.state !== 'asked') return meeting;
  return callOn(silent(meeting, forfall, call, 'unreached', clocks), committee, 'bot', clocks);
}

function silent(meeting: Meeting, forfall: Forfall, call: Call, state: 'timed-out' | 'unreached', clocks: Clocks) {
  const line = { at: clocks.now, by: 'bot', what: `vara-${state}`, seatId: forfall.seatId, onBehalfOf: call.varaId };
  return note(withCall(meeting, forfall, call, { state }), line);
}

export type AssignRefusal = 'not-for-you' | 'meeting-over' | 'no-forfall' | 'has-own-seat' | 'vara-elsewhere';

/**
 * The secretariat says who acts for a seat: somebody who said yes by e-mail or telephone, named as vara or not. Whoever was
 * asked or acted before is told. Safe to repeat.
 */
export function assignVara(
  meeting: Meeting,
  committee: Committee,
  {
    forfallId,
    vara,
    personId,
  }: {
    readonly forfallId: string;
    readonly vara: { readonly personId: string; readonly name: string };
    readonly personId: string;
  },
  clocks: Clocks,
): Result<Meeting, AssignRefusal> {
  if (committee.id !== meeting.committeeId || !mayRunRounds(committee, personId)) return refuse('not-for-you');
  if (isOver(meeting, clocks.now)) return refuse('meeting-over');
  const forfall = standing(meeting).find(({ id }) => id === forfallId);
  if (forfall === undefined) return refuse('no-forfall');
  if (coveredBy(forfall)?.varaId === vara.personId) return done(meeting);
  if (hasSeat(committee.seats, vara.personId)) return refuse('has-own-seat');
  if (actsElsewhere(meeting, forfall.seatId, vara.personId)) return refuse('vara-elsewhere');
  const freed = forfall.calls.reduce<Meeting>(
    (current, call) => endCall(current, forfall, call, 'withdrawn', clocks),
    meeting,
  );
  const { calls, ...rest } = freed.forfall?.find(({ id }) => id === forfallId) ?? forfall;
  const { now } = clocks;
  const call: Call = {
    varaId: vara.personId,
    varaName: vara.name,
    askedAt: now,
    answerBy: now,
    state: 'asked',
    registeredBy: personId,
  };
  const asked = { ...rest, calls: [...calls.filter(({ varaId }) => varaId !== vara.personId), call] };
  const accepted = accept(withForfall(freed, asked), committee, asked, call, personId, clocks);
  return done(showCall(accepted, asked, call, clocks));
}

/**
 * A vara has voted or is about to, or answers a round for the seat: written before the vote itself, so that a member who
 * takes the seat back and a vara who votes at the same moment cannot both succeed. Refused when the seat is not theirs.
 */
export function markActed(
  meeting: Meeting,
  { seatId, personId, about }: { readonly seatId: string; readonly personId: string; readonly about?: About },
  now: Date,
): Result<Meeting, 'seat-moved'> {
  const holder = holderOf(meeting, seatId, about);
  if (holder.by !== 'vara' || holder.call.varaId !== personId) return refuse('seat-moved');
  if (holder.call.actedAt !== undefined) return done(meeting);
  return done(withCall(meeting, holder.forfall, holder.call, { actedAt: now }));
}
