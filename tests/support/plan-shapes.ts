import type { RealPlanRow } from './data.ts';
import type { Drawing, Drawn, DrawnRow } from './plan-tables.ts';

/** A row of a plan, its focus area and goal filled in from above, cells as their parts. */
export type Said = {
  readonly area: string;
  readonly goal: string;
  readonly text: readonly string[];
  readonly owner: readonly string[];
  readonly due: string;
  readonly status: string;
};

const parts = (cell: string) => cell.split(' | ').filter((part) => part !== '');

/** What a plan says, row by row, as a person reads it. */
export function saidBy(rows: readonly RealPlanRow[]): Said[] {
  let goal = '';
  return rows.map((row, n) => {
    if (row.innsatsomrade !== rows[n - 1]?.innsatsomrade) goal = '';
    goal = row.hva_vil_vi || goal;
    const { innsatsomrade: area, nar: due, status } = row;
    return { area, goal, text: parts(row.tiltak), owner: parts(row.ansvarlig), due, status };
  });
}

type Column = 'area' | 'goal' | 'text' | 'owner' | 'due' | 'status';
const HEADINGS: Readonly<Record<Column, string>> = {
  area: 'Innsatsområde',
  goal: 'Hva vil vi?',
  text: 'Tiltak',
  owner: 'Ansvarlig',
  due: 'Når',
  status: 'Status',
};
const header = (columns: readonly Column[]): DrawnRow => columns.map((column) => HEADINGS[column]);
const cellOf = (said: Said, column: Column): Drawn => {
  const cell = said[column];
  return { parts: typeof cell === 'string' ? (cell === '' ? [] : [cell]) : cell };
};

/** A table, with cells that say the same as the one above merged in these columns. */
function table(said: readonly Said[], columns: readonly Column[], merged: readonly Column[] = []): DrawnRow[] {
  const key = (row: Said | undefined, column: Column) =>
    JSON.stringify(column === 'area' ? row?.area : [row?.area, row?.goal, row?.[column]]);
  const rows = said.map((row, n) =>
    columns.flatMap((column): Drawn[] => {
      const cell = cellOf(row, column);
      if (!merged.includes(column) || cell.parts.length === 0) return [cell];
      if (key(row, column) === key(said[n - 1], column)) return [];
      const below = said.slice(n).findIndex((other) => key(other, column) !== key(row, column));
      const high = below < 0 ? said.length - n : below;
      return [high > 1 ? { ...cell, rows: high } : cell];
    }),
  );
  return [header(columns), ...rows];
}

function groups<T>(said: readonly Said[], key: (row: Said) => string, make: (group: Said[], name: string) => T): T[] {
  const found: Said[][] = [];
  for (const row of said) {
    const last = found.at(-1);
    if (last?.[0] && key(last[0]) === key(row)) last.push(row);
    else found.push([row]);
  }
  return found.map((group) => make(group, group[0] ? key(group[0]) : ''));
}

const all: readonly Column[] = ['area', 'goal', 'text', 'owner', 'due', 'status'];
const rest: readonly Column[] = ['text', 'owner', 'due', 'status'];
const whole = (text: string, columns: readonly Column[]): DrawnRow => [{ parts: [text], columns: columns.length }];

/** The shapes that are one table, which a sheet may have too. */
export const sheetShapes = [
  'one plain table',
  'merged focus areas and goals',
  'merged owners',
  'columns in another order',
  'rows over the whole table for focus areas, and labelled rows for goals',
  'a title row, and a header that repeats',
];

/** The same plan as different people would write it in Word. */
export const shapes: Readonly<Record<string, (said: readonly Said[]) => Drawing[]>> = {
  'one plain table': (said) => [{ rows: table(said, all) }],
  'merged focus areas and goals': (said) => [{ rows: table(said, all, ['area', 'goal']) }],
  'merged owners': (said) => [{ rows: table(said, all, ['goal', 'owner']) }],
  'columns in another order': (said) => [{ rows: table(said, ['status', 'due', 'owner', 'text', 'goal', 'area']) }],
  'a title above, and a table under a heading for each focus area': (said) => [
    { heading: 'Handlingsplan', level: 1 },
    ...groups(
      said,
      ({ area }) => area,
      (group, area): Drawing[] => [
        { heading: area, level: 2 },
        { plain: 'Her står hva vi vil, og hvordan vi får det til.' },
        { rows: table(group, ['goal', ...rest], ['goal']) },
      ],
    ).flat(),
  ],
  'bold lines for focus areas, and rows over the whole table for goals': (said) =>
    groups(
      said,
      ({ area }) => area,
      (group, area): Drawing[] => [
        { bold: area },
        {
          rows: [
            header(rest),
            ...groups(
              group,
              ({ goal }) => goal,
              (under, goal) => [whole(goal, rest), ...table(under, rest).slice(1)],
            ).flat(),
          ],
        },
      ],
    ).flat(),
  'rows over the whole table for focus areas, and labelled rows for goals': (said) => [
    {
      rows: [
        header(rest),
        ...groups(
          said,
          ({ area }) => area,
          (group, area) => [
            whole(`Innsatsområde: ${area}`, rest),
            ...groups(
              group,
              ({ goal }) => goal,
              (under, goal) => [
                ['Hva vil vi?', { parts: [goal], columns: rest.length - 1 }],
                ...table(under, rest).slice(1),
              ],
            ).flat(),
          ],
        ).flat(),
      ],
    },
  ],
  'a title row, and a header that repeats': (said) => [
    {
      rows: [
        whole('Handlingsplan for helsefellesskapet', all),
        ...[0, 10, 20, 30].flatMap((from) => table(said.slice(from, from + 10), all)),
      ],
    },
  ],
  'a table that was split': (said) => [
    { rows: table(said.slice(0, 12), all) },
    { plain: 'Tabellen fortsetter.' },
    { rows: table(said.slice(12), all).slice(1) },
  ],
  'lists, and lines in one paragraph': (said) => [
    {
      rows: table(said, all).map((row) =>
        row.map((cell, n) =>
          typeof cell === 'string' ? cell : { ...cell, as: n === 2 ? ('list' as const) : ('lines' as const) },
        ),
      ),
    },
  ],
};
