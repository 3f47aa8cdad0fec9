import type { Card } from '../cards/elements.ts';
import { sentenceOf } from '../cards/notice.ts';
import { MAX_MESSAGE_BYTES, messageBytes } from '../cards/size.ts';
import { tabText } from '../cards/text/tab.ts';
import type { View } from '../store/view.ts';
import { tabPathOf } from './tab-path.ts';
import type { Deps } from './turn.ts';

/**
 * The card with a link to its page in the tab, which shows each their own, wherever the card is read. Without it when there is
 * no such page, when the card says no more than a sentence, and when the message would be too large with it.
 */
export async function withTabLink(deps: Deps, view: View, card: Card): Promise<Card> {
  if (sentenceOf(card) !== undefined) return card;
  const path = await tabPathOf(deps, view);
  const url = path && deps.links.tab(path);
  if (!url) return card;
  const linked: Card = { ...card, actions: [{ type: 'Action.OpenUrl', title: tabText.open, url }] };
  return messageBytes(linked) > MAX_MESSAGE_BYTES ? card : linked;
}
