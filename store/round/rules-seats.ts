import { note } from '../effect.ts';
import type { SeatsBy } from '../meeting/rules-acting.ts';
import { done, type Result } from '../result.ts';
import { type Clocks, emitAgain, renewCards, renewShared, whenContactable } from './effects.ts';
import type { Asked, Round } from './record.ts';
import { settle } from './rules.ts';
import { deliveryTo } from './rules-count.ts';
import { moveSeat, type NewHolder } from './rules-revise.ts';

/**
 * Gives the seats of an open round to those who act for them by its meeting (design 3.2). What an older state of the meeting
 * says is past: whatever comes in whatever order, the newest state stands. An answer that was given stands.
 */
export function followSeats(
  round: Round,
  { version, seats }: SeatsBy,
  by: string,
  clocks: Clocks,
): Result<Round, never> {
  if (round.status !== 'open' || clocks.now >= round.deadline || version <= (round.heldBy ?? -1)) return done(round);
  const asked = round.seats.reduce<Round>((current, { seatId }) => {
    const wanted = Object.hasOwn(seats, seatId) ? seats[seatId] : undefined;
    if (wanted === undefined) return current;
    if (wanted === 'inhabil') return standAside(current, seatId, by, clocks);
    const moved = moveSeat(current, seatId, wanted, by, clocks);
    return moved.ok ? moved.value : current;
  }, round);
  const all = (round.recused ?? []).reduce<Round>((current, { seatId }) => {
    const wanted = Object.hasOwn(seats, seatId) ? seats[seatId] : undefined;
    return wanted === undefined || wanted === 'inhabil' ? current : bringIn(current, seatId, wanted, by, clocks);
  }, asked);
  // those who are left may all have answered
  const settled = all.seats.length < round.seats.length ? settle(all, clocks) : all;
  return done({ ...settled, heldBy: version });
}

/** Nobody may act for a seat any more: it is inhabil, and neither asked nor counted. One that is left alone stays. */
function standAside(round: Round, seatId: string, by: string, clocks: Clocks): Round {
  const seat = round.seats.find((one) => one.seatId === seatId);
  const seats = round.seats.filter((one) => one !== seat);
  if (seat === undefined || seats.length === 0) return round;
  const { holderId, seatName, actsFor, holderName } = seat;
  const gone = {
    ...round,
    seats,
    recused: [...(round.recused ?? []), { seatId, seatName, holderName: actsFor ?? holderName }],
    answers: round.answers.filter((answer) => answer.seatId !== seatId),
    waitingFor: holdersIn(seats),
  };
  const noted = note(gone, { at: clocks.now, by, what: 'seat-inhabil', seatId, onBehalfOf: holderId });
  return renewShared(renewCards(noted, clocks, [holderId]), clocks);
}

/** Somebody acts for a seat that was inhabil: they are asked as the others are. */
function bringIn(round: Round, seatId: string, holder: NewHolder, by: string, clocks: Clocks): Round {
  const { recused = [], ...rest } = round;
  const before = recused.find((one) => one.seatId === seatId);
  if (before === undefined) return round;
  const { holderId, holderName, actsFor } = holder;
  const asked: Asked = { seatId, seatName: before.seatName, holderId, holderName, ...(actsFor && { actsFor }) };
  const others = recused.filter((one) => one !== before);
  const seats = [...round.seats, asked];
  const brought: Round = {
    ...rest,
    seats,
    ...(others.length > 0 && { recused: others }),
    waitingFor: holdersIn(seats),
  };
  const noted = note(brought, { at: clocks.now, by, what: 'seat-covered', seatId, onBehalfOf: holderId });
  const told = renewShared(renewCards(noted, clocks, [holderId]), clocks);
  if (deliveryTo(told, holderId)?.state === 'delivered') return told;
  return emitAgain(told, whenContactable(clocks), { kind: 'seat-card', holderId });
}

const holdersIn = (seats: readonly Asked[]) => [...new Set(seats.map(({ holderId }) => holderId))];
