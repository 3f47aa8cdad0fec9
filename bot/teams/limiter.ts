import { withoutThread } from '../ids.ts';
import { Lane, type Slot, type Window } from './limit-lane.ts';

/** What a request is, as Teams counts it: updates and deletions count as sending. */
export type RequestKind = 'send' | 'open' | 'read';

/** A request to Teams. `thread`: the conversation, or the member whose 1:1 chat is opened. */
export type Request = { readonly tenantId: string; readonly thread: string; readonly kind: RequestKind };

/** Clocks are read in whole milliseconds at both ends. */
const MARGIN_MS = 20;
const windows = (...of: readonly (readonly [most: number, ms: number])[]): readonly Window[] =>
  of.map(([most, ms]) => ({ most, ms: ms + MARGIN_MS }));

// what goes at the same time into one conversation is refused (412), and comes in another order
const ONE_BY_ONE: Window = { most: 1, ms: 0 };
const WRITES = [ONE_BY_ONE, ...windows([7, 1000], [8, 2000], [60, 30_000], [1800, 3_600_000])];
/** Teams' limits for one bot in one conversation (platform A5). */
const PER_THREAD: Readonly<Record<RequestKind, readonly Window[]>> = {
  send: WRITES,
  open: WRITES,
  read: windows([14, 1000], [16, 2000], [120, 30_000], [3600, 3_600_000]),
};
/** For one app in one tenant, everything together. */
const PER_TENANT = windows([50, 1000]);

/**
 * How long a request may stand in line here. One in line holds a place among those that are delivered at the same time,
 * and all tenants and conversations share these: whoever must wait longer comes back later.
 */
export const PATIENCE_MS = 1500;
/** How long a refusal holds that does not say so. */
const PAUSE_MS = 2000;
/** Whether a conversation or the whole tenant is meant by a refusal is a guess: a wrong one must not cost much. */
const TENANT_PAUSE_MS = 60_000;
/** How often what nothing counts for any more is forgotten. */
const SWEEP_MS = 60_000;

/** A request, from when it comes until it is answered or sent away. */
export type Ticket = {
  readonly lane: Lane;
  readonly tenant: Lane;
  readonly slot: Slot;
  /** How long it may stand in line. */
  readonly until: number;
};
type Leaving = { readonly ticket: Ticket; readonly backAt: number };

/** What may go now, in the order it came; what must come back later, and when; and when to ask again. */
export type Decision = {
  readonly go: readonly Ticket[];
  readonly leave: readonly Leaving[];
  readonly nextAt: number;
};

/**
 * Keeps Teams' limits in sliding windows: which of the requests in line may go. Pure: it has no clock and no timer;
 * times in milliseconds come with each call, and never go back. Conversations that nothing counts for are forgotten.
 */
export class Limiter {
  private readonly lanes = new Map<string, Lane>();
  /** The conversation of each tenant that was refused last. */
  private readonly refused = new WeakMap<Lane, Lane>();
  private readonly line = new Set<Ticket>();
  private sweptAt = Number.NEGATIVE_INFINITY;

  /** How many conversations and tenants are remembered. */
  get size(): number {
    return this.lanes.size;
  }

  /** Puts a request in line; `decide` says what becomes of it. */
  arrive({ tenantId, thread, kind }: Request, now: number): Ticket {
    this.sweep(now);
    const lane = this.laneOf(`${kind} ${tenantId} ${withoutThread(thread)}`, PER_THREAD[kind]);
    const tenant = this.laneOf(tenantId, PER_TENANT);
    const ticket = { lane, tenant, slot: lane.lineUp(now), until: now + PATIENCE_MS };
    this.line.add(ticket);
    return ticket;
  }

  decide(now: number): Decision {
    const [go, leave]: [Ticket[], Leaving[]] = [[], []];
    let nextAt = Number.POSITIVE_INFINITY;
    for (const ticket of this.line) {
      const { lane, tenant, slot, until } = ticket;
      const isNext = lane.isNext(slot, now);
      const opensAt = Math.max(lane.opensAt(now), tenant.opensAt(now));
      if (isNext && opensAt <= now) {
        this.begin(ticket);
        go.push(ticket);
      } else if (now >= until || Math.max(lane.expectedAt(now, slot), tenant.expectedAt(now)) > until)
        leave.push({ ticket, backAt: this.sendAway(ticket, now) });
      else nextAt = Math.min(nextAt, until, isNext ? opensAt : until);
    }
    return { go, leave, nextAt };
  }

  private begin(ticket: Ticket): void {
    const { lane, tenant, slot } = ticket;
    this.line.delete(ticket);
    lane.leave(slot);
    lane.begin();
    tenant.begin();
  }

  /** Out of the line, with a place kept for when it comes back. */
  private sendAway(ticket: Ticket, now: number): number {
    const { lane, tenant, slot, until } = ticket;
    this.line.delete(ticket);
    // what was expected and did not happen takes longer than one can tell
    return lane.sendAway(slot, now, Math.max(tenant.expectedAt(now), now < until ? now : now + PATIENCE_MS));
  }

  /** The request was answered, or given up. */
  end({ lane, tenant }: Ticket, now: number): void {
    lane.end(now);
    tenant.end(now);
  }

  /**
   * Teams refused it for its limits: nothing more goes into the conversation before that time; nor into the tenant,
   * when another of its conversations was refused and still waits.
   */
  refuse({ lane, tenant }: Ticket, now: number, until = now + PAUSE_MS): 'conversation' | 'tenant' {
    const before = this.refused.get(tenant);
    const isTenants = before !== undefined && before !== lane && before.isPaused(now);
    lane.pause(until);
    this.refused.set(tenant, lane);
    if (isTenants) tenant.pause(Math.min(until, now + TENANT_PAUSE_MS));
    return isTenants ? 'tenant' : 'conversation';
  }

  private laneOf(key: string, limits: readonly Window[]): Lane {
    const known = this.lanes.get(key) ?? new Lane(limits);
    this.lanes.set(key, known);
    return known;
  }

  private sweep(now: number): void {
    if (now < this.sweptAt + SWEEP_MS) return;
    this.sweptAt = now;
    for (const [key, lane] of this.lanes) if (lane.isIdle(now)) this.lanes.delete(key);
  }
}
