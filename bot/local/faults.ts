/** What a connector call is about, for faults that strike only some. */
export type ConnectorCall = {
  readonly method: string;
  readonly path: string;
  /** The persons whose chat it is, or who are to get one. */
  readonly personIds: readonly string[];
};

/** Something that goes wrong in the connector on purpose. */
export type Fault = {
  /** How many calls it strikes; default one. */
  readonly times?: number;
  readonly strikes?: (call: ConnectorCall) => boolean;
  readonly delayMs?: number;
  /** Answered in place of what was asked for. */
  readonly status?: number;
  readonly code?: string;
  readonly retryAfter?: string;
  /** The connection is cut: before the call was carried out, or after, when only the answer is lost. */
  readonly reset?: 'before' | 'after';
};

/** Faults waiting to strike, the first that fits first. */
export class Faults {
  private readonly waiting: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.waiting.length = 0;
  }

  take(call: ConnectorCall): Fault | undefined {
    const index = this.waiting.findIndex(({ fault }) => fault.strikes?.(call) ?? true);
    const found = this.waiting[index];
    if (found === undefined) return undefined;
    if (--found.left <= 0) this.waiting.splice(index, 1);
    return found.fault;
  }
}
