import { type Minutes, referatBody, referatTitle } from '../cards/text/minutes-referat.ts';
import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { attendanceOf, presentSeatIds, type SeatAttendance } from '../store/meeting/rules-attendance.ts';
import { approves, protocolOf } from '../store/meeting/rules-protocol.ts';
import { newest, type Referat, type ReferatInput } from '../store/referat/record.ts';
import { DEFAULT_TIME, deadlineOf, proposedDeadline } from '../store/referat/rules-form.ts';
import type { FromMeeting } from '../store/referat/rules-meeting.ts';
import type { Round } from '../store/round/record.ts';
import { roundIdFor } from '../store/round/rules-ask.ts';
import type { Sak } from '../store/sak/record.ts';
import { dayOf } from '../store/time.ts';
import { decidedAt } from './agenda-follow-up.ts';
import { sha256Of } from './ids.ts';
import { namesIn } from './names.ts';
import type { Deps } from './turn.ts';

/** The newest referater that one meeting may approve; more have never waited. */
const MOST_APPROVED = 10;

/** The saker of a meeting, in the order of its agenda. */
export async function sakerOf(deps: Deps, { items }: Meeting): Promise<Sak[]> {
  const found = await Promise.all(items.map(({ sakId }) => deps.saker.collection.get(sakId)));
  return found.filter((sak) => sak !== undefined);
}

/**
 * Saker with a proposal that nothing was decided about yet: they may be decided on a round instead. Not those that stand on
 * another meeting's agenda by now, or that are not wanted any more.
 */
export async function undecidedIn(deps: Deps, meeting: Meeting): Promise<Sak[]> {
  return (await sakerOf(deps, meeting)).filter((sak) => {
    const { id, proposal, meetingId = meeting.id, decidedByRound, status } = sak;
    if (meetingId !== meeting.id || decidedByRound !== undefined || TAKEN_AWAY.includes(status)) return false;
    const item = protocolOf(meeting, id);
    return proposal.length > 0 && (item === undefined || (item.outcome !== 'vedtak' && item.roundId === undefined));
  });
}

/** What nobody but its proposer, the chair or the secretariat undoes. */
const TAKEN_AWAY: readonly Sak['status'][] = ['rejected', 'withdrawn'];

/** Whether a round from this meeting decides a sak, or has decided it: the sak waits for no other meeting meanwhile. */
export async function isOnRound(deps: Deps, meeting: Meeting, sakId: string): Promise<boolean> {
  const item = protocolOf(meeting, sakId);
  const round = item?.roundId === undefined ? undefined : await deps.rounds.collection.get(item.roundId);
  return round !== undefined && !hasFailed(round);
}

/** Whether a round has ended without deciding anything: it was withdrawn, or what it is about goes to a meeting. */
export function hasFailed({ status, liftedToMeeting }: Round): boolean {
  return status === 'withdrawn' || (status === 'undecided' && liftedToMeeting !== undefined);
}

/** The round that is deciding a sak now: nobody else decides it meanwhile. */
export async function deciding(deps: Deps, { id }: Pick<Sak, 'id'>): Promise<Round | undefined> {
  for (let number = 1; ; number++) {
    const round = await deps.rounds.collection.get(roundIdFor(id, number));
    if (round === undefined || (round.status === 'open' && round.kind === 'vedtak')) return round;
  }
}

/** The next planned meeting of the same committee. */
export async function nextMeetingAfter(deps: Deps, { committeeId, startsAt }: Meeting): Promise<Meeting | undefined> {
  return (await deps.meetings.coming([committeeId])).find((meeting) => meeting.startsAt > startsAt);
}

/**
 * The referater that this sak of a meeting is there to approve: those from before it that are neither approved nor on a
 * round, and those that its vedtak has approved. None where it is another sak.
 */
