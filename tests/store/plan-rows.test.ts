import { describe, expect, test } from 'vitest';
import { columnsUnder } from '../../store/plan/rules-header.ts';
import { readPlan } from '../../store/plan/rules-read.ts';
import { draftOf, goesOn, problemsOf } from '../../store/plan/rules-rows.ts';
import { aTable } from '../support/plan-rows.ts';

const HEADER = ['Hvordan få det til?', 'Punkt', 'Tiltak', 'Ansvarlig', 'Når', 'Status', 'Prioritert', 'Merknad'];
const rowsOf = (...rows: readonly (readonly string[])[]) => readPlan([aTable([HEADER, ...rows])]).rows;

describe('a row of a plan', () => {
  test('has what stands under each heading', () => {
    const cells = ['Slik', 'a)', 'x', 'SEKR', '2024', 'I rute', 'ja', 'Se over'];
    expect(rowsOf(cells)).toStrictEqual([
      {
        ...{ line: 2, how: 'Slik', point: 'a)', text: 'x', owner: 'SEKR', due: '2024', dueOn: '2024-12-31' },
        ...{ status: 'I rute', priority: 'ja', cells, doubts: [] },
      },
    ]);
  });

  test('has nothing of what it does not say', () => {
    const cells = ['', '', 'x', '', '', '', '', ''];
    const bare = { line: 2, text: 'x', owner: '', due: '', status: '', cells, doubts: [] };
    expect(rowsOf(cells)).toStrictEqual([bare]);
    expect(rowsOf(['', '', 'x'])).toStrictEqual([bare]);
  });

  test('with a column that is guessed is uncertain where that says something', () => {
    const header = ['Tiltak', 'Når', 'Kort status'];
    const { rows } = readPlan([aTable([header, ['x', '', 'I rute'], ['y', '', '']])]);
    expect(rows.map(({ doubts }) => doubts)).toEqual([['column-guessed'], []]);
  });

  test('keeps what is not understood among its cells alone', () => {
    const [header, row] = aTable([
      ['Tiltak', 'Merknad'],
      ['x', 'Se over'],
    ]).rows;
    if (header === undefined || row === undefined) throw new Error('no rows');
    expect(draftOf(row, columnsUnder(header, [], {}), [0, 1], {})).toEqual({
      ...{ line: 2, context: {}, parts: { text: ['x'] }, cells: [['x'], ['Se over']], doubts: [] },
    });
  });
});

describe('a row that goes on with the tiltak above', () => {
  test('adds what is new in it, and says that it was merged', () => {
    const [row, ...others] = rowsOf(
      ['', 'a)', 'x', 'SEKR', '', 'I rute', '', 'Først'],
      ['Slik', '', '^', 'UNN', '2024', 'I rute', '', 'Så'],
    );
    expect(others).toEqual([]);
    expect(row).toStrictEqual({
      ...{ line: 2, how: 'Slik', point: 'a)', text: 'x', owner: 'SEKR | UNN', due: '2024', dueOn: '2024-12-31' },
      ...{ status: 'I rute', cells: ['Slik', 'a)', 'x', 'SEKR | UNN', '2024', 'I rute', '', 'Først | Så'] },
      doubts: ['text-merged'],
    });
  });

  test('is one whose tiltak stands above and is not empty', () => {
    const columns = (['text', 'owner'] as const).map((field, start) => ({
      ...{ heading: field, field, start, isGuessed: false },
    }));
    const lines = [['x', 'SEKR'], ['^', 'UNN'], ['y', '^'], [], ['', ''], ['^', 'UNN']];
    expect(aTable(lines).rows.map((row) => goesOn(row, columns))).toEqual([false, true, false, false, false, false]);
  });
});

describe('a row is unfit to be stored', () => {
  const problems = (...lines: readonly (readonly string[])[]) => {
    const { rows } = aTable([['Tiltak', 'Når'], ...lines]);
    const [header] = rows;
    const last = rows.at(-1);
    if (header === undefined || last === undefined) throw new Error('no rows');
    return problemsOf(last, columnsUnder(header, [], {}));
  };

  test('for a cell that is too long, or one too many', () => {
    expect(problems(['x'.repeat(4001), 'y'.repeat(201), 'z'])).toEqual([
      { problem: 'cell-too-long', line: 2, heading: 'Tiltak', most: 4000 },
      { problem: 'cell-too-long', line: 2, heading: 'Når', most: 200 },
      { problem: 'too-many-cells', line: 2 },
    ]);
  });

  test('not for cells as long as they may be, or that go on from others', () => {
    expect(problems(['x'.repeat(4000), 'y'.repeat(200), '', '<'])).toEqual([]);
    expect(problems(['x', '', 'z'], ['x', '', '^'])).toEqual([]);
  });
});
