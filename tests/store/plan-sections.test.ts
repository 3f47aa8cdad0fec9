import { describe, expect, test } from 'vitest';
import type { PlanField } from '../../store/plan/record.ts';
import type { Context } from '../../store/plan/rules-headings.ts';
import { contextBelow, contextIn, hasPairs, labelledRow, sectionOf } from '../../store/plan/rules-sections.ts';
import { aTable } from '../support/plan-rows.ts';

const rowsOf = (...lines: (readonly string[])[]) => aTable(lines).rows;
const rowOf = (...cells: readonly string[]) => ({ line: 1, cells: rowsOf(cells).flatMap((row) => row.cells) });
const columnsOf = (...fields: readonly PlanField[]) =>
  fields.map((field, start) => ({ heading: field, field, start, isGuessed: false }));

describe('a row over the whole table', () => {
  test('says one text, of all that stands in it', () => {
    expect(sectionOf(rowOf('Rekruttering', '<', '<'))).toBe('Rekruttering');
    expect(sectionOf(rowOf('Rekruttere | og beholde', '<'))).toBe('Rekruttere og beholde');
  });

  test.each<[string, readonly string[]]>([
    ['has one cell', ['Rekruttering']],
    ['has none', []],
    ['says nothing', ['', '<']],
    ['has a cell of its own beside it', ['Rekruttering', '<', 'x']],
  ])('is none that %s', (_how, cells) => {
    expect(sectionOf(rowOf(...cells))).toBeUndefined();
  });

  test('is none that only goes on from the row above', () => {
    expect(rowsOf(['Rekruttering', '<'], ['^', '<']).map(sectionOf)).toEqual(['Rekruttering', undefined]);
  });

  test('makes a pair with one right below it', () => {
    expect(hasPairs(rowsOf(['A', '<'], ['B', '<'], ['x', '']))).toBe(true);
    expect(hasPairs(rowsOf(['x', ''], ['A', '<'], ['B', '<']))).toBe(true);
    expect(hasPairs(rowsOf(['A', '<'], ['x', ''], ['B', '<']))).toBe(false);
    expect(hasPairs(rowsOf(['A', '<']))).toBe(false);
    expect(hasPairs(rowsOf(['x', '']))).toBe(false);
    expect(hasPairs([])).toBe(false);
  });
});

describe('a label in one cell, and what it is for in the other', () => {
  test.each<[readonly string[], object]>([
    [['Hva vil vi?', 'Lære mer', '<'], { field: 'goal', text: 'Lære mer' }],
    [['Innsatsområde 2', '<', 'Rekruttering', '<'], { field: 'focusArea', text: 'Rekruttering' }],
    [['Mål', 'Aktuelle tiltak', '<'], { field: 'goal', text: 'Aktuelle tiltak' }],
  ])('%j', (cells, read) => {
    expect(labelledRow(rowOf(...cells))).toEqual(read);
  });

  test.each<[string, readonly string[]]>([
    ['the other is another heading', ['Mål', 'Tiltak', '<']],
    ['the other says nothing', ['Mål', '', '<']],
    ['the first is no label', ['Merknad', 'Lære mer', '<']],
    ['the other does not fill the row', ['Hva vil vi?', 'Lære mer']],
    ['something stands beyond it', ['Hva vil vi?', '<', 'Lære mer']],
    ['there are three', ['Hva vil vi?', 'Lære mer', 'Møtes', '<']],
    ['there is no cell', []],
  ])('is none where %s', (_how, cells) => {
    expect(labelledRow(rowOf(...cells))).toBeUndefined();
  });
});

const LAYOUT = { columns: columnsOf('text', 'owner'), hasArea: false, hasPairs: false };
const BEFORE: Context = { focusArea: 'A', goal: 'G', isGuessed: true };

