import type { Tiltak } from './record.ts';
import { STANDINGS, type Standing, standingOf } from './rules-report.ts';

/** The months until today, `YYYY-MM`, the oldest first and the current one last. `today`: a day in Oslo. */
export function monthsUntil(today: string, months: number): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const last = year * 12 + month - 1;
  return Array.from({ length: months }, (_, n) => {
    const at = last - (months - 1) + n;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** The first day after a month. */
export function dayAfter(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01-01` : `${year}-${String(of + 1).padStart(2, '0')}-01`;
}

const OUT = ['closed', 'proposal:delete'];
const IN = ['reopened', 'proposal:keep', 'proposal:clarify'];

/** Where a tiltak stood before a moment; undefined when it was not made yet, or was taken out. */
export function standingBefore({ history, statuses }: Pick<Tiltak, 'history' | 'statuses'>, end: Date) {
  const first = history[0];
  if (first !== undefined && first.at >= end) return undefined;
  const moved = history.findLast(({ at, what }) => at < end && (OUT.includes(what) || IN.includes(what)));
  if (moved !== undefined && OUT.includes(moved.what)) return undefined;
  return standingOf({ statuses: statuses.filter(({ at }) => at < end) });
}

/** How many had each standing, moment by moment. */
export type OverTime = Readonly<Record<Standing, readonly number[]>>;

/** What some tiltak add to the counts of others. `ends`: the moments, the oldest first. */
export function countedWith(before: OverTime | undefined, tiltak: readonly Tiltak[], ends: readonly Date[]): OverTime {
  const stood = tiltak.map((one) => ends.map((end) => standingBefore(one, end)));
  const counted = STANDINGS.map((standing) => {
    const counts = ends.map((_, n) => stood.filter((each) => each[n] === standing).length);
    return [standing, counts.map((count, n) => count + (before?.[standing][n] ?? 0))] as const;
  });
  return Object.fromEntries(counted) as Record<Standing, number[]>;
}

/** How many of the first moments had nothing at all: the plan had not begun. The last one is never among them. */
export function emptyAtFirst(counts: OverTime, moments: number): number {
  const isEmpty = (n: number) => STANDINGS.every((standing) => counts[standing][n] === 0);
  let empty = 0;
  while (empty < moments - 1 && isEmpty(empty)) empty++;
  return empty;
}
