import writeExcelFile, { type Row } from 'write-excel-file/node';
import { writable } from './paragraphs.ts';
import { partsOf } from './status-columns.ts';

/** In characters of an ordinary font. */
const NARROWEST = 10;
const WIDEST = 60;

/** Rows as a sheet: the first one heads the others and stays in sight. Every cell is text, also one that looks like a formula. */
export async function sheetOf(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const [head = []] = rows;
  const data = rows.map(
    (cells, n): Row =>
      cells.map((cell) => ({
        type: String,
        value: writable(partsOf(cell).join('\n')),
        wrap: true,
        alignVertical: 'top',
        ...(n === 0 && { fontWeight: 'bold', backgroundColor: '#E7E9EB' }),
      })),
  );
  const columns = head.map((_, n) => ({ width: widthOf(rows.map((cells) => cells[n] ?? '')) }));
  return writeExcelFile(data, { sheet: name, columns, stickyRowsCount: 1, orientation: 'landscape' }).toBuffer();
}

/** As wide as half of a column's longest cell, within what is readable. */
function widthOf(cells: readonly string[]): number {
  const longest = cells.reduce((most, { length }) => Math.max(most, length), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(longest / 2)));
}
