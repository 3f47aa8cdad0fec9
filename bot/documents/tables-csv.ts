import { CsvError, type Info, parse } from 'csv-parse/sync';
import { fieldOf } from '../../store/plan/rules-columns.ts';
import { partsOf } from '../../store/plan/table.ts';
import { memberColumn } from '../../store/setup/member-columns.ts';
import { asMeant } from './csv.ts';
import { readableText } from './html-text.ts';
import type { TablesRead } from './read-tables.ts';

const SEPARATORS = [';', '\t', ',', '|'];
/** So many rows show which separator a file has. */
const SAMPLE = 50;
/** They stand within so many characters, unless the file is no plan. */
const SAMPLE_TEXT = 200_000;
/** Somewhat more rows than a plan may have, so that too many are seen: the rest is not looked at. */
const MAX_ROWS = 20_500;
/** Longer than a row of cells that are all as long as they may be. */
const MAX_LINE = 300_000;
const HTML = /^\s*<(!doctype|html|table|\?xml)/i;
/** How a spreadsheet says which separator it wrote. */
const SAYS_SEPARATOR = /^sep=(.)\n/i;

type Lines = readonly { readonly record: readonly string[]; readonly info: Info }[];

/** The one table of a csv file, with any usual separator and in any usual encoding. */
export function csvTables(bytes: Uint8Array): TablesRead {
  const text = decoded(bytes)?.replace(/\r\n?/g, '\n');
  if (text === undefined || HTML.test(text)) return { problem: 'file-not-plan' };
  if (text.trim() === '') return { problem: 'file-empty' };
  const said = SAYS_SEPARATOR.exec(text)?.[1];
  // the line stays, so that lines are counted as an editor counts them
  const body = said === undefined ? text : text.replace(SAYS_SEPARATOR, '\n');
  const long = longLineIn(body);
  if (long !== undefined) return { problem: 'cell-too-long', line: long };
  const separator = said ?? separatorOf(body.slice(0, SAMPLE_TEXT));
  try {
    let line = 1;
    const rows = linesOf(body, separator).map(({ record, info }) => {
      const row = { line, cells: record.map((cell) => ({ parts: partsOf(readableText(asMeant(cell))) })) };
      line = info.lines + 1;
      return row;
    });
    return { tables: [{ headings: [], rows }] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // the library names the line where it gave up, and the row began after the last that was whole
    const whole = Number(error.records);
    const last = whole > 0 ? linesOf(body, separator, whole).at(-1) : undefined;
    return { problem: 'quote-open', line: (last?.info.lines ?? 0) + 1 };
  }
}

/** As text; Windows-1252 when it cannot be UTF-8. Undefined for what is no text. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first = 0, second = 0] = bytes;
  const encoding = (first === 0xff && second === 0xfe) || (first > 0 && second === 0) ? 'utf-16le' : 'utf-16be';
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first * second === 0;
  const text = isWide ? new TextDecoder(encoding).decode(bytes) : narrow(bytes);
  return text.includes('\0') ? undefined : text;
}

function narrow(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Node 20 has a short cut for this encoding that takes it for Latin-1, but not in a stream
    return new TextDecoder('windows-1252').decode(bytes, { stream: true });
  }
}

/** The number of the first line that is too long for any row: taking millions of cells apart would keep everybody waiting. */
function longLineIn(text: string): number | undefined {
  let line = 1;
  for (let from = 0; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    const next = end < 0 ? text.length : end + 1;
    if (next - from > MAX_LINE) return line;
    from = next;
  }
  return undefined;
}

function linesOf(text: string, separator: string, to = MAX_ROWS): Lines {
  // quotes in the middle of a cell are its own
  const options = { delimiter: separator, info: true, relax_column_count: true, relax_quotes: true, to } as const;
  return parse(text, options) as unknown as Lines;
}

/** The separator under which most columns are known by their heading, as those of a plan or of a list of members; else the one that gives most rows of the same width. */
function separatorOf(text: string): string {
  const tried = SEPARATORS.map((separator) => ({ separator, ...seenWith(text, separator) }));
  const [best] = tried.sort((a, b) => b.known - a.known || b.even - a.even);
  return best?.separator ?? ';';
}

function seenWith(text: string, separator: string): { readonly known: number; readonly even: number } {
  const records = sampleOf(text, separator);
  const known = records.map((record) => new Set(record.map(headedAs).filter(Boolean)).size);
  const widths = records.map(({ length }) => length).filter((width) => width > 1);
  const even = widths.map((width) => widths.filter((other) => other === width).length);
  return { known: Math.max(...known), even: Math.max(0, ...even) };
}

/** What a column is, of a plan or of a list of members. */
function headedAs(cell: string): string | undefined {
  return fieldOf(cell)?.field ?? memberColumn(cell);
}

/** The first rows; line by line where a quote is never closed, so that this is what is said of the file. */
function sampleOf(text: string, separator: string): (readonly string[])[] {
  try {
    return linesOf(text, separator, SAMPLE).map(({ record }) => record);
  } catch {
    const lines = text.split('\n', SAMPLE);
    return lines.map((line) => line.split(separator));
  }
}
