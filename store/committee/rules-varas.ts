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
  return changeVara(committee, seatId, personId, { ...by, what: 'vara-removed' }, (varas, at) =>
    varas.toSpliced(at, 1),
  );
}

/** Moves a vara one place up: who stands first is called first. */
export function raiseVara(
  committee: Committee,
  { seatId, personId }: { readonly seatId: string; readonly personId: string },
  by: By,
): Result<Committee, ChangeRefusal> {
  return changeVara(committee, seatId, personId, { ...by, what: 'vara-raised' }, (varas, at, vara) =>
    at === 0 ? varas : varas.toSpliced(at, 1).toSpliced(at - 1, 0, vara),
  );
}

/** `changed`: the varas of the seat afterwards; the very same when nothing is to change. */
function changeVara(
  committee: Committee,
  seatId: string,
  personId: string,
  by: By & { readonly what: string },
  changed: (varas: readonly Vara[], at: number, vara: Vara) => readonly Vara[],
): Result<Committee, ChangeRefusal> {
  if (!mayRunRounds(committee, by.personId)) return refuse('not-secretariat');
  const seat = committee.seats.find(({ id }) => id === seatId);
  if (seat === undefined) return refuse('no-such-seat');
  const { varas = [] } = seat;
  const at = varas.findIndex((vara) => vara.personId === personId);
  const of = varas[at];
  const after = of === undefined ? varas : changed(varas, at, of);
  return done(of === undefined || after === varas ? committee : withVaras(committee, seatId, after, { ...by, of }));
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
