import type { DueRead } from '../tiltak/rules-due.ts';
import type { PlanProblemAt } from './read.ts';
import type { PlanColumns } from './record.ts';
import { type Doubt, type PlanRow, ROW_LIMITS } from './row.ts';
import type { KnownField } from './rules-columns.ts';
import type { Column } from './rules-header.ts';
import type { Context } from './rules-headings.ts';
import { BETWEEN_PARTS, type TableRow, textOf } from './table.ts';

const SURE = /^(false|nei|no|0|usann)$/i;

/** A row while its plan is being read: rows below it may still belong to it. */
export type Draft = {
  readonly line: number;
  readonly context: Context;
  readonly parts: { readonly [field in KnownField]?: readonly string[] };
  readonly cells: readonly (readonly string[])[];
  readonly doubts: readonly Doubt[];
};

/** A row of a table under these columns. `places`: where each of its cells stands among the columns of the whole plan. */
export function draftOf(row: TableRow, columns: readonly Column[], places: readonly number[], context: Context): Draft {
  const parts: { [field in KnownField]?: readonly string[] } = {};
  const cells: (readonly string[])[] = [];
  const doubts = new Set<Doubt>(context.isGuessed ? ['heading-guessed'] : []);
  columns.forEach(({ field, isGuessed }, n) => {
    const cell = row.cells[n];
    const place = places[n] ?? n;
    cells[place] = added(cells[place], cell?.parts);
    if (cell === undefined || cell.parts.length === 0 || field === 'other') return;
    parts[field] = added(parts[field], cell.parts);
    if (isGuessed) doubts.add('column-guessed');
    if (cell.continues === 'above' && (field === 'owner' || field === 'due')) doubts.add(`${field}-merged`);
  });
  return { line: row.line, context, parts, cells, doubts: [...doubts] };
}

function added(before: readonly string[] | undefined, parts: readonly string[] = []): readonly string[] {
  return before === undefined ? parts : [...before, ...parts];
}

/** Whether a row only goes on with the tiltak of the row above it, which was merged over both. */
export function goesOn(row: TableRow, columns: readonly Column[]): boolean {
  return columns.some(({ field }, n) => {
    const cell = row.cells[n];
    return field === 'text' && cell?.continues === 'above' && cell.parts.length > 0;
  });
}

/** A row together with the row below it that goes on with its tiltak. */
export function joined(draft: Draft, below: Draft): Draft {
  const more = (one: readonly string[] = [], other: readonly string[] = []) => [
    ...one,
    ...other.filter((part) => !one.includes(part)),
  ];
  const fields = Object.keys({ ...draft.parts, ...below.parts }) as KnownField[];
  return {
    ...draft,
    parts: Object.fromEntries(fields.map((field) => [field, more(draft.parts[field], below.parts[field])])),
    cells: draft.cells.map((cell, n) => more(cell, below.cells[n])),
    doubts: more(draft.doubts, [...below.doubts, 'text-merged']) as Doubt[],
  };
}

/** The row as it stands in the plan, with every reason to look at it. `understand`: what a due time means. */
export function rowOf(draft: Draft, columns: PlanColumns, understand: (due: string) => DueRead): PlanRow {
  const said = (field: KnownField) => draft.parts[field]?.join(BETWEEN_PARTS);
  const [how, point, priority, text = '', due = ''] = [
    said('how'),
    said('point'),
    said('priority'),
    said('text'),
    said('due'),
  ];
  const { focusArea, goal } = draft.context;
  const meant = understand(due);
  const mark = said('uncertain') ?? '';
  // whoever says of a row that it is sure has looked at how it is laid out, and not at what a date means
  const layout = SURE.test(mark) ? [] : layoutDoubts(draft, text);
  // what may be absent is filled in one by one: spreading takes ten times as long, and a large plan has 10,000 of them
  const row: PlanRow = {
    line: draft.line,
    text,
    owner: said('owner') ?? '',
    due,
    status: said('status') ?? '',
    cells: columns.map((_, n) => draft.cells[n]?.join(BETWEEN_PARTS) ?? ''),
    doubts: [...layout, ...dueDoubts(meant), ...(mark !== '' && !SURE.test(mark) ? (['marked'] as const) : [])],
  };
  if (focusArea !== undefined) row.focusArea = focusArea;
  if (goal !== undefined) row.goal = goal;
  if (how !== undefined) row.how = how;
  if (point !== undefined) row.point = point;
  if (meant.kind === 'day') row.dueOn = meant.on;
  if (priority !== undefined) row.priority = priority;
  return row;
}

function layoutDoubts({ parts, doubts }: Draft, text: string): Doubt[] {
  return [
    ...(text === '' ? (['no-text'] as const) : []),
    ...((parts.text ?? []).length > 1 ? (['several-tiltak'] as const) : []),
    ...doubts,
  ];
}

function dueDoubts(meant: DueRead): Doubt[] {
  if (meant.kind === 'next-meeting') return ['due-no-meeting'];
  if (meant.kind !== 'unknown') return [];
  return [({ 'no-year': 'due-no-year', 'no-day': 'due-no-day', 'not-understood': 'due-unknown' } as const)[meant.why]];
}

/** What makes a row unfit to be stored. */
export function problemsOf(row: TableRow, columns: readonly Column[]): PlanProblemAt[] {
  const { line, cells } = row;
  const isOver = cells
    .slice(columns.length)
    .some(({ continues, parts }) => continues === undefined && parts.length > 0);
  const long: PlanProblemAt[] = [];
  columns.forEach(({ field, heading }, n) => {
    const most = ROW_LIMITS[field];
    if (textOf(cells[n]).length > most) long.push({ problem: 'cell-too-long', line, heading, most });
  });
  return isOver ? [...long, { problem: 'too-many-cells', line }] : long;
}
