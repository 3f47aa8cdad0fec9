import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Committee, indexed, MAX_VARAS, type Seat, type Vara } from './record.ts';
import { isClosed, mayRunRounds } from './rules.ts';

type By = { readonly personId: string; readonly now: Date };
type ChangeRefusal = 'not-secretariat' | 'no-such-seat';
export type NameRefusal = ChangeRefusal | 'committee-closed' | 'vara-own-member' | 'too-many-varas';

/**
 * Names a vara for a seat, after those who are there, or before those who were to come after them. Whoever is vara for the
 * seat already stays where they stand.
 */
export function nameVara(
  committee: Committee,
  { seatId, vara, ahead = [] }: { readonly seatId: string; readonly vara: Vara; readonly ahead?: readonly string[] },
  by: By,
): Result<Committee, NameRefusal> {
  if (!mayRunRounds(committee, by.personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  const seat = committee.seats.find(({ id }) => id === seatId);
  if (seat === undefined) return refuse('no-such-seat');
  const { varas = [], memberId } = seat;
  if (varas.some(({ personId }) => personId === vara.personId)) return done(committee);
  if (memberId === vara.personId) return refuse('vara-own-member');
  if (varas.length >= MAX_VARAS) return refuse('too-many-varas');
  const next = varas.findIndex(({ personId }) => ahead.includes(personId));
  const at = next === -1 ? varas.length : next;
  return done(withVaras(committee, seatId, varas.toSpliced(at, 0, vara), { ...by, what: 'vara-named', of: vara }));
}

/** Why somebody should not be proposed as vara for a seat: they are, or have a seat and so act for no other. */
export function varaProblem(
  { seats }: Pick<Committee, 'seats'>,
  seatId: string,
  personId: string,
): 'already-vara' | 'vara-has-seat' | undefined {
  const seat = seats.find(({ id }) => id === seatId);
  if (seat?.varas?.some((vara) => vara.personId === personId)) return 'already-vara';
  // whose own it is, is said by the rule
  return seats.some(({ id, memberId }) => id !== seatId && memberId === personId) ? 'vara-has-seat' : undefined;
}

/** Takes a vara from a seat; one who is not there any more is no refusal. What they act in already stays theirs. */
export function removeVara(
  committee: Committee,
  { seatId, personId }: { readonly seatId: string; readonly personId: string },
  by: By,
): Result<Committee, ChangeRefusal> {
  const found = varaIn(committee, seatId, personId, by);
  if (typeof found === 'string') return refuse(found);
  const { varas, at, vara } = found;
  if (vara === undefined) return done(committee);
  return done(withVaras(committee, seatId, varas.toSpliced(at, 1), { ...by, what: 'vara-removed', of: vara }));
}

/** Moves a vara one place up: who stands first is called first. */
export function raiseVara(
  committee: Committee,
  { seatId, personId }: { readonly seatId: string; readonly personId: string },
  by: By,
): Result<Committee, ChangeRefusal> {
  const found = varaIn(committee, seatId, personId, by);
  if (typeof found === 'string') return refuse(found);
  const { varas, at, vara } = found;
  if (vara === undefined || at === 0) return done(committee);
  const moved = varas.toSpliced(at, 1).toSpliced(at - 1, 0, vara);
  return done(withVaras(committee, seatId, moved, { ...by, what: 'vara-raised', of: vara }));
}

function varaIn(committee: Committee, seatId: string, personId: string, by: By) {
  if (!mayRunRounds(committee, by.personId)) return 'not-secretariat';
  const seat = committee.seats.find(({ id }) => id === seatId);
  if (seat === undefined) return 'no-such-seat';
  const { varas = [] } = seat;
  const at = varas.findIndex((vara) => vara.personId === personId);
  return { varas, at, vara: varas[at] };
}

function withVaras(
  committee: Committee,
  seatId: string,
  varas: readonly Vara[],
  { personId, now, what, of }: By & { readonly what: string; readonly of: Vara },
): Committee {
  const { roles } = committee;
  const seats = committee.seats.map((seat): Seat => {
    const { varas: _before, ...rest } = seat;
    return seat.id === seatId ? { ...rest, ...(varas.length > 0 && { varas: [...varas] }) } : seat;
  });
  const changed = { ...committee, seats, ...indexed({ seats, roles }) };
  return note(changed, { at: now, by: personId, what, seatId, onBehalfOf: of.personId });
}
