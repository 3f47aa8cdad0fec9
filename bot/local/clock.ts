import { clockActivity, type Place } from './activities.ts';
import type { BotLine } from './bot-line.ts';
import { nextOpening } from './calendar.ts';
import type { ClockAnswer, WireClock } from './wire.ts';
import type { World } from './world.ts';

const BUDGET_MS = 5000;
const RETRY_MS = [100, 250, 500, 1000, 2000];

/** The committees' time in the room: real time and an offset that only grows. The bot is told until it has heard. */
export class Clock {
  private readonly world: World;
  private readonly line: BotLine;
  private readonly place: Place;
  private readonly closing = new AbortController();
  private readonly listeners = new Set<(clock: WireClock) => void>();
  private told: number | undefined;
  private telling: Promise<void> | undefined;

  constructor(world: World, line: BotLine, place: Place) {
    this.world = world;
    this.line = line;
    this.place = place;
    // a bot that was away may have been restarted, and has to hear it again
    line.onSwitch((answers) => {
      if (answers) return;
      this.told = undefined;
      this.tell();
    });
  }

  onMove(listener: (clock: WireClock) => void): void {
    this.listeners.add(listener);
  }

  now(): Date {
    return new Date(Date.now() + (this.world.offsetMs ?? 0));
  }

  read(): WireClock {
    return { offsetMs: this.world.offsetMs ?? 0, now: this.now().toISOString() };
  }

  /** First start: at `now`, or when the next working day begins. Later: where it was; `now` may move it forward. */
  start(now: Date | undefined): void {
    if (this.world.offsetMs === undefined) this.set((now ?? nextOpening(new Date())).getTime() - Date.now());
    else if (now !== undefined && now > this.now()) this.set(now.getTime() - Date.now());
    this.tell();
  }

  /** Moves the clock forward; false when that time is past. */
  moveTo(time: Date): boolean {
    if (time < this.now()) return false;
    this.set(time.getTime() - Date.now());
    this.tell();
    for (const listener of this.listeners) listener(this.read());
    return true;
  }

  /** The clock, and whether the bot follows it: it is given a few seconds to say so. */
  async settled(): Promise<ClockAnswer> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, BUDGET_MS);
    });
    await Promise.race([this.telling, patience]);
    clearTimeout(timer);
    return { ...this.read(), botFollows: this.told === this.world.offsetMs };
  }

  close(): void {
    this.closing.abort();
  }

  private set(offsetMs: number): void {
    this.world.record({ t: 'clock', offsetMs });
  }

  private tell(): void {
    this.telling ??= this.tellUntilHeard().finally(() => {
      this.telling = undefined;
    });
  }

  private async tellUntilHeard(): Promise<void> {
    const { signal } = this.closing;
    for (let attempt = 0; !signal.aborted && this.told !== this.world.offsetMs; attempt++) {
      const offsetMs = this.world.offsetMs ?? 0;
      const activity = clockActivity(this.place, `clock-${this.world.nextId()}`, offsetMs);
      const answer = await this.line.post(activity, '', BUDGET_MS, signal);
      if (answer.kind === 'answered') this.told = offsetMs;
      else await pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 0, signal);
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
