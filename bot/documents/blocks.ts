import type { Paragraph, Table } from 'docx';
import { paragraphOf, tableOf, writable } from './paragraphs.ts';

/** Where the cells of a row end, as a text that was read from a document has them. */
const CELL = ' | ';

const isRow = (line: string) => line.includes(CELL);

/** A longer text as Word has it: empty lines between paragraphs, and lines with bars in them as the rows of a table. */
export function blocksOf(text: string): (Paragraph | Table)[] {
  return writable(text)
    .split(/\n{2,}/)
    .flatMap((part) => runsOf(part.split('\n')))
    .flatMap((lines) => (isRow(lines[0] ?? '') ? tableOf(evenRows(lines)) : paragraphOf(lines.join('\n'))));
}

/** Neighbouring lines that are rows, and neighbours that are none. */
function runsOf(lines: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && isRow(last[0] ?? '') === isRow(line)) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** As many cells in every row: Word calls a table with uneven rows broken. */
function evenRows(lines: readonly string[]): string[][] {
  const rows = lines.map((line) => line.split(CELL).map((cell) => cell.trim()));
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}
