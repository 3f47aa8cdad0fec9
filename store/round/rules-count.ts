import type { Answer, Asked, Comment, Delivery, Lying, Remark, Round, Unreached } from './record.ts';

/** A typo is a yes with a remark. */
export function isYes({ choice, remark }: Answer): boolean {
  return ['approve', 'for', 'sign'].includes(choice) || (choice === 'remark' && remark?.kind === 'skrivefeil');
}

/**
 * A remark on the content stands in the way until its author changes it, and so does a wish to take it to the meeting.
 * Votes against and abstentions are answers, and no objections (design 3.4).
 */
export function isObjection({ choice, remark }: Answer): boolean {
  return choice === 'lift-to-meeting' || (choice === 'remark' && remark?.kind === 'realitet');
}

/** A seat as whoever gave this answer held it: it may have moved since. */
export function asAnswered(seat: Asked, { personId }: Answer): Asked {
  const earlier = seat.earlierHolders?.findLast(({ holderId }) => holderId === personId);
  if (personId === seat.holderId || earlier === undefined) return seat;
  const { actsFor: _now, ...rest } = seat;
  return { ...rest, ...earlier };
}

/**
 * Where a round stands; every seat is in exactly one of yes, against, abstained, heard, objections, silent, absent and
 * not reached. Those with an answer stand with the name of whoever gave it.
 */
export type Tally = {
  readonly yes: readonly Asked[];
  readonly against: readonly Asked[];
  readonly abstained: readonly Asked[];
  /** Said what they had to say, or that it was nothing: where nothing is decided. */
  readonly heard: readonly Asked[];
  readonly objections: readonly Asked[];
  readonly comments: readonly { readonly seat: Asked; readonly comment: Comment; readonly choice: Answer['choice'] }[];
  readonly remarks: readonly { readonly seat: Asked; readonly remark: Remark }[];
  readonly lifted: readonly Asked[];
  /** The card reached them. `reminded`: so did a reminder, and the silence is proven. */
  readonly silent: readonly { readonly seat: Asked; readonly reminded: boolean }[];
  /** Was not at the meeting, and has not answered: shown apart, and never as consent. */
  readonly absent: readonly Asked[];
  readonly notReached: readonly { readonly seat: Asked; readonly why?: Unreached }[];
};

/** Counts a round as it stands. */
export function tally(round: Round): Tally {
  const bySeat = new Map(round.answers.map((answer) => [answer.seatId, answer]));
  const answered = (test: (answer: Answer) => boolean) =>
    round.seats.flatMap((seat) => {
      const answer = bySeat.get(seat.seatId);
      return answer !== undefined && test(answer) ? [asAnswered(seat, answer)] : [];
    });
  const unanswered = round.seats.filter(({ seatId }) => !bySeat.has(seatId));
  const expected = unanswered.filter(({ wasAbsent }) => !wasAbsent);
  // what arrives when nothing can be answered any more proves nothing
  const isInTime = (at: Date) => at < round.deadline;
  const wasReached = ({ holderId }: Asked) => {
    const delivery = deliveryTo(round, holderId);
    return delivery?.state === 'delivered' && isInTime(delivery.at);
  };
  const wasReminded = (asked: Asked) =>
    round.reminders.some(({ holderId, at }) => holderId === asked.holderId && isInTime(at));
  return {
    yes: answered(isYes),
    against: answered(({ choice }) => choice === 'against'),
    abstained: answered(({ choice }) => choice === 'abstain'),
    heard: answered(({ choice }) => choice === 'comment' || choice === 'no-comment'),
    comments: round.seats.flatMap((seat) => {
      const answer = bySeat.get(seat.seatId);
      return answer?.comment
        ? [{ seat: asAnswered(seat, answer), comment: answer.comment, choice: answer.choice }]
        : [];
    }),
    objections: answered(isObjection),
    remarks: round.seats.flatMap((seat) => {
      const answer = bySeat.get(seat.seatId);
      return answer?.remark ? [{ seat: asAnswered(seat, answer), remark: answer.remark }] : [];
    }),
    lifted: answered(({ choice }) => choice === 'lift-to-meeting'),
    silent: expected.filter(wasReached).map((seat) => ({ seat, reminded: wasReminded(seat) })),
    absent: unanswered.filter(({ wasAbsent }) => wasAbsent),
    notReached: expected
      .filter((seat) => !wasReached(seat))
      .map((seat) => {
        const delivery = deliveryTo(round, seat.holderId);
        return delivery?.state === 'not-reached' ? { seat, why: delivery.why } : { seat };
      }),
  };
}

/** How the card to this holder fared. */
export function deliveryTo({ deliveries }: Round, holderId: string): Delivery | undefined {
  return deliveries.find((delivery) => delivery.holderId === holderId);
}

/** The card that lies in this holder's chat, also while they cannot be written to; undefined when none ever reached them. */
export function cardTo(round: Round, holderId: string): Lying | undefined {
  const delivery = deliveryTo(round, holderId);
  return delivery?.state === 'delivered' ? delivery : delivery?.card;
}

/** Whether every seat that this person holds has an answer. */
export function hasAnswered({ seats, answers }: Round, holderId: string): boolean {
  return seats
    .filter((seat) => seat.holderId === holderId)
    .every(({ seatId }) => answers.some((answer) => answer.seatId === seatId));
}

/** Those who hold a seat, each once. */
export function holdersOf({ seats }: Round): string[] {
  return [...new Set(seats.map(({ holderId }) => holderId))];
}

/** Those who hold a seat without an answer, each once. */
export function waitingHolders(round: Round): string[] {
  return holdersOf(round).filter((holderId) => !hasAnswered(round, holderId));
}

/** How many must say yes for this rule, of those who are asked. */
export function yesesWanted(rule: Round['rule'], asked: number): number {
  switch (rule.kind) {
    case 'everyone':
      return asked;
    case 'majority':
      return Math.floor(asked / 2) + 1;
    case 'consensus':
      return rule.atLeast ?? Math.ceil(asked / 2);
    case 'silent-consent':
      return 1;
    case 'none':
      return 0;
  }
}

/** What a round comes to, by its committee's rule, on what is known now (design 3.4). */
export function decide(round: Round): 'approved' | 'undecided' | 'collected' {
  if (round.kind === 'innspill') return 'collected';
  const { yes, objections } = tally(round);
  const isEnough = yes.length >= yesesWanted(round.rule, round.seats.length);
  return objections.length === 0 && isEnough && isFree(round) ? 'approved' : 'undecided';
}

/** Whether nothing else that the rule names stands in the way of enough yeses. */
function isFree(round: Round): boolean {
  const { against, silent, notReached } = tally(round);
  switch (round.rule.kind) {
    case 'consensus':
      return against.length === 0;
    case 'silent-consent':
      return silent.every(({ reminded }) => reminded) && notReached.length === 0;
    default:
      return true;
  }
}

/**
 * Whether a proposal cannot be carried any more, whatever those say who have not voted: too many have voted something
 * else than for, or anybody against it where there must be consensus.
 */
export function isVotedDown(round: Round): boolean {
  if (round.kind !== 'vedtak') return false;
  const { against, abstained } = tally(round);
  if (against.length > 0 && round.rule.kind === 'consensus') return true;
  const left = round.seats.length - against.length - abstained.length;
  return left < yesesWanted(round.rule, round.seats.length);
}
