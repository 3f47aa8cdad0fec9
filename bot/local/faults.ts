import type { WireFault } from './wire.ts';

/** What a connector call is about, for faults that strike only some. */
export type ConnectorCall = {
  readonly method: string;
  readonly path: string;
  /** The persons whose chat it is, or who are to get one. */
  readonly personIds: readonly string[];
};

type Planned = {
  /** How many calls it strikes; default one. */
  readonly times?: number;
  /** A short code, for whoever lists the faults. */
  readonly what?: string;
};

/** Something that goes wrong in the connector on purpose. */
export type Fault = Planned & {
  readonly strikes?: (call: ConnectorCall) => boolean;
  readonly delayMs?: number;
  /** Answered in place of what was asked for. */
  readonly status?: number;
  readonly code?: string;
  readonly retryAfter?: string;
  /** The connection is cut: before the call was carried out, or after, when only the answer is lost. */
  readonly reset?: 'before' | 'after';
};

/** Something that goes wrong on purpose on the way to the bot, or with its answer. */
export type BotFault = Planned & {
  /** The same activity is delivered twice: at the same time, or when the first has been answered. */
  readonly twice?: 'parallel' | 'after';
  /** Its answer is lost, or comes too late to count. */
  readonly lost?: true;
  readonly late?: true;
};

type Waiting<F> = { readonly id: string; readonly fault: F; left: number };

/** Faults waiting to strike, the first that fits first. */
export class Faults {
  private readonly connector: Waiting<Fault>[] = [];
  private readonly bot: Waiting<BotFault>[] = [];
  private readonly listeners = new Set<(faults: readonly WireFault[]) => void>();
  private lastId = 0;

  onChange(listener: (faults: readonly WireFault[]) => void): void {
    this.listeners.add(listener);
  }

  add(fault: Fault): void {
    this.plan(this.connector, fault);
  }

  addForBot(fault: BotFault): void {
    this.plan(this.bot, fault);
  }

  clear(): void {
    this.connector.length = 0;
    this.bot.length = 0;
    this.tell();
  }

  /** What strikes a call of the bot's, if anything. */
  take(call: ConnectorCall): Fault | undefined {
    return this.strike(
      this.connector,
      this.connector.findIndex(({ fault }) => fault.strikes?.(call) ?? true),
    );
  }

  /** What strikes the next activity on its way to the bot, if anything. */
  takeForBot(): BotFault | undefined {
    return this.strike(this.bot, 0);
  }

  list(): readonly WireFault[] {
    const connector = this.connector.map(({ id, left: times, fault }): WireFault => {
      const { strikes: _strikes, code: _code, retryAfter, times: _times, what = '', ...rest } = fault;
      const wait = retryAfter !== undefined && { retryAfter: Number(retryAfter) };
      return { id, on: 'connector', what, times, ...rest, ...wait };
    });
    const bot = this.bot.map(({ id, left: times, fault }): WireFault => {
      const { times: _times, what = '', ...rest } = fault;
      return { id, on: 'bot', what, times, ...rest };
    });
    return [...connector, ...bot];
  }

  private plan<F extends Planned>(waiting: Waiting<F>[], fault: F): void {
    waiting.push({ id: String(++this.lastId), fault, left: fault.times ?? 1 });
    this.tell();
  }

  private strike<F>(waiting: Waiting<F>[], index: number): F | undefined {
    const found = waiting[index];
    if (found === undefined) return undefined;
    if (--found.left <= 0) waiting.splice(index, 1);
    this.tell();
    return found.fault;
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.list());
  }
}
