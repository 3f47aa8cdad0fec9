import type { Ballot, Vote } from '../store/ballot/record.ts';
import { castVote, votersFor } from '../store/ballot/rules.ts';
import { change } from '../store/change.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { actFor } from '../store/meeting/rules-acting.ts';
import type { About } from '../store/meeting/rules-holder.ts';
import { answerRound, type Given } from '../store/round/rules.ts';
import { followInVoting, followMeeting, meetingBehind } from './seats.ts';
import type { Deps, Turn } from './turn.ts';

/** A seat that moves while somebody acts for it is tried again with whoever has it then. */
const TRIES = 3;

type Behind = { readonly meetingId?: string; readonly until: number };

/** A round keeps the meeting that it comes from; whether there is one after all is looked up again after this. Real time. */
const AGAIN_MS = 10_000;
const MOST_KNOWN = 1000;
const behind = new WeakMap<Deps['rounds'], Map<string, Behind>>();

/** The newest state of the meeting that a round comes from: the round itself is read for its first answer only. */
async function meetingOfRound(deps: Deps, roundId: string): Promise<Meeting | undefined> {
  const known = behind.get(deps.rounds) ?? new Map<string, Behind>();
  behind.set(deps.rounds, known);
  const now = deps.realNow().getTime();
  const found = known.get(roundId);
  if (found?.meetingId !== undefined) return deps.meetings.collection.get(found.meetingId);
  if (found && now < found.until) return undefined;
  const round = await deps.rounds.collection.get(roundId);
  const meeting = round && (await meetingBehind(deps, round));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(roundId, { ...(meeting && { meetingId: meeting.id }), until: now + AGAIN_MS });
  return meeting;
}

/**
 * Before an answer is written: the seats are as the meeting has them now, and it is noted there that a vara acts for one,
 * so that its member cannot take it back at the same moment (design 3.2). False: the seat is somebody else's. What will be
 * refused anyway is no act.
 */
export async function actInRound(
  deps: Deps,
  roundId: string,
  given: Given,
  { receivedAt }: Pick<Turn, 'receivedAt'>,
): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const meeting = await meetingOfRound(deps, roundId);
    const stored = meeting?.forfall && (await deps.rounds.collection.get(roundId));
    if (meeting === undefined || stored?.status !== 'open') return true;
    const round = await followMeeting(deps, stored, meeting, 'bot');
    if (!answerRound(round, given, receivedAt, receivedAt).ok) return true;
    const own = round.seats.filter(({ holderId }) => holderId === given.personId);
    const about = round.subject.kind === 'sak' ? { sakId: round.subject.id } : {};
    if (await noteActs(deps, meeting, own, given.personId, about, receivedAt)) return true;
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
