import { fieldOf, labelledField } from './rules-columns.ts';
import type { Column } from './rules-header.ts';
import { type Context, labelled } from './rules-headings.ts';
import { type TableRow, textOf } from './table.ts';

/** Longer than any focus area or goal: then it is a remark. */
const MAX_SECTION = 300;

/** The one text of a row that is merged over the whole table. */
export function sectionOf({ cells }: TableRow): string | undefined {
  const [first, ...others] = cells;
  const isOne = others.length > 0 && others.every(({ continues }) => continues === 'left');
  const text = first?.parts.join(' ') ?? '';
  return isOne && first?.continues === undefined && text !== '' ? text : undefined;
}

/** How a table is laid out. `hasArea`: its focus area is known without rows for it; `hasPairs`: such rows stand in pairs. */
export type Layout = { readonly columns: readonly Column[]; readonly hasArea: boolean; readonly hasPairs: boolean };

/** Whether two rows that say what those below are about stand one under the other: a focus area, and its goal. */
export function hasPairs(body: readonly TableRow[]): boolean {
  return body.some((_, n) => isSection(body, n) && isSection(body, n + 1));
}

/** What counts below a row that only says what the rows below it are about; undefined for any other row. */
export function contextBelow(
  body: readonly TableRow[],
  n: number,
  layout: Layout,
  context: Context,
): Context | undefined {
  const row = body[n];
  if (row === undefined) return undefined;
  const text = sectionOf(row);
  if (text !== undefined) return text.length > MAX_SECTION ? context : underSection(text, body, n, layout, context);
  const label = labelledRow(row);
  if (label !== undefined) return contextWith(context, { [label.field]: label.text });
  return onlyHeads(row, body[n + 1], layout.columns) ? contextIn(row, layout.columns, context) : undefined;
}

/** What counts in a row: its own focus area and goal, or those above. A new focus area has no goal yet. */
export function contextIn(row: TableRow, columns: readonly Column[], context: Context): Context {
  const said = (field: 'focusArea' | 'goal') =>
    columns
      .map((column, n) => (column.field === field ? textOf(row.cells[n]) : ''))
      .filter((text) => text !== '')
      .join(' ');
  return contextWith(context, { focusArea: said('focusArea'), goal: said('goal') });
}

function contextWith(context: Context, said: { readonly focusArea?: string; readonly goal?: string }): Context {
  const { focusArea, goal } = said;
  const isNew = focusArea && focusArea !== context.focusArea;
  if (!isNew && (!goal || goal === context.goal)) return context;
  const { goal: _above, isGuessed: _was, ...area } = context;
  const known = isNew ? { focusArea } : context;
  return { ...(isNew ? area : {}), ...known, ...(goal && { goal }) };
}

function isSection(body: readonly TableRow[], n: number): boolean {
  const row = body[n];
  return row !== undefined && sectionOf(row) !== undefined;
}

function underSection(
  written: string,
  body: readonly TableRow[],
  n: number,
  layout: Layout,
  context: Context,
): Context {
  const { field, text } = labelled(written);
  const above = body[n - 1];
  // «Hva vil vi?» alone on a row says what the next one is
  const stated = field ?? labelledField((above && sectionOf(above)) ?? '');
  if (stated !== undefined) return contextWith(context, { [stated]: text });
  if (layout.columns.some((column) => column.field === 'goal')) return contextWith(context, { focusArea: text });
  const isGoal = layout.hasPairs ? isSection(body, n - 1) || !isSection(body, n + 1) : layout.hasArea;
  return contextWith(context, { [isGoal ? 'goal' : 'focusArea']: text });
}

/** «Hva vil vi?» in one cell, and the goal in the other, which fills the row. */
export function labelledRow({
  cells,
}: TableRow): { readonly field: 'focusArea' | 'goal'; readonly text: string } | undefined {
  if (cells.at(-1)?.continues !== 'left') return undefined;
  const own = cells.filter(({ continues }) => continues === undefined);
  const [label, text] = own.map(textOf);
  const field = labelledField(label ?? '');
  return own.length === 2 && field && text && fieldOf(text)?.isGuessed !== false ? { field, text } : undefined;
}

/** A focus area alone on a row, or a goal above a tiltak that has none of its own. */
function onlyHeads(row: TableRow, below: TableRow | undefined, columns: readonly Column[]): boolean {
  const has = (one: TableRow, is: (field: Column['field']) => boolean) =>
    columns.some(({ field }, n) => is(field) && (one.cells[n]?.parts.length ?? 0) > 0);
  if (has(row, (field) => field !== 'focusArea' && field !== 'goal')) return false;
  const isGoal = (field: Column['field']) => field === 'goal';
  if (!has(row, isGoal)) return has(row, (field) => field === 'focusArea');
  return below !== undefined && has(below, (field) => field === 'text') && !has(below, isGoal);
}
