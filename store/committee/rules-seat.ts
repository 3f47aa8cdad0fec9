import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { MAX_SEATS, MAX_SECRETARIES } from '../setup/rules-lines.ts';
import { type Committee, indexed, type Role, roleSchema, type Seat, seatSchema } from './record.ts';
import { isChangedSince, isClosed, mayRunRounds } from './rules.ts';
import { fallsBelowQuorum } from './rules-choices.ts';
import { differences, type MoveRefusal, withMembers } from './rules-members.ts';
import { takeBackPlan } from './rules-planned.ts';

/** What a seat is, and what whoever has it does in the committee. */
export type SeatSaid = Pick<Seat, 'name' | 'represents' | 'voting'> & { readonly roles: readonly Role[] };
export type SeatTyped = {
  readonly seatName?: string | undefined;
  readonly represents?: string | undefined;
  readonly voting?: string | undefined;
  readonly roles?: string | undefined;
};

type By = { readonly personId: string; readonly now: Date };
type Against = { readonly against?: number | undefined };
type Refusal = Exclude<MoveRefusal, 'has-seat'>;
type IsConnected = (personId: string) => boolean;

/** The value of the choice that gives a seat its vote. */
export const VOTES = 'stemme';

/** Reads a seat as it was typed; who has it is said elsewhere. */
export function readSeat({
  seatName = '',
  represents,
  voting,
  roles = '',
}: SeatTyped): SeatSaid | { readonly problem: 'seat-name' | 'seat-represents' } {
  const name = seatName.trim().replace(/\s+/g, ' ');
  const whom = seatSchema.shape.represents.safeParse(represents);
  if (!seatSchema.shape.name.safeParse(name).success) return { problem: 'seat-name' };
  if (!whom.success) return { problem: 'seat-represents' };
  const read = roles.split(',').map((role) => roleSchema.safeParse(role).data);
  return { name, represents: whom.data, voting: voting === VOTES, roles: read.filter((role) => role !== undefined) };
}

/**
 * Changes what one seat is called, whom it represents, whether it votes, and the roles of whoever has it. Who leads is
 * one: a role that somebody else had is theirs no more.
 */
export function reviseSeat(
  committee: Committee,
  { seatId, said: { roles, ...said }, against }: Against & { readonly seatId: string; readonly said: SeatSaid },
  isConnected: IsConnected,
  by: By,
): Result<Committee, Refusal | 'vacant-role' | 'too-many-secretaries' | 'below-quorum'> {
  if (!mayRunRounds(committee, by.personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  const before = committee.seats.find(({ id }) => id === seatId);
  if (before === undefined) return refuse('no-such-seat');
  const isNobodys = before.memberId === undefined && roles.length > 0;
  const seats = committee.seats.map((seat) => (seat.id === seatId ? { ...seat, ...said } : seat));
  const given = before.memberId === undefined ? committee.roles : withRoles(committee.roles, before.memberId, roles);
  const members = { seats, roles: given };
  // pressed twice: what it is already is no change, whoever else has changed the committee
  if (!isNobodys && differences(committee, members).length === 0) return done(committee);
  if (isChangedSince(committee, against)) return refuse('changed-by-another');
  if (isNobodys) return refuse('vacant-role');
  if (given.secretariatIds.length > MAX_SECRETARIES) return refuse('too-many-secretaries');
  if (fallsBelowQuorum(committee, seats)) return refuse('below-quorum');
  return withMembers(committee, members, isConnected, by);
}

/** A seat more, at the end of the list and vacant until it is given to somebody. Safe to repeat. */
export function addSeat(
  committee: Committee,
  { id, said: { roles: _nobodys, ...said } }: { readonly id: string; readonly said: SeatSaid },
  { personId, now }: By,
): Result<Committee, 'not-secretariat' | 'committee-closed' | 'too-many-seats'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  if (committee.seats.some((seat) => seat.id === id)) return done(committee);
  if (committee.seats.length >= MAX_SEATS) return refuse('too-many-seats');
  const seats = [...committee.seats, { id, ...said }];
  const { roles } = committee;
  const added = { ...committee, seats, ...indexed({ seats, roles }) };
  return done(note(added, { at: now, by: personId, what: 'seat-added', seatId: id }));
}

/**
 * A seat less, with its varas and what was planned for it. Whoever had it keeps their roles, and rounds that run ask on as
 * they were opened. Safe to repeat.
 */
export function removeSeat(
  committee: Committee,
  { seatId, against }: Against & { readonly seatId: string },
  isConnected: IsConnected,
  by: By,
): Result<Committee, Exclude<Refusal, 'no-such-seat'> | 'below-quorum'> {
  if (!mayRunRounds(committee, by.personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  const seats = committee.seats.filter(({ id }) => id !== seatId);
  if (seats.length === committee.seats.length) return done(committee);
  if (isChangedSince(committee, against)) return refuse('changed-by-another');
  if (fallsBelowQuorum(committee, seats)) return refuse('below-quorum');
  const planless = takeBackPlan(committee, seatId, by);
  return planless.ok ? withMembers(planless.value, { seats, roles: committee.roles }, isConnected, by) : planless;
}

function withRoles(roles: Committee['roles'], personId: string, given: readonly Role[]): Committee['roles'] {
  const { chairId, viceChairId, secretariatIds } = roles;
  const leader = (role: Role, id: string | undefined) =>
    given.includes(role) ? personId : id === personId ? undefined : id;
  const [chair, viceChair] = [leader('chair', chairId), leader('vice-chair', viceChairId)];
  const others = secretariatIds.filter((id) => id !== personId);
  const isThere = secretariatIds.includes(personId);
  return {
    ...(chair && { chairId: chair }),
    ...(viceChair && { viceChairId: viceChair }),
    // whoever stays in it stays where they stand
    secretariatIds: !given.includes('secretariat') ? others : isThere ? secretariatIds : [...others, personId],
  };
}
