import { cellsOf } from '../cells.ts';
import { type InLine, repeated } from '../setup/rules-collisions.ts';
import { weekdayOf } from '../time.ts';
import { dayMeant, lowered, MAX_PLACE, timesOn, UNSEEN, type WhenProblem, type WrittenMeeting } from './rules-times.ts';
import { dayWritten, type Place, spanWritten, timeWritten, weekdayBeside } from './rules-when.ts';
import { type Where, whereIn } from './rules-where.ts';

const MAX_LINES = 100;

export type MeetingLineProblem = WhenProblem | 'no-lines' | 'too-many-lines' | 'same-day';

/** What is wrong, in which line; `day`: the day that the line was taken to mean. */
export type InMeetingLine = InLine<MeetingLineProblem> & { readonly day?: string };

type Read = { readonly meeting: WrittenMeeting } | { readonly problem: InMeetingLine };

/**
 * Reads a plan as it is written or pasted: one meeting in each line, in free words or as a table, with a heading that
 * names the columns or without, and the year in each line or in a line of its own. Every line that is not understood is
 * named.
 */
export function readMeetingLines(
  text: string,
  now: Date,
): { readonly meetings: readonly WrittenMeeting[]; readonly problems: readonly InMeetingLine[] } {
  const rows = rowsIn(text);
  if (rows.length === 0) return { meetings: [], problems: [{ problem: 'no-lines' }] };
  if (rows.length > MAX_LINES) return { meetings: [], problems: [{ problem: 'too-many-lines' }] };
  const read = rows.map((row): Read => readRow(row, now));
  const meetings = read.flatMap((one) => ('meeting' in one ? [one.meeting] : []));
  const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  return { meetings, problems: [...problems, ...repeated(meetings, 'same-day', ({ day }) => day)] };
}

type Column = 'day' | 'time' | 'mode' | 'place';
const HEADINGS: Readonly<Record<string, Column>> = {
  dag: 'day',
  ukedag: 'day',
  dato: 'day',
  møtedato: 'day',
  tid: 'time',
  tidspunkt: 'time',
  klokkeslett: 'time',
  kl: 'time',
  fra: 'time',
  til: 'time',
  start: 'time',
  slutt: 'time',
  form: 'mode',
  møteform: 'mode',
  sted: 'place',
  møtested: 'place',
  lokale: 'place',
};

/** A line that is to be a meeting, with the year and the columns that were named above it. */
type Row = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly year?: number;
  readonly columns?: readonly (Column | undefined)[];
};

function rowsIn(text: string): Row[] {
  let year: number | undefined;
  let columns: readonly (Column | undefined)[] | undefined;
  return text.split(/\r\n?|\n/).flatMap((written, at): Row[] => {
    const cells = cellsOf(written.replace(UNSEEN, ''), written.includes('\t') ? '\t' : ';');
    const line = cells.join(' ').trim();
    if (line === '' || TITLE.test(line)) return [];
    const [, named] = YEAR_LINE.exec(line) ?? [];
    if (named !== undefined) {
      year = Number(named);
      return [];
    }
    const heading = headingIn(cells.length > 1 ? cells : cells.flatMap((cell) => cell.split(' ')));
    if (heading) {
      // a heading without marks between its words says nothing of where a cell begins
      columns = cells.length > 1 ? heading : undefined;
      return [];
    }
    return [{ line: at + 1, cells, ...(year && { year }), ...(columns && cells.length > 1 && { columns }) }];
  });
}

const TITLE = /^(møteplan|møter|møtedatoer)(?![^\d]*\d)/i;
const YEAR_LINE =
  /^(?![^\d]*(?:\d[. ]*(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)))[^\d]*((?:19|20)\d{2})[^\d]*$/i;

function headingIn(cells: readonly string[]): readonly (Column | undefined)[] | undefined {
  const columns = cells.map((cell) => HEADINGS[cell.toLowerCase().replace(/[.:]$/, '')]);
  return columns.includes('day') && columns.some((column) => column && column !== 'day') ? columns : undefined;
}

function readRow(row: Row, now: Date): Read {
  const { when, where } = partsOf(row);
  return readMeeting({ line: row.line, when, where, year: row.year }, now);
}

/** What says when, and what says where only; without named columns the first says it all. */
function partsOf({ cells, columns }: Row): { readonly when: string; readonly where: Where } {
  if (columns === undefined) return { when: cells.map(asTime).join(' '), where: {} };
  const of = (column: Column) => cells.filter((cell, n) => columns[n] === column && cell !== '');
  const when = [...of('day'), ...of('time').map(asTime)].join(' ');
  return { when, where: whereIn([...of('mode'), ...of('place')].join(', ')) };
}

/** «12» in a cell of its own is a time. */
function asTime(cell: string): string {
  return timeWritten(cell) ? `kl. ${cell.replace(/^kl\.? ?/i, '')}` : cell;
}

type Written = {
  readonly line: number;
  readonly when: string;
  readonly where: Where;
  readonly year?: number | undefined;
};

function readMeeting({ line, when, where, year }: Written, now: Date): Read {
  const problem = (code: WhenProblem, day?: string): Read => ({
    problem: { problem: code, line, ...(day && { day }) },
  });
  const text = when.replace(BULLET, '');
  const small = lowered(text);
  const written = dayWritten(small);
  if (written === undefined) return problem('date-missing');
  const day = dayMeant(written, year, now);
  if (day === undefined) return problem('no-such-day');
  const weekday = weekdayBeside(small, written);
  if (weekday && weekday.weekday !== weekdayOf(day)) return problem('weekday-differs', day);
  const dayless = without(text, weekday ? spanning(weekday, written) : written);
  const span = spanWritten(lowered(dayless));
  if (span === undefined) return problem('time-missing', day);
  const rest = without(dayless, span);
  if (isTooMuch(rest)) return problem('too-much', day);
  const times = timesOn(day, span, now);
  if (typeof times === 'string') return problem(times, day);
  const found = { ...whereIn(rest), ...where };
  if ((found.place?.length ?? 0) > MAX_PLACE) return problem('place-too-long', day);
  return { meeting: { line, day, ...times, ...found } };
}

const BULLET = /^(?:[-–•*·]|\d{1,2}\)) +/;
/** Stands where something was taken out of a text. */
const TAKEN = '\n';

function without(text: string, { at, length }: Place): string {
  return `${text.slice(0, at)}${TAKEN}${text.slice(at + length)}`;
}

function spanning(a: Place, b: Place) {
  const at = Math.min(a.at, b.at);
  return { at, length: Math.max(a.at + a.length, b.at + b.length) - at };
}

/** One line is one meeting: another day or another time in it was not understood. */
function isTooMuch(rest: string): boolean {
  const small = lowered(rest);
  const [before = ''] = small.split(TAKEN);
  return dayWritten(small) !== undefined || /\d/.test(before) || /\bkl\.? ?\d/.test(small);
}
