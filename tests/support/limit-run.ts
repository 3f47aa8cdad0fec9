import { Limiter, type Request, type RequestKind, type Ticket } from '../../bot/teams/limiter.ts';

/** Somebody wants to send: when, what, how long it takes to be answered, and how late they come back when sent away. */
export type Wish = {
  readonly at: number;
  readonly request: Request;
  readonly takes: number;
  /** 0 to 1: when in that time Teams counts it. */
  readonly counted: number;
  readonly late: number;
};

/** A request that went: when it was wanted, when it began, when Teams counted it, and when it was answered. */
export type Went = { readonly wish: Wish; readonly began: number; readonly counted: number; readonly ended: number };
/** Who still stands in line when everything that may go has gone, and who was sent away and is not back. */
export type Stood = {
  readonly now: number;
  readonly here: readonly Wish[];
  readonly away: ReadonlySet<Wish>;
  readonly went: readonly Went[];
};

type Event = { readonly at: number; readonly happens: (now: number) => void };

/** Teams' limits as it documents them, written down anew. */
type Limit = readonly [most: number, ms: number];
const writes: readonly Limit[] = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
];
export const documented: Readonly<Record<RequestKind | 'tenant', readonly Limit[]>> = {
  send: writes,
  open: writes,
  read: writes.map(([most, ms]) => [2 * most, ms]),
  tenant: [[50, 1000]],
};

/** Plays wishes through a limiter, in time of its own, until all have gone. */
export function playThrough(wishes: readonly Wish[], watch: (stood: Stood) => void = () => {}) {
  const limiter = new Limiter();
  const went: Went[] = [];
  const wishOf = new Map<Ticket, Wish>();
  const events: Event[] = [];
  const away = new Set<Wish>();
  let putOff = 0;
  const plan = (at: number, happens: Event['happens']) => {
    const place = events.findIndex((event) => event.at > at);
    events.splice(place < 0 ? events.length : place, 0, { at, happens });
  };
  const come = (wish: Wish) => (now: number) => {
    away.delete(wish);
    wishOf.set(limiter.arrive(wish.request, now), wish);
  };
  const begin = (ticket: Ticket, now: number) => {
    const wish = take(ticket);
    const ended = now + wish.takes;
    went.push({ wish, began: now, counted: now + wish.takes * wish.counted, ended });
    plan(ended, (then) => limiter.end(ticket, then));
  };
  const take = (ticket: Ticket): Wish => {
    const wish = wishOf.get(ticket);
    if (wish === undefined) throw new Error('a request went twice');
    wishOf.delete(ticket);
    return wish;
  };
  for (const wish of wishes) plan(wish.at, come(wish));
  let nextAt = Number.POSITIVE_INFINITY;
  while (events.length > 0 || nextAt < Number.POSITIVE_INFINITY) {
    const now = Math.min(events[0]?.at ?? nextAt, nextAt);
    while (events[0] !== undefined && events[0].at <= now) events.shift()?.happens(now);
    const decision = limiter.decide(now);
    nextAt = decision.nextAt;
    for (const ticket of decision.go) begin(ticket, now);
    for (const { ticket, backAt } of decision.leave) {
      putOff++;
      const wish = take(ticket);
      away.add(wish);
      plan(backAt + wish.late, come(wish));
    }
    watch({ now, here: [...wishOf.values()], away, went });
  }
  return { went, putOff, limiter };
}

/** The first window that was exceeded, in words; undefined when all were kept. */
export function exceeded(went: readonly Went[]): string | undefined {
  const times = new Map<string, number[]>();
  const note = (of: string, at: number) => times.set(of, [...(times.get(of) ?? []), at]);
  for (const { wish, counted } of went) {
    note(`tenant ${wish.request.tenantId}`, counted);
    note(laneOf(wish), counted);
  }
  for (const [of, unsorted] of times) {
    const sorted = unsorted.toSorted((a, b) => a - b);
    // one more than allowed, and less than the window between the first and the last of them
    for (const [most, ms] of documented[of.split(' ', 1)[0] as keyof typeof documented])
      if (sorted.some((at, i) => i >= most && at - (sorted[i - most] ?? 0) < ms)) return `${of}: ${most} in ${ms} ms`;
  }
  return undefined;
}

/** What a request is counted with, apart from its tenant. */
export const laneOf = ({ request: { kind, tenantId, thread } }: Wish) => `${kind} ${tenantId} ${thread}`;
