import { z } from 'zod';
import { type Cell, partsOf, type Table, type TableRow } from '../../store/plan/table.ts';
import { readableText } from './html-text.ts';
import type { TablesRead } from './read-tables.ts';
import { MAX_COLUMNS, MAX_ROWS } from './xlsx-thread.ts';

/** What a cell shows; of a date the day, and how it is shown. */
type Written = string | { readonly day: string; readonly as: string };
const corner = z.object({ r: z.number(), c: z.number() });
const sheetsSchema = z.array(
  z.object({
    name: z.string(),
    lines: z.array(
      z.object({
        line: z.number(),
        // our own program made them: looking at each of 80,000 takes longer than reading the file
        cells: z.custom<readonly Written[]>(Array.isArray),
      }),
    ),
    merges: z.array(z.object({ s: corner, e: corner })),
  }),
);
type Sheet = z.infer<typeof sheetsSchema>[number];

/** What the thread says of a workbook (`xlsx-thread.ts`): the sheets that are shown, one table each, merged cells resolved. */
export function xlsxTables(said: unknown): TablesRead {
  const sheets = sheetsSchema.safeParse(said);
  if (!sheets.success) return { problem: 'file-unreadable' };
  const tables = sheets.data.filter(({ lines }) => lines.length > 0).map((sheet) => tableOf(sheet, sheets.data.length));
  return { tables };
}

function tableOf({ name, lines, merges }: Sheet, sheets: number): Table {
  const rows = new Map(
    lines.map(({ line, cells }) => [line, cells.map((cell): Cell => ({ parts: partsOf(shown(cell)) }))]),
  );
  for (const { s, e } of merges) spread(rows, s, { r: Math.min(e.r, MAX_ROWS), c: Math.min(e.c, MAX_COLUMNS - 1) });
  const all = [...rows].map(([line, cells]): TableRow => ({ line, cells }));
  return { headings: sheets > 1 ? [name] : [], rows: all.sort((a, b) => a.line - b.line) };
}

/** Lets a merged cell stand in each place that it covers. */
function spread(rows: Map<number, Cell[]>, from: { r: number; c: number }, to: { r: number; c: number }): void {
  const parts = rows.get(from.r + 1)?.[from.c]?.parts ?? [];
  for (let row = from.r; row <= to.r; row++) {
    const cells = rows.get(row + 1);
    if (cells === undefined) continue;
    for (let column = from.c; column <= to.c; column++) {
      while (cells.length <= column) cells.push({ parts: [] });
      if (column > from.c) cells[column] = { parts: [], continues: 'left' };
      else if (row > from.r) cells[column] = { parts, continues: 'above' };
    }
  }
}

const month = new Intl.DateTimeFormat('nb-NO', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What a cell shows. A date is written with its day and whole year, unless it is shown without a day. */
function shown(cell: Written): string {
  if (typeof cell === 'string') return readableText(cell);
  const [year, mm, dd] = cell.day.slice(0, 10).split('-');
  // what stands in quotes or brackets is text, colour or language
  const format = cell.as.toLowerCase().replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (/d/.test(format)) return `${dd}.${mm}.${year}`;
  return /m/.test(format) ? month.format(new Date(cell.day)) : `${year}`;
}
