import type { Committee } from '../../store/committee/record.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { placeFrom, placeOf } from '../../store/tiltak/repository.ts';
import { dayOf } from '../../store/time.ts';
import { askedIn, readable, tiltakOf } from '../tiltak-report.ts';
import { NotYoursError, type Reading } from './reading.ts';
import { fits, isSifted, LOOSE, rangeOf, type TiltakQuery } from './tiltak-query.ts';

const PAGE = 50;
/** So much is looked through for one page where not all of it fits: all that a committee usually has. */
const SIFTED_PAGE = 500;
const MOST_SIFTED = 1000;

/** A page of a list. `looked`: so many were looked through, and there are more. */
export type FoundTiltak = { readonly tiltak: readonly Tiltak[]; readonly next?: string; readonly looked?: number };

/** A range of the committee's list, or of a plan's, from the index that is in its order. */
export async function siftedTiltak(
  { deps, viewerId, query: asks }: Reading,
  committee: Committee,
  query: TiltakQuery,
): Promise<FoundTiltak> {
  const range = rangeOf(query, dayOf(deps.now()));
  const of = query.plan === '' || query.plan === LOOSE ? { committeeId: committee.id } : { planId: query.plan };
  const limit = isSifted(query) ? SIFTED_PAGE : PAGE + 1;
  const kept: Tiltak[] = [];
  let after = asks.get('after') || placeFrom(range.from);
  for (let looked = 0; ; ) {
    const page = await deps.tiltak.page(of, { limit, after }).catch(wrongPlace);
    const within = page.records.filter(({ listed = '' }) => listed < range.to);
    const asked = query.owner === 'no-contact' ? await askedIn(deps, within) : sure(dayOf(deps.now()));
    const fitting = within.filter((one) => fits(one, query, asked));
    kept.push(...(await readable(deps, committee, fitting, viewerId)).tiltak);
    const last = kept[PAGE - 1];
    if (last !== undefined && kept.length > PAGE) return { tiltak: kept.slice(0, PAGE), next: placeOf(last) };
    if (page.next === undefined || within.length < page.records.length) return { tiltak: kept };
    looked += page.records.length;
    if (looked >= MOST_SIFTED) return { tiltak: kept, next: page.next, looked };
    after = page.next;
  }
}

const sure = (today: string) => ({ today, hasContact: () => true });

/** A place that no list gave out is nowhere. */
function wrongPlace(error: unknown): never {
  throw error instanceof RangeError ? new NotYoursError() : error;
}

/** What whoever looks is asked about in a committee: no more than they can answer for. */
export async function ownTiltakIn(
  { deps, viewerId, query: asks }: Reading,
  { id }: Committee,
  query: TiltakQuery,
  today: string,
): Promise<FoundTiltak> {
  const range = rangeOf(query, today);
  const fitting = (await tiltakOf(deps, viewerId))
    .filter(({ committeeId, planId, listed = '' }) => {
      const isOfPlan = query.plan === '' || query.plan === LOOSE || planId === query.plan;
      return committeeId === id && isOfPlan && listed >= range.from && listed < range.to;
    })
    .filter((one) => fits(one, query, sure(today)))
    .toSorted((a, b) => (a.listed ?? '').localeCompare(b.listed ?? '') || a.id.localeCompare(b.id));
  const from = Number(/^\d{1,6}$/.exec(asks.get('after') ?? '')?.[0] ?? 0);
  const next = from + PAGE;
  return { tiltak: fitting.slice(from, next), ...(fitting.length > next && { next: String(next) }) };
}
