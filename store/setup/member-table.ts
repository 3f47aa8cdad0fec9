import { type Table, type TableRow, textOf } from '../plan/table.ts';
import { columnsIn, type MemberColumn } from './member-columns.ts';
import { cellsAsLine } from './rules-write.ts';

/** A list of members in a file, as somebody would have typed it. */
export type MemberTable = {
  /** Line by line as the rows of the file, so that a problem names the row where it stands. */
  readonly text: string;
  /** How many rows say something. */
  readonly rows: number;
  /** The headings that are understood, and those that are not used. */
  readonly columns: readonly string[];
  readonly unused: readonly string[];
  /** There are more lists in the file, on other sheets: this is the first. */
  readonly hasMore: boolean;
};

/** How the columns are headed in the text that is made. */
export const HEADINGS: Readonly<Record<MemberColumn, string>> = {
  name: 'Navn',
  first: 'Fornavn',
  last: 'Etternavn',
  email: 'E-post',
  role: 'Rolle',
  seat: 'Representerer',
  vara: 'Vara for',
};
/** A list is headed within so many rows: title, date and the like may stand above. */
const ABOVE = 30;

/** The first table that is headed as a list of members; undefined when there is none. */
export function memberTable(tables: readonly Table[]): MemberTable | undefined {
  const [first, ...others] = tables.flatMap((table) => tableAsText(table) ?? []);
  return first && { ...first, hasMore: others.some(({ rows }) => rows > 0) };
}

function tableAsText({ rows }: Table): Omit<MemberTable, 'hasMore'> | undefined {
  const at = rows.slice(0, ABOVE).findIndex((row) => columnsIn(row.cells.map(textOf)) !== undefined);
  const header = rows[at];
  if (header === undefined) return undefined;
  const headings = header.cells.map(textOf);
  const columns = columnsIn(headings) ?? [];
  const used = columns.flatMap((column, place) => (column ? [{ column, place }] : []));
  const body = rows.slice(at + 1).map((row) => ({ line: row.line, cells: used.map((one) => writtenIn(row, one)) }));
  const filled = body.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const lines: string[] = [];
  const put = (line: number, cells: readonly string[]) => {
    while (lines.length < line - 1) lines.push('');
    lines.push(cellsAsLine(cells));
  };
  put(
    header.line,
    used.map(({ column }) => HEADINGS[column]),
  );
  for (const { line, cells } of filled) put(line, cells);
  const named = (isUsed: boolean) =>
    headings.filter((heading, n) => heading !== '' && (columns[n] !== undefined) === isUsed);
  return { text: lines.join('\n'), rows: filled.length, columns: named(true), unused: named(false) };
}

/** What stands in a cell, on one line; several roles may stand on lines of their own. */
function writtenIn({ cells }: TableRow, { column, place }: { readonly column: MemberColumn; readonly place: number }) {
  return (cells[place]?.parts ?? []).join(column === 'role' ? ', ' : ' ');
}
