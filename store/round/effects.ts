import { type Effect, emit, isWaiting, type NewEffect, type Stored, type When } from '../effect.ts';
import { nextContactTime } from '../time.ts';
import type { Round } from './record.ts';

/** Both clocks: the committee's decides, real time plans deliveries. */
export type Clocks = { readonly now: Date; readonly realNow: Date };

/** What can be wanted of a round again and again, without a key yet. */
type Repeated<E = NewEffect> = E extends NewEffect ? Omit<E, 'key'> : never;

/** A record that counts what it emits again and again, and may have a card that its committee shares. */
type Counting = Stored & { readonly emitted?: number | undefined; readonly shared?: unknown };

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

/** Emits effects under keys of their own; one that says the same and still waits, tried or not, gives way to the new one. */
export function emitAgain<T extends Counting>(record: T, when: When, ...effects: readonly Repeated[]): T {
  return effects.reduce<T>((current, effect) => emitNext(current, when, effect), record);
}

function emitNext<T extends Counting>(record: T, when: When, effect: Repeated): T {
  const emitted = (record.emitted ?? 0) + 1;
  const outbox = record.outbox.filter((other) => !isWaiting(other) || !saysTheSame(other, effect));
  return emit({ ...record, outbox, emitted }, when, { ...effect, key: `${effect.kind}:${emitted}` } as NewEffect);
}

function saysTheSame(waiting: Effect, wanted: Repeated): boolean {
  const about = aboutOf(wanted);
  return about !== undefined && waiting.kind === wanted.kind && aboutOf(waiting) === about;
}

/** What two effects of one kind must share for the newer one to say it all; undefined when it never does. */
function aboutOf(effect: Repeated): string | undefined {
  switch (effect.kind) {
    case 'seat-card':
    case 'seat-card-update':
    case 'seat-reminder':
      return effect.holderId;
    case 'personal-card':
      return `${effect.view.view} ${effect.personId}`;
    case 'agenda-card-update':
    case 'agenda-reminder':
      return effect.personId;
    case 'seat-moved':
      return effect.seatId;
    case 'round-told':
    case 'shared-card-update':
      return '';
    default:
      return undefined;
  }
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
export function renewShared<T extends Counting>(record: T, { realNow }: Clocks): T {
  if (record.shared === undefined) return record;
  const soon = record.outbox.find((waiting) => waiting.kind === 'shared-card-update' && waiting.attempts === 0);
  // the one that waits already keeps its time: it shows the newest state when it is sent
  if (soon) return record;
  return emitAgain(record, { realNow: new Date(realNow.getTime() + SHARED_EVERY_MS) }, { kind: 'shared-card-update' });
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
