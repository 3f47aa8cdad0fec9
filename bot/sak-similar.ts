import { change } from '../store/change.ts';
import type { Committee } from '../store/committee/record.ts';
import type { Sak } from '../store/sak/record.ts';
import { noteSimilar, similarTo } from '../store/sak/rules-likeness.ts';
import type { Deps } from './turn.ts';

/** So many are pointed out at once; more would not be read. */
const MOST = 3;

/**
 * A sak that looks like one in another committee is pointed out to both secretariats, once: the other one by a card, and
 * its own in the card that shows the sak.
 */
export async function pointOutSimilar(deps: Deps, sak: Sak, committee: Committee): Promise<void> {
  if (!sak.likeness?.length) return;
  const found = similarTo(sak, await deps.saker.withWords(sak.likeness)).slice(0, MOST);
  if (found.length === 0) return;
  const committees = await Promise.all(found.map((other) => deps.committees.collection.get(other.committeeId)));
  const others = found.flatMap((other, n) => {
    const its = committees[n];
    return its ? [{ sak: other, committee: its }] : [];
  });
  const clocks = { now: deps.now(), realNow: deps.realNow() };
  await change(deps.saker.collection, sak.id, (current) => noteSimilar(current, others, committee, clocks));
}
