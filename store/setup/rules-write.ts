import type { Committee, Role, Seat } from '../committee/record.ts';
import { rolesIn } from '../committee/rules-members.ts';
import { MAX_SEATS } from './rules-lines.ts';
import type { Acquainted, RosterMember } from './rules-people.ts';
import { representsAs } from './rules-represents.ts';

/** What the list of members may take of a card, in characters as JSON writes them: a longer one is pasted anew. */
const EDITABLE = 12_500;

/** Whether a list of members has room in a card, to be changed there. */
export function isEditable(members: string): boolean {
  return JSON.stringify(members).length <= EDITABLE;
}

const ROLE_WORDS: Record<Role, string> = { chair: 'leder', 'vice-chair': 'nestleder', secretariat: 'sekretariat' };

/** A member as a line that is read as the same again. */
export function writeLine(
  { name, email = '' }: Pick<Acquainted, 'name' | 'email'>,
  roles: readonly Role[],
  seat: Pick<Seat, 'name' | 'represents' | 'voting'> | undefined,
): string {
  // a secretary has no seat unless it is said, and whoever leads has one
  const isUnusual = seat === undefined && roles.some((role) => role !== 'secretariat');
  return cellsAsLine([
    name,
    email,
    rolesAs(roles, seat?.voting),
    seat ? representsAs(seat) : isUnusual ? 'uten plass' : '',
  ]);
}

/** Cells as one line that is read as the same again. */
export function cellsAsLine(cells: readonly string[]): string {
  // what has the mark in it is written with another one
  const mark = cells.some((cell) => cell.includes(';')) ? '\t' : ';';
  const line = cells
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .join(mark === ';' ? '; ' : mark)
    .replace(/[;\s]+$/, '');
  // a single cell would be taken apart by the marks that are its own
  return /[,;]/.test(line) && !line.includes(mark) ? `${line}${mark}` : line;
}

/** `voting`: undefined for who has no seat. */
function rolesAs(roles: readonly Role[], voting: boolean | undefined): string {
  const words = roles.map((role) => ROLE_WORDS[role]);
  if (voting === false) return [...words, 'møte- og talerett'].join(', ');
  const isSaid = voting === undefined || roles.some((role) => role !== 'secretariat');
  return isSaid ? words.join(', ') : [...words, 'medlem'].join(', ');
}

/**
 * The members of a conversation as lines, to be completed: whoever fills in the form first, as the secretariat.
 * `left`: how many there is no room for.
 */
export function rosterText(
  self: Acquainted,
  others: readonly RosterMember[],
): { readonly members: string; readonly left: number } {
  const first = writeLine(self, ['secretariat'], undefined);
  const named = others.filter(({ name }) => name !== '');
  const lines = named.map(({ name, email, userPrincipalName = '' }) =>
    cellsAsLine([name, email ?? userPrincipalName, 'medlem']),
  );
  let count = Math.min(lines.length, MAX_SEATS - 1);
  const text = (shown: number) => [first, ...lines.slice(0, shown)].join('\n');
  while (!isEditable(text(count))) count--;
  return { members: text(count), left: others.length - count };
}

/** The members of a committee as lines: every seat in its order, then the secretaries who have none. */
export function committeeText(committee: Committee, personOf: (personId: string) => Acquainted | undefined): string {
  const roles = rolesIn(committee);
  const having = (personId: string) => roles.flatMap((one) => (one.personId === personId ? one.role : []));
  const lineOf = (personId: string, seat?: Seat) => {
    return writeLine(personOf(personId) ?? { name: 'Ukjent' }, having(personId), seat);
  };
  const seated = committee.seats.map((seat) =>
    seat.memberId === undefined ? writeLine({ name: 'Ledig' }, [], seat) : lineOf(seat.memberId, seat),
  );
  const holders = new Set(committee.seats.map(({ memberId }) => memberId));
  const others = [...new Set(roles.map(({ personId }) => personId))].filter((personId) => !holders.has(personId));
  return [...seated, ...others.map((personId) => lineOf(personId))].join('\n');
}
