import { emitAgain } from '../again.ts';
import { emit, note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks, renewCards, renewShared, whenContactable } from './effects.ts';
import type { Round } from './record.ts';
import { deliveryTo, holdersOf } from './rules-count.ts';
import { endLost, endReplaced, isRunning } from './rules-run.ts';

/** «Bare skrivefeil»: a new version within the round. Answers stand, and an objection too, until its author changes it. */
export function correctTypos(round: Round, textHash: string, by: string, clocks: Clocks): Result<Round, 'not-open'> {
  if (round.status !== 'open' || clocks.now >= round.deadline) return refuse('not-open');
  if (round.textHashes.at(-1) === textHash) return done(round);
  const corrected = note(
    { ...round, textHashes: [...round.textHashes, textHash] },
    { at: clocks.now, by, what: 'typos-corrected' },
  );
  // receipts too: they say that typos were corrected, and that the answer stands
  return done(renewShared(renewCards(corrected, clocks, holdersOf(corrected)), clocks));
}

/** «Endring i innholdet»: this round is over, and the next number asks everybody about the new text. */
export function replaceText(
  round: Round,
  { textHash, deadline }: { readonly textHash: string; readonly deadline: Date },
  by: string,
  clocks: Clocks,
): Result<Round, 'not-running' | 'deadline-passed' | 'same-text'> {
  if (!isRunning(round)) return refuse('not-running');
  if (deadline <= clocks.now) return refuse('deadline-passed');
  if (round.textHashes.includes(textHash)) return refuse('same-text');
  const replaced = endReplaced(round, clocks, by);
  return done(emitAgain(replaced, atOnce(clocks), { kind: 'next-round', textHash, deadline, by }));
}

/**
 * The next round could not be opened: nobody is left to ask, or its deadline passed while the bot was down. Then there
 * is none, and the round before stands as withdrawn, so that its referat is a draft again; whoever sent the new text is
 * told. Safe to repeat.
 */
export function loseNextRound(round: Round, by: string, clocks: Clocks): Round {
  if (round.status !== 'replaced') return round;
  const view = { view: 'notice', notice: 'round-lost' } as const;
  const told = { kind: 'personal-card', key: `round-lost:${by}`, personId: by, view } as const;
  return emit(endLost(round, clocks), whenContactable(clocks), told);
}

/** Who holds a seat from now on. */
export type NewHolder = {
  readonly holderId: string;
  readonly holderName: string;
  /** The member in whose place they act; absent when it is the member. */
  readonly actsFor?: string | undefined;
};

/**
 * Moves a seat of an open round to another holder. An answer that was given stands until the new holder changes it.
 * The former holder's card is renewed at once; the new one has theirs renewed, or gets one in working hours, also when
 * the seat has an answer: it says which one stands. Safe to repeat.
 */
export function moveSeat(
  round: Round,
  seatId: string,
  { holderId, holderName, actsFor }: NewHolder,
  by: string,
  clocks: Clocks,
): Result<Round, 'not-open' | 'no-such-seat'> {
  const before = round.seats.find((seat) => seat.seatId === seatId);
  if (before === undefined) return refuse('no-such-seat');
  if (round.status !== 'open' || clocks.now >= round.deadline) return refuse('not-open');
  if (before.holderId === holderId) return done(round);
  const { actsFor: former, earlierHolders = [], ...seat } = before;
  const earlier = {
    holderId: before.holderId,
    holderName: before.holderName,
    ...(former !== undefined && { actsFor: former }),
  };
  const moved = {
    ...seat,
    holderId,
    holderName,
    ...(actsFor !== undefined && { actsFor }),
    earlierHolders: [...earlierHolders, earlier],
  };
  const seats = round.seats.map((other) => (other === before ? moved : other));
  const noted = note(
    { ...round, seats, waitingFor: [...new Set(seats.map((other) => other.holderId))] },
    { at: clocks.now, by, what: 'seat-moved', seatId, onBehalfOf: before.holderId },
  );
  const told = renewShared(renewCards(noted, clocks, [before.holderId, holderId]), clocks);
  if (deliveryTo(told, holderId)?.state === 'delivered') return done(told);
  return done(emitAgain(told, whenContactable(clocks), { kind: 'seat-card', holderId }));
}
