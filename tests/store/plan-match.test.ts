import { describe, expect, test } from 'vitest';
import { matchRows } from '../../store/plan/rules-match.ts';
import type { WantedRow } from '../../store/plan/wanted.ts';
import { aRow, merged, planAfter } from '../support/plans.ts';

const read = { text: 'Lage kurs | Holde fagdag', owner: '', due: '', status: '' };
const PARTS = [aRow('Lage kurs', { read, part: 1 }), aRow('Holde fagdag', { read, part: 2 })];
const AFTER = aRow('Rekruttere fastleger', { line: 3 });
const stored = (rows: readonly WantedRow[] = [...PARTS, AFTER]) => planAfter([], merged([], rows));
/** What the file says now, which part that is, and the tiltak it is; and what is not in the file. */
const matched = (rows: readonly WantedRow[]) => {
  const { matches, rest } = matchRows(stored(), rows);
  return {
    matches: matches.map(({ row, tiltak }) => [row.text, row.part, tiltak?.text]),
    rest: rest.map(({ text }) => text),
  };
};
const same = ['Rekruttere fastleger', undefined, 'Rekruttere fastleger'];

describe('a row that was divided when it was read before', () => {
  test('still is, when it says the same', () => {
    expect(matched([aRow(read.text), AFTER])).toEqual({
      matches: [[read.text, 1, 'Lage kurs'], [read.text, 2, 'Holde fagdag'], same],
      rest: [],
    });
  });

  test('still is, when it has as many parts', () => {
    expect(matched([aRow('Lage kurs | Holde fagdager'), AFTER])).toEqual({
      matches: [['Lage kurs', 1, 'Lage kurs'], ['Holde fagdager', 2, 'Holde fagdag'], same],
      rest: [],
    });
  });

  test('is its first part where its parts cannot be told any more', () => {
    expect(matched([aRow('Lage kurs og holde fagdag'), AFTER])).toEqual({
      matches: [['Lage kurs og holde fagdag', undefined, 'Lage kurs'], same],
      rest: ['Holde fagdag'],
    });
  });

  test('and is divided anew has what it had, and the rest is new or gone', () => {
    expect(matched([...PARTS, aRow('Evaluere', { read, part: 3 }), AFTER])).toEqual({
      matches: [['Lage kurs', 1, 'Lage kurs'], ['Holde fagdag', 2, 'Holde fagdag'], ['Evaluere', 3, undefined], same],
      rest: [],
    });
    expect(matched(PARTS.slice(0, 1))).toEqual({
      matches: [['Lage kurs', 1, 'Lage kurs']],
      rest: ['Holde fagdag', 'Rekruttere fastleger'],
    });
  });
});

test('parts of two rows are no parts of one', () => {
  const rows = [...PARTS, ...PARTS.map((row) => ({ ...row, line: 4 }))];
  const { matches } = matchRows(stored(rows), [...rows.slice(2), aRow(read.text, { line: 9 })]);
  expect(matches.map(({ tiltak }) => tiltak?.order)).toEqual([0, 1, 2, 3]);
});

test('what occurs twice is found twice, in order, and a third is new', () => {
  const twice = [aRow('Møtes', { line: 2 }), aRow('Møtes', { line: 3 })];
  const { matches } = matchRows(stored(twice), [...twice, aRow('Møtes', { line: 4 })]);
  expect(matches.map(({ tiltak }) => tiltak?.order)).toEqual([0, 1, undefined]);
});

test('a tiltak that came without a file is found by what it says', () => {
  const [made] = stored([aRow('Møtes', { point: 'a)' })]);
  if (made === undefined) throw new Error('nothing was made');
  const { imported: _read, ...byHand } = { ...made };
  expect(matchRows([byHand], [aRow('Møtes', { point: 'a)' })])).toMatchObject({
    matches: [{ tiltak: byHand }],
    rest: [],
  });
});

describe('a part', () => {
  test('whose row begins with another stands for itself', () => {
    const [, second] = PARTS;
    if (second === undefined) throw new Error('no parts');
    const found = (rows: readonly WantedRow[], existing = stored()) =>
      matchRows(existing, rows).matches.map(({ tiltak }) => tiltak !== undefined);
    expect(found([second], stored([AFTER]))).toEqual([false]);
    expect(found([AFTER, second])).toEqual([true, true]);
  });

  test('that is left of another row is no part of the one before', () => {
    const other = { ...read, text: 'Evaluere | Rapportere' };
    const others = [
      aRow('Evaluere', { line: 5, read: other, part: 1 }),
      aRow('Rapportere', { line: 5, read: other, part: 2 }),
    ];
    const existing = stored([...PARTS, ...others]).filter(({ text }) => text !== 'Evaluere');
    const { matches, rest } = matchRows(existing, [aRow(read.text), aRow(other.text, { line: 5 })]);
    expect(matches.map(({ tiltak }) => tiltak?.text)).toEqual(['Lage kurs', 'Holde fagdag', 'Rapportere']);
    expect(rest).toEqual([]);
  });
});

test('what is left is told in the order of the plan', () => {
  const first = aRow('Rekruttere fastleger', { line: 1 });
  const { rest } = matchRows(stored([first, ...PARTS]), PARTS.slice(0, 1));
  expect(rest.map(({ text }) => text)).toEqual(['Rekruttere fastleger', 'Holde fagdag']);
});
