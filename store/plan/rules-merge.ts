import { note } from '../effect.ts';
import type { Tiltak } from '../tiltak/record.ts';
import { matchRows } from './rules-match.ts';
import { type Importing, newOfRow } from './rules-merge-new.ts';
import { type Change, changesIn, type Placed, type Understood, withRow } from './rules-merge-row.ts';
import type { WantedRow } from './wanted.ts';

/** A tiltak as it was, as the file makes it, and how: the same again on what it has become meanwhile. */
export type Merged = {
  readonly before: Tiltak;
  readonly after: Tiltak;
  readonly apply: (current: Tiltak) => Tiltak;
};
export type Changed = Merged & { readonly changes: readonly Change[] };

/** What a file makes of a plan. Nothing of it is stored yet. */
export type Merge = {
  readonly added: readonly Tiltak[];
  /** What people see a difference in. */
  readonly changed: readonly Changed[];
  /** The same as before, and perhaps in another place of the file. */
  readonly unchanged: readonly Merged[];
  /** Open tiltak of the plan that are not in the file: they stay until somebody takes them out. */
  readonly gone: readonly Tiltak[];
  /** What is not in the file stands after what is. */
  readonly moved: readonly Merged[];
};

/**
 * Reads the rows of a file into a plan: each is a tiltak that is there already, changed where the file says something new,
 * or a new one. What was answered or changed since the file was read last stands where the file says the same as then.
 * Doing it twice changes nothing the second time. `existing`: all tiltak of the plan, in its order.
 */
export function mergePlan(
  existing: readonly Tiltak[],
  rows: readonly WantedRow[],
  understood: Understood,
  importing: Importing,
): Merge {
  const { matches, rest } = matchRows(existing, rows);
  const ids = new Set(existing.map(({ id }) => id));
  const added: Tiltak[] = [];
  const changed: Changed[] = [];
  const unchanged: Merged[] = [];
  matches.forEach(({ row, tiltak }, order) => {
    if (tiltak === undefined) {
      const made = newOfRow({ row, order }, understood, importing, ids);
      ids.add(made.id);
      added.push(made);
      return;
    }
    const apply = (current: Tiltak) => applied(current, { row, order }, understood, importing);
    const after = apply(tiltak);
    const changes = changesIn(tiltak, after);
    if (changes.length > 0) changed.push({ before: tiltak, after, apply, changes });
    else unchanged.push({ before: tiltak, after, apply });
  });
  const moved = rest.map((before, n): Merged => {
    const apply = (current: Tiltak): Tiltak => ({ ...current, order: matches.length + n });
    return { before, after: apply(before), apply };
  });
  return { added, changed, unchanged, gone: rest.filter(({ state }) => state === 'open'), moved };
}

function applied(tiltak: Tiltak, placed: Placed, understood: Understood, { by, now }: Importing): Tiltak {
  const after = withRow(tiltak, placed, understood, { by, now });
  return changesIn(tiltak, after).length > 0 ? note(after, { at: now, by, what: 'import-changed' }) : after;
}
