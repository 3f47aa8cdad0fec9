import type { Ballot } from '../../store/ballot/record.ts';
import { askAgain, castVote, closeBallot } from '../../store/ballot/rules.ts';
import { openBallot } from '../../store/ballot/rules-open.ts';
import { change } from '../../store/change.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { noteBallot } from '../../store/meeting/rules-protocol.ts';
import { followInStored } from '../seats.ts';
import { actInVoting } from '../seats-act.ts';
import type { Deps, Handlers } from '../turn.ts';
import { memberNames, ownMeetingSak } from '../views/minutes.ts';
import { news, notice, show, typedFrom } from './answers.ts';

export const ballotHandlers = {
  'ballot.form': async (deps, { person }, { meetingId, sakId }) => {
    const own = await ownMeetingSak(deps, person.id, meetingId, sakId);
    if ('refused' in own) return notice(own.refused);
    const running = await runningBallot(deps, meetingId, sakId);
    if (running) return show({ view: 'ballot-status', ballotId: running.id, problem: 'ballot-running' });
    return show({ view: 'ballot-form', meetingId, sakId });
  },

  'ballot.open': async (deps, { person, receivedAt }, { meetingId, sakId, number, question = '', way }) => {
    const own = await ownMeetingSak(deps, person.id, meetingId, sakId);
    if ('refused' in own) return notice(own.refused);
    const opening = {
      ...own,
      number,
      question,
      secret: way === 'secret',
      openedBy: person.id,
      nameOf: await memberNames(deps, own.committee),
    };
    const opened = openBallot(opening, { now: receivedAt, realNow: deps.realNow() });
    if (!opened.ok)
      return show({
        view: 'ballot-form',
        meetingId,
        sakId,
        typed: typedFrom({ question, way }),
        problems: [opened.refusal],
      });
    const ballot = opened.value;
    const running = await runningBallot(deps, meetingId, sakId);
    if (running && running.id !== ballot.id)
      return show({ view: 'ballot-status', ballotId: running.id, problem: 'ballot-running' });
    await deps.ballots.collection.insert(ballot);
    await noteIn(deps, ballot, person.id, receivedAt);
    await followInStored(deps, ballot.id, person.id);
    // made before, by the same press delivered twice: its own state is the answer; or by a colleague who asked otherwise
    const made = await deps.ballots.collection.get(ballot.id);
    const isOther = made?.question !== ballot.question || made.secret !== ballot.secret;
    return news({ view: 'ballot-status', ballotId: ballot.id, ...(isOther && { problem: 'ballot-running' }) });
  },

  'ballot.show': async (_deps, _turn, { ballotId }) => show({ view: 'ballot', ballotId }),

  'ballot.vote': async (deps, { person, receivedAt }, { ballotId, vote }) => {
    const mayVote = await actInVoting(deps, ballotId, person.id, vote, { receivedAt });
    if (!mayVote) return show({ view: 'ballot', ballotId, problem: 'seat-moved' });
    const result = await change(deps.ballots.collection, ballotId, (ballot) =>
      castVote(ballot, person.id, vote, receivedAt),
    );
    if (result.ok) return show({ view: 'ballot', ballotId });
    if (result.refusal === 'not-found' || result.refusal === 'not-voting') return notice(result.refusal);
    return show({ view: 'ballot', ballotId, problem: result.refusal });
  },

  'ballot.status': async (_deps, _turn, { ballotId }) => show({ view: 'ballot-status', ballotId }),

  'ballot.again': async (deps, { person, receivedAt }, { ballotId }) => {
    const clocks = { now: receivedAt, realNow: deps.realNow() };
    const committee = await committeeOf(deps, ballotId);
    if (committee === undefined) return notice('not-found');
    const result = await change(deps.ballots.collection, ballotId, (ballot) =>
      askAgain(ballot, committee, person.id, clocks),
    );
    if (!result.ok && result.refusal !== 'voting-closed') return notice(result.refusal);
    const problem = result.ok ? 'asked-again' : result.refusal;
    return news({ view: 'ballot-status', ballotId, problem });
  },

  'ballot.close': async (deps, { person, receivedAt }, { ballotId }) => {
    const clocks = { now: receivedAt, realNow: deps.realNow() };
    const committee = await committeeOf(deps, ballotId);
    if (committee === undefined) return notice('not-found');
    if (mayRunRounds(committee, person.id)) await followInStored(deps, ballotId, person.id);
    const result = await change(deps.ballots.collection, ballotId, (ballot) =>
      closeBallot(ballot, committee, person.id, clocks),
    );
    if (!result.ok) return notice(result.refusal);
    // whoever opened it may have been stopped before the protocol named it
    await noteIn(deps, result.value, person.id, receivedAt);
    return show({ view: 'ballot-status', ballotId });
  },
} satisfies Partial<Handlers>;

/** The voting that is going on about a sak. */
export async function runningBallot(deps: Deps, meetingId: string, sakId: string): Promise<Ballot | undefined> {
  return (await deps.ballots.of(meetingId)).find((ballot) => ballot.sakId === sakId && ballot.status === 'open');
}

/** The protocol names the voting of a sak. Safe to repeat. */
async function noteIn(deps: Deps, { id, meetingId, sakId }: Ballot, personId: string, now: Date): Promise<void> {
  await change(deps.meetings.collection, meetingId, (meeting) =>
    noteBallot(meeting, { sakId, ballotId: id }, personId, now),
  );
}

async function committeeOf(deps: Deps, ballotId: string) {
  const ballot = await deps.ballots.collection.get(ballotId);
  return ballot && deps.committees.collection.get(ballot.committeeId);
}
