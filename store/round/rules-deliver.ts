import { isWaiting } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks, emitAgain, renewCards, renewShared } from './effects.ts';
import type { Delivery, Round, Unreached } from './record.ts';
import { cardTo, deliveryTo, hasAnswered, holdersOf } from './rules-count.ts';

type NotReached = Extract<Delivery, { state: 'not-reached' }>;

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
  const noted = withDelivery(
    round,
    before?.state === 'not-reached' ? since(before, delivery, round, clocks) : delivery,
  );
  // of somebody without a seat there is nothing left to ask
  const isAsking = round.status === 'open' && !hasAnswered(round, holderId);
  const isNewest =
    sent.textHashes.length === round.textHashes.length && sent.deadline.getTime() === round.deadline.getTime();
  const renewed = isAsking && isNewest ? noted : renewCards(noted, clocks, [holderId]);
  const isNews = (before?.state === 'not-reached') !== (delivery.state === 'not-reached');
  return isNews && round.status === 'open' ? renewShared(renewed, clocks) : renewed;
}

/**
 * What is known of somebody who was not reached. A card that had reached them lies there still, whatever else fails. It
 * counts from when it came, save where they are back when nothing can be answered any more: they were not reached in time.
 */
function since(before: NotReached, delivery: Delivery, { deadline }: Round, { now }: Clocks): Delivery {
  if (delivery.state === 'not-reached') return { ...before, ...delivery };
  return now < deadline ? delivery : { ...delivery, at: now };
}

function withDelivery(round: Round, delivery: Delivery): Round {
  const others = round.deliveries.filter(({ holderId }) => holderId !== delivery.holderId);
  return { ...round, deliveries: [...others, delivery] };
}

/**
 * Notes a reminder that arrived: from then on silence is proven, for the card had arrived before. Whoever was lost can be
 * written to again: the card that lies in their chat is renewed.
 */
export function noteReminder(round: Round, holderId: string, clocks: Clocks): Round {
  const noted = { ...round, reminders: [...round.reminders, { holderId, at: clocks.now }] };
  const delivery = deliveryTo(round, holderId);
  const isBack = delivery?.state === 'not-reached' && delivery.card !== undefined;
  return isBack ? showCard(withoutMissed(noted, delivery), holderId, clocks) : noted;
}

/** The reminder that somebody missed is none any more: they have got one, or it is on its way. */
function withoutMissed(round: Round, { missedReminder: _missed, ...delivery }: NotReached): Round {
  return withDelivery(round, delivery);
}

/** Sees to it that a holder has the card, unless that is being done: by renewing the one that lies there, or a new one. */
function showCard(round: Round, holderId: string, clocks: Clocks): Round {
  const isOnTheWay = round.outbox.some(
    (effect) => effect.kind === 'seat-card' && effect.holderId === holderId && !isWaiting(effect),
  );
  return isOnTheWay ? round : emitAgain(round, atOnce(clocks), { kind: 'seat-card', holderId });
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

/** Whom nothing reaches any more, and why. */
type Lost = { readonly holderId: string; readonly why: Unreached };

/**
 * Somebody has no chat with the bot any more. Until they have answered they are not reached: nobody's silence is taken for
 * consent whom no reminder can reach. Where their card lies is kept.
 */
export function loseHolder(round: Round, { holderId, why }: Lost, clocks: Clocks): Round {
  const before = deliveryTo(round, holderId);
  if (round.status !== 'open' || before?.state !== 'delivered' || hasAnswered(round, holderId)) return round;
  const { holderId: _who, state: _was, ...card } = before;
  return renewShared(withDelivery(round, { holderId, state: 'not-reached', at: clocks.now, why, card }), clocks);
}

/** A reminder did not reach somebody who had the card: they are lost, and get it when they are back. */
export function missReminder(round: Round, lost: Lost, clocks: Clocks): Round {
  const noted = loseHolder(round, lost, clocks);
  const delivery = deliveryTo(noted, lost.holderId);
  if (delivery?.state !== 'not-reached' || delivery.card === undefined) return noted;
  return withDelivery(noted, { ...delivery, missedReminder: true });
}

/**
 * Somebody can be reached now. What did not reach them they get at once, for it is they who came: the card, or a reminder.
 * A card that had reached them is no second one: it is renewed where it lies.
 */
export function reachHolder(round: Round, holderId: string, clocks: Clocks): Result<Round, 'nothing-to-ask'> {
  const isOpen = round.status === 'open' && clocks.now < round.deadline;
  const delivery = deliveryTo(round, holderId);
  const card = cardTo(round, holderId);
  const isAnswered = hasAnswered(round, holderId);
  if (!isOpen || !holdersOf(round).includes(holderId) || (isAnswered && card === undefined))
    return refuse('nothing-to-ask');
  if (card && (isAnswered || delivery?.state === 'delivered')) {
    const back = withDelivery(round, { ...card, holderId, state: 'delivered' });
    return done(renewCards(back, clocks, [holderId]));
  }
  const shown = showCard(round, holderId, clocks);
  if (delivery?.state !== 'not-reached' || delivery.missedReminder === undefined) return done(shown);
  return done(emitAgain(withoutMissed(shown, delivery), atOnce(clocks), { kind: 'seat-reminder', holderId }));
}
