import type { LogLine } from './wire.ts';

const KEPT = 300;

export type Entry = Omit<LogLine, 'n' | 'bytes'> & { readonly body: unknown; readonly answer: unknown };

/** The newest requests between room and bot, with their bodies; in memory only. */
export class ActivityLog {
  private readonly entries: { readonly line: LogLine; readonly entry: Entry }[] = [];
  private readonly listeners = new Set<(line: LogLine) => void>();
  private last = 0;

  onLine(listener: (line: LogLine) => void): void {
    this.listeners.add(listener);
  }

  add(entry: Entry): void {
    const { at, direction, what, who, status, ms } = entry;
    const line = { n: ++this.last, at, direction, what, who, status, ms, bytes: messageBytes(entry.body) };
    this.entries.push({ line, entry });
    if (this.entries.length > KEPT) this.entries.shift();
    for (const listener of this.listeners) listener(line);
  }

  lines(): readonly LogLine[] {
    return this.entries.map(({ line }) => line);
  }

  /** What was sent and answered, or undefined when it is forgotten. */
  bodies(n: number): { readonly body: unknown; readonly answer: unknown } | undefined {
    const found = this.entries.find(({ line }) => line.n === n);
    return found && { body: found.entry.body, answer: found.entry.answer };
  }
}

/** The size of a message as Teams counts it: UTF-16. */
export function messageBytes(activity: unknown): number {
  return activity === undefined ? 0 : JSON.stringify(activity).length * 2;
}
