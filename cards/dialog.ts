import type { Card, Element, Submit } from './elements.ts';

type DialogElement =
  | Exclude<Element, { readonly type: 'Container' | 'ActionSet' }>
  | (Omit<Extract<Element, { readonly type: 'Container' }>, 'items'> & { readonly items: readonly DialogElement[] })
  | { readonly type: 'ActionSet'; readonly actions: readonly Submit[] };

/** A card as dialogs take it: their buttons are `Action.Submit` alone, and what they send comes back as a whole. */
export type DialogCard = Omit<Card, 'body'> & { readonly body: readonly DialogElement[] };

/** The same card for a dialog: each button as older clients have it, with the same data. */
export function dialogCard(card: Card): DialogCard {
  return { ...card, body: card.body.map(inDialog) };
}

function inDialog(element: Element): DialogElement {
  if (element.type === 'Container') return { ...element, items: element.items.map(inDialog) };
  if (element.type === 'ActionSet') return { ...element, actions: element.actions.map(({ fallback }) => fallback) };
  return element;
}
