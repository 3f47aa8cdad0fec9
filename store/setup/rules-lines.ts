import { cellsOf } from '../cells.ts';
import { MAX_VARAS } from '../committee/record.ts';
import { columnsIn, type MemberColumn } from './member-columns.ts';
import type { Line } from './record.ts';
import { type RoleWord, roleWord } from './role-words.ts';
import {
  type InLine,
  personsTwice,
  repeated,
  seatMeant,
  type TwiceProblem,
  type VaraProblem,
} from './rules-collisions.ts';
import { representsIn } from './rules-represents.ts';

export const MAX_SEATS = 200;
export const MAX_SECRETARIES = 20;
/** Two for each seat. */
const MAX_VARA_LINES = 400;
const MAX_NAME = 200;
const MAX_EMAIL = 254;

export type LineProblem =
  | 'no-lines'
  | 'too-many-lines'
  | 'too-many-secretaries'
  | 'too-many-columns'
  | 'name-missing'
  | 'name-too-long'
  | 'email-odd'
  | 'role-unknown'
  | 'seat-too-long'
  | 'vacant-role'
  | 'role-as-seat'
  | 'neither-seat-nor-role'
  | 'vara-for-missing'
  | 'vara-vacant'
  | 'vara-with-role'
  | 'varas-too-many'
  | 'two-chairs'
  | 'two-vice-chairs'
  | VaraProblem
  | TwiceProblem;

/** What the columns hold where no heading says so. */
export const COLUMNS: readonly MemberColumn[] = ['name', 'email', 'role', 'seat', 'vara'];

/**
 * Reads members as they are written or pasted: name, e-mail, role, whom they represent and for whom they are vara in
 * one line each, with tabs (as from a spreadsheet) or semicolons between them, or commas where there is neither. Every
 * problem is named.
 */
export function readLines(text: string): {
  readonly lines: readonly Line[];
  readonly problems: readonly InLine<LineProblem>[];
} {
  const { heading, members } = rowsIn(text);
  if (members.length === 0) return { lines: [], problems: [{ problem: 'no-lines' }] };
  if (members.length > MAX_SEATS + MAX_SECRETARIES + MAX_VARA_LINES)
    return { lines: [], problems: [{ problem: 'too-many-lines' }] };
  const read = members.map((row) => readLine(row, heading ?? COLUMNS));
  const named = withSeatNames(read.map((one) => one.read));
  const { lines, problems } = withVaras(named, new Map(read.map(({ read: { line }, varaFor }) => [line, varaFor])));
  return { lines, problems: [...read.flatMap((one) => one.problems), ...problems, ...collisions(lines)] };
}

/** The same as the cells of a sheet, in the usual columns, with nothing judged. */
export function cellsIn(text: string): readonly (readonly string[])[] {
  const { heading = COLUMNS, members } = rowsIn(text);
  return members.map(({ cells }) => {
    const written = writtenIn(cells, heading);
    return COLUMNS.map((column) => written(column));
  });
}

