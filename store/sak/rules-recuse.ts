import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Sak } from './record.ts';

/** Marks the seats that are inhabil in a sak: these and no others. They neither vote nor count in it. */
export function recuseSeats(
  sak: Sak,
  committee: Committee,
  seatIds: readonly string[],
  personId: string,
  now: Date,
): Result<Sak, 'not-for-you'> {
  if (committee.id !== sak.committeeId || !mayRunRounds(committee, personId)) return refuse('not-for-you');
  const { recusedSeatIds: before = [], ...rest } = sak;
  const recused = committee.seats.map(({ id }) => id).filter((id) => seatIds.includes(id));
  const changed = committee.seats.filter(({ id }) => before.includes(id) !== recused.includes(id));
  if (changed.length === 0) return done(sak);
  const marked: Sak = { ...rest, ...(recused.length > 0 && { recusedSeatIds: recused }) };
  return done(
    changed.reduce<Sak>(
      (current, { id: seatId }) =>
        note(current, { at: now, by: personId, what: recused.includes(seatId) ? 'recused' : 'not-recused', seatId }),
      marked,
    ),
  );
}
