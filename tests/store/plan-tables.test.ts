import { describe, expect, test } from 'vitest';
import { readPlan } from '../../store/plan/rules-read.ts';
import type { Table } from '../../store/plan/table.ts';
import { aTable } from '../support/plan-rows.ts';

/** Of each row its focus area, its goal, and its text. */
const read = (...tables: readonly Table[]) =>
  readPlan(tables).rows.map(({ focusArea, goal, text }) => [focusArea, goal, text]);
const HEADER = ['Tiltak', 'Ansvarlig'];

describe('a table', () => {
  test('before the first that has a header is none of the plan', () => {
    expect(read(aTable([['Innledning']]), aTable([HEADER, ['x', '']]))).toEqual([[undefined, undefined, 'x']]);
  });

  test('has what stands over it whole above its header for a heading, and nothing else', () => {
    expect(read(aTable([['Rekruttering', '<'], HEADER, ['x', '']]))).toEqual([['Rekruttering', undefined, 'x']]);
    expect(read(aTable([['Rekruttering', 'Vedtatt'], HEADER, ['x', '']]))).toEqual([[undefined, undefined, 'x']]);
  });

  test('with a column for goals has no goal in its headings', () => {
    const table = aTable(
      [
        ['Hva vil vi?', ...HEADER],
        ['', 'x', ''],
      ],
      { headings: ['Vår satsing', 'Rekruttering'] },
    );
    expect(read(table)).toEqual([['Rekruttering', undefined, 'x']]);
  });

  test('with a column for focus areas has goals over the whole of it', () => {
    const table = aTable([
      ['Område', ...HEADER],
      ['G', '<', '<'],
      ['A', 'x', ''],
      ['', 'y', ''],
      ['H', '<', '<'],
      ['', 'z', ''],
    ]);
    expect(read(table)).toEqual([
      ['A', undefined, 'x'],
      ['A', undefined, 'y'],
      ['A', 'H', 'z'],
    ]);
  });

  test('without either has focus areas over the whole of it', () => {
    expect(read(aTable([HEADER, ['A', '<'], ['x', '']]))).toEqual([['A', undefined, 'x']]);
    expect(read(aTable([HEADER, ['G', '<'], ['x', '']], { headings: ['A'] }))).toEqual([['A', 'G', 'x']]);
  });

  test('may say a goal in words that could be headings', () => {
    const table = aTable([
      ['Tiltak', 'Ansvarlig', 'Når'],
      ['Hva vil vi?', 'Aktuelle tiltak', '<'],
      ['x', '', ''],
    ]);
    expect(read(table)).toEqual([[undefined, 'Aktuelle tiltak', 'x']]);
  });
});

describe('the next table', () => {
  const first = (headings: readonly string[]) => aTable([HEADER, ['Hva vil vi? G', '<'], ['x', '']], { headings });
  const second = (headings: readonly string[]) => aTable([HEADER, ['y', '']], { headings });

  test('goes on below what was said in the one before it, under the same headings', () => {
    for (const headings of [[], ['Handlingsplan'], ['Innsatsområde: A', 'Handlingsplan']])
      expect(read(first(headings), second(headings)).map(([, goal]) => goal)).toEqual(['G', 'G']);
  });

  test('begins anew under others', () => {
    expect(read(first(['A']), second(['B']))).toEqual([
      ['A', 'G', 'x'],
      ['B', undefined, 'y'],
    ]);
    expect(read(first(['Handlingsplan']), second([]))[1]).toEqual([undefined, undefined, 'y']);
  });

  test('has no row that goes on with one of the table before', () => {
    const split = aTable([
      ['Tiltak', 'Ansvarlig'],
      ['^', 'UNN'],
    ]);
    expect(read(aTable([HEADER, ['x', '']]), split).map(([, , text]) => text)).toEqual(['x', 'Tiltak']);
  });

  test('has its columns among those of the plan, also where several are called the same', () => {
    const header = ['Tiltak', 'Når', 'Ansvarlig', 'Merknad', 'Merknad', 'Merknad'];
    const plan = readPlan([
      aTable([header.slice(0, 5), ['x', '', '', 'a', 'b']]),
      aTable([header, ['y', '', '', 'c', 'd', 'e']]),
      aTable([header, ['z', '', '', 'f', 'g', 'h']]),
    ]);
    expect(plan.columns.map(({ heading }) => heading)).toEqual(header);
    expect(plan.rows.map(({ cells }) => cells)).toEqual([
      ['x', '', '', 'a', 'b', ''],
      ['y', '', '', 'c', 'd', 'e'],
      ['z', '', '', 'f', 'g', 'h'],
    ]);
  });
});

describe('the rows below a header', () => {
  test('tell what a column without a heading holds, and those above it do not', () => {
    const header = ['', 'Tiltak', 'Når'];
    const { rows } = readPlan([aTable([header, ['Kommune', 'x', ''], header, ['a)', 'y', ''], ['b)', 'z', '']])]);
    expect(rows.map(({ point }) => point)).toEqual([undefined, 'a)', 'b)']);
  });

  test('are none where they only go on from the row above', () => {
    const { rows } = readPlan([aTable([HEADER, ['x', 'SEKR'], ['^', '^']])]);
    expect(rows.map(({ text, doubts }) => [text, doubts])).toEqual([['x', []]]);
  });

  test('begin with the first that says something, whatever it goes on from', () => {
    expect(read(aTable([HEADER, ['A', '<'], ['^', 'SEKR']]))).toEqual([['A', undefined, 'A']]);
  });
});

test('a plan may have sixty columns, and headings of four hundred signs', () => {
  const headings = ['Tiltak', 'Når', 'x'.repeat(400), ...Array.from({ length: 57 }, (_, n) => `Mer ${n}`)];
  const plan = readPlan([aTable([headings, ['x', '']])], { Tiltak: 'text' });
  expect(plan.problems).toEqual([]);
  expect(plan.columns).toHaveLength(60);
});
