/** At most so many requests in any stretch of time of this length, wherever it begins. */
export type Window = { readonly most: number; readonly ms: number };

/** A place in line, kept while its request is away: it was told to come back at `backAt`. */
export type Slot = { backAt?: number };

/** How early a request may come back: the clock that woke it is read in whole milliseconds. */
const EARLY_MS = 5;
/** How late it may be before those behind it go first, and before its place is given up: it need not be wanted any more. */
const LATE_MS = 500;
const GONE_MS = 10_000;

/**
 * The requests of one conversation, or of one tenant, against its windows. Pure: times in milliseconds come with each
 * call, and never go back.
 *
 * Teams counts a request when it arrives, which is some time between its start and its answer. So one that is not
 * answered counts as if it could still arrive, and one that is answered as if it had arrived just then: no window is
 * ever exceeded at the other end, however long anything is on its way.
 */
export class Lane {
  private readonly windows: readonly Window[];
  private readonly longest: number;
  /** When requests were answered, the newest last. */
  private ended: number[] = [];
  private underWay = 0;
  /** In line, here or away, the first one first. */
  private slots: Slot[] = [];
  private pausedUntil = Number.NEGATIVE_INFINITY;

  constructor(windows: readonly Window[]) {
    this.windows = windows;
    this.longest = Math.max(...windows.map(({ ms }) => ms));
  }

  /** From when one more may go; infinitely late while that hangs on a request that is under way. */
  opensAt(now: number): number {
    return this.after(now, Number.POSITIVE_INFINITY, []);
  }

  /** From when the request in this place may go, if those before it go as soon as they may; without one, the next. */
  expectedAt(now: number, slot?: Slot): number {
    return this.after(now, now, slot ? this.slots.slice(0, this.slots.indexOf(slot)) : []);
  }

  private after(now: number, underWayEnds: number, ahead: readonly Slot[]): number {
    const fromEnd = (place: number): number => {
      if (place <= ahead.length) return Math.max(now, ahead.at(-place)?.backAt ?? now);
      const left = place - ahead.length;
      return left <= this.underWay ? underWayEnds : (this.ended.at(this.underWay - left) ?? Number.NEGATIVE_INFINITY);
    };
    // the request that stands as many places back as a window has room for must have left it
    return Math.max(now, this.pausedUntil, ...this.windows.map(({ most, ms }) => fromEnd(most) + ms));
  }

  begin(): void {
    this.underWay++;
  }

  end(now: number): void {
    this.underWay--;
    this.ended.push(now);
    const isOld = (at: number | undefined) => at !== undefined && at <= now - this.longest;
    // cut off in large pieces, which costs next to nothing per request
    if (isOld(this.ended[Math.floor(this.ended.length / 2)])) this.ended = this.ended.filter((at) => !isOld(at));
  }

  /** Nothing more goes before that. */
  pause(until: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, until);
  }

  isPaused(now: number): boolean {
    return this.pausedUntil > now;
  }

  /** A place behind all others; or its own for a request that was sent away and comes back. */
  lineUp(now: number): Slot {
    this.slots = this.slots.filter((slot) => !isLate(slot, now, GONE_MS));
    const own = this.slots.find(({ backAt }) => backAt !== undefined && backAt <= now + EARLY_MS);
    if (own !== undefined) {
      delete own.backAt;
      return own;
    }
    const slot = {};
    this.slots.push(slot);
    return slot;
  }

  /** Whether nobody stands before this place any more. */
  isNext(slot: Slot, now: number): boolean {
    return this.slots.find((other) => !isLate(other, now, LATE_MS)) === slot;
  }

  /** Keeps a place for a request that shall come back when it may go, and not before that time. */
  sendAway(slot: Slot, now: number, notBefore: number): number {
    slot.backAt = Math.max(notBefore, this.expectedAt(now, slot));
    return slot.backAt;
  }

  /** Gives a place up. */
  leave(slot: Slot): void {
    this.slots.splice(this.slots.indexOf(slot), 1);
  }

  /** Nothing is left that a later request would have to mind. */
  isIdle(now: number): boolean {
    const isEmpty = this.underWay === 0 && (this.ended.at(-1) ?? Number.NEGATIVE_INFINITY) <= now - this.longest;
    return isEmpty && !this.isPaused(now) && this.slots.every((slot) => isLate(slot, now, GONE_MS));
  }
}

function isLate({ backAt = Number.POSITIVE_INFINITY }: Slot, now: number, ms: number): boolean {
  return backAt < now - ms;
}
