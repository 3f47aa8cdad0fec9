import { reachVoter } from '../store/ballot/rules.ts';
import { change } from '../store/change.ts';
import { digestIdOf } from '../store/digest/record.ts';
import { reachReader } from '../store/digest/rules.ts';
import { reachVara } from '../store/meeting/rules-call-reach.ts';
import { reachAgain } from '../store/nomination/rules-reach.ts';
import { done, type Result } from '../store/result.ts';
import type { Round } from '../store/round/record.ts';
import { loseHolder, reachHolder } from '../store/round/rules-deliver.ts';
import { askReached } from '../store/tiltak/rules-ask.ts';
import { tiltakOf } from './tiltak-report.ts';
import type { Deps } from './turn.ts';

/**
 * Whoever has added the app gets what could not reach them and is still to be answered: rounds, call-ins, votings, what they are
 * asked to propose, and their digest. What has reached them is not sent again, so this is safe to repeat.
 */
export async function sendWhatWaits(deps: Deps, personId: string): Promise<void> {
  const clocks = { now: deps.now(), realNow: deps.realNow() };
  for (const { id } of await deps.rounds.asking(personId))
    await change(deps.rounds.collection, id, (round) => reachHolder(round, personId, clocks));
  for (const { id } of await deps.nominations.asking(personId))
    await change(deps.nominations.collection, id, (nomination) => reachAgain(nomination, personId, clocks));
  await sendOfMeetings(deps, personId);
  // the digest first: it then comes as soon as something wants to be in it
  await change(deps.digests.collection, digestIdOf(personId), (digest) => reachReader(digest, clocks.now));
  for (const { id } of await tiltakOf(deps, personId))
    await change(deps.tiltak.collection, id, (tiltak) => askReached(tiltak, personId, clocks));
}

async function sendOfMeetings(deps: Deps, personId: string): Promise<void> {
  const clocks = { now: deps.now(), realNow: deps.realNow() };
  const [own, asVara] = await Promise.all([deps.committees.of(personId), deps.committees.withVara(personId)]);
  const committees = new Map([...own, ...asVara].map((committee) => [committee.id, committee]));
  for (const meeting of await deps.meetings.coming([...committees.keys()])) {
    const committee = committees.get(meeting.committeeId);
    if (committee)
      await change(deps.meetings.collection, meeting.id, (current) => reachVara(current, committee, personId, clocks));
    for (const { id } of await deps.ballots.of(meeting.id))
      await change(deps.ballots.collection, id, (ballot) => reachVoter(ballot, personId, clocks));
  }
}

/** Whoever has removed the app is not reached by what waits for their answer, and the secretariat sees it. */
export async function noteUnreachable(deps: Deps, personId: string): Promise<void> {
  const clocks = { now: deps.now(), realNow: deps.realNow() };
  const lost = { holderId: personId, why: 'not-installed' } as const;
  for (const { id } of await deps.rounds.asking(personId))
    await change(deps.rounds.collection, id, (round): Result<Round, never> => done(loseHolder(round, lost, clocks)));
}
