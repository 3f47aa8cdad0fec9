/**
 * One cell: its paragraphs or lines, white space folded; none when it is empty. A cell that was merged with others stands
 * in each place that it covers: with its words in every row below («above»), without them to its right («left»).
 */
export type Cell = { readonly parts: readonly string[]; readonly continues?: 'above' | 'left' };

/** `line`: of a csv file where the row begins, of a sheet its row number, of a document its table rows counted from 1. */
export type TableRow = { readonly line: number; readonly cells: readonly Cell[] };

/** `headings`: what stands before the table in the document, outermost first, or the name of the sheet. */
export type Table = {
  readonly headings: readonly string[];
  /** They may be no headings: text that only stands there, or two of the same rank. */
  readonly areHeadingsGuessed?: true;
  readonly rows: readonly TableRow[];
};

/** Marks that hyphenate or join words and that nobody sees. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Between the parts of a cell where it is one line of text. */
export const BETWEEN_PARTS = ' | ';

/** What a text that is one part as it stands has nothing of: most cells have not, and a large plan has 80,000 of them. */
const NOT_PLAIN = /[^\S ]|^ | $| {2}| \| |[\u00ad\u200b-\u200d\u2060\ufeff]/;

/** The parts of a cell that is one text: its lines, and what bars keep apart. */
export function partsOf(text: string): string[] {
  if (text === '') return [];
  if (!NOT_PLAIN.test(text)) return [text];
  return text
    .replace(UNSEEN, '')
    .split(/[\n\r\u2028\u2029]| \| /)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
}

/** What stands in a cell, as one line. */
export function textOf(cell: Cell | undefined): string {
  const { parts = [] } = cell ?? {};
  // most cells have one part, and a large plan has 80,000 cells
  return parts.length === 1 ? (parts[0] ?? '') : parts.join(BETWEEN_PARTS);
}
