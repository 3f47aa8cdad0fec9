import { cellsOf } from '../cells.ts';
import type { Role } from '../committee/record.ts';
import type { Line } from './record.ts';
import { representsIn } from './rules-represents.ts';

export const MAX_SEATS = 200;
const MAX_SECRETARIES = 20;
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
  | 'person-twice'
  | 'two-chairs'
  | 'two-vice-chairs';

/** What is wrong, and in which line, counted as the field shows them; `other`: the line that it collides with. */
export type InLine<P extends string> = { readonly problem: P; readonly line?: number; readonly other?: number };

type Column = 'name' | 'email' | 'role' | 'seat';
type Cells = { readonly [C in Column]: string };

const COLUMNS: readonly Column[] = ['name', 'email', 'role', 'seat'];
const HEADINGS: Readonly<Record<string, Column>> = {
  navn: 'name',
  medlem: 'name',
  'e-post': 'email',
  epost: 'email',
  'e-postadresse': 'email',
  rolle: 'role',
  roller: 'role',
  verv: 'role',
  representerer: 'seat',
  part: 'seat',
  plass: 'seat',
  virksomhet: 'seat',
};

/**
 * Reads members as they are written or pasted: name, e-mail, role and whom they represent in one line each, with tabs
 * (as from a spreadsheet) or semicolons between them, or commas where there is neither. Every problem is named.
 */
export function readLines(text: string): {
  readonly lines: readonly Line[];
  readonly problems: readonly InLine<LineProblem>[];
} {
  const rows = text
    .split(/\r\n?|\n/)
    .map((row, at): Row => ({ line: at + 1, ...cellsIn(row) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const heading = rows[0] && headingIn(rows[0].cells);
  const members = heading ? rows.slice(1) : rows;
  if (members.length === 0) return { lines: [], problems: [{ problem: 'no-lines' }] };
  if (members.length > MAX_SEATS + MAX_SECRETARIES) return { lines: [], problems: [{ problem: 'too-many-lines' }] };
  const read = members.map((row) => readLine(row, heading ?? COLUMNS));
  const lines = withSeatNames(read.map((one) => one.read));
  return { lines, problems: [...read.flatMap(({ problems }) => problems), ...collisions(lines)] };
}

type Row = { readonly line: number; readonly cells: readonly string[]; readonly hasCommas: boolean };

function cellsIn(row: string): Omit<Row, 'line'> {
  const between = ['\t', ';', ','].find((mark) => row.includes(mark)) ?? '\t';
  return { cells: cellsOf(row, between), hasCommas: between === ',' };
}

/** The columns that a heading names, in its order; undefined when the first line is a member. */
function headingIn(cells: readonly string[]): readonly (Column | undefined)[] | undefined {
  const columns = cells.map((cell) => HEADINGS[cell.toLowerCase()]);
  return columns.includes('name') && columns.some((column) => column && column !== 'name') ? columns : undefined;
}

/** Looser than the rules of mail, which nobody knows by heart: what is pasted around an address is not part of it. */
const ADDRESS = /^[^\s@<>()[\]",:]+@[^\s@<>()[\]",:]+\.[^\s@<>()[\]",:.]+$/;

/** In place of whom somebody represents: a role alone. */
const WITHOUT_SEAT = /^(uten|ingen) plass$/i;

function readLine({ line, cells, hasCommas }: Row, columns: readonly (Column | undefined)[]) {
  const problems: InLine<LineProblem>[] = [];
  const check = (problem: LineProblem, wrong: boolean) => {
    if (wrong) problems.push({ problem, line });
  };
  const found = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const written: Cells = { name: found('name'), email: found('email'), role: found('role'), seat: found('seat') };
  const email = written.email
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase();
  const isVacant = /^(ledig|vakant)$/i.test(written.name);
  const { roles, voting, isMember, unknown } = rolesIn(written.role);

  check(
    'too-many-columns',
    cells.slice(columns.length).some((cell) => cell !== ''),
  );
  check('name-missing', written.name === '');
  check('name-too-long', written.name.length > MAX_NAME);
  const isAddress = email.length <= MAX_EMAIL && ADDRESS.test(email);
  // an address in the wrong place; some are called by theirs, and have it in its own place as well
  check('email-odd', email === '' ? written.name.includes('@') : !isAddress);
  check('role-unknown', unknown);
  check('seat-too-long', written.seat.length > MAX_NAME);
  // between commas, a second role has come where the seat is
  check('role-as-seat', hasCommas && Object.hasOwn(ROLE_WORDS, written.seat.toLowerCase()));
  check('vacant-role', isVacant && roles.length > 0);
  const isWithout = WITHOUT_SEAT.test(written.seat);
  const hasSeat = !isWithout && (written.seat !== '' || isMember || roles.length === 0);
  check('neither-seat-nor-role', isWithout && (roles.length === 0 || isVacant));
  const read: Line = {
    line,
    ...(!isVacant && { name: written.name, ...(email !== '' && { email }) }),
    roles,
    ...(hasSeat && { seat: { ...representsIn(written.seat), voting } }),
  };
  return { read, problems };
}

const ROLE_WORDS: Readonly<Record<string, Role | 'voting' | 'speaking'>> = {
  leder: 'chair',
  nestleder: 'vice-chair',
  sekretariat: 'secretariat',
  sekretariatet: 'secretariat',
  sekretær: 'secretariat',
  medlem: 'voting',
  'fast medlem': 'voting',
  stemmeberettiget: 'voting',
  talerett: 'speaking',
  observatør: 'speaking',
};

/** A chair and a member vote; a secretariat with a seat of its own does not, unless it is said to be a member. */
function rolesIn(written: string) {
  const words = written
    .toLowerCase()
    .replace(/(møte ?-? ?og )?talerett/g, 'talerett')
    .split(/[,/+&]| og /)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const read = words.map((word) => (Object.hasOwn(ROLE_WORDS, word) ? ROLE_WORDS[word] : undefined));
  const has = (word: Role | 'voting' | 'speaking') => read.includes(word);
  const roles = (['chair', 'vice-chair', 'secretariat'] as const).filter(has);
  const leads = has('chair') || has('vice-chair');
  return {
    roles,
    voting: !has('speaking') && (leads || has('voting') || words.length === 0),
    isMember: leads || has('voting') || has('speaking'),
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

function collisions(lines: readonly Line[]): InLine<LineProblem>[] {
  const secretaries = lines.filter(({ roles }) => roles.includes('secretariat'));
  return [
    ...repeated(lines, 'person-twice', ({ email }) => email),
    ...repeated(lines, 'two-chairs', ({ roles }) => (roles.includes('chair') ? 'chair' : undefined)),
    ...repeated(lines, 'two-vice-chairs', ({ roles }) => (roles.includes('vice-chair') ? 'vice-chair' : undefined)),
    ...(lines.filter(({ seat }) => seat).length > MAX_SEATS ? [{ problem: 'too-many-lines' } as const] : []),
    ...(secretaries.length > MAX_SECRETARIES ? [{ problem: 'too-many-secretaries' } as const] : []),
  ];
}

/** Lines that have something which may stand in one line only, with the first line that has it. */
export function repeated<L extends { readonly line: number }, P extends string>(
  lines: readonly L[],
  problem: P,
  keyOf: (line: L) => string | undefined,
): InLine<P>[] {
  const first = new Map<string, number>();
  return lines.flatMap((line) => {
    const key = keyOf(line);
    if (key === undefined) return [];
    const other = first.get(key);
    if (other === undefined) first.set(key, line.line);
    return other === undefined ? [] : [{ problem, line: line.line, other }];
  });
}
