import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Faults } from './faults.ts';
import type { ActivityLog } from './log.ts';

/** How the bot took an activity. `refused`: it answered, but not with success. */
export type BotAnswer =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'late' }
  | { readonly kind: 'unreachable' };

export type Activity = { readonly type: string; readonly name?: string } & Readonly<Record<string, unknown>>;

/** The line to the bot: posts signed activities, and knows whether somebody answers at the other end. */
export class BotLine {
  /** False until it is heard for the first time: the room starts before the bot. */
  answers = false;
  private readonly endpoint: string;
  private readonly token: () => Promise<string>;
  private readonly log: ActivityLog;
  private readonly faults: Faults;
  private readonly listeners = new Set<(answers: boolean) => void>();

  constructor(botUrl: string, token: () => Promise<string>, log: ActivityLog, faults: Faults) {
    this.endpoint = `${botUrl}/api/messages`;
    this.token = token;
    this.log = log;
    this.faults = faults;
  }

  onSwitch(listener: (answers: boolean) => void): void {
    this.listeners.add(listener);
  }

  /** Delivers one activity, unless a planned fault has it otherwise; never throws. */
  async deliver(activity: Activity, who: string, budgetMs: number): Promise<BotAnswer> {
    const fault = this.faults.takeForBot();
    const started = performance.now();
    const post = () => this.post(activity, who, budgetMs);
    const twin = fault?.twice === 'parallel' ? post() : undefined;
    const answer = await post();
    await (fault?.twice === 'after' ? post() : twin);
    if (fault?.late) {
      await wait(Math.max(0, budgetMs - (performance.now() - started)));
      return { kind: 'late' };
    }
    return fault?.lost ? { kind: 'refused', status: 502 } : answer;
  }

  /** Posts one activity; never throws. `signal` gives up from outside, as when the room closes. */
  async post(activity: Activity, who: string, budgetMs: number, signal?: AbortSignal): Promise<BotAnswer> {
    const started = performance.now();
    const at = new Date().toISOString();
    const { answer, status } = await this.send(activity, budgetMs, signal);
    // a clock that knocks until the bot is back would fill the log
    if (answer.kind === 'unreachable' && activity.type === 'event' && !this.answers) return answer;
    const what = [activity.type, activity.name, verbIn(activity)].filter(Boolean).join(' ');
    const ms = Math.round(performance.now() - started);
    const said = answer.kind === 'answered' ? answer.body : undefined;
    this.log.add({ at, direction: 'to-bot', what, who, status, ms, body: activity, answer: said });
    this.heard(answer.kind !== 'unreachable');
    return answer;
  }

  private async send(
    activity: Activity,
    budgetMs: number,
    signal?: AbortSignal,
  ): Promise<{ readonly answer: BotAnswer; readonly status: number }> {
    const timeout = AbortSignal.timeout(budgetMs);
    try {
      const response = await fetch(this.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.token()}` },
        body: JSON.stringify(activity),
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
        redirect: 'error',
      });
      const { status } = response;
      const text = await response.text();
      if (!response.ok) return { answer: { kind: 'refused', status }, status };
      return { answer: { kind: 'answered', body: parsed(text) }, status };
    } catch {
      return { answer: { kind: timeout.aborted ? 'late' : 'unreachable' }, status: 0 };
    }
  }

  private heard(answers: boolean): void {
    if (answers === this.answers) return;
    this.answers = answers;
    for (const listener of this.listeners) listener(answers);
  }
}

const pressed = z.object({ value: z.object({ action: z.object({ verb: z.string() }) }) });

/** What a press asks for, so that the log can be searched for it. */
function verbIn(activity: Activity): string | undefined {
  return pressed.safeParse(activity).data?.value.action.verb;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
