import { type Apart, apart } from './apart.ts';

/** Somewhat more rows than a plan may have, so that too many are seen. */
export const MAX_ROWS = 20_500;
/** Somewhat more columns too; beyond them is formatting, not a plan. */
export const MAX_COLUMNS = 70;

/** Reads the sheets that are shown; of a date cell the day and how it is shown, of any other what it shows. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { read } = require(workerData.packagePath);
const textOf = (cell) => cell.t === 'd' ? { day: cell.v.toISOString(), as: String(cell.z) } : String(cell.w ?? cell.v);
parentPort.once('message', ({ bytes, rows, columns }) => {
  const book = read(bytes, { type: 'array', dense: true, cellDates: true, UTC: true, cellNF: true, cellFormula: false, cellHTML: false, sheetRows: rows });
  const shown = book.SheetNames.filter((_, n) => !book.Workbook?.Sheets?.[n]?.Hidden);
  parentPort.postMessage(shown.map((name) => {
    const sheet = book.Sheets[name];
    const lines = [];
    (sheet['!data'] ?? []).forEach((row, n) => {
      const cells = [];
      row.slice(0, columns).forEach((cell, at) => { if (cell && cell.t !== 'z' && cell.v !== undefined) cells[at] = textOf(cell); });
      lines.push({ line: n + 1, cells: Array.from(cells, (cell) => cell ?? '') });
    });
    return { name, lines, merges: sheet['!merges'] ?? [] };
  }));
});`;

/** A thread that makes itself ready to read one workbook. */
export function xlsxThread(): Pick<Apart, 'end'> & { readonly read: (bytes: Uint8Array) => Promise<unknown> } {
  const { done, end } = apart(PROGRAM, '@e965/xlsx');
  return { read: (bytes) => done({ bytes, rows: MAX_ROWS, columns: MAX_COLUMNS }), end };
}
