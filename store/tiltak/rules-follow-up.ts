import { classOf, isProposed, newestStatus, type Tiltak } from './record.ts';

/** What «Oppfølging av tidligere saker» lays before a committee. */
export type FollowUp = {
  /** Of the saker before: what is still to be done, and what was done since the last meeting. */
  readonly tiltak: readonly Tiltak[];
  /** What is followed up, and no tiltak was made of. */
  readonly sakIds: readonly string[];
  /** «Uklart» and «foreslås slettet», of saker and of plans: the committee decides. */
  readonly proposals: readonly Tiltak[];
};

/**
 * What is followed up at a meeting, in the order of the saker it comes from. `toldAt`: what was done before that was told at
 * the last meeting. `followedUp`: saker that ended in «følges opp».
 */
export function followUpOf(
  all: readonly Tiltak[],
  { toldAt, followedUp }: { readonly toldAt: Date; readonly followedUp: readonly string[] },
): FollowUp {
  const open = all.filter(({ state }) => state === 'open');
  const proposals = open.filter(isProposed);
  const ofSaker = open.filter((tiltak) => tiltak.source !== undefined && !isProposed(tiltak));
  const hasTiltak = new Set(all.flatMap(({ source }) => source?.sakId ?? []));
  return {
    tiltak: ofSaker.filter((tiltak) => isNews(tiltak, toldAt)).toSorted(inOrder),
    sakIds: [...new Set(followedUp)].filter((sakId) => !hasTiltak.has(sakId)),
    proposals: proposals.toSorted(inOrder),
  };
}

function isNews(tiltak: Tiltak, toldAt: Date): boolean {
  const newest = newestStatus(tiltak);
  return classOf(tiltak) !== 'done' || newest === undefined || newest.at >= toldAt;
}

/** In the order of the saker they come from, then of the plans they stand in. */
export function inOrder(a: Tiltak, b: Tiltak): number {
  return placeIn(a).localeCompare(placeIn(b)) || madeAt(a) - madeAt(b) || a.id.localeCompare(b.id);
}

/** «25/23» before «03/24», point by point; what comes from no sak last. */
function placeIn({ source, planId = '', order }: Tiltak): string {
  if (source === undefined) return `3 ${planId} ${padded(order)}`;
  const [, number, year] = /^(\d+)\/(\d+)$/.exec(source.number ?? '') ?? [];
  const sak = number && year ? `1 ${year} ${padded(number)}` : `2 ${source.sakId}`;
  return `${sak} ${padded(source.point ?? 0)}`;
}

function padded(n: number | string): string {
  return `${n}`.padStart(6, '0');
}

function madeAt({ history }: Tiltak): number {
  return history[0]?.at.getTime() ?? 0;
}
