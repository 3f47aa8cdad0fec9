import type { PlanColumns } from './record.ts';
import { type FieldsByHand, fieldOf, headingKey } from './rules-columns.ts';
import { type TableRow, textOf } from './table.ts';

/** A column of one table: what heads it, where that heading begins, what it holds, and whether that is a guess. */
export type Column = PlanColumns[number] & { readonly start: number; readonly isGuessed: boolean };

/** «a)», «1.2», «B»: what numbers the tiltak. */
const POINT = /^(\d+(\.\d+)*|[a-zæøå]{1,2})[.)]?$/i;

/** The columns under a header row. `body`: the rows below it, by which a column of letters or numbers is known. */
export function columnsUnder(header: TableRow, body: readonly TableRow[], byHand: FieldsByHand): Column[] {
  return withText(withPoints(withoutDoubles(readHeader(header, byHand)), header, body));
}

function readHeader(header: TableRow, byHand: FieldsByHand): Column[] {
  const set = new Map(Object.entries(byHand).map(([heading, field]) => [headingKey(heading), field]));
  const columns: Column[] = [];
  header.cells.forEach((cell, start) => {
    const left = columns.at(-1);
    if (cell.continues === 'left' && left) columns.push(left);
    else {
      const heading = textOf(cell);
      const field = set.get(headingKey(heading));
      const known = field ? { field, isGuessed: false } : fieldOf(heading);
      columns.push({ heading, start, ...(known ?? { field: 'other', isGuessed: false }) });
    }
  });
  return columns;
}

/** Of two headings that name the same the surer one counts, then the first; for status the last, which is the newest. */
function withoutDoubles(columns: readonly Column[]): Column[] {
  const chosen = new Map<string, Column>();
  for (const column of columns) {
    const before = chosen.get(column.field);
    const isBetter = before?.isGuessed && !column.isGuessed;
    const isNewer = column.field === 'status' && before?.isGuessed === column.isGuessed;
    if (before === undefined || isBetter || isNewer) chosen.set(column.field, column);
  }
  return columns.map((column) =>
    chosen.get(column.field)?.start === column.start ? column : { ...column, field: 'other', isGuessed: false },
  );
}

/** A column of nothing but letters or numbers, with no heading or under one that it shares with the next column. */
function withPoints(columns: readonly Column[], header: TableRow, body: readonly TableRow[]): Column[] {
  if (columns.some(({ field }) => field === 'point')) return [...columns];
  const at = columns.findIndex((column, n) => {
    const sharesHeading = header.cells[n + 1]?.continues === 'left' && header.cells[n]?.continues !== 'left';
    if (column.heading !== '' && !sharesHeading) return false;
    const texts = body.map((row) => textOf(row.cells[n])).filter((text) => text !== '');
    return texts.length > 0 && texts.every((text) => POINT.test(text));
  });
  return columns.map((column, n) => (n === at ? { ...column, field: 'point', isGuessed: false } : column));
}

/** Without a column for tiltak, what is to be done stands under «Hvordan få det til?», or else under «Hva vil vi?». */
function withText(columns: readonly Column[]): Column[] {
  const has = (field: Column['field']) => columns.some((column) => column.field === field);
  if (has('text')) return [...columns];
  const stands = has('how') ? 'how' : 'goal';
  return columns.map((column) =>
    column.field === stands ? { ...column, field: 'text', isGuessed: column.isGuessed || stands === 'goal' } : column,
  );
}
