import { describe, expect, test } from 'vitest';
import { readPlan } from '../../store/plan/rules-read.ts';
import { aTable, inShort } from '../support/plan-rows.ts';

const HEADER = ['Hva vil vi?', 'Tiltak', 'Ansvarlig', 'Når'];

describe('what a table is about', () => {
  test('is the innermost heading before it, and not the title that stands over all', () => {
    const headings = (area: string) => ({ headings: ['Vår felles satsing', area] });
    const tables = ['A', 'B'].map((area) => aTable([HEADER, ['Mål', `til ${area}`, '', '']], headings(area)));
    expect(inShort(readPlan(tables))).toEqual(['A > Mål: til A', 'B > Mål: til B']);
  });

  test('goes on in the next table under the same heading', () => {
    const tables = ['x', 'y'].map((text) => aTable([HEADER, ['', text, '', '']], { headings: ['Rekruttering'] }));
    expect(inShort(readPlan(tables))).toEqual(['Rekruttering: x', 'Rekruttering: y']);
  });

  test('is a focus area and a goal where two headings stand above it and no column says the goal', () => {
    const table = aTable(
      [
        ['Tiltak', 'Ansvarlig'],
        ['x', ''],
      ],
      { headings: ['Rekruttering', 'Beholde flere'] },
    );
    const plan = readPlan([table]);
    expect(inShort(plan)).toEqual(['Rekruttering > Beholde flere: x']);
    expect(plan.rows[0]?.doubts).toEqual(['heading-guessed']);
  });

  test('is nothing when the heading only says that it is a plan', () => {
    const table = aTable(
      [
        ['Tiltak', 'Ansvarlig'],
        ['x', ''],
      ],
      { headings: ['Handlingsplan 2024'] },
    );
    expect(inShort(readPlan([table]))).toEqual([': x']);
  });

  test('is said by labels wherever they stand', () => {
    const table = aTable(
      [
        ['Hva vil vi? Beholde flere', '<', '<'],
        ['Tiltak', 'Ansvarlig', 'Når'],
        ['x', '', ''],
        ['Hva vil vi?', 'Lære mer', '<'],
        ['y', '', ''],
        ['Hva vil vi?', '<', '<'],
        ['Møtes', '<', '<'],
        ['z', '', ''],
      ],
      { headings: ['Innsatsområde 2: Rekruttering'] },
    );
    expect(inShort(readPlan([table]))).toEqual([
      'Rekruttering > Beholde flere: x',
      'Rekruttering > Lære mer: y',
      'Rekruttering > Møtes: z',
    ]);
  });

  test('changes at rows over the whole table: in pairs a focus area and its goal, alone a focus area', () => {
    const header = ['Tiltak', 'Ansvarlig'];
    const pairs = aTable([
      header,
      ['A', '<'],
      ['Bli flere', '<'],
      ['x', ''],
      ['Lære mer', '<'],
      ['y', ''],
      ['B', '<'],
      ['Møtes', '<'],
      ['z', ''],
    ]);
    expect(inShort(readPlan([pairs]))).toEqual(['A > Bli flere: x', 'A > Lære mer: y', 'B > Møtes: z']);
    const alone = aTable([header, ['A', '<'], ['x', ''], ['B', '<'], ['y', '']]);
    expect(inShort(readPlan([alone]))).toEqual(['A: x', 'B: y']);
    const under = aTable([header, ['Bli flere', '<'], ['x', ''], ['Lære mer', '<'], ['y', '']], { headings: ['A'] });
    expect(inShort(readPlan([under]))).toEqual(['A > Bli flere: x', 'A > Lære mer: y']);
    const withGoals = aTable([
      ['Hva vil vi?', 'Tiltak'],
      ['A', '<'],
      ['Mål', 'x'],
      ['B', '<'],
      ['Mål', 'y'],
    ]);
    expect(inShort(readPlan([withGoals]))).toEqual(['A > Mål: x', 'B > Mål: y']);
  });

  test('changes at a row that has only a focus area, or a goal above a tiltak without one', () => {
    const table = aTable([
      ['Område', 'Mål', 'Tiltak'],
      ['A', '', ''],
      ['', 'Mål 1', ''],
      ['', '', 'x'],
      ['', 'Mål 2', ''],
      ['', 'Mål 3', 'y'],
    ]);
    expect(inShort(readPlan([table]))).toEqual(['A > Mål 1: x', 'A > Mål 2: ', 'A > Mål 3: y']);
  });
});
