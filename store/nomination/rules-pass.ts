import { note } from '../effect.ts';
import { type Clocks, emitAgain, whenContactable } from '../round/effects.ts';
import { withWaiting } from './effects.ts';
import { hasAnswered, isLate, type Nomination } from './record.ts';
import { closeNomination } from './rules-run.ts';

/**
 * A seat is somebody else's than before, or vacant: whoever has it now is asked in the other's place, and what was
 * answered stands. One that was to fill the seat is over once it is filled. Safe to repeat.
 */
export function passRequest(
  nomination: Nomination,
  seatId: string,
  holder: { readonly id: string; readonly name: string } | undefined,
  clocks: Clocks,
): Nomination {
  const request = nomination.requests.find((one) => one.seatId === seatId);
  if (request === undefined || nomination.status !== 'open') return nomination;
  if (nomination.kind === 'seat') return holder ? closeNomination(nomination, 'bot', clocks) : nomination;
  if (request.holderId === holder?.id) return nomination;
  const passed = {
    seatId,
    seatName: request.seatName,
    ...(holder && { holderId: holder.id, holderName: holder.name }),
  };
  const requests = nomination.requests.map((one) => (one === request ? passed : one));
  const line = { at: clocks.now, by: 'bot', what: 'request-passed', seatId };
  const noted = note(withWaiting({ ...nomination, requests }), line);
  const isAsked = nomination.deadline !== undefined && !isLate(nomination, clocks.now) && !hasAnswered(noted, seatId);
  if (holder === undefined || !isAsked) return noted;
  return emitAgain(noted, whenContactable(clocks), { kind: 'seat-card', holderId: holder.id });
}
