import { remembered } from '../remembered.ts';
import { understandDue } from '../tiltak/rules-due.ts';
import type { PlanProblemAt, PlanRead } from './read.ts';
import { MAX_COLUMNS, MAX_HEADING, type PlanColumns } from './record.ts';
import { type FieldsByHand, headingKey, isHeader } from './rules-columns.ts';
import { type Column, columnsUnder } from './rules-header.ts';
import { type Context, contextOf } from './rules-headings.ts';
import { type Draft, draftOf, goesOn, joined, problemsOf, rowOf } from './rules-rows.ts';
import { contextBelow, contextIn, hasPairs, labelledRow, sectionOf } from './rules-sections.ts';
import type { Table, TableRow } from './table.ts';

const MAX_ROWS = 20_000;

/** What is known while a plan is read from its first row to its last. */
type Reading = {
  readonly byHand: FieldsByHand;
  readonly plan: PlanColumns;
  readonly drafts: Draft[];
  readonly problems: PlanProblemAt[];
  /** Of the table that is being read. `places`: where its columns stand among those of the plan. */
  columns: readonly Column[];
  places: readonly number[];
  context: Context;
  headings: string;
};

/** What a plan says, row by row. `byHand`: columns that somebody set. */
export function readPlan(tables: readonly Table[], byHand: FieldsByHand = {}): PlanRead {
  const reading: Reading = {
    ...{ byHand, plan: [], drafts: [], problems: [] },
    ...{ columns: [], places: [], context: {}, headings: '' },
  };
  for (const table of tables) readTable(reading, table, tables);
  const understand = remembered(understandDue);
  const rows = reading.drafts.map((draft) => rowOf(draft, reading.plan, understand));
  return { columns: reading.plan, rows, problems: [...reading.problems, ...wholeProblems(reading, tables)] };
}

function readTable(reading: Reading, table: Table, tables: readonly Table[]): void {
  const { byHand } = reading;
  const heads = (row: TableRow) => labelledRow(row) === undefined && isHeader(row, byHand);
  const at = table.rows.findIndex(heads);
  // a table that was split goes on under the columns of its first part
  if (at < 0 && widthOf(table) !== reading.columns.length) return;
  const body = table.rows.slice(at + 1);
  const header = table.rows[at];
  if (header) readHeader(reading, header, body);
  else reading.columns = reading.columns.map((column) => ({ ...column, isGuessed: true }));

  const titles = table.rows.slice(0, Math.max(at, 0)).flatMap((row) => sectionOf(row) ?? []);
  const headings = [...table.headings, ...titles];
  if (reading.headings !== headings.join('\n')) {
    const hasGoal = reading.columns.some(({ field }) => field === 'goal');
    reading.context = contextOf({ ...table, headings }, tables, hasGoal);
    reading.headings = headings.join('\n');
  }
  const hasArea = reading.context.focusArea !== undefined || reading.columns.some(({ field }) => field === 'focusArea');
  const layout = { hasArea, hasPairs: hasPairs(body) };
  for (const [n, row] of body.entries()) {
    if (heads(row)) {
      readHeader(reading, row, body.slice(n + 1));
      continue;
    }
    const below = contextBelow(body, n, { ...layout, columns: reading.columns }, reading.context);
    if (below !== undefined) reading.context = below;
    else readRow(reading, row, n > 0);
  }
}

function widthOf({ rows }: Table): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

function readHeader(reading: Reading, header: TableRow, body: readonly TableRow[]): void {
  reading.columns = columnsUnder(header, body, reading.byHand);
  reading.places = placesOf(reading.columns, reading.plan);
}

/** Where the columns of a table stand among those of the plan, which gets those that it has not had yet. */
function placesOf(columns: readonly Column[], plan: PlanColumns): number[] {
  const places = new Map<string, number>();
  const met = new Map<string, number>();
  return columns.map(({ heading, field, start }) => {
    const shared = places.get(`${start} ${field}`);
    if (shared !== undefined) return shared;
    const key = headingKey(heading);
    const nth = met.get(key) ?? 0;
    met.set(key, nth + 1);
    const alike = plan.flatMap((column, n) => (headingKey(column.heading) === key ? [n] : []));
    const place = alike[nth] ?? plan.push({ heading, field }) - 1;
    places.set(`${start} ${field}`, place);
    return place;
  });
}

function readRow(reading: Reading, row: TableRow, hasAbove: boolean): void {
  if (row.cells.every(({ continues, parts }) => continues !== undefined || parts.length === 0)) return;
  const { columns, places, drafts } = reading;
  reading.problems.push(...problemsOf(row, columns));
  reading.context = contextIn(row, columns, reading.context);
  const draft = draftOf(row, columns, places, reading.context);
  const above = drafts.at(-1);
  if (hasAbove && above && goesOn(row, columns)) drafts[drafts.length - 1] = joined(above, draft);
  else drafts.push(draft);
}

function wholeProblems({ byHand, plan, drafts }: Reading, tables: readonly Table[]): PlanProblemAt[] {
  const headings = new Set(plan.map(({ heading }) => headingKey(heading)));
  const unknown = Object.keys(byHand).filter((heading) => !headings.has(headingKey(heading)));
  if (unknown.length > 0) return unknown.map((heading) => ({ problem: 'column-unknown', heading }));
  if (tables.length === 0) return [{ problem: 'no-table' }];
  if (plan.length === 0) return [{ problem: 'no-columns' }];
  if (drafts.length === 0) return [{ problem: 'no-rows' }];
  const long = plan.find(({ heading }) => heading.length > MAX_HEADING);
  if (long) return [{ problem: 'cell-too-long', heading: long.heading.slice(0, 40), most: MAX_HEADING }];
  if (plan.length > MAX_COLUMNS) return [{ problem: 'too-many-columns', most: MAX_COLUMNS }];
  return drafts.length > MAX_ROWS ? [{ problem: 'too-many-rows', most: MAX_ROWS }] : [];
}
