import type { Tiltak, Written } from '../tiltak/record.ts';
import { fold, likelyPairs, type Unmatched } from './rules-match-like.ts';
import { readAs, subjectOf, type WantedRow } from './wanted.ts';

/** Where one row of a file is found again among a plan's tiltak, in the file's order; without a tiltak it is new. */
export type Match = { readonly row: WantedRow; readonly tiltak?: Tiltak };
/** `rest`: what is not in the file. */
export type Matches = { readonly matches: readonly Match[]; readonly rest: readonly Tiltak[] };

/** A row, or the several that one was divided into. */
type RowUnit = { readonly said: Written; readonly rows: readonly WantedRow[] };
/** A tiltak, or the several that were made of one row. */
type Unit = { readonly said: Written; readonly tiltak: readonly Tiltak[] };

/**
 * Finds the rows of a file among a plan's tiltak: by focus area, goal, point and text together, for letters and texts
 * occur more than once; then by text alone, for rows are moved; then by what is most alike where it stands. What is left
 * is new, or not in the file. `existing` in the plan's order.
 */
export function matchRows(existing: readonly Tiltak[], rows: readonly WantedRow[]): Matches {
  // a plan that is new has nothing to be found
  if (existing.length === 0) return { matches: rows.map((row) => ({ row })), rest: [] };
  const wanted = rowUnits(rows);
  const units = unitsOf(existing);
  const found = new Map<number, number>();
  matchBy(fullKey, wanted, units, found);
  matchBy(textKey, wanted, units, found);
  const left: Unmatched = {
    rows: wanted.map(({ said }) => said),
    units: units.map(({ said }) => said),
    found,
  };
  for (const [row, unit] of likelyPairs(left)) found.set(row, unit);
  const taken = new Set(found.values());
  const pairs = wanted.map((unit, n) => pairUp(unit, units[found.get(n) ?? -1]));
  const lost = units.filter((_, n) => !taken.has(n)).flatMap(({ tiltak }) => tiltak);
  return {
    matches: pairs.flatMap(({ matches }) => matches),
    rest: [...lost, ...pairs.flatMap(({ rest }) => rest)].toSorted((a, b) => a.order - b.order),
  };
}

function rowUnits(rows: readonly WantedRow[]): RowUnit[] {
  const units: { readonly said: Written; readonly rows: WantedRow[] }[] = [];
  for (const row of rows) {
    const last = units.at(-1);
    if (last && row.part !== undefined && row.part > 1 && last.rows[0]?.line === row.line) last.rows.push(row);
    else units.push({ said: readAs(row), rows: [row] });
  }
  return units;
}

function unitsOf(existing: readonly Tiltak[]): Unit[] {
  const units: { readonly said: Written; readonly tiltak: Tiltak[] }[] = [];
  for (const tiltak of existing) {
    const last = units.at(-1);
    const said = saidOf(tiltak);
    const goesOn = last && (tiltak.part ?? 1) > 1 && fullKey(last.said) === fullKey(said);
    if (goesOn) last.tiltak.push(tiltak);
    else units.push({ said, tiltak: [tiltak] });
  }
  return units;
}

/** What the file said of a tiltak last; one that came another way is found by what it says itself. */
function saidOf({ imported, place, text, owner = '', due = '' }: Tiltak): Written {
  return imported ?? { ...place, text, owner, due, status: '' };
}

const fullKey = (said: Written) =>
  JSON.stringify([said.focusArea, said.goal, said.point, subjectOf(said)].map((part) => fold(part ?? '')));
const textKey = (said: Written) => fold(subjectOf(said));

/** Pairs what has the same key, in order where several have it. */
function matchBy(
  keyOf: (said: Written) => string,
  wanted: readonly RowUnit[],
  units: readonly Unit[],
  found: Map<number, number>,
) {
  const taken = new Set(found.values());
  const waiting = new Map<string, number[]>();
  units.forEach(({ said }, n) => {
    if (taken.has(n)) return;
    const key = keyOf(said);
    const same = waiting.get(key);
    if (same) same.push(n);
    else waiting.set(key, [n]);
  });
  wanted.forEach(({ said }, n) => {
    const unit = found.has(n) ? undefined : waiting.get(keyOf(said))?.shift();
    if (unit !== undefined) found.set(n, unit);
  });
}

/** Which row of a unit is which tiltak. */
function pairUp({ said, rows }: RowUnit, unit: Unit | undefined): Matches {
  const [row] = rows;
  if (unit === undefined || row === undefined) return { matches: rows.map((one) => ({ row: one })), rest: [] };
  const { tiltak } = unit;
  if (row.part !== undefined || tiltak.length === 1) {
    const matches = rows.map((one, n): Match => ({ row: one, ...(tiltak[n] && { tiltak: tiltak[n] }) }));
    return { matches, rest: tiltak.slice(rows.length) };
  }
  // the row was divided when it was last read: it still is, as long as that can be told from it
  const parts = said.text.split(' | ');
  if (said.text === unit.said.text)
    return { matches: tiltak.map((one) => ({ row: { ...row, part: one.part ?? 1 }, tiltak: one })), rest: [] };
  if (parts.length === tiltak.length)
    return {
      matches: tiltak.map((one, n) => ({
        row: { ...row, read: said, text: parts[n] ?? '', part: n + 1 },
        tiltak: one,
      })),
      rest: [],
    };
  return { matches: [{ row, ...(tiltak[0] && { tiltak: tiltak[0] }) }], rest: tiltak.slice(1) };
}
