/** At most `calls` in any `ms` in a row. */
type Window = { readonly calls: number; readonly ms: number };

/** What a call counts as: `send` also updates, deletes and opens a chat; `roster` is the list of members in one piece. */
export type CallKind = 'send' | 'read' | 'roster';

const READ: readonly Window[] = [
  { calls: 14, ms: 1000 },
  { calls: 16, ms: 2000 },
  { calls: 120, ms: 30_000 },
  { calls: 3600, ms: 3_600_000 },
];
/** Per conversation, as Teams documents them. */
const PER_CONVERSATION: Readonly<Record<CallKind, readonly Window[]>> = {
  send: [
    { calls: 7, ms: 1000 },
    { calls: 8, ms: 2000 },
    { calls: 60, ms: 30_000 },
    { calls: 1800, ms: 3_600_000 },
  ],
  read: READ,
  roster: [{ calls: 5, ms: 60_000 }],
};
/** For one app in one tenant, all calls together. */
const PER_TENANT: readonly Window[] = [{ calls: 50, ms: 1000 }];

/**
 * Teams' limits for one app in one tenant, in sliding windows of real time. `now` is in milliseconds and never goes back.
 */
export class Limits {
  private readonly now: () => number;
  private readonly tenant = new Calls(PER_TENANT);
  private readonly conversations = new Map<string, Calls>();

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /**
   * Counts a call, unless that is one too many: then gives how many milliseconds from now it will be allowed.
   * `conversationId` is absent for a call that is about none.
   */
  take(kind: CallKind, conversationId?: string): number {
    const now = this.now();
    const counted = [this.tenant, ...(conversationId === undefined ? [] : this.callsIn(conversationId, kind))];
    const wait = Math.max(...counted.map((calls) => calls.wait(now)));
    if (wait === 0) for (const calls of counted) calls.add(now);
    return wait;
  }

  /** A list of members in one piece is a read like any other, and is counted by itself as well. */
  private callsIn(conversationId: string, kind: CallKind): readonly Calls[] {
    const own = this.callsOf(conversationId, kind);
    return kind === 'roster' ? [own, this.callsOf(conversationId, 'read')] : [own];
  }

  private callsOf(conversationId: string, kind: CallKind): Calls {
    const key = `${kind} ${conversationId}`;
    const known = this.conversations.get(key) ?? new Calls(PER_CONVERSATION[kind]);
    this.conversations.set(key, known);
    return known;
  }
}

/** When the newest calls were, as many as the widest window needs. */
class Calls {
  private readonly windows: readonly Window[];
  private readonly most: number;
  private times: number[] = [];

  constructor(windows: readonly Window[]) {
    this.windows = windows;
    this.most = Math.max(...windows.map(({ calls }) => calls));
  }

  /** How long until one more fits in every window; 0 when it does now. */
  wait(now: number): number {
    // the call that stands as many places back as a window has room for must have left it
    const waits = this.windows.map(({ calls, ms }) => (this.times.at(-calls) ?? Number.NEGATIVE_INFINITY) + ms - now);
    return Math.max(0, ...waits);
  }

  add(now: number): void {
    this.times.push(now);
    // cut off in large pieces, which costs next to nothing per call
    if (this.times.length > 2 * this.most) this.times = this.times.slice(-this.most);
  }
}