export async function approvableIn(deps: Deps, meeting: Meeting, sak: Sak): Promise<Referat[]> {
  if (sak.fixed !== 'godkjenning-av-referat') return [];
  const { committeeId, startsAt } = meeting;
  const isOpen = ({ id, state }: Referat) =>
    state === 'draft' || state === 'undecided' || (state === 'approved' && approves(meeting, sak.id, id));
  return (await deps.referater.active([committeeId]))
    .filter((referat) => isOpen(referat) && referat.meetingOn < dayOf(startsAt))
    .slice(0, MOST_APPROVED);
}

/** Everything that a meeting's referat is made of, as it is now. */
async function minutesOf(deps: Deps, meeting: Meeting, committee: Committee): Promise<Minutes> {
  const saker = await sakerOf(deps, meeting);
  const rounds = await Promise.all(
    meeting.protocol.flatMap(({ roundId }) => (roundId ? [deps.rounds.collection.get(roundId)] : [])),
  );
  return {
    committee,
    meeting,
    attendance: attendanceOf(meeting, committee),
    nameOf: await namesIn(
      deps,
      committee.seats.flatMap(({ memberId }) => memberId ?? []),
    ),
    saker,
    ballots: await deps.ballots.of(meeting.id),
    decided: saker.some(({ fixed }) => fixed === 'oppfolging') ? await decidedAt(deps, meeting) : [],
    rounds: rounds.filter((round) => round !== undefined),
    next: await nextMeetingAfter(deps, meeting),
  };
}

/** The referat that a meeting gives: its text, and who was there to be asked about it, a vara for the seat it acted for. */
export async function madeFrom(deps: Deps, meeting: Meeting, committee: Committee, now: Date): Promise<FromMeeting> {
  const minutes = await minutesOf(deps, meeting, committee);
  const text = referatBody(minutes);
  const present = presentSeatIds(meeting);
  const deadlineOn = proposedDeadline(committee.settings.roundDays, now);
  const input: ReferatInput = {
    committeeId: committee.id,
    meetingOn: dayOf(meeting.startsAt),
    title: referatTitle(committee, meeting),
    summary: '',
    text: { text, hash: sha256Of(text) },
    deadline: deadlineOf({ deadlineOn, deadlineTime: DEFAULT_TIME }) ?? now,
    ...(present && present.length > 0 && { presentSeatIds: present }),
  };
  return { input, actingFor: actingIn(minutes.attendance, minutes.nameOf) };
}

/** Whether a draft that nobody has changed by hand says something else than its meeting by now, or a round about its saker. */
export async function isOutdated(deps: Deps, referat: Referat, committee: Committee): Promise<boolean> {
  const { state, madeFrom: made } = referat;
  if (state !== 'draft' || made === undefined || newest(referat).hash !== made.hash) return false;
  const meeting = await deps.meetings.collection.get(made.meetingId);
  return meeting !== undefined && (await madeFrom(deps, meeting, committee, deps.now())).input.text.hash !== made.hash;
}

/**
 * Who acted for which seat. A vara who is a name and nobody the bot knows cannot be asked, so the member is.
 */
function actingIn(
  attendance: readonly SeatAttendance[],
  nameOf: (personId: string) => string,
): FromMeeting['actingFor'] {
  return attendance.flatMap(({ seat, vara }) => {
    if (vara?.personId === undefined) return [];
    const { personId, name } = vara;
    const actsFor = seat.memberId === undefined ? undefined : nameOf(seat.memberId);
    return [{ seatId: seat.id, personId, name, ...(actsFor !== undefined && { actsFor }) }];
  });
}

/** Of these, those that wait for this meeting; all of them when nobody has said of any that it does. */
export function wantedIn(meetingId: string, approvable: readonly Referat[]): string[] {
  const wanted = approvable.filter(
    ({ approvalWanted }) => approvalWanted && (approvalWanted.meetingId ?? meetingId) === meetingId,
  );
  return (wanted.length > 0 ? wanted : approvable).map(({ id }) => id);
}
