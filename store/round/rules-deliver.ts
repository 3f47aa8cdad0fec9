import { type Clocks, renewCards, renewShared } from './effects.ts';
import type { Delivery, Round } from './record.ts';
import { deliveryTo, hasAnswered } from './rules-count.ts';

/**
 * Notes how the card to a holder fared; a failure never replaces a success, and the newest card is the one that is
 * renewed. `sent`: the round as the card showed it. When the card asks for what is not asked any more, or shows a text or
 * deadline that is not the newest, it is renewed; and so is the shared card, which names those who were not reached.
 */
export function noteDelivery(
  round: Round,
  delivery: Delivery,
  clocks: Clocks,
  sent: Pick<Round, 'textHashes' | 'deadline'> = round,
): Round {
  const { holderId } = delivery;
  const before = deliveryTo(round, holderId);
  if (before?.state === 'delivered' && delivery.state === 'not-reached') return round;
  const noted = {
    ...round,
    deliveries: [...round.deliveries.filter((other) => other !== before), delivery],
  };
  // of somebody without a seat there is nothing left to ask
  const isAsking = round.status === 'open' && !hasAnswered(round, holderId);
  const isNewest =
    sent.textHashes.length === round.textHashes.length && sent.deadline.getTime() === round.deadline.getTime();
  const renewed = isAsking && isNewest ? noted : renewCards(noted, clocks, [holderId]);
  const isNews = (before?.state === 'not-reached') !== (delivery.state === 'not-reached');
  return isNews && round.status === 'open' ? renewShared(renewed, clocks) : renewed;
}

/** Notes a reminder that arrived: from then on silence is proven, for the card had arrived before. */
export function noteReminder(round: Round, holderId: string, at: Date): Round {
  return { ...round, reminders: [...round.reminders, { holderId, at }] };
}

/** Whether a reminder has still somebody to remind when it is about to be sent. */
export function wantsReminder(round: Round, holderId: string, now: Date): boolean {
  return round.status === 'open' && now < round.deadline && !hasAnswered(round, holderId);
}

/** Notes where the shared status card is. What happened while it was on the way is shown by renewing it. */
export function noteShared(round: Round, activityId: string | undefined, clocks: Clocks): Round {
  if (round.shared === undefined) return round;
  const { activityId: _before, ...place } = round.shared;
  const noted = { ...round, shared: { ...place, ...(activityId !== undefined && { activityId }) } };
  const isAsOpened =
    round.status === 'open' &&
    round.answers.length === 0 &&
    round.textHashes.length === 1 &&
    round.deliveries.every(({ state }) => state === 'delivered');
  return isAsOpened ? noted : renewShared(noted, clocks);
}
