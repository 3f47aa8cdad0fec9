import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { emit, note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import type { Ballot, Vote, Voter } from './record.ts';

/** The seats that somebody votes for. */
export function votersFor({ voters }: Ballot, personId: string): Voter[] {
  return voters.filter(({ holderId }) => holderId === personId);
}

/** The seats that somebody had in this voting, and that somebody else has now. */
export function movedFrom({ voters }: Ballot, personId: string): Voter[] {
  return voters.filter(({ earlierHolderIds }) => earlierHolderIds?.includes(personId));
}

export type VoteRefusal = 'voting-closed' | 'not-voting' | 'seat-moved' | 'voted-in-secret';

/**
 * Somebody votes, for every seat that is theirs. In an open ballot the newest vote counts until it is closed. A secret
 * one keeps that the seat has voted, and adds to a sum: nothing says which, so nothing can be changed, and a second press
 * counts for nothing.
 */
export function castVote(ballot: Ballot, personId: string, vote: Vote, now: Date): Result<Ballot, VoteRefusal> {
  const seats = votersFor(ballot, personId);
  if (seats.length === 0) return refuse(movedFrom(ballot, personId).length > 0 ? 'seat-moved' : 'not-voting');
  if (ballot.status === 'closed') return refuse('voting-closed');
  const seatIds = seats.map(({ seatId }) => seatId);
  if (!ballot.secret) return castOpenly(ballot, seatIds, personId, vote, now);
  const waiting = seats.filter(({ votedAt }) => votedAt === undefined);
  if (waiting.length === 0) return refuse('voted-in-secret');
  const counted = { ...ballot.counted, [vote]: ballot.counted[vote] + waiting.length };
  // nothing in the history: the order of its lines, beside sums that grow, would tell who voted what
  return done({ ...marked(ballot, seatIds, ballot.openedAt), counted });
}

function castOpenly(
  ballot: Ballot,
  seatIds: readonly string[],
  personId: string,
  vote: Vote,
  now: Date,
): Result<Ballot, never> {
  const before = seatIds.map((id) => ballot.votes.find(({ seatId }) => seatId === id));
  if (before.every((one) => one?.vote === vote && isOwn(one, personId))) return done(ballot);
  const others = ballot.votes.filter(({ seatId }) => !seatIds.includes(seatId));
  const votes = [...others, ...seatIds.map((seatId) => ({ seatId, vote, at: now, by: personId }))];
  return done(
    seatIds.reduce<Ballot>(
      (current, seatId) => note(current, { at: now, by: personId, what: `voted-${vote}`, seatId }),
      marked({ ...ballot, votes }, seatIds, now),
    ),
  );
}

function marked(ballot: Ballot, seatIds: readonly string[], at: Date): Ballot {
  const voters = ballot.voters.map((voter) => (seatIds.includes(voter.seatId) ? { ...voter, votedAt: at } : voter));
  return { ...ballot, voters };
}

/** What stands for somebody's seat in an open ballot; `isOwn`: they voted it, and not who had the seat before. */
export function voteOf(ballot: Ballot, personId: string): { readonly vote: Vote; readonly isOwn: boolean } | undefined {
  const [voter] = votersFor(ballot, personId);
  const given = ballot.votes.find(({ seatId }) => seatId === voter?.seatId);
  return given && { vote: given.vote, isOwn: isOwn(given, personId) };
}

// an older record does not say whose it was
function isOwn({ by }: Ballot['votes'][number], personId: string): boolean {
  return by === undefined || by === personId;
}

/** How a voting stands or ended. `silent`: entitled seats that have not voted. */
export type Count = Readonly<Record<Vote, number>> & { readonly silent: number };

export function countOf({ secret, counted, votes, voters }: Ballot): Count {
  const silent = voters.filter(({ votedAt }) => votedAt === undefined).length;
  if (secret) return { ...counted, silent };
  const how = (wanted: Vote) => votes.filter(({ vote }) => vote === wanted).length;
  return { for: how('for'), against: how('against'), abstain: how('abstain'), silent };
}

/** Ends a voting. Safe to repeat. Those who are asked see the end on their cards when they press. */
export function closeBallot(
  ballot: Ballot,
  committee: Committee,
  personId: string,
  { now }: Clocks,
): Result<Ballot, 'not-for-you'> {
  if (committee.id !== ballot.committeeId || !mayRunRounds(committee, personId)) return refuse('not-for-you');
  if (ballot.status === 'closed') return done(ballot);
  return done(note({ ...ballot, status: 'closed', closedAt: now }, { at: now, by: personId, what: 'closed' }));
}

/** Shows the card again to those who have not voted. */
export function askAgain(
  ballot: Ballot,
  committee: Committee,
  personId: string,
  { now, realNow }: Clocks,
): Result<Ballot, 'not-for-you' | 'voting-closed'> {
  if (committee.id !== ballot.committeeId || !mayRunRounds(committee, personId)) return refuse('not-for-you');
  if (ballot.status === 'closed') return refuse('voting-closed');
  const silent = ballot.voters.filter(({ votedAt }) => votedAt === undefined).map(({ holderId }) => holderId);
  const emitted = ballot.emitted + 1;
  const cards = [...new Set(silent)].map((holderId) => ({
    kind: 'personal-card' as const,
    key: `ballot-card:${holderId}:${emitted}`,
    personId: holderId,
    view: { view: 'ballot' as const, ballotId: ballot.id },
  }));
  const asked = emit({ ...ballot, emitted }, { realNow }, ...cards);
  return done(note(asked, { at: now, by: personId, what: 'asked-again' }));
}

/** The card did not reach this person. */
export function noteUnreached(ballot: Ballot, personId: string): Ballot {
  const { unreached = [] } = ballot;
  return unreached.includes(personId) ? ballot : { ...ballot, unreached: [...unreached, personId] };
}

/** Whom the card did not reach can be reached now: they get it at once, while they may still vote. */
export function reachVoter(ballot: Ballot, personId: string, { realNow }: Clocks): Result<Ballot, 'nothing-to-ask'> {
  const { unreached = [], ...rest } = ballot;
  const isSilent = votersFor(ballot, personId).some(({ votedAt }) => votedAt === undefined);
  if (ballot.status === 'closed' || !unreached.includes(personId) || !isSilent) return refuse('nothing-to-ask');
  const others = unreached.filter((other) => other !== personId);
  const emitted = ballot.emitted + 1;
  const key = `ballot-card:${personId}:${emitted}`;
  const view = { view: 'ballot', ballotId: ballot.id } as const;
  const asked: Ballot = { ...rest, emitted, ...(others.length > 0 && { unreached: others }) };
  return done(emit(asked, { realNow }, { kind: 'personal-card', key, personId, view }));
}
