import type { Seat } from '../../store/committee/record.ts';
import type { Entry } from '../../store/committee/rules-members.ts';
import { aSeat } from './records.ts';

/** A seat that nobody has. */
export function aVacantSeat(name: string): Seat {
  const { memberId: _vacant, ...seat } = aSeat(name);
  return seat;
}

/** Somebody in a committee, with the seat that `aSeat` gives them. */
export function anEntry(memberId: string, fields: Partial<Entry> = {}): Entry {
  const { name, represents, voting } = aSeat(memberId);
  return { memberId, roles: [], seat: { name, represents, voting }, ...fields };
}
