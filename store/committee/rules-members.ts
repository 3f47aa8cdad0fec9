import { note } from '../effect.ts';
import type { HistoryEntry } from '../fields.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Committee, indexed, MAX_VARAS, newCommittee, type Role, type Seat, type Vara } from './record.ts';
import { isChangedSince, isClosed, mayRunRounds } from './rules.ts';
import { fallsBelowQuorum } from './rules-choices.ts';
import { afterLead } from './rules-life.ts';
import { heldBy } from './rules-planned.ts';

/** Somebody in a committee: who, in which roles, and with which seat. Without `memberId` the seat is vacant. */
export type Entry = {
  readonly memberId?: string;
  readonly roles: readonly Role[];
  readonly seat?: Pick<Seat, 'name' | 'represents' | 'voting'>;
  /** Who is named as vara for the seat, in order: they come after those who are there. */
  readonly varas?: readonly Vara[];
};

type Members = Pick<Committee, 'seats' | 'roles'>;

/** What changes when members are changed, seat by seat and role by role. */
export type Difference =
  | { readonly what: 'seat-added' | 'seat-removed'; readonly seat: Seat }
  | { readonly what: 'holder-changed'; readonly seat: Seat; readonly before: string | undefined }
  | { readonly what: 'vote-given' | 'vote-taken'; readonly seat: Seat }
  | { readonly what: 'seat-renamed'; readonly seat: Seat; readonly before: Seat }
  | { readonly what: 'vara-named'; readonly seat: Seat; readonly vara: Vara }
  | { readonly what: 'role-given' | 'role-taken'; readonly role: Role; readonly personId: string };

/** A committee nobody had before. Somebody in it must be able to change it, and be known in Teams to do so. */
export function createCommittee(
  fields: Omit<Parameters<typeof newCommittee>[0], 'seats' | 'roles'>,
  {
    entries,
    newSeatId,
    isConnected,
  }: {
    readonly entries: readonly Entry[];
    readonly newSeatId: (n: number) => string;
    readonly isConnected: (personId: string) => boolean;
  },
  personId: string,
  now: Date,
): Result<Committee, 'nobody-runs'> {
  const members = composed(entries, [], newSeatId);
  if (!isRunnable(members, isConnected)) return refuse('nobody-runs');
  return done(note(newCommittee({ ...fields, ...members }), { at: now, by: personId, what: 'created' }));
}

/**
 * Changes seats and roles to these. A seat that goes on keeps its id, and so its place in what is about it; rounds that
 * run ask on as they were opened. `against`: the version of the committee that the change was shown against.
 */
export function reviseMembers(
  committee: Committee,
  change: {
    readonly entries: readonly Entry[];
    readonly newSeatId: (n: number) => string;
    readonly isConnected: (personId: string) => boolean;
    readonly against: number | undefined;
  },
  personId: string,
  now: Date,
): Result<Committee, ChangeRefusal | 'changed-meanwhile' | 'too-many-varas' | 'below-quorum'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  if (committee.version !== change.against) return refuse('changed-meanwhile');
  const members = composed(change.entries, committee.seats, change.newSeatId);
  if (members.seats.some(({ varas = [] }) => varas.length > MAX_VARAS)) return refuse('too-many-varas');
  if (fallsBelowQuorum(committee, members.seats)) return refuse('below-quorum');
  return withMembers(committee, members, change.isConnected, { personId, now });
}

type ChangeRefusal = 'not-secretariat' | 'committee-closed' | 'nobody-runs';
export type MoveRefusal = ChangeRefusal | 'no-such-seat' | 'has-seat' | 'changed-by-another';

/**
 * Gives one seat to somebody else, or leaves it vacant. Roles follow the seat only from somebody who is not known in
 * Teams: there it is the same human, found at last. `against`: the version of the committee that it was chosen from.
 */
