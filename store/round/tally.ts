import type { Answer, Asked, Delivery, Remark, Round } from './record.ts';

/** A typo is a yes with a remark. */
function isYes({ choice, remark }: Answer): boolean {
  return choice === 'approve' || remark?.kind === 'skrivefeil';
}

/** A remark on the content stands in the way until its author changes it, and so does a wish to take it to the meeting. */
export function isObjection(answer: Answer): boolean {
  return !isYes(answer);
}

/** Where a round stands: active yes, objections, remarks, silent and not reached, apart. */
export type Tally = {
  readonly yes: readonly Asked[];
  readonly objections: readonly Asked[];
  readonly remarks: readonly { readonly seat: Asked; readonly remark: Remark }[];
  readonly silent: readonly Asked[];
  readonly notReached: readonly { readonly seat: Asked; readonly why?: (Delivery & { state: 'not-reached' })['why'] }[];
};

/**
 * Counts a round. Whoever has not answered is silent if the card reached them while they could still answer, else not
 * reached.
 */
export function tally(round: Round): Tally {
  const bySeat = new Map(round.answers.map((answer) => [answer.seatId, answer]));
  const answersWhere = (test: (answer: Answer) => boolean) =>
    round.seats.filter(({ seatId }) => {
      const answer = bySeat.get(seatId);
      return answer !== undefined && test(answer);
    });
  const unanswered = round.seats.filter(({ seatId }) => !bySeat.has(seatId));
  const wasReached = ({ holderId }: Asked) => {
    const delivery = deliveryTo(round, holderId);
    return delivery?.state === 'delivered' && delivery.at < round.deadline;
  };
  return {
    yes: answersWhere(isYes),
    objections: answersWhere(isObjection),
    remarks: round.seats.flatMap((seat) => {
      const remark = bySeat.get(seat.seatId)?.remark;
      return remark ? [{ seat, remark }] : [];
    }),
    silent: unanswered.filter(wasReached),
    notReached: unanswered
      .filter((seat) => !wasReached(seat))
      .map((seat) => {
        const delivery = deliveryTo(round, seat.holderId);
        return delivery?.state === 'not-reached' ? { seat, why: delivery.why } : { seat };
      }),
  };
}

/** How the card to this holder fared; one card serves all seats that a person has. */
export function deliveryTo(round: Round, holderId: string): Delivery | undefined {
  const seatIds = round.seats.filter((seat) => seat.holderId === holderId).map(({ seatId }) => seatId);
  return round.deliveries.find(({ seatId }) => seatIds.includes(seatId));
}

/** Approved by the committee's rule, counted on active answers. */
export function decide(round: Round): 'approved' | 'undecided' {
  const { yes, objections } = tally(round);
  const enough = { everyone: round.seats.length } as Partial<Record<Round['rule']['kind'], number>>;
  const wanted = enough[round.rule.kind];
  return wanted !== undefined && objections.length === 0 && yes.length >= wanted ? 'approved' : 'undecided';
}