function rowsIn(text: string): {
  readonly heading: readonly (MemberColumn | undefined)[] | undefined;
  readonly members: readonly Row[];
} {
  const rows = text
    .split(/\r\n?|\n/)
    .map((row, at): Row => ({ line: at + 1, ...cellsOfRow(row) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const heading = rows[0] && columnsIn(rows[0].cells);
  return { heading, members: heading ? rows.slice(1) : rows };
}

type Row = { readonly line: number; readonly cells: readonly string[]; readonly hasCommas: boolean };

function cellsOfRow(row: string): Omit<Row, 'line'> {
  const between = ['\t', ';', ','].find((mark) => row.includes(mark)) ?? '\t';
  return { cells: cellsOf(row, between), hasCommas: between === ',' };
}

/** Looser than the rules of mail, which nobody knows by heart: what is pasted around an address is not part of it. */
const ADDRESS = /^[^\s@<>()[\]",:]+@[^\s@<>()[\]",:]+\.[^\s@<>()[\]",:.]+$/;

/** What stands in a column; a name of two columns is one. */
function writtenIn(cells: readonly string[], columns: readonly (MemberColumn | undefined)[]) {
  const found = (column: MemberColumn) => cells[columns.indexOf(column)] ?? '';
  return (column: MemberColumn) =>
    column === 'name' ? found('name') || `${found('first')} ${found('last')}`.trim() : found(column);
}

/** In place of whom somebody represents: a role alone. */
const WITHOUT_SEAT = /^(uten|ingen) plass$/i;

function readLine({ line, cells, hasCommas }: Row, columns: readonly (MemberColumn | undefined)[]) {
  const problems: InLine<LineProblem>[] = [];
  const check = (problem: LineProblem, wrong: boolean) => {
    if (wrong) problems.push({ problem, line });
  };
  const written = writtenIn(cells, columns);
  const [name, seat] = [written('name'), written('seat')];
  const email = written('email')
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase();
  const isVacant = /^(ledig|vakant)$/i.test(name);
  const { roles, voting, isMember, isVara, unknown } = rolesIn(written('role'));

  check(
    'too-many-columns',
    cells.slice(columns.length).some((cell) => cell !== ''),
  );
  check('name-missing', name === '');
  check('name-too-long', name.length > MAX_NAME);
  const isAddress = email.length <= MAX_EMAIL && ADDRESS.test(email);
  // an address in the wrong place; some are called by theirs, and have it in its own place as well
  check('email-odd', email === '' ? name.includes('@') : !isAddress);
  check('role-unknown', unknown);
  check('seat-too-long', seat.length > MAX_NAME);
  // between commas, a second role has come where the seat is
  check('role-as-seat', hasCommas && roleWord(seat) !== undefined);
  check('vacant-role', isVacant && roles.length > 0);
  // whoever is called a vara is one for the seat that their line names
  const varaFor = written('vara') || (isVara ? seat : '');
  check('vara-for-missing', isVara && varaFor === '');
  check('vara-vacant', isVacant && varaFor !== '');
  check('vara-with-role', varaFor !== '' && roles.length > 0);
  check('seat-too-long', varaFor !== seat && varaFor.length > MAX_NAME);
  const isWithout = WITHOUT_SEAT.test(seat);
  const hasSeat = !isVara && varaFor === '' && !isWithout && (seat !== '' || isMember || roles.length === 0);
  check('neither-seat-nor-role', isWithout && varaFor === '' && (roles.length === 0 || isVacant));
  const read: Line = {
    line,
    ...(!isVacant && { name, ...(email !== '' && { email }) }),
    roles,
    ...(hasSeat && { seat: { ...representsIn(seat), voting } }),
  };
  return { read, varaFor, problems };
}

/** A chair and a member vote; a secretariat with a seat of its own does not, unless it is said to be a member. */
function rolesIn(written: string) {
  const words = written
    .toLowerCase()
    .replace(/(møte ?-? ?og )?talerett/g, 'talerett')
    .split(/[,;/+&]| og /)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const read = words.map(roleWord);
  const has = (word: RoleWord) => read.includes(word);
  const roles = (['chair', 'vice-chair', 'secretariat'] as const).filter(has);
  const leads = has('chair') || has('vice-chair');
  return {
    roles,
    voting: !has('speaking') && (leads || has('voting') || words.length === 0),
    isMember: leads || has('voting') || has('speaking'),
    isVara: has('vara'),
    unknown: read.includes(undefined),
  };
}

/** A seat whose party nobody named is called by its number: the first one that no other seat has. */
function withSeatNames(lines: readonly Line[]): Line[] {
  const taken = new Set(lines.map(({ seat }) => seat?.name));
  let number = 0;
  return lines.map((line) => {
    if (line.seat === undefined || line.seat.name !== '') return line;
    do number++;
    while (taken.has(`Plass ${number}`));
    return { ...line, seat: { ...line.seat, name: `Plass ${number}` } };
  });
}

/** Says for which line's seat somebody is vara. */
function withVaras(lines: readonly Line[], varaFor: ReadonlyMap<number, string>) {
  const problems: InLine<VaraProblem>[] = [];
  const read = lines.map((line): Line => {
    const written = varaFor.get(line.line);
    if (!written) return line;
    const meant = seatMeant(written, lines);
    if (typeof meant === 'number') return { ...line, varaOf: meant };
    problems.push({ problem: meant, line: line.line });
    return line;
  });
  return { lines: read, problems };
}

function collisions(lines: readonly Line[]): InLine<LineProblem>[] {
  const secretaries = lines.filter(({ roles }) => roles.includes('secretariat'));
  return [
    ...personsTwice(lines, ({ email }) => email),
    ...repeated(lines, 'two-chairs', ({ roles }) => (roles.includes('chair') ? 'chair' : undefined)),
    ...repeated(lines, 'two-vice-chairs', ({ roles }) => (roles.includes('vice-chair') ? 'vice-chair' : undefined)),
    ...(lines.filter(({ seat }) => seat).length > MAX_SEATS ? [{ problem: 'too-many-lines' } as const] : []),
    ...(secretaries.length > MAX_SECRETARIES ? [{ problem: 'too-many-secretaries' } as const] : []),
    ...lines.filter((_, n) => isOneTooMany(lines, n)).map(({ line }) => ({ problem: 'varas-too-many' as const, line })),
  ];
}

/** The first vara that a seat has no place for. */
function isOneTooMany(lines: readonly Line[], n: number): boolean {
  const of = lines[n]?.varaOf;
  return of !== undefined && lines.slice(0, n).filter(({ varaOf }) => varaOf === of).length === MAX_VARAS;
}
