import { change } from '../store/change.ts';
import { followRoundOf } from '../store/document/rules.ts';
import { followRound } from '../store/referat/rules.ts';
import type { Round } from '../store/round/record.ts';
import { followSak } from '../store/sak/rules-follow.ts';
import { followVedtakRound } from '../store/sak/rules-round.ts';
import { hasFailed } from './minutes.ts';
import type { Deps } from './turn.ts';

type Told = (deps: Deps, round: Round) => Promise<unknown>;

/** What a round tells what it is about, by what kind of thing that is: one without an entry does not compile. */
export const told: Readonly<Record<Round['subject']['kind'], Told>> = {
  referat: (deps, round) =>
    change(deps.referater.collection, round.subject.id, (referat) => followRound(referat, round, deps.now())),
  sak: async (deps, round) => {
    await change(deps.saker.collection, round.subject.id, (sak) => followVedtakRound(sak, round, deps.now()));
    if (hasFailed(round)) await giveBack(deps, round);
  },
  document: (deps, round) =>
    change(deps.documents.collection, round.subject.id, (document) => followRoundOf(document, round, deps.now())),
};

/** What was to be decided instead of in a meeting that was cancelled, and was not, waits for another meeting. */
async function giveBack(deps: Deps, { meetingId, committeeId, subject }: Round): Promise<void> {
  const meeting = meetingId === undefined ? undefined : await deps.meetings.collection.get(meetingId);
  if (meeting?.state !== 'cancelled') return;
  const committee = await deps.committees.collection.get(committeeId);
  const clocks = { now: deps.now(), realNow: deps.realNow() };
  const news = { what: 'postponed', meetingId: meeting.id } as const;
  await change(deps.saker.collection, subject.id, (sak) => followSak(sak, news, committee, clocks));
}
