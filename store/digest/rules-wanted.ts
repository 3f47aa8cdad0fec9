import { isOpen, isOverdue, type Tiltak } from '../tiltak/record.ts';
import { dayOf } from '../time.ts';
import type { DigestItem } from './record.ts';

/** A question or piece of news, and the tiltak as it is now. */
export type Wanted = { readonly item: DigestItem; readonly tiltak: Tiltak };

/**
 * Whether somebody is still to see it: nobody has answered since, it is still theirs to answer, and what was to be decided is
 * not decided. `isTheirs`: whether they may answer for it themselves.
 */
export function isWanted({ item, tiltak }: Wanted, isTheirs: boolean, now: Date): boolean {
  if (!isOpen(tiltak)) return false;
  const { snoozedUntil, statuses, silentToldAt, silentDecided, unreached, ownerKeys } = tiltak;
  switch (item.want) {
    case 'ask': {
      const isAnswered = statuses.some(({ from, at }) => from !== 'plan' && at >= item.at);
      return isTheirs && !isAnswered && !(snoozedUntil !== undefined && snoozedUntil > dayOf(now));
    }
    // what has happened since says so itself
    case 'silent':
      return silentToldAt !== undefined && silentToldAt <= item.at && silentDecided === undefined;
    case 'leader':
      return silentDecided?.what === 'leader' && silentDecided.at <= item.at;
    case 'unreached':
      return unreached !== undefined && unreached.at <= item.at;
    case 'owner':
      return ownerKeys.length === 0;
  }
}

const keyOf = ({ tiltakId, want }: DigestItem) => `${want} ${tiltakId}`;

/** What is not among others, each once: the newest of those that say the same. */
export function withoutThese(items: readonly DigestItem[], others: readonly DigestItem[]): DigestItem[] {
  const newest = new Map(items.map((item) => [keyOf(item), item]));
  for (const other of others) newest.delete(keyOf(other));
  return [...newest.values()];
}

/** Overdue first, then by date, then those without one; those that are alike as they came. */
export function inOrder(wanted: readonly Wanted[], now: Date): readonly Wanted[] {
  const today = dayOf(now);
  const rank = ({ tiltak }: Wanted) => (isOverdue(tiltak, today) ? 0 : tiltak.dueOn ? 1 : 2);
  return wanted.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.tiltak.dueOn ?? '').localeCompare(b.tiltak.dueOn ?? '') ||
      a.tiltak.order - b.tiltak.order,
  );
}
