import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { countYear, type YearCount, yearOf } from '../store/meeting/rules-counts.ts';
import { osloTime } from '../store/time.ts';
import type { Deps } from './turn.ts';

/** So many years can be chosen between; older ones are in their årsrapport. */
const MOST_YEARS = 10;

/** What is counted of a committee's meetings in one year. */
export async function countsOf(deps: Deps, committee: Committee, year: number): Promise<YearCount> {
  return countYear(year, await meetingsIn(deps, committee, year), committee, deps.now());
}

/** A committee's meetings of one year in Oslo, whatever became of them. */
export async function meetingsIn(deps: Deps, { id }: Committee, year: number): Promise<readonly Meeting[]> {
  const from = osloTime(`${year}-01-01`, '00:00');
  const until = osloTime(`${year}-12-31`, '23:59');
  return from && until ? deps.meetings.between(id, from, until) : [];
}

/** The years in which a committee has met or was to meet, to this one, the newest first. */
export async function yearsOf(deps: Deps, { id }: Committee): Promise<number[]> {
  const now = yearOf(deps.now());
  const [first] = await deps.meetings.firstOf(id);
  const oldest = first === undefined ? now : Math.min(now, yearOf(first.startsAt));
  return Array.from({ length: Math.min(MOST_YEARS, now - oldest + 1) }, (_, back) => now - back);
}
