import type { Committee } from '../committee/record.ts';
import type { Call, Forfall } from './forfall.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import { coverOf, standing } from './rules-holder.ts';

/**
 * How a call-in stands for the vara who got it: to be answered (`late`: after the time to answer, and nobody else has said
 * yes), answered, or over, and why.
 */
export type CallStanding =
  | 'asked'
  | 'late'
  | 'accepted'
  | 'declined'
  | 'covered'
  | 'member-comes'
  | 'changed'
  | 'moved'
  | 'elsewhere'
  | 'not-vara'
  | 'cancelled'
  | 'over';

/** How a call-in stands now. */
export function callStanding(
  meeting: Meeting,
  committee: Pick<Committee, 'seats'>,
  forfall: Forfall,
  call: Call,
  now: Date,
): CallStanding {
  if (meeting.state === 'cancelled') return 'cancelled';
  if (isOver(meeting, now)) return 'over';
  if (forfall.takenBack) return whyTakenBack(meeting, forfall);
  const cover = coverOf(meeting, forfall);
  if (cover) return cover.varaId === call.varaId ? 'accepted' : 'covered';
  if (!isVara(committee, forfall, call)) return 'not-vara';
  switch (call.state) {
    case 'asked':
    case 'declined':
    case 'elsewhere':
      return call.state;
    case 'withdrawn':
      return 'changed';
    default:
      return 'late';
  }
}

/** Whether somebody is still vara for the seat, or was registered for this meeting. */
export function isVara(
  { seats }: Pick<Committee, 'seats'>,
  { seatId }: Pick<Forfall, 'seatId'>,
  { varaId, registeredBy }: Pick<Call, 'varaId' | 'registeredBy'>,
): boolean {
  if (registeredBy !== undefined) return true;
  return seats.some(({ id, varas = [] }) => id === seatId && varas.some(({ personId }) => personId === varaId));
}

/** The meeting is another day, the member comes after all, or another forfall took the place of this one. */
function whyTakenBack({ history }: Meeting, { at, seatId, moved }: Forfall): CallStanding {
  if (moved) return 'moved';
  const isBack = history.some(
    ({ what, ...line }) => what === 'forfall-taken-back' && line.seatId === seatId && line.at >= at,
  );
  return isBack ? 'member-comes' : 'changed';
}

/** Whether somebody was asked to act for a seat and may still do so, or acts for it: they see what the meeting is about. */
export function isCalledIn(meeting: Pick<Meeting, 'forfall'>, personId: string): boolean {
  return standing(meeting).some((one) =>
    one.calls.some(({ varaId, state }) => {
      const isOpen = state === 'asked' || (state === 'timed-out' && coverOf(meeting, one) === undefined);
      return varaId === personId && (state === 'accepted' || isOpen);
    }),
  );
}
