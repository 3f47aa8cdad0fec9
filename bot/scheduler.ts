import { change } from '../store/change.ts';
import { duePage } from '../store/due.ts';
import type { Stored } from '../store/effect.ts';
import type { Collection } from '../store/engine/engine.ts';
import { releaseEffects } from '../store/outbox.ts';
import { closeRound } from '../store/round/rules.ts';
import type { Deps } from './turn.ts';

/**
 * How long after its deadline a round is closed. An answer received in time is decided within 4.5 s, so none of them
 * meets a closed round.
 */
const GRACE_MS = 5000;

/** One pass over everything that has come due by the committee's clock. Safe to run twice, or in two processes. */
export async function tick(deps: Deps): Promise<number> {
  const held = [deps.rounds.collection, deps.persons.collection] as const;
  const released = await Promise.all(held.map((collection) => releaseDue(collection as Collection<Stored>, deps)));
  return (await closeDue(deps)) + released.reduce((sum, count) => sum + count, 0);
}

async function closeDue({ rounds, now, realNow }: Deps): Promise<number> {
  const by = new Date(now().getTime() - GRACE_MS);
  let closed = 0;
  for (const { id } of await rounds.dueToClose(by)) {
    const result = await change(rounds.collection, id, (round) =>
      closeRound(round, { now: now(), realNow: realNow() }),
    );
    if (result.ok) closed++;
  }
  return closed;
}

/** Lets cards go that were held until working hours. */
async function releaseDue<T extends Stored>(collection: Collection<T>, { now, realNow }: Deps): Promise<number> {
  const records = await duePage<Stored>(collection as unknown as Collection<Stored>, 'contactDueAt', now(), 50);
  for (const { id } of records) await change(collection, id, (record) => releaseEffects(record, now(), realNow()));
  return records.length;
}
