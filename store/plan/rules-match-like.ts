import type { Written } from '../tiltak/record.ts';
import { wordsIn } from '../words.ts';
import { subjectOf } from './wanted.ts';

/** What is not found by its key: all rows and tiltak, and which of them were. */
export type Unmatched = {
  readonly rows: readonly Written[];
  readonly units: readonly Written[];
  readonly found: ReadonlyMap<number, number>;
};

/** How much alike two texts are that stand in the same place, under the same focus area, or anywhere in the plan. */
const IN_PLACE = 0.35;
const IN_AREA = 0.6;
const ANYWHERE = 0.75;
/** A word that so many have says nothing of which one is meant. */
const COMMON = 200;
/** So many of those that share most words are compared letter by letter. */
const COMPARED = 20;

/** A text for comparing: small letters, and one space where there is any. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The rows and tiltak that are most likely the same one, edited: each at most once, the most alike first. */
export function likelyPairs(all: Unmatched): (readonly [number, number])[] {
  const { rows, units, found } = all;
  const taken = new Set(found.values());
  const free = units.flatMap((_, n) => (taken.has(n) ? [] : n));
  if (free.length === 0) return [];
  const byWord = indexed(free, units);
  const backwards = new Map([...found].map(([row, unit]) => [unit, row]));
  const likely = rows.flatMap((row, n) => {
    if (found.has(n)) return [];
    const slot = slotOf(n, all, taken, backwards);
    return candidatesOf(row, slot, byWord).flatMap((unit) => {
      const said = units[unit];
      if (said === undefined) return [];
      const text = likenessOf(subjectOf(row), subjectOf(said));
      const likeness = unit === slot ? Math.max(text, likenessBeside(row, said)) : text;
      const least = isSamePlace(row, said) || unit === slot ? IN_PLACE : isSameArea(row, said) ? IN_AREA : ANYWHERE;
      return likeness >= least ? [{ row: n, unit, likeness: likeness + (least === IN_PLACE ? 1 : 0) }] : [];
    });
  });
  const pairs: (readonly [number, number])[] = [];
  const used = { rows: new Set<number>(), units: new Set<number>() };
  for (const { row, unit } of likely.toSorted((a, b) => b.likeness - a.likeness)) {
    if (used.rows.has(row) || used.units.has(unit)) continue;
    used.rows.add(row);
    used.units.add(unit);
    pairs.push([row, unit]);
  }
  return pairs;
}

/** The tiltak that stood between those of the rows before and after this one. */
function slotOf(
  row: number,
  { rows, units, found }: Unmatched,
  taken: ReadonlySet<number>,
  backwards: ReadonlyMap<number, number>,
): number | undefined {
  const before = row === 0 ? -1 : found.get(row - 1);
  if (before === undefined || taken.has(before + 1)) return undefined;
  const isLast = row === rows.length - 1 && before + 2 === units.length;
  return isLast || backwards.get(before + 2) === row + 1 ? before + 1 : undefined;
}

function indexed(free: readonly number[], units: readonly Written[]): ReadonlyMap<string, readonly number[]> {
  const byWord = new Map<string, number[]>();
  for (const n of free) {
    const said = units[n];
    for (const word of said ? namesOf(said) : []) {
      const same = byWord.get(word);
      if (same) same.push(n);
      else byWord.set(word, [n]);
    }
  }
  return byWord;
}

/** What a tiltak may be found by: its words, and its place. */
function namesOf(said: Written): Set<string> {
  const place = said.point ? [placeOf(said)] : [];
  return new Set([...wordsIn(subjectOf(said)), ...place]);
}

const placeOf = ({ focusArea = '', goal = '', point = '' }: Written) =>
  JSON.stringify([fold(focusArea), fold(goal), fold(point)]);

function candidatesOf(
  row: Written,
  slot: number | undefined,
  byWord: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const shared = new Map<number, number>(slot === undefined ? [] : [[slot, 1]]);
  for (const name of namesOf(row)) {
    const having = byWord.get(name) ?? [];
    if (having.length > COMMON) continue;
    for (const n of having) shared.set(n, (shared.get(n) ?? 0) + 1);
  }
  const most = [...shared].toSorted(([, a], [, b]) => b - a);
  return most.slice(0, COMPARED).map(([n]) => n);
}

function isSamePlace(a: Written, b: Written): boolean {
  return a.point !== undefined && a.point !== '' && placeOf(a) === placeOf(b);
}

function isSameArea(a: Written, b: Written): boolean {
  return fold(a.focusArea ?? '') === fold(b.focusArea ?? '');
}

/** How much what stands beside two texts is alike: a status is longer than many a text, and one that was empty is filled in. */
function likenessBeside(a: Written, b: Written): number {
  if (!isSameArea(a, b) || fold(a.goal ?? '') !== fold(b.goal ?? '')) return 0;
  if ((a.text === '') !== (b.text === '')) return 1;
  return likenessOf(a.status, b.status);
}

/** What part of their neighbouring letters two texts share, from 0 to 1: a word may be bent or mistyped. */
function likenessOf(a: string, b: string): number {
  const [one, other] = [threesIn(a), threesIn(b)];
  let shared = 0;
  for (const three of one) if (other.has(three)) shared++;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

function threesIn(text: string): Set<string> {
  const folded = ` ${fold(text)} `;
  const threes = new Set<string>();
  for (let n = 0; n + 3 <= folded.length; n++) threes.add(folded.slice(n, n + 3));
  return threes;
}
