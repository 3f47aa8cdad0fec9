import { type Card, type Element, heading, type Submit } from './elements.ts';

type DialogElement =
  | Exclude<Element, { readonly type: 'Container' | 'ActionSet' }>
  | (Omit<Extract<Element, { readonly type: 'Container' }>, 'items'> & { readonly items: readonly DialogElement[] })
  | { readonly type: 'ActionSet'; readonly actions: readonly Submit[] };

/** A card as dialogs take it: their buttons are `Action.Submit` alone, and what they send comes back as a whole. */
export type DialogCard = Omit<Card, 'body'> & { readonly body: readonly DialogElement[] };

/**
 * The same card for a dialog: each button as older clients have it, with the same data. A heading that says no more than
 * the title of the dialog is not said twice.
 */
export function dialogCard(card: Card, title: string): DialogCard {
  const [first, ...rest] = card.body;
  const body = isHeading(first, title) ? rest : card.body;
  return { ...card, body: body.map(inDialog) };
}

function isHeading(element: Element | undefined, title: string): boolean {
  return JSON.stringify(element) === JSON.stringify(heading(title));
}

function inDialog(element: Element): DialogElement {
  if (element.type === 'Container') return { ...element, items: element.items.map(inDialog) };
  if (element.type === 'ActionSet') return { ...element, actions: element.actions.map(({ fallback }) => fallback) };
  return element;
}
