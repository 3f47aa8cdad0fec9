import { emit, note } from '../effect.ts';
import type { SeatsBy } from '../meeting/rules-acting.ts';
import { done, type Result } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import type { NewHolder } from '../round/rules-revise.ts';
import type { Ballot, Voter } from './record.ts';

/**
 * Gives the seats of an open voting to those who act for them by the meeting now. A vote that was given stands until the new
 * holder changes it; in a secret voting a seat that has voted stays voted. Whoever has a seat now gets the card. What an
 * older state of the meeting says is past.
 */
export function followSeats(
  ballot: Ballot,
  { version, seats }: SeatsBy,
  by: string,
  clocks: Clocks,
): Result<Ballot, never> {
  if (ballot.status === 'closed' || version < (ballot.heldBy ?? -1)) return done(ballot);
  const wantedFor = (seatId: string) => (Object.hasOwn(seats, seatId) ? seats[seatId] : undefined);
  const voting = ballot.voters.reduce<Ballot>((current, voter) => {
    const wanted = wantedFor(voter.seatId);
    if (wanted === undefined) return current;
    return wanted === 'inhabil' ? standAside(current, voter, by, clocks) : move(current, voter, wanted, by, clocks);
  }, ballot);
  const all = ballot.recused.reduce<Ballot>((current, seat) => {
    const wanted = wantedFor(seat.seatId);
    return wanted === undefined || wanted === 'inhabil' ? current : bringIn(current, seat, wanted, by, clocks);
  }, voting);
  return done(all.heldBy === version ? all : { ...all, heldBy: version });
}

function move(ballot: Ballot, voter: Voter, holder: NewHolder, by: string, clocks: Clocks): Ballot {
  if (voter.holderId === holder.holderId) return ballot;
  const { actsFor: _former, earlierHolderIds = [], ...kept } = voter;
  const earlier = [...new Set([...earlierHolderIds, voter.holderId])].filter((id) => id !== holder.holderId);
  const moved: Voter = { ...kept, ...holder, ...(earlier.length > 0 && { earlierHolderIds: earlier }) };
  const voters = ballot.voters.map((one) => (one.seatId === voter.seatId ? moved : one));
  const line = { at: clocks.now, by, what: 'seat-moved', seatId: voter.seatId, onBehalfOf: voter.holderId };
  return ask(note({ ...ballot, voters }, line), holder.holderId, clocks);
}

/**
 * Nobody may vote for the seat, and what was voted for it is not counted. The last seat stays; so does one that has voted in
 * secret, where nothing says what to take away.
 */
function standAside(ballot: Ballot, { seatId, seatName, holderId, votedAt }: Voter, by: string, clocks: Clocks) {
  const voters = ballot.voters.filter((one) => one.seatId !== seatId);
  if ((ballot.secret && votedAt !== undefined) || voters.length === 0) return ballot;
  const votes = ballot.votes.filter((one) => one.seatId !== seatId);
  const line = { at: clocks.now, by, what: 'seat-inhabil', seatId, onBehalfOf: holderId };
  return note({ ...ballot, voters, votes, recused: [...ballot.recused, { seatId, seatName }] }, line);
}

function bringIn(
  ballot: Ballot,
  { seatId, seatName }: Ballot['recused'][number],
  holder: NewHolder,
  by: string,
  clocks: Clocks,
): Ballot {
  const recused = ballot.recused.filter((one) => one.seatId !== seatId);
  const line = { at: clocks.now, by, what: 'seat-covered', seatId, onBehalfOf: holder.holderId };
  const voters = [...ballot.voters, { seatId, seatName, ...holder }];
  return ask(note({ ...ballot, recused, voters }, line), holder.holderId, clocks);
}

function ask(ballot: Ballot, personId: string, { realNow }: Clocks): Ballot {
  const emitted = ballot.emitted + 1;
  const view = { view: 'ballot' as const, ballotId: ballot.id };
  const key = `ballot-card:${personId}:${emitted}`;
  return emit({ ...ballot, emitted }, { realNow }, { kind: 'personal-card', key, personId, view });
}
