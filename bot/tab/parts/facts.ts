import { html, nothing, type TemplateResult } from 'lit-html';

/** Facts about what the page shows, each with its label; nothing when there are none. */
export function facts(
  items: readonly { readonly label: string; readonly value: unknown }[],
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<dl class="facts">
    ${items.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}
