import type { Committee } from '../committee/record.ts';
import { type MoveRefusal, moveHolder } from '../committee/rules-members.ts';
import { type NameRefusal, nameVara } from '../committee/rules-varas.ts';
import { done, type Result, refuse } from '../result.ts';
import { answerFor, type Candidate, type Nomination } from './record.ts';

export type PlaceRefusal = NameRefusal | MoveRefusal | 'seat-filled';

/**
 * Gives somebody who has said yes their place: as vara for the seat, in the order in which they were proposed, or as its
 * member. Doing it twice does it once. A working group's members are decided elsewhere.
 */
export function placeCandidate(
  committee: Committee,
  nomination: Nomination,
  { seatId, candidate }: { readonly seatId: string; readonly candidate: Candidate },
  isConnected: (personId: string) => boolean,
  now: Date,
): Result<Committee, PlaceRefusal> {
  const { personId, name, repliedAt = now, confirmedBy = nomination.openedBy } = candidate;
  const by = { personId: confirmedBy, now };
  if (nomination.kind === 'group') return done(committee);
  if (nomination.kind === 'vara') {
    const { candidates = [] } = answerFor(nomination, seatId) ?? {};
    const place = candidates.findIndex(({ id }) => id === candidate.id);
    const ahead = candidates.slice(place + 1).map((one) => one.personId);
    return nameVara(committee, { seatId, vara: { personId, name, acceptedAt: repliedAt }, ahead }, by);
  }
  const holder = committee.seats.find(({ id }) => id === seatId)?.memberId;
  if (holder !== undefined && holder !== personId) return refuse('seat-filled');
  return moveHolder(committee, { seatId, memberId: personId }, isConnected, by);
}
