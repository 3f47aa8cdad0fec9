import type { Ballot } from '../store/ballot/record.ts';
import { followSeats as followInBallot } from '../store/ballot/rules-seats.ts';
import { change } from '../store/change.ts';
import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { mayTakeBack, seatsBy } from '../store/meeting/rules-acting.ts';
import { meetingKey } from '../store/meeting/rules-plan.ts';
import type { Referat } from '../store/referat/record.ts';
import { referatIdFor } from '../store/referat/rules-meeting.ts';
import type { Round } from '../store/round/record.ts';
import type { Holders } from '../store/round/rules-ask.ts';
import { holdersIn } from '../store/round/rules-open.ts';
import { followSeats } from '../store/round/rules-seats.ts';
import { dayOf } from '../store/time.ts';
import { namesIn } from './names.ts';
import type { Deps } from './turn.ts';

/** The meeting that a round comes from: its saker are decided there instead, or it approves its referat. */
export async function meetingBehind(
  deps: Deps,
  { meetingId, subject }: Pick<Round, 'meetingId' | 'subject'>,
): Promise<Meeting | undefined> {
  if (meetingId !== undefined) return deps.meetings.collection.get(meetingId);
  if (subject.kind !== 'referat') return undefined;
  const referat = await deps.referater.collection.get(subject.id);
  return referat && meetingOfReferat(deps, referat);
}

function meetingOfReferat(deps: Deps, { madeFrom, committeeId, meetingOn }: Referat): Promise<Meeting | undefined> {
  // one that was written by hand is of the day's meeting
  if (madeFrom === undefined) return deps.meetings.collection.getByKey(meetingKey(committeeId, meetingOn));
  return deps.meetings.collection.get(madeFrom.meetingId);
}

/** Who answers for whom about a referat: as it says, and where somebody had forfall as its meeting says now. */
export async function holdersOfReferat(
  deps: Deps,
  referat: Referat,
  { seats }: Committee,
  nameOf: (personId: string) => string,
): Promise<Holders> {
  const meeting = await meetingOfReferat(deps, referat);
  const moved = meeting ? seatsBy(meeting, seats, {}, nameOf).seats : {};
  const now = Object.entries(moved).flatMap(([seatId, holder]) => (holder === 'inhabil' ? [] : [[seatId, holder]]));
  return { ...holdersIn(referat.actingFor), ...Object.fromEntries(now) };
}

/** The meeting, when this person may take their seat back in it. */
export async function backInMeeting(
  deps: Deps,
  meeting: Meeting | undefined,
  personId: string,
): Promise<string | undefined> {
  const committee = meeting && (await deps.committees.collection.get(meeting.committeeId));
  return committee && mayTakeBack(meeting, committee.seats, personId) ? meeting.id : undefined;
}

/** The open rounds that come from a meeting. */
async function roundsFrom(deps: Deps, meeting: Meeting): Promise<Round[]> {
  const running = await deps.rounds.allRunning(meeting.committeeId);
  const open = running.filter(({ status }) => status === 'open');
  const from = await Promise.all(open.map(async (round) => (await isFrom(deps, round, meeting)) && round));
  return from.filter((round) => round !== false);
}

async function isFrom(deps: Deps, round: Round, { id, committeeId, startsAt }: Meeting): Promise<boolean> {
  if (round.meetingId !== undefined || round.subject.kind !== 'referat') return round.meetingId === id;
  if (round.subject.id === referatIdFor(id)) return true;
  const referat = await deps.referater.collection.get(round.subject.id);
  return (
    referat?.madeFrom === undefined && referat?.committeeId === committeeId && referat.meetingOn === dayOf(startsAt)
  );
}

/** The seats of a round as the meeting has them now; the round as it is then. */
export async function followMeeting(deps: Deps, round: Round, meeting: Meeting, by: string): Promise<Round> {
  if (meeting.forfall === undefined || round.status !== 'open' || meeting.version <= (round.heldBy ?? -1)) return round;
  const seats = await seatsOf(deps, meeting, round.subject.kind === 'sak' ? round.subject.id : undefined);
  const clocks = { now: deps.now(), realNow: deps.realNow() };
  const followed = await change(deps.rounds.collection, round.id, (current) => followSeats(current, seats, by, clocks));
  return followed.ok ? followed.value : round;
}

/** The seats of a voting as the meeting has them now; the voting as it is then. */
export async function followInVoting(deps: Deps, ballot: Ballot, meeting: Meeting, by: string): Promise<Ballot> {
  if (meeting.forfall === undefined || ballot.status === 'closed') return ballot;
  const clocks = { now: deps.now(), realNow: deps.realNow() };
  const seats = await seatsOf(deps, meeting, ballot.sakId, clocks.now);
  const followed = await change(deps.ballots.collection, ballot.id, (current) =>
    followInBallot(current, seats, by, clocks),
  );
  return followed.ok ? followed.value : ballot;
}

async function seatsOf(deps: Deps, meeting: Meeting, sakId: string | undefined, at?: Date) {
  const [committee, sak] = await Promise.all([
    deps.committees.collection.get(meeting.committeeId),
    sakId === undefined ? undefined : deps.saker.collection.get(sakId),
  ]);
  const seats = committee?.seats ?? [];
  const nameOf = await namesIn(
    deps,
    seats.flatMap(({ memberId }) => memberId ?? []),
  );
  return seatsBy(meeting, seats, { sak, ...(at && { at }) }, nameOf);
}

/** Somebody else acts for a seat of a meeting: its open rounds and votings follow the meeting as it is now. Safe to repeat. */
export async function moveSeats(deps: Deps, meetingId: string, by: string): Promise<void> {
  const meeting = await deps.meetings.collection.get(meetingId);
  if (meeting === undefined) return;
  const [rounds, ballots] = await Promise.all([roundsFrom(deps, meeting), deps.ballots.of(meetingId)]);
  await Promise.all([
    ...rounds.map((round) => followMeeting(deps, round, meeting, by)),
    ...ballots.map((ballot) => followInVoting(deps, ballot, meeting, by)),
  ]);
}

/** A round that was opened while a seat moved: its seats are what the meeting says by now. */
export async function followOnceOpen(deps: Deps, round: Round): Promise<void> {
  const meeting = round.status === 'open' ? await meetingBehind(deps, round) : undefined;
  if (meeting) await followMeeting(deps, round, meeting, 'bot');
}

/** The same of a voting, also before its end is counted: a move that is not carried out yet counts too. */
export async function followInStored(deps: Deps, ballotId: string, by: string): Promise<void> {
  const ballot = await deps.ballots.collection.get(ballotId);
  const meeting = ballot?.status === 'open' ? await deps.meetings.collection.get(ballot.meetingId) : undefined;
  if (ballot && meeting) await followInVoting(deps, ballot, meeting, by);
}
