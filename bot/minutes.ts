import { type Minutes, referatBody, referatTitle } from '../cards/text/minutes-referat.ts';
import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { attendanceOf, presentSeatIds } from '../store/meeting/rules-attendance.ts';
import type { Referat, ReferatInput } from '../store/referat/record.ts';
import { DEFAULT_TIME, deadlineOf, proposedDeadline } from '../store/referat/rules-form.ts';
import type { Sak } from '../store/sak/record.ts';
import { dayOf } from '../store/time.ts';
import { sha256Of } from './ids.ts';
import { namesIn } from './names.ts';
import type { Deps } from './turn.ts';

/** The saker of a meeting, in the order of its agenda. */
export async function sakerOf(deps: Deps, { items }: Meeting): Promise<Sak[]> {
  const found = await Promise.all(items.map(({ sakId }) => deps.saker.collection.get(sakId)));
  return found.filter((sak) => sak !== undefined);
}

/** The next planned meeting of the same committee. */
export async function nextMeetingAfter(deps: Deps, { committeeId, startsAt }: Meeting): Promise<Meeting | undefined> {
  return (await deps.meetings.coming([committeeId])).find((meeting) => meeting.startsAt > startsAt);
}

/** The referater that this sak of a meeting is there to approve; none where it is another sak. */
export async function approvableIn(deps: Deps, { id, committeeId, startsAt }: Meeting, sak: Sak): Promise<Referat[]> {
  if (sak.fixed !== 'godkjenning-av-referat') return [];
  return (await deps.referater.active([committeeId])).filter(
    ({ state, approvalWanted, meetingOn }) =>
      (state === 'draft' || state === 'undecided') &&
      approvalWanted !== undefined &&
      (approvalWanted.meetingId === undefined || approvalWanted.meetingId === id) &&
      meetingOn < dayOf(startsAt),
  );
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
    rounds: rounds.filter((round) => round !== undefined),
    next: await nextMeetingAfter(deps, meeting),
  };
}

/** The referat that a meeting gives: its text, and who was there to be asked about it. */
export async function referatInputOf(
  deps: Deps,
  meeting: Meeting,
  committee: Committee,
  now: Date,
): Promise<ReferatInput> {
  const text = referatBody(await minutesOf(deps, meeting, committee));
  const present = presentSeatIds(meeting);
  const deadlineOn = proposedDeadline(committee.settings.roundDays, now);
  return {
    committeeId: committee.id,
    meetingOn: dayOf(meeting.startsAt),
    title: referatTitle(committee, meeting),
    summary: '',
    text: { text, hash: sha256Of(text) },
    deadline: deadlineOf({ deadlineOn, deadlineTime: DEFAULT_TIME }) ?? now,
    ...(present && present.length > 0 && { presentSeatIds: present }),
  };
}
