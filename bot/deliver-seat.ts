import type { Meeting } from '../store/meeting/record.ts';
import type { Delivery } from './attempt.ts';
import { moveSeats } from './seats.ts';
import type { Deps } from './turn.ts';

/** A seat of a meeting that moves takes its rounds and votings along. */
export function seatDelivery(deps: Deps, other: Delivery<Meeting>): Delivery<Meeting> {
  return {
    ...other,
    send: (effect, meeting) =>
      effect.kind === 'seat-moved'
        ? moveSeats(deps, meeting.id, effect.by).then(() => undefined)
        : other.send(effect, meeting),
  };
}
