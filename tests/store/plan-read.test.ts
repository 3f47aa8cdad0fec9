import { describe, expect, test } from 'vitest';
import { readPlan } from '../../store/plan/rules-read.ts';
import { aTable, inShort } from '../support/plan-rows.ts';

const HEADER = ['Hva vil vi?', 'Tiltak', 'Ansvarlig', 'Når'];

describe('the rows of a plan', () => {
  test('have the goal above when their own is blank, and a new focus area begins without one', () => {
    const table = aTable([
      ['Innsatsområde', ...HEADER],
      ['A', 'Mål 1', 'x', '', ''],
      ['', '', 'y', '', ''],
      ['B', '', 'z', '', ''],
      ['B', 'Mål 2', 'w', '', ''],
    ]);
    expect(inShort(readPlan([table]))).toEqual(['A > Mål 1: x', 'A > Mål 1: y', 'B: z', 'B > Mål 2: w']);
  });

  test('each have the owner and the due time of a cell that was merged over them, and are uncertain for it', () => {
    const plan = readPlan([aTable([HEADER, ['Mål', 'x', 'SEKR', '2024'], ['^', 'y', '^', '^']])]);
    expect(inShort(plan)).toEqual(['Mål: x (SEKR, 2024)', 'Mål: y (SEKR, 2024)']);
    expect(plan.rows.map(({ doubts }) => doubts)).toEqual([[], ['owner-merged', 'due-merged']]);
  });

  test('stay one when several tiltak stand in a cell, and say so', () => {
    const plan = readPlan([aTable([HEADER, ['Mål', 'x | y', 'SEKR | UNN', '2024']])]);
    expect(inShort(plan)).toEqual(['Mål: x | y (SEKR | UNN, 2024)']);
    expect(plan.rows[0]?.doubts).toEqual(['several-tiltak']);
  });

  test('become one where the tiltak was merged over them', () => {
    const plan = readPlan([
      aTable([HEADER, ['Mål', 'x', 'SEKR', '2024'], ['^', '^', 'UNN', '2025'], ['^', 'y', '', '']]),
    ]);
    expect(inShort(plan)).toEqual(['Mål: x (SEKR | UNN, 2024 | 2025)', 'Mål: y']);
    expect(plan.rows.map(({ doubts, dueOn }) => [doubts, dueOn])).toEqual([
      [['text-merged'], '2025-12-31'],
      [[], undefined],
    ]);
  });

  test('without a tiltak are rows, and rows without anything are none', () => {
    const plan = readPlan([aTable([HEADER, ['Mål', '', 'SEKR', ''], ['', '', '', ''], ['^', '^', '^', '^']])]);
    expect(inShort(plan)).toEqual(['Mål:  (SEKR)']);
    expect(plan.rows[0]?.doubts).toEqual(['no-text']);
  });

  test('keep every cell as it was written, in the order of the columns', () => {
    const plan = readPlan([
      aTable([
        ['Nr', 'Tiltak', 'Merknad'],
        ['1', 'x | y', 'Se over'],
      ]),
    ]);
    expect(plan.columns.map(({ field }) => field)).toEqual(['point', 'text', 'other']);
    expect(plan.rows[0]?.cells).toEqual(['1', 'x | y', 'Se over']);
  });

  const times: readonly [due: string, on: string | undefined, doubts: readonly string[]][] = [
    ['2024', '2024-12-31', []],
    ['', undefined, []],
    ['12. april', undefined, ['due-no-year']],
    ['31.02.24', undefined, ['due-no-day']],
    ['innen xxxx', undefined, ['due-unknown']],
    ['neste møte', undefined, ['due-no-meeting']],
  ];
  test.each(times)('due «%s» is understood as %s', (due, on, doubts) => {
    const [row] = readPlan([aTable([HEADER, ['Mål', 'x', '', due]])]).rows;
    expect(row).toMatchObject({ due, doubts });
    expect(row?.dueOn).toBe(on);
  });

  test('that their plan marks are uncertain; those that it calls certain are so but for their dates', () => {
    const header = ['Tiltak', 'Når', 'Usikker'];
    const rows = [
      ['x', '', 'ja'],
      ['x | y', '', 'nei'],
      ['x | y', 'innen xxxx', 'false'],
      ['x | y', '', ''],
    ];
    expect(readPlan([aTable([header, ...rows])]).rows.map(({ doubts }) => doubts)).toEqual([
      ['marked'],
      [],
      ['due-unknown'],
      ['several-tiltak'],
    ]);
  });
});