describe('what counts below', () => {
  /** Below row `n` of these. */
  const below = (lines: readonly (readonly string[])[], n: number, layout: Partial<typeof LAYOUT> = {}, context = {}) =>
    contextBelow(rowsOf(...lines), n, { ...LAYOUT, ...layout }, context);

  test('a text over the whole table is a focus area, or a goal where the area is known', () => {
    expect(below([['B', '<']], 0)).toEqual({ focusArea: 'B' });
    expect(below([['B', '<']], 0, { hasArea: true }, { focusArea: 'A' })).toEqual({ focusArea: 'A', goal: 'B' });
  });

  test('such a text is a focus area in any case where a column says the goal', () => {
    const columns = columnsOf('goal', 'text');
    expect(below([['B', '<']], 0, { columns, hasArea: true }, { focusArea: 'A' })).toEqual({ focusArea: 'B' });
  });

  test('such texts that stand in pairs are a focus area and its goal', () => {
    const lines = [
      ['B', '<'],
      ['H', '<'],
      ['x', ''],
      ['I', '<'],
      ['y', ''],
    ];
    expect([0, 1, 2, 3].map((n) => below(lines, n, { hasPairs: true }))).toEqual([
      { focusArea: 'B' },
      { goal: 'H' },
      undefined,
      { goal: 'I' },
    ]);
  });

  test('a label says which it is, in the row or alone in the row above', () => {
    expect(below([['Hva vil vi? H', '<']], 0)).toEqual({ goal: 'H' });
    expect(below([['Innsatsområde: B', '<']], 0, { hasArea: true }, BEFORE)).toEqual({ focusArea: 'B' });
    const lines = [
      ['Innsatsområde', '<'],
      ['B', '<'],
      ['Hva vil vi?', '<'],
    ];
    expect([0, 1, 2].map((n) => below(lines, n, { hasPairs: true }, BEFORE))).toEqual([
      BEFORE,
      { focusArea: 'B' },
      BEFORE,
    ]);
  });

  test('a label in a cell of its own says it too', () => {
    expect(below([['Hva vil vi?', 'H', '<']], 0, {}, BEFORE)).toEqual({ ...BEFORE, goal: 'H' });
  });

  test('a text of more than three hundred signs is a remark', () => {
    expect(below([['x'.repeat(300), '<']], 0, {}, BEFORE)).toEqual({ focusArea: 'x'.repeat(300) });
    expect(below([['x'.repeat(301), '<']], 0, {}, BEFORE)).toEqual(BEFORE);
  });

  test('a focus area alone on its row counts, however short the row', () => {
    const columns = columnsOf('focusArea', 'goal', 'text');
    expect(below([['B']], 0, { columns }, BEFORE)).toEqual({ focusArea: 'B' });
    expect(below([['B', 'H', 'x']], 0, { columns }, BEFORE)).toBeUndefined();
    expect(below([['', '', '']], 0, { columns }, BEFORE)).toBeUndefined();
  });

  test('a goal alone on its row counts for a tiltak below that has none', () => {
    const columns = columnsOf('focusArea', 'goal', 'text', 'owner');
    const above = (...next: readonly (readonly string[])[]) =>
      below([['', 'H', '', ''], ...next], 0, { columns }, BEFORE);
    expect(above(['', '', 'x', ''])).toEqual({ ...BEFORE, goal: 'H' });
    expect(above(['', 'I', 'x', ''])).toBeUndefined();
    expect(above(['', '', '', 'SEKR'])).toBeUndefined();
    expect(above(['B', '', '', ''])).toBeUndefined();
    expect(above()).toBeUndefined();
  });

  test('no row at all says nothing', () => {
    expect(below([['x', '']], 1)).toBeUndefined();
  });
});

describe('what counts in a row', () => {
  const within = (cells: readonly string[], columns = columnsOf('focusArea', 'goal', 'text')) =>
    contextIn(rowOf(...cells), columns, BEFORE);

  test('is what it says, else what was said above', () => {
    expect(within(['', '', 'x'])).toEqual(BEFORE);
    expect(within(['', 'H', 'x'])).toEqual({ ...BEFORE, goal: 'H' });
  });

  test('is a new focus area without the goal above, and the same one with it', () => {
    expect(within(['B', '', 'x'])).toEqual({ focusArea: 'B' });
    expect(within(['B', 'H', 'x'])).toEqual({ focusArea: 'B', goal: 'H' });
    expect(within(['A', '', 'x'])).toEqual(BEFORE);
  });

  test('is all that stands under one heading', () => {
    expect(within(['Lære', 'mer', 'x'], columnsOf('goal', 'goal', 'text'))).toEqual({ ...BEFORE, goal: 'Lære mer' });
  });
});
