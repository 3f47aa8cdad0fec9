import { randomBytes } from 'node:crypto';
import { CARD_TYPE } from '../../cards/size.ts';
import { faultText, notRegisteredText } from '../../cards/text/teams.ts';
import { BusyRecordError } from '../../store/change.ts';
import type { InvokeAnswer } from '../turn.ts';
import { isAboutDialog } from './inbound-extension.ts';

/** Teams drops an answer after five seconds; before that somebody must be told that nothing is promised. */
export const ANSWER_MS = 4500;

/**
 * The body of an answer to an invoke of this name. A handled press is always HTTP 200; how it went stands in here. What
 * is about a dialog has an envelope of its own: it shows the next card, or ends with a sentence.
 */
export function invokeBody(invoke: string | undefined, answer: InvokeAnswer): object {
  if (answer.kind === 'dialog') return { task: { type: 'continue', value: dialogOf(answer) } };
  if (answer.kind === 'card') return { statusCode: 200, type: CARD_TYPE, value: answer.card };
  if (isAboutDialog(invoke)) return { task: { type: 'message', value: answer.text } };
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };
}

/** As high as Teams makes them: a form is long, and what does not fit is scrolled to. */
function dialogOf({ title, card }: Extract<InvokeAnswer, { readonly kind: 'dialog' }>): object {
  return { title, height: 'large', width: 'medium', card: { contentType: CARD_TYPE, content: card } };
}

/** What somebody is told when handling failed, and the reference under which the log has it. */
export function faultAnswer(error: unknown): { readonly text: string; readonly reference: string } {
  const reference = randomBytes(2).toString('hex');
  return { reference, text: error instanceof BusyRecordError ? notRegisteredText : faultText(reference) };
}

/**
 * The answer, or after `ms` the honest word that nothing is registered yet. What was begun goes on; should it fail
 * then, `onLateFailure` is told, for nobody else is listening.
 */
export async function inTime(
  answer: Promise<InvokeAnswer | undefined>,
  ms: number,
  onLateFailure: (error: unknown) => void,
): Promise<{ readonly answer: InvokeAnswer | undefined; readonly isLate: boolean }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late');
  });
  try {
    const first = await Promise.race([answer, late]);
    if (first !== 'late') return { answer: first, isLate: false };
    answer.catch(onLateFailure);
    return { answer: { kind: 'message', text: notRegisteredText }, isLate: true };
  } finally {
    clearTimeout(timer);
  }
}