describe('several tables', () => {
  test('that have their columns in another order are read as one plan', () => {
    const plan = readPlan([
      aTable([
        ['Tiltak', 'Ansvarlig'],
        ['x', 'SEKR'],
      ]),
      aTable([
        ['Ansvarlig', 'Tiltak', 'Når'],
        ['UNN', 'y', '2024'],
      ]),
    ]);
    expect(plan.columns.map(({ heading }) => heading)).toEqual(['Tiltak', 'Ansvarlig', 'Når']);
    expect(plan.rows.map(({ cells }) => cells)).toEqual([
      ['x', 'SEKR', ''],
      ['y', 'UNN', '2024'],
    ]);
  });

  test('of which one was split go on under its headings, uncertain; a table of something else is left out', () => {
    const plan = readPlan([
      aTable([
        ['Navn', 'Rolle', 'Arbeidssted'],
        ['Kari', 'leder', 'UNN'],
      ]),
      aTable([
        ['Tiltak', 'Ansvarlig'],
        ['x', 'SEKR'],
      ]),
      aTable([['y', 'UNN']]),
      aTable([
        ['Dato', 'Sted', 'Hvem'],
        ['12.12.24', 'Alta', 'Alle'],
      ]),
    ]);
    expect(inShort(plan)).toEqual([': x (SEKR)', ': y (UNN)']);
    expect(plan.rows.map(({ doubts }) => doubts)).toEqual([[], ['column-guessed']]);
  });

  test('and headers that repeat give no rows', () => {
    const header = ['Tiltak', 'Ansvarlig'];
    expect(inShort(readPlan([aTable([header, ['x', ''], header, ['y', '']])]))).toEqual([': x', ': y']);
  });
});

describe('a plan that cannot be stored', () => {
  const long = 'x'.repeat(4001);
  const cases: readonly [what: string, read: () => unknown, problem: object][] = [
    ['without a table', () => readPlan([]), { problem: 'no-table' }],
    [
      'without columns that are known',
      () =>
        readPlan([
          aTable([
            ['Navn', 'Sted'],
            ['a', 'b'],
          ]),
        ]),
      { problem: 'no-columns' },
    ],
    ['without rows', () => readPlan([aTable([HEADER])]), { problem: 'no-rows' }],
    [
      'with a column set by hand that it does not have',
      () => readPlan([aTable([HEADER, ['', 'x', '', '']])], { Eier: 'owner' }),
      { problem: 'column-unknown', heading: 'Eier' },
    ],
    [
      'with a text that is too long',
      () => readPlan([aTable([HEADER, ['', long, '', '']])]),
      { problem: 'cell-too-long', line: 2, heading: 'Tiltak', most: 4000 },
    ],
    [
      'with a due time that is too long',
      () => readPlan([aTable([HEADER, ['', 'x', '', 'y'.repeat(201)]])]),
      { problem: 'cell-too-long', line: 2, heading: 'Når', most: 200 },
    ],
    [
      'with a heading that is too long',
      () =>
        readPlan([
          aTable([
            [...HEADER, 'z'.repeat(401)],
            ['', 'x', '', '', ''],
          ]),
        ]),
      { problem: 'cell-too-long', heading: 'z'.repeat(40), most: 400 },
    ],
    [
      'with more cells than headings',
      () => readPlan([aTable([HEADER, ['', 'x', '', '', ''], ['', 'x', '', '', 'y']])]),
      { problem: 'too-many-cells', line: 3 },
    ],
    [
      'with too many columns',
      () =>
        readPlan(
          [
            aTable([
              [...HEADER, ...Array.from({ length: 57 }, (_, n) => `Mer ${n}`)],
              ['', 'x'],
            ]),
          ],
          { 'Hva vil vi?': 'goal' },
        ),
      { problem: 'too-many-columns', most: 60 },
    ],
  ];
  test.each(cases)('%s says what is wrong, and where', (_what, read, problem) => {
    expect(read()).toMatchObject({ problems: [problem] });
  });

  test('is none whose cells are as long as they may be', () => {
    const { problems } = readPlan([aTable([HEADER, ['', 'x'.repeat(4000), '', 'y'.repeat(200)]])]);
    expect(problems).toEqual([]);
  });
});
