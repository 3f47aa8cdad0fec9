import type { Seat } from '../committee/record.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Holders } from '../round/rules-ask.ts';
import type { NewHolder } from '../round/rules-revise.ts';
import type { Meeting } from './record.ts';
import { markActed } from './rules-call-answer.ts';
import { type About, coveredBy, holderOf, isInhabil, standing, wasThere } from './rules-holder.ts';

type Of = Pick<Meeting, 'forfall' | 'attendance' | 'outbox'>;
type OfSeat = Pick<Seat, 'id' | 'memberId'>;
type NameOf = (personId: string) => string;
type RecusedIn = { readonly id: string; readonly recusedSeatIds?: readonly string[] | undefined };

/** Who acts for a seat: somebody by name; `unknown`: a vara whom the bot knows as a name alone. */
export type Actor = NewHolder | 'inhabil' | 'unknown' | 'vacant';

/**
 * Who acts for a seat in a meeting, or in one sak of it: as it was registered who sat there, save where a vara was called
 * in for this sak or this part; and before it was registered, as varas have said yes.
 */
export function actorIn(meeting: Of, { id, memberId }: OfSeat, about: About, nameOf: NameOf): Actor {
  const actsFor = memberId === undefined ? undefined : nameOf(memberId);
  const vara = (holderId: string, holderName: string) => ({
    holderId,
    holderName,
    ...(actsFor !== undefined && { actsFor }),
  });
  const holder = holderOf(meeting, id, about);
  const sat = meeting.attendance.find(({ seatId }) => seatId === id);
  const isForAll = holder.by !== 'vara' || holder.forfall.scope.what === 'whole';
  if (isForAll && sat?.vara)
    return sat.vara.personId === undefined ? 'unknown' : vara(sat.vara.personId, sat.vara.name);
  // whoever was called in for the whole meeting is not there when its member is
  if (holder.by === 'vara' && !(isForAll && sat?.present)) return vara(holder.call.varaId, holder.call.varaName);
  if (about.sakId !== undefined && isInhabil(meeting, id, about.sakId)) return 'inhabil';
  return memberId === undefined ? 'vacant' : { holderId: memberId, holderName: nameOf(memberId) };
}

/** Who is asked for the seats in which somebody else than the member acts. A vara whom the bot does not know cannot be. */
export function holdersFor(meeting: Of, seats: readonly OfSeat[], about: About, nameOf: NameOf): Holders {
  return Object.fromEntries(
    seats.flatMap((seat) => {
      const actor = actorIn(meeting, seat, about, nameOf);
      return typeof actor === 'string' || actor.holderId === seat.memberId ? [] : [[seat.id, actor]];
    }),
  );
}

/**
 * The seats that nobody acts for in a sak: marked as inhabil, save where a vara was called in for that very reason; and
 * those whose member has said to be it, until somebody is.
 */
export function recusedIn(
  meeting: Of,
  seats: readonly OfSeat[],
  { id: sakId, recusedSeatIds = [] }: RecusedIn,
  at?: Date,
): string[] {
  return seats.flatMap((seat) => {
    const actor = actorIn(meeting, seat, { sakId, at }, () => '');
    const isMarked = recusedSeatIds.includes(seat.id) && !isUnmarked(meeting, seat.id, sakId);
    return (isMarked && !isCovered(meeting, seat, sakId, actor)) || actor === 'inhabil' ? seat.id : [];
  });
}

/** The sak has not heard yet that the member is not inhabil after all. */
function isUnmarked(meeting: Of, seatId: string, sakId: string): boolean {
  const isUntold = meeting.outbox.some(
    (one) =>
      one.kind === 'sak-told' && one.sakId === sakId && one.news.what === 'recused' && one.news.seatId === seatId,
  );
  return isUntold && !isInhabil(meeting, seatId, sakId);
}

function isCovered(meeting: Of, { id, memberId }: OfSeat, sakId: string, actor: Actor): boolean {
  return isInhabil(meeting, id, sakId) && typeof actor !== 'string' && actor.holderId !== memberId;
}

/** Who has which seat by a meeting, as far as forfall has anything to do with it. `version`: the meeting's. */
export type SeatsBy = {
  readonly version: number;
  readonly seats: Readonly<Record<string, NewHolder | 'inhabil'>>;
};

/** Who acts for the seats of a meeting with which somebody has had forfall, also when it was taken back. */
export function seatsBy(
  meeting: Of & Pick<Meeting, 'version'>,
  seats: readonly OfSeat[],
  { sak, at }: { readonly sak?: RecusedIn | undefined; readonly at?: Date },
  nameOf: NameOf,
): SeatsBy {
  const touched = new Set(meeting.forfall?.map(({ seatId }) => seatId));
  const about = { sakId: sak?.id, at };
  const recused = sak ? recusedIn(meeting, seats, sak, at) : [];
  const found = seats
    .filter(({ id }) => touched.has(id))
    .flatMap((seat): [string, NewHolder | 'inhabil'][] => {
      if (recused.includes(seat.id)) return [[seat.id, 'inhabil']];
      const actor = actorIn(meeting, seat, about, nameOf);
      if (typeof actor !== 'string') return [[seat.id, actor]];
      // in the meeting a vara whom the bot does not know sits there; afterwards the member is asked
      if (actor === 'unknown' && at) return [];
      return seat.memberId === undefined
        ? []
        : [[seat.id, { holderId: seat.memberId, holderName: nameOf(seat.memberId) }]];
    });
  return { version: meeting.version, seats: Object.fromEntries(found) };
}

/** Whether a vara acts for somebody's seat who may still say «Jeg kan likevel»: the vara has done nothing for it yet, nor sat there. */
export function mayTakeBack(
  meeting: Pick<Meeting, 'forfall' | 'attendance'>,
  seats: readonly OfSeat[],
  personId: string,
): boolean {
  return standing(meeting).some((one) => {
    const isTheirs = seats.some(({ id, memberId }) => id === one.seatId && memberId === personId);
    const call = coveredBy(one);
    const isFree = call !== undefined && call.actedAt === undefined && !wasThere(meeting, one.seatId);
    return isTheirs && one.scope.what !== 'sak' && isFree;
  });
}

/**
 * Somebody acts for a seat: written before what they do, so that a member who takes the seat back at the same moment
 * cannot succeed too. Refused when the meeting has another one for the seat. A member's act needs no note.
 */
export function actFor(
  meeting: Meeting,
  { seat, personId, about }: { readonly seat: OfSeat; readonly personId: string; readonly about: About },
  now: Date,
): Result<Meeting, 'seat-moved'> {
  if (!meeting.forfall?.some(({ seatId }) => seatId === seat.id)) return done(meeting);
  const actor = actorIn(meeting, seat, about, () => '');
  const holderId = typeof actor !== 'string' ? actor.holderId : actor === 'unknown' ? seat.memberId : undefined;
  if (holderId !== personId) return refuse('seat-moved');
  const holder = holderOf(meeting, seat.id, about);
  const isCalledIn = holder.by === 'vara' && holder.call.varaId === personId;
  return isCalledIn ? markActed(meeting, { seatId: seat.id, personId, about }, now) : done(meeting);
}
