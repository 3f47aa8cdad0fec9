import { askAgain, castVote, closeBallot } from '../../store/ballot/rules.ts';
import { openBallot } from '../../store/ballot/rules-open.ts';
import { change } from '../../store/change.ts';
import { noteBallot } from '../../store/meeting/rules-protocol.ts';
import type { Deps, Handlers } from '../turn.ts';
import { memberNames, ownMeetingSak } from '../views/minutes.ts';
import { notice, show, typedFrom } from './answers.ts';

export const ballotHandlers = {
  'ballot.form': async (deps, { person }, { meetingId, sakId }) => {
    const own = await ownMeetingSak(deps, person.id, meetingId, sakId);
    if ('refused' in own) return notice(own.refused);
    const running = (await deps.ballots.of(meetingId)).find(
      (ballot) => ballot.sakId === sakId && ballot.status === 'open',
    );
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
    // made before, by the same press delivered twice or by a colleague: its own state is the answer
    const ballot = opened.value;
    await deps.ballots.collection.insert(ballot);
    await change(deps.meetings.collection, meetingId, (meeting) =>
      noteBallot(meeting, { sakId, ballotId: ballot.id }, person.id, receivedAt),
    );
    return { view: { view: 'ballot-status', ballotId: ballot.id }, sends: true };
  },

  'ballot.show': async (_deps, _turn, { ballotId }) => show({ view: 'ballot', ballotId }),

  'ballot.vote': async (deps, { person, receivedAt }, { ballotId, vote }) => {
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
    return { view: { view: 'ballot-status', ballotId, problem }, sends: true };
  },

  'ballot.close': async (deps, { person, receivedAt }, { ballotId }) => {
    const clocks = { now: receivedAt, realNow: deps.realNow() };
    const committee = await committeeOf(deps, ballotId);
    if (committee === undefined) return notice('not-found');
    const result = await change(deps.ballots.collection, ballotId, (ballot) =>
      closeBallot(ballot, committee, person.id, clocks),
    );
    return result.ok ? show({ view: 'ballot-status', ballotId }) : notice(result.refusal);
  },
} satisfies Partial<Handlers>;

async function committeeOf(deps: Deps, ballotId: string) {
  const ballot = await deps.ballots.collection.get(ballotId);
  return ballot && deps.committees.collection.get(ballot.committeeId);
}
