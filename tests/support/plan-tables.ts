import { utils, type WorkSheet, write } from '@e965/xlsx';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

/** A cell as a plan is written: its paragraphs, and how many rows and columns it is merged over. */
export type Drawn = {
  readonly parts: readonly string[];
  readonly rows?: number;
  readonly columns?: number;
  readonly as?: 'list' | 'lines';
};
export type DrawnRow = readonly (string | Drawn)[];
/** A table, or what stands before it. */
export type Drawing =
  | { readonly heading: string; readonly level: 1 | 2 | 3 }
  | { readonly bold: string }
  | { readonly plain: string }
  | { readonly rows: readonly DrawnRow[] };

const drawn = (cell: string | Drawn): Drawn => (typeof cell === 'string' ? { parts: [cell] } : cell);
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** A Word document of headings and tables. */
export function aPlanDocx(drawings: readonly Drawing[]): Promise<Buffer> {
  const children = drawings.map((drawing) => {
    if ('rows' in drawing) return wordTable(drawing.rows);
    if ('bold' in drawing) return new Paragraph({ children: [new TextRun({ text: drawing.bold, bold: true })] });
    if ('plain' in drawing) return new Paragraph(drawing.plain);
    return new Paragraph({ text: drawing.heading, heading: LEVELS[drawing.level - 1] ?? HeadingLevel.HEADING_1 });
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

function wordTable(rows: readonly DrawnRow[]): Table {
  return new Table({
    rows: rows.map(
      (cells, n) =>
        new TableRow({
          tableHeader: n === 0,
          children: cells.map(drawn).map(
            (cell) =>
              new TableCell({
                children: paragraphs(cell),
                ...(cell.rows && { rowSpan: cell.rows }),
                ...(cell.columns && { columnSpan: cell.columns }),
              }),
          ),
        }),
    ),
  });
}

function paragraphs({ parts, as }: Drawn): Paragraph[] {
  if (as === 'list') return parts.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
  if (as === 'lines')
    return [new Paragraph({ children: parts.map((text, n) => new TextRun({ text, ...(n > 0 && { break: 1 }) })) })];
  return parts.length === 0 ? [new Paragraph('')] : parts.map((text) => new Paragraph(text));
}

/** A workbook of one sheet per table, its cells merged as drawn. */
export function aPlanXlsx(tables: Readonly<Record<string, readonly DrawnRow[]>>): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(tables)) utils.book_append_sheet(book, sheetOf(rows), name);
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

function sheetOf(rows: readonly DrawnRow[]): WorkSheet {
  const grid: string[][] = rows.map(() => []);
  const taken = new Set<string>();
  const merges: NonNullable<WorkSheet['!merges']> = [];
  rows.forEach((cells, r) => {
    let c = 0;
    for (const { parts, rows: high = 1, columns: wide = 1 } of cells.map(drawn)) {
      while (taken.has(`${r} ${c}`)) c++;
      for (let n = 0; n < high * wide; n++) taken.add(`${r + Math.floor(n / wide)} ${c + (n % wide)}`);
      if (high * wide > 1) merges.push({ s: { r, c }, e: { r: r + high - 1, c: c + wide - 1 } });
      const line = grid[r];
      if (line) line[c] = parts.join('\n');
    }
  });
  return { ...utils.aoa_to_sheet(grid), '!merges': merges };
}
