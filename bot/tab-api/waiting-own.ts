import { draftTitle } from '../../cards/sak-begin.ts';
import { meetingTitle } from '../../cards/text/meeting.ts';
import { askedText, willText } from '../../cards/text/nomination.ts';
import { roundName } from '../../cards/text/round.ts';
import { waitingText } from '../../cards/text/tab-waiting.ts';
import { votersFor } from '../../store/ballot/rules.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { isOver } from '../../store/meeting/rules-agenda-send.ts';
import { unanswered } from '../../store/meeting/rules-agenda-silent.ts';
import { callStanding } from '../../store/meeting/rules-call-stands.ts';
import { standing } from '../../store/meeting/rules-holder.ts';
import { hasAnswered as hasProposed } from '../../store/nomination/record.ts';
import { hasAnswered } from '../../store/round/rules-count.ts';
import { candidateWithRequest, requestOf } from '../actions/nomination.ts';
import { draftsOf } from '../sak-begin.ts';
import { begunBy } from '../setup-begin.ts';
import { committeeNames } from '../views/sak.ts';
import type { Reading } from './reading.ts';
import type { Waits } from './waiting.ts';
import { tiltakWaiting } from './waiting-tiltak.ts';

/** What somebody is asked themselves, and what they have begun. */
export async function waitingForMe(reading: Reading): Promise<readonly Waits[]> {
  const all = await Promise.all([
    rounds(reading),
    nominations(reading),
    meetings(reading),
    tiltakWaiting(reading),
    saker(reading),
    setups(reading),
  ]);
  return all.flat();
}

async function rounds({ deps, viewerId }: Reading): Promise<readonly Waits[]> {
  const asking = await deps.rounds.asking(viewerId);
  return asking
    .filter((round) => !hasAnswered(round, viewerId))
    .map((round) => ({
      kind: 'round',
      title: roundName(round),
      what: waitingText.asks(round.kind),
      due: waitingText.until(round.deadline),
      at: round.deadline,
      committee: round.committeeName,
      path: `rounds/${round.id}`,
    }));
}

async function nominations({ deps, viewerId }: Reading): Promise<readonly Waits[]> {
  const asking = await deps.nominations.asking(viewerId);
  return asking.flatMap((nomination): readonly Waits[] => {
    const { id: nominationId, committeeName: committee, deadline, status, answers } = nomination;
    const until = deadline && { due: waitingText.until(deadline), at: deadline };
    const common = { kind: 'nomination', committee, ...until } as const;
    const request = requestOf(nomination, viewerId);
    const isSilent = request && status === 'open' && !hasProposed(nomination, request.seatId);
    const asked = answers
      .flatMap(({ candidates }) => candidates)
      .filter(({ personId, state }) => personId === viewerId && state === 'asked')
      .flatMap(({ id }) => candidateWithRequest(nomination, id) ?? []);
    return [
      ...(isSilent
        ? [
            {
              ...common,
              title: waitingText.propose,
              what: askedText(nomination, request),
              action: { verb: 'nomination.show' as const, nominationId },
            },
          ]
        : []),
      ...asked.map(({ candidate, request: of }) => ({
        ...common,
        title: waitingText.proposed,
        what: willText(nomination, of),
        action: { verb: 'nomination.asked' as const, nominationId, candidateId: candidate.id },
      })),
    ];
  });
}

/** Meetings that come or are under way: whether somebody comes, whether they come as vara, and what they vote on now. */
async function meetings({ deps, viewerId, committees }: Reading): Promise<readonly Waits[]> {
  if (committees.length === 0) return [];
  const coming = await deps.meetings.coming(committees.map(({ id }) => id));
  const now = deps.now();
  const waits = await Promise.all(
    coming.map(async (meeting) => {
      const committee = committees.find(({ id }) => id === meeting.committeeId);
      if (committee === undefined) return [];
      const votes = meeting.startsAt <= now ? await ballots({ deps, viewerId }, committee, meeting) : [];
      return [...comes(committee, meeting, viewerId, now), ...calls(committee, meeting, viewerId, now), ...votes];
    }),
  );
  return waits.flat();
}

function comes(committee: Committee, meeting: Meeting, viewerId: string, now: Date): readonly Waits[] {
  const isAsked = meeting.sent !== undefined && !isOver(meeting, now);
  if (!isAsked || !unanswered(meeting, committee).includes(viewerId)) return [];
  const at = meeting.startsAt;
  return [
    {
      kind: 'meeting',
      title: meetingTitle(committee, meeting),
      what: waitingText.comes,
      due: waitingText.on(at),
      at,
      committee: committee.shortName,
      path: `meetings/${meeting.id}`,
    },
  ];
}

function calls(committee: Committee, meeting: Meeting, viewerId: string, now: Date): readonly Waits[] {
  return standing(meeting).flatMap((forfall) =>
    forfall.calls
      .filter(({ varaId }) => varaId === viewerId)
      .filter((call) => ['asked', 'late'].includes(callStanding(meeting, committee, forfall, call, now)))
      .map(({ answerBy }) => ({
        kind: 'call' as const,
        title: meetingTitle(committee, meeting),
        what: waitingText.call,
        due: waitingText.until(answerBy),
        at: answerBy,
        committee: committee.shortName,
        action: { verb: 'forfall.called' as const, meetingId: meeting.id, forfallId: forfall.id },
      })),
  );
}

async function ballots(
  { deps, viewerId }: Pick<Reading, 'deps' | 'viewerId'>,
  committee: Committee,
  meeting: Meeting,
): Promise<readonly Waits[]> {
  const open = (await deps.ballots.of(meeting.id)).filter(({ status }) => status === 'open');
  return open
    .filter((ballot) => votersFor(ballot, viewerId).some(({ votedAt }) => votedAt === undefined))
    .map(({ id: ballotId, question, openedAt }) => ({
      kind: 'ballot',
      title: question.split('\n')[0] ?? question,
      what: waitingText.vote,
      at: openedAt,
      isOver: false,
      committee: committee.shortName,
      action: { verb: 'ballot.show', ballotId },
    }));
}

async function saker({ deps, viewerId }: Reading): Promise<readonly Waits[]> {
  const [proposed, drafts] = await Promise.all([deps.saker.proposedBy(viewerId), draftsOf(deps, viewerId)]);
  const returned = proposed.filter(({ status }) => status === 'returned');
  const nameOf = await committeeNames(deps, [...returned, ...drafts]);
  return [
    ...returned.map(({ id, title, committeeId }) => ({
      kind: 'sak' as const,
      title,
      what: waitingText.returned,
      committee: nameOf(committeeId),
      path: `saker/${id}`,
    })),
    ...drafts.map((draft) => ({
      kind: 'sak' as const,
      title: draftTitle(draft),
      what: waitingText.draft,
      committee: nameOf(draft.committeeId),
      action: { verb: 'sak.edit' as const, sakId: draft.id },
    })),
  ];
}

async function setups({ deps, viewerId }: Reading): Promise<readonly Waits[]> {
  return (await begunBy(deps, viewerId)).map(({ id: setupId, typed, conversation }) => ({
    kind: 'setup',
    title: typed.name || conversation?.name || waitingText.newCommittee,
    what: waitingText.setup,
    committee: typed.shortName ?? '',
    action: { verb: 'setup.edit', setupId },
  }));
}
