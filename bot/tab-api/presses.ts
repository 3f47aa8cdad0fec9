import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { ANSWER_MS, faultAnswer, inTime } from '../teams/answers.ts';
import type { InvokeAnswer, Receive, Verified } from '../turn.ts';

/** Does what a press in the tab asks for. Never throws, and answers in time. */
export type Press = (
  inbound: Verified & { readonly kind: 'tab-action'; readonly data: unknown },
) => Promise<InvokeAnswer>;

/**
 * The same promises as to whoever presses a button in a chat: an answer within the time that Teams gives one, be it that
 * nothing is registered yet; and when it fails, a sentence with the reference under which the log has it.
 */
export function pressesInTime(
  receive: Receive,
  { log, metrics, answerMs = ANSWER_MS }: { readonly log: Log; readonly metrics: Metrics; readonly answerMs?: number },
): Press {
  return async (inbound) => {
    const stop = metrics.turnSeconds.startTimer();
    let outcome = 'handled';
    try {
      const onLateFailure = (error: unknown) => log('error', 'turn-failed-late', { error });
      const { answer, isLate } = await inTime(receive(inbound), answerMs, onLateFailure);
      if (answer === undefined) throw new Error('a press has no answer');
      if (isLate) outcome = 'late';
      return answer;
    } catch (error) {
      outcome = 'failed';
      const { text, reference } = faultAnswer(error);
      log('error', 'turn-failed', { reference, error });
      return { kind: 'message', text };
    } finally {
      stop();
      metrics.turns.inc({ kind: inbound.kind, outcome });
    }
  };
}
