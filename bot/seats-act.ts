import type { Ballot, Vote } from '../store/ballot/record.ts';
import { castVote, votersFor } from '../store/ballot/rules.ts';
import { change } from '../store/change.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { actFor } from '../store/meeting/rules-acting.ts';
import type { About } from '../store/meeting/rules-holder.ts';
import type { Round } from '../store/round/record.ts';
import { answerRound, type Given } from '../store/round/rules.ts';
import { followInVoting, followMeeting, meetingBehind } from './seats.ts';
import type { Deps, Turn } from './turn.ts';

/** A seat that moves while somebody acts for it is tried again with whoever has it then. */
const TRIES = 3;

/** Whether a round comes from a meeting, by which its seats may be somebody else's. */
export function mayBeHeldByMeeting({ meetingId, subject, status }: Round): boolean {
  return status === 'open' && (meetingId !== undefined || subject.kind === 'referat');
}

/**
 * Before an answer is written: the seats are as the meeting has them now, and it is noted there that a vara acts for one,
 * so that its member cannot take it back at the same moment (design 3.2). False: the seat is somebody else's. What will be
 * refused anyway is no act.
 */
export async function actInRound(
  deps: Deps,
  known: Round,
  given: Given,
  { receivedAt }: Pick<Turn, 'receivedAt'>,
): Promise<boolean> {
  let stored: Round | undefined = known;
  for (let tries = 0; tries < TRIES; tries++) {
    const meeting: Meeting | undefined = stored && (await meetingBehind(deps, stored));
    if (stored === undefined || meeting?.forfall === undefined) return true;
    const round = await followMeeting(deps, stored, meeting, 'bot');
    if (!answerRound(round, given, receivedAt, receivedAt).ok) return true;
    const own = round.seats.filter(({ holderId }) => holderId === given.personId);
    const about = round.subject.kind === 'sak' ? { sakId: round.subject.id } : {};
    if (await noteActs(deps, meeting, own, given.personId, about, receivedAt)) return true;
    stored = await deps.rounds.collection.get(known.id);
  }
  return false;
}

/** The same before a vote in a meeting. */
export async function actInVoting(
  deps: Deps,
  ballotId: string,
  personId: string,
  vote: Vote,
  { receivedAt }: Pick<Turn, 'receivedAt'>,
): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await deps.ballots.collection.get(ballotId);
    const meeting = stored?.status === 'open' ? await deps.meetings.collection.get(stored.meetingId) : undefined;
    if (stored === undefined || meeting?.forfall === undefined) return true;
    const ballot: Ballot = await followInVoting(deps, stored, meeting, 'bot');
    if (!castVote(ballot, personId, vote, receivedAt).ok) return true;
    const about = { sakId: ballot.sakId, at: receivedAt };
    if (await noteActs(deps, meeting, votersFor(ballot, personId), personId, about, receivedAt)) return true;
  }
  return false;
}

/** Whether somebody has all of these seats by the newest meeting, which says so from now on where they are a vara. */
async function noteActs(
  deps: Deps,
  { id, committeeId }: Meeting,
  own: readonly { readonly seatId: string }[],
  personId: string,
  about: About,
  now: Date,
): Promise<boolean> {
  const committee = await deps.committees.collection.get(committeeId);
  for (const { seatId } of own) {
    const seat = committee?.seats.find((one) => one.id === seatId);
    if (seat === undefined) continue;
    const acted = await change(deps.meetings.collection, id, (meeting) =>
      actFor(meeting, { seat, personId, about }, now),
    );
    if (!acted.ok) return false;
  }
  return true;
}