export function moveHolder(
  committee: Committee,
  {
    seatId,
    memberId,
    against,
  }: { readonly seatId: string; readonly memberId: string | undefined; readonly against?: number | undefined },
  isConnected: (personId: string) => boolean,
  by: { readonly personId: string; readonly now: Date },
): Result<Committee, MoveRefusal> {
  if (!mayRunRounds(committee, by.personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  const seat = committee.seats.find(({ id }) => id === seatId);
  if (seat === undefined) return refuse('no-such-seat');
  const { memberId: before } = seat;
  if (before === memberId) return done(committee);
  if (isChangedSince(committee, against)) return refuse('changed-by-another');
  if (memberId !== undefined && committee.seats.some((other) => other.memberId === memberId)) return refuse('has-seat');
  const moved = heldBy(seat, memberId);
  const seats = committee.seats.map((other) => (other.id === seatId ? moved : other));
  const isSame = before !== undefined && memberId !== undefined && !isConnected(before);
  const roles = isSame ? renamedIn(committee.roles, before, memberId) : committee.roles;
  return withMembers(committee, { seats, roles }, isConnected, by);
}

/** How the committee would differ with these members. */
export function differences(before: Members, after: Members): Difference[] {
  const old = new Map(before.seats.map((seat) => [seat.id, seat]));
  const seats = after.seats.flatMap((seat): Difference[] => {
    const known = old.get(seat.id);
    const named = varasNamed(known, seat);
    return known === undefined ? [{ what: 'seat-added', seat }, ...named] : [...seatDifferences(known, seat), ...named];
  });
  const kept = new Set(after.seats.map(({ id }) => id));
  const removed = before.seats.filter(({ id }) => !kept.has(id));
  return [
    ...seats,
    ...removed.map((seat): Difference => ({ what: 'seat-removed', seat })),
    ...roleDifferences(after, before, 'role-given'),
    ...roleDifferences(before, after, 'role-taken'),
  ];
}

/**
 * Seats and roles from what was written. A seat is known again by name and holder, else by name, else by holder; what is
 * not written in a line stays with its seat.
 */
export function composed(entries: readonly Entry[], known: readonly Seat[], newSeatId: (n: number) => string): Members {
  const seated = entries.flatMap(({ memberId, seat, varas = [] }) =>
    seat ? [{ written: { ...seat, ...(memberId && { memberId }) }, varas }] : [],
  );
  const ids = knownIds(
    seated.map(({ written }) => written),
    known,
  );
  const seats = seated.map(({ written, varas }, n) => {
    const before = known.find(({ id }) => id === ids[n]);
    const all = withVarasNamed(before?.varas ?? [], varas);
    const kept = {
      ...(all.length > 0 && { varas: all }),
      ...(before?.appointing && { appointing: before.appointing }),
    };
    return heldBy({ id: ids[n] ?? newSeatId(n), ...written, ...kept }, written.memberId);
  });
  const having = (role: Role) => entries.flatMap(({ memberId, roles }) => (roles.includes(role) && memberId) || []);
  const [chairId] = having('chair');
  const [viceChairId] = having('vice-chair');
  const secretariatIds = [...new Set(having('secretariat'))];
  return { seats, roles: { ...(chairId && { chairId }), ...(viceChairId && { viceChairId }), secretariatIds } };
}

function withVarasNamed(before: readonly Vara[], named: readonly Vara[]): Vara[] {
  return [...before, ...named.filter(({ personId }) => !before.some((vara) => vara.personId === personId))];
}

type Unnamed = Omit<Seat, 'id'>;

function knownIds(seated: readonly Unnamed[], known: readonly Seat[]): (string | undefined)[] {
  const ids: (string | undefined)[] = seated.map(() => undefined);
  const left = new Set(known);
  const match = (isSame: (seat: Unnamed, old: Seat) => boolean) => {
    for (const [n, seat] of seated.entries()) {
      const old = ids[n] === undefined ? [...left].find((candidate) => isSame(seat, candidate)) : undefined;
      if (old === undefined) continue;
      ids[n] = old.id;
      left.delete(old);
    }
  };
  const sameName = (seat: Unnamed, old: Seat) => seat.name.toLowerCase() === old.name.toLowerCase();
  const sameHolder = (seat: Unnamed, old: Seat) => seat.memberId === old.memberId;
  match((seat, old) => sameName(seat, old) && sameHolder(seat, old));
  match(sameName);
  match((seat, old) => seat.memberId !== undefined && sameHolder(seat, old));
  return ids;
}

/** A committee with these seats and roles, with what is different noted. */
export function withMembers(
  committee: Committee,
  members: Members,
  isConnected: (personId: string) => boolean,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Result<Committee, 'nobody-runs'> {
  if (!isRunnable(members, isConnected)) return refuse('nobody-runs');
  const changed = differences(committee, members);
  if (changed.length === 0) return done(committee);
  const entries = changed.map((one): HistoryEntry => {
    const of = 'role' in one ? one.personId : one.what === 'vara-named' ? one.vara.personId : undefined;
    const about = { ...('seat' in one && { seatId: one.seat.id }), ...(of && { onBehalfOf: of }) };
    return { at: now, by: personId, what: 'role' in one ? `${one.what}:${one.role}` : one.what, ...about };
  });
  const revised: Committee = { ...committee, ...members, ...indexed(members) };
  return done(afterLead(committee, entries.reduce(note, revised), now));
}

/** Somebody who may change the committee must be left, and be able to. */
function isRunnable({ roles }: Members, isConnected: (personId: string) => boolean): boolean {
  return [roles.chairId, ...roles.secretariatIds].some((id) => id !== undefined && isConnected(id));
}

function seatDifferences(before: Seat, seat: Seat): Difference[] {
  return [
    ...(before.memberId === seat.memberId
      ? []
      : [{ what: 'holder-changed', seat, before: before.memberId } satisfies Difference]),
    ...(before.voting === seat.voting
      ? []
      : [{ what: seat.voting ? 'vote-given' : 'vote-taken', seat } satisfies Difference]),
    ...(before.name === seat.name && before.represents === seat.represents
      ? []
      : [{ what: 'seat-renamed', seat, before } satisfies Difference]),
  ];
}

function varasNamed({ varas: before = [] }: Partial<Seat> = {}, seat: Seat): Difference[] {
  const isNew = ({ personId }: Vara) => !before.some((vara) => vara.personId === personId);
  return (seat.varas ?? []).filter(isNew).map((vara) => ({ what: 'vara-named', seat, vara }));
}

function roleDifferences(have: Members, lack: Members, what: 'role-given' | 'role-taken'): Difference[] {
  const had = rolesIn(lack);
  return rolesIn(have)
    .filter(({ role, personId }) => !had.some((other) => other.role === role && other.personId === personId))
    .map((one) => ({ what, ...one }));
}

/** Every role, and who has it. */
export function rolesIn({ roles }: Pick<Committee, 'roles'>): readonly { role: Role; personId: string }[] {
  const { chairId, viceChairId, secretariatIds } = roles;
  return [
    ...(chairId ? [{ role: 'chair' as const, personId: chairId }] : []),
    ...(viceChairId ? [{ role: 'vice-chair' as const, personId: viceChairId }] : []),
    ...secretariatIds.map((personId) => ({ role: 'secretariat' as const, personId })),
  ];
}

function renamedIn({ chairId, viceChairId, secretariatIds }: Committee['roles'], before: string, now: string) {
  const renamed = (id: string) => (id === before ? now : id);
  return {
    ...(chairId && { chairId: renamed(chairId) }),
    ...(viceChairId && { viceChairId: renamed(viceChairId) }),
    secretariatIds: [...new Set(secretariatIds.map(renamed))],
  };
}
