import { html, nothing, type TemplateResult } from 'lit-html';
import type { Action, Context } from '../context.ts';

/** A button that sends a card's action. `said`: what is said when it is done, where the page itself shows what the card would.
 * `about`: which of several things it is for, where others have a button of the same name. */
export function actionButton(
  context: Context,
  {
    text,
    action,
    said,
    about,
    isPrimary = false,
  }: {
    readonly text: string;
    readonly action: Action;
    readonly said?: string;
    readonly about?: string;
    readonly isPrimary?: boolean;
  },
): TemplateResult {
  const press = () => context.act(action, said);
  return html`<fluent-button appearance=${isPrimary ? 'accent' : 'neutral'} aria-label=${about ? `${text}: ${about}` : nothing}
    @click=${press}>${text}</fluent-button>`;
}

/** The buttons of a page, the first one as the most likely where `hasPrimary`; nothing when there are none. */
export function actionsBar(
  context: Context,
  actions: readonly { readonly text: string; readonly action: Action; readonly said?: string }[],
  { hasPrimary = false } = {},
): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  return html`<div class="actions" role="group" aria-label="Handlinger">
    ${actions.map((one, index) => actionButton(context, { ...one, isPrimary: hasPrimary && index === 0 }))}
  </div>`;
}
