import { emitAgain, saysTheSame } from '../again.ts';
import type { When } from '../effect.ts';
import { nextContactTime } from '../time.ts';
import type { Round } from './record.ts';

/** Both clocks: the committee's decides, real time plans deliveries. */
export type Clocks = { readonly now: Date; readonly realNow: Date };

/** How often a shared card is renewed at most: answers that come together are one update. Real time. */
const SHARED_EVERY_MS = 5000;

export function atOnce({ realNow }: Clocks): When {
  return { realNow };
}

/** Now in working hours, else when the next ones begin (design 3.3). */
export function whenContactable({ now, realNow }: Clocks): When {
  const contactAt = nextContactTime(now);
  return { realNow, inWorkingHours: true, ...(contactAt > now && { contactAt }) };
}

/** Renews in place what these people see of the round, without a notification. */
export function renewCards(round: Round, clocks: Clocks, holderIds: readonly string[]): Round {
  return emitAgain(
    round,
    atOnce(clocks),
    ...holderIds
      .filter((holderId) => isDelivered(round, holderId))
      .map((holderId) => ({ kind: 'seat-card-update' as const, holderId })),
  );
}

/** Renews the shared status card, soon. */
export function renewShared(round: Round, { realNow }: Clocks): Round {
  if (round.shared === undefined) return round;
  const soon = round.outbox.find((waiting) => waiting.kind === 'shared-card-update' && waiting.attempts === 0);
  // the one that waits already keeps its time: it shows the newest state when it is sent
  if (soon) return round;
  return emitAgain(round, { realNow: new Date(realNow.getTime() + SHARED_EVERY_MS) }, { kind: 'shared-card-update' });
}

function isDelivered({ deliveries }: Round, holderId: string): boolean {
  return deliveries.some((delivery) => delivery.holderId === holderId && delivery.state === 'delivered');
}

/** Remarks that come together are one message to the secretariat. Real time. */
const FOLLOWERS_WAIT_MS = 60_000;

/** Tells the followers where the round stands, in working hours; a telling that waits gives way to this one. */
export function tellFollowers(round: Round, clocks: Clocks): Round {
  return emitAgain(round, whenContactable(clocks), ...round.followers.map((personId) => statusFor(personId, round)));
}

/** Tells them soon, of a remark or objection; one telling that waits is enough, and shows the newest state. */
export function tellFollowersSoon(round: Round, clocks: Clocks): Round {
  const soon = { now: clocks.now, realNow: new Date(clocks.realNow.getTime() + FOLLOWERS_WAIT_MS) };
  const isWaiting = (personId: string) =>
    round.outbox.some((waiting) => waiting.attempts === 0 && saysTheSame(waiting, statusFor(personId, round)));
  const untold = round.followers.filter((personId) => !isWaiting(personId));
  return emitAgain(round, whenContactable(soon), ...untold.map((personId) => statusFor(personId, round)));
}

function statusFor(personId: string, { id: roundId }: Round) {
  return { kind: 'personal-card', personId, view: { view: 'round-status', roundId } } as const;
}
