import { dialogCard } from '../cards/dialog.ts';
import { sentenceOf } from '../cards/notice.ts';
import { MAX_MESSAGE_BYTES, messageBytes } from '../cards/size.ts';
import { documentProblemText } from '../cards/text/document.ts';
import { notice } from '../cards/text/notices.ts';
import { saysDone } from '../cards/text/notices-done.ts';
import { problemText, referatProblemText, roundProblemText } from '../cards/text/problems.ts';
import type { Person } from '../store/person/record.ts';
import type { View } from '../store/view.ts';
import { noteConversation } from './greet.ts';
import { personOf } from './identity.ts';
import { idFrom } from './ids.ts';
import { render, renderUnlinked } from './render.ts';
import type { Deps, InvokeAnswer, Shown, Turn, Verified } from './turn.ts';

/**
 * `asksAgain`: Teams may be asked once more who somebody is, as nobody waits for the answer. That is a message or the news
 * that the bot is there, and not a press on a card that was left behind.
 */
export async function turnOf(deps: Deps, inbound: Verified, asksAgain = false): Promise<Turn> {
  const { from, place, activityId } = inbound;
  const receivedAt = deps.now();
  const person = await personOf(deps, from, place, asksAgain);
  await noteConversation(deps, inbound, asksAgain ? { installed: true } : {});
  const turnId = idFrom('turn', place.conversationId, activityId);
  return { person, tenantId: from.tenantId, place, turnId, receivedAt };
}

/** What whoever waits is given: a card in place of the old one, the next card of a dialog, or a sentence. */
export async function answerWith(
  deps: Deps,
  { person, place }: Pick<Turn, 'person' | 'place'>,
  shown: Shown,
): Promise<InvokeAnswer> {
  const isDialog = place.kind === 'dialog';
  const isAside = isDialog || place.kind === 'tab';
  // in a dialog no sentence stands beside a form: it would end with it, and what was typed be gone from the screen
  if ('said' in shown && isDialog && shown.card) return answerWith(deps, { person, place }, { view: shown.card });
  if ('said' in shown) return { kind: 'message', text: place.kind === 'tab' ? saidInTab(person, shown) : shown.said };
  const { view, round } = shown;
  // a dialog with one sentence in it is closed, and the sentence is said; in the tab it is said beside the page
  if (isAside && view.view === 'notice') return { kind: 'message', text: notice(view.notice) };
  const { card, summary } = await (isAside ? renderUnlinked : render)(deps, person.id, view, round);
  // a card that is one sentence takes the place of a card in a chat; in the tab nothing is to be taken the place of
  const sentence = place.kind === 'tab' ? sentenceOf(card) : undefined;
  if (sentence !== undefined) return { kind: 'message', text: sentence };
  if (messageBytes(card) > MAX_MESSAGE_BYTES) return { kind: 'message', text: saidOf(view) ?? summary };
  if (isDialog) return { kind: 'dialog', title: summary, card: dialogCard(card, summary) };
  if (!isRefusal(view)) return { kind: 'card', card };
  const why = 'problem' in view && view.problem !== undefined ? { said: notice(view.problem) } : {};
  return { kind: 'card', card, isRefused: true, ...(place.kind === 'tab' && why) };
}

/** What was set going is seen in the 1:1 chat, which is elsewhere; somebody who has none is told how to get one. */
function saidInTab({ reference, serviceUrl }: Person, { said, isUnderWay }: Extract<Shown, { readonly said: string }>) {
  if (!isUnderWay) return said;
  return notice(reference || serviceUrl ? 'tab-sent-to-chat' : 'tab-no-chat');
}

/** Whether a view says why nothing was done; the same place on a card says what was. */
function isRefusal(view: View): boolean {
  const said = 'problem' in view ? view.problem : undefined;
  return (said !== undefined && !saysDone(said)) || ('problems' in view && (view.problems?.length ?? 0) > 0);
}

/** What is wrong with a form that is too large to be given back: the one on the screen still has what was typed. */
function saidOf(view: View): string | undefined {
  if (view.view === 'referat-form') return problemText(view.problems ?? ['too-large'], referatProblemText);
  if (view.view === 'document-form') return problemText(view.problems ?? ['too-large'], documentProblemText);
  if (view.view === 'revise-form') return problemText(view.problems ?? ['too-large'], roundProblemText);
  return ('typed' in view && view.typed) || ('again' in view && view.again) ? notice('too-large') : undefined;
}
