import type { Activity, BotAnswer, BotLine } from './bot-line.ts';

/** How long Teams waits for a bot, in milliseconds of real time. */
export type Budgets = { readonly invokeMs: number; readonly messageMs: number };
export const TEAMS_BUDGETS: Budgets = { invokeMs: 5000, messageMs: 15_000 };

const INVOKE_TRIES = 3;
const MESSAGE_TRIES = 2;

/** Speaks to the bot with Teams' patience: what is not answered in time is sent again as it was, and then given up. */
export class Invoker {
  private readonly line: BotLine;
  private readonly budgets: Budgets;

  constructor(line: BotLine, budgets: Budgets) {
    this.line = line;
    this.budgets = budgets;
  }

  /** A pressed button, a dialog or a file's question: somebody waits for the answer. */
  invoke(activity: Activity, who: string): Promise<BotAnswer> {
    return this.insist(activity, who, this.budgets.invokeMs, INVOKE_TRIES);
  }

  /** Anything that is not answered on the spot. */
  message(activity: Activity, who: string): Promise<BotAnswer> {
    return this.insist(activity, who, this.budgets.messageMs, MESSAGE_TRIES);
  }

  private async insist(activity: Activity, who: string, budgetMs: number, tries: number): Promise<BotAnswer> {
    let answer: BotAnswer = { kind: 'late' };
    for (let tried = 0; tried < tries && answer.kind === 'late'; tried++)
      answer = await this.line.deliver(activity, who, budgetMs);
    return answer;
  }
}
