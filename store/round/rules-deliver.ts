import { isWaiting } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks, emitAgain, renewCards, renewShared } from './effects.ts';
import type { Delivery, Round, Unreached } from './record.ts';
import { deliveryTo, hasAnswered, waitingHolders } from './rules-count.ts';

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

/**
 * The bot is back in the committee's conversation: the status card of a round that is still open is posted there anew,
 * once. What went on there meanwhile is not told of.
 */
export function shareAgain(round: Round, conversationId: string, clocks: Clocks): Result<Round, 'nothing-to-share'> {
  if (round.status !== 'open' || round.shared?.conversationId !== conversationId) return refuse('nothing-to-share');
  if (round.outbox.some(({ kind }) => kind === 'shared-card')) return done(round);
  return done(emitAgain(round, atOnce(clocks), { kind: 'shared-card' }));
}

/**
 * Somebody has no chat with the bot any more. Until they have answered they are not reached: nobody's silence is taken for
 * consent whom no reminder can reach.
 */
export function loseHolder(
  round: Round,
  { holderId, why }: { readonly holderId: string; readonly why: Unreached },
  clocks: Clocks,
): Round {
  const before = deliveryTo(round, holderId);
  if (round.status !== 'open' || before?.state !== 'delivered' || hasAnswered(round, holderId)) return round;
  const others = round.deliveries.filter((delivery) => delivery !== before);
  const lost: Delivery = { holderId, state: 'not-reached', at: clocks.now, why };
  return renewShared({ ...round, deliveries: [...others, lost] }, clocks);
}

/** Somebody can be reached now: they get the card that did not reach them, at once, for it is they who came. */
export function reachHolder(round: Round, holderId: string, clocks: Clocks): Result<Round, 'nothing-to-ask'> {
  const isAsked = round.status === 'open' && clocks.now < round.deadline && waitingHolders(round).includes(holderId);
  if (!isAsked || deliveryTo(round, holderId)?.state === 'delivered') return refuse('nothing-to-ask');
  const isOnTheWay = round.outbox.some(
    (effect) => effect.kind === 'seat-card' && effect.holderId === holderId && !isWaiting(effect),
  );
  return done(isOnTheWay ? round : emitAgain(round, atOnce(clocks), { kind: 'seat-card', holderId }));
}
