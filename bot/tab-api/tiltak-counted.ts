import type { Committee } from '../../store/committee/record.ts';
import { LISTED } from '../../store/tiltak/record.ts';
import { placeFrom } from '../../store/tiltak/repository.ts';
import { countedWith, type OverTime } from '../../store/tiltak/rules-over-time.ts';
import { areasOf, countPlan, type PlanCount } from '../../store/tiltak/rules-report.ts';
import { askedIn, readable } from '../tiltak-report.ts';
import type { Reading } from './reading.ts';
import { LOOSE } from './tiltak-query.ts';

type Counted = { readonly count: PlanCount; readonly overTime: OverTime; readonly areas: readonly string[] };

/**
 * Counts all that whoever looks may read, page by page, so that others are served in between and no more than a page is held. `most`:
 * undefined where there are more than that. `ends`: the moments at which it is counted where each stood.
 */
export async function countedTiltak(
  { deps, viewerId }: Reading,
  committee: Committee,
  {
    planId,
    ends,
    most = Number.POSITIVE_INFINITY,
  }: { readonly planId: string; readonly ends: readonly Date[]; readonly most?: number },
): Promise<Counted | undefined> {
  const of = planId === '' || planId === LOOSE ? { committeeId: committee.id } : { planId };
  let counted: Omit<Counted, 'areas'> | undefined;
  const areas = new Set<string>();
  let read = 0;
  for (let after: string | undefined = placeFrom(LISTED.dated); after !== undefined; ) {
    const page = await deps.tiltak.page(of, { limit: 500, after });
    const meant = page.records.filter((one) => planId !== LOOSE || one.planId === undefined);
    const { tiltak } = await readable(deps, committee, meant, viewerId);
    const count = countPlan(tiltak, await askedIn(deps, tiltak));
    counted = {
      count: counted ? added(counted.count, count) : count,
      overTime: countedWith(counted?.overTime, tiltak, ends),
    };
    for (const area of areasOf(tiltak)) areas.add(area);
    after = page.next;
    read += page.records.length;
    if (read > most) return undefined;
  }
  return counted && { ...counted, areas: [...areas].toSorted((a, b) => a.localeCompare(b, 'nb')) };
}

function added(before: PlanCount, more: PlanCount): PlanCount {
  const keys = Object.keys(more) as (keyof PlanCount)[];
  return Object.fromEntries(keys.map((key) => [key, before[key] + more[key]])) as PlanCount;
}
