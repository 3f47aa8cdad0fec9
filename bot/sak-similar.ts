import type { Sak } from '../store/sak/record.ts';
import { likenessOf, type Similar, similarTo } from '../store/sak/rules-likeness.ts';
import type { Deps } from './turn.ts';

/** So many are pointed out at once; more would not be read. */
const MOST = 3;

/** The saker of other committees that a sak looks like, and that nobody has been told of. */
export async function similarFor(deps: Deps, sak: Sak): Promise<readonly Similar[]> {
  const likeness = likenessOf(sak.title, sak.tenantId);
  if (likeness.length === 0) return [];
  const found = similarTo({ ...sak, likeness }, await deps.saker.withWords(likeness)).slice(0, MOST);
  const committees = await Promise.all(found.map((other) => deps.committees.collection.get(other.committeeId)));
  return found.flatMap((other, n) => {
    const committee = committees[n];
    return committee ? [{ sak: other, committee }] : [];
  });
}
