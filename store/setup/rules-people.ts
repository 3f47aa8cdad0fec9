import { entraKey, isConnected, mailKey, type Person, teamsKey } from '../person/record.ts';
import type { Line, PlannedLine } from './record.ts';
import { type InLine, personsTwice, type TwiceProblem } from './rules-collisions.ts';

/** A member of a conversation, as Teams lists them. `tenantId` is their own, not the conversation's. */
export type RosterMember = {
  readonly name: string;
  readonly teamsId: string;
  readonly objectId?: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly tenantId?: string;
};

/** Somebody the bot knows: whoever fills in the form, and who is in the committee before. */
export type Acquainted = Pick<Person, 'name' | 'keys'> & { readonly email?: string | undefined };

export type Known = {
  readonly tenantId: string;
  /** Whose word is taken for an e-mail address. */
  readonly allowedTenants: readonly string[];
  /** Undefined: nobody could be asked who is there. */
  readonly roster: readonly RosterMember[] | undefined;
  readonly self: Acquainted;
  readonly members: readonly Acquainted[];
};

export type PeopleProblem = 'email-missing' | TwiceProblem;

/**
 * Says who is meant by each line: somebody the bot knows, a member of the conversation with this address, or with this
 * name when no address is given, or somebody who is known by the address until they are heard from. An address proves
 * something only where an allowed tenant says it: anybody may call a guest what they like.
 */
export function findPeople(
  lines: readonly Line[],
  known: Known,
): { readonly lines: readonly PlannedLine[]; readonly problems: readonly InLine<PeopleProblem>[] } {
  const found = lines.map((line) => findPerson(line, known));
  return {
    lines: found.flatMap((one) => ('problem' in one ? [] : [one])),
    problems: found.flatMap((one) => ('problem' in one ? [one] : [])),
  };
}

/** Lines that mean somebody whom an earlier line means, by another address. */
export function peopleTwice(lines: readonly PlannedLine[]): InLine<PeopleProblem>[] {
  return personsTwice(lines, ({ keys }) => keys.find((key) => isConnected({ keys: [key] })) ?? keys[0]);
}

function findPerson(line: Line, known: Known): PlannedLine | InLine<PeopleProblem> {
  const { tenantId, allowedTenants, roster = [] } = known;
  const { name, email } = line;
  if (name === undefined) return { ...line, keys: [], found: 'connected' };
  const met = acquaintanceIn(line, known);
  if (met && isConnected(met)) return acquainted(line, met);
  const like = roster.filter((member) => isLike(member, line));
  const own = like.filter((member) => member.tenantId !== undefined && allowedTenants.includes(member.tenantId));
  const [member] = own;
  // two of the same name are told apart by their addresses only
  if (member !== undefined && own.length === 1) return connected(line, member, tenantId);
  const claimed = claimantIn(line, known);
  if (claimed && isConnected(claimed)) return acquainted(line, claimed);
  const address = email ?? met?.email;
  if (address === undefined) return { problem: 'email-missing', line: line.line };
  return { ...line, email: address, keys: [mailKey(address)], found: like.length > 0 ? 'foreign' : 'waiting' };
}

function acquainted(line: Line, { email, keys }: Acquainted): PlannedLine {
  return { ...line, ...(email && { email }), keys, found: 'connected' };
}

/** By a proven address where one is given, else by a name that nobody else has. */
function acquaintanceIn({ name = '', email }: Line, known: Known): Acquainted | undefined {
  const all = everybodyIn(known);
  if (email !== undefined) return all.find(({ keys }) => keys.includes(mailKey(email)));
  const named = all.filter((one) => isSameName(one.name, name));
  return named.length === 1 ? named[0] : undefined;
}

/** By an address that only they themselves say is theirs, where the name is theirs as well and nobody proves it. */
function claimantIn({ name = '', email }: Line, known: Known): Acquainted | undefined {
  if (email === undefined) return undefined;
  const { self, roster } = known;
  // whoever fills in the form, while Teams says nothing of their address
  const isSelf = self.email === undefined && roster === undefined && isSameName(self.name, name);
  return (
    everybodyIn(known).find((one) => one.email === email && isSameName(one.name, name)) ?? (isSelf ? self : undefined)
  );
}

function everybodyIn({ self, members }: Known): Acquainted[] {
  return [self, ...members.filter(({ keys }) => !keys.some((key) => self.keys.includes(key)))];
}

function connected(line: Line, member: RosterMember, tenantId: string): PlannedLine {
  const { objectId, teamsId, tenantId: home = tenantId, email = line.email, userPrincipalName } = member;
  const own = objectId ? [entraKey(tenantId, objectId), entraKey(home, objectId)] : [teamsKey(tenantId, teamsId)];
  const mails = [email, userPrincipalName, line.email].flatMap((mail) => (mail ? [mailKey(mail)] : []));
  return {
    ...line,
    ...(email && { email }),
    keys: [...new Set([...own, ...mails])],
    found: 'connected',
    homeTenantId: home,
  };
}

function isLike({ name, email, userPrincipalName }: RosterMember, line: Line): boolean {
  if (line.email !== undefined) return line.email === email || line.email === userPrincipalName;
  return isSameName(name, line.name ?? '');
}

function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
