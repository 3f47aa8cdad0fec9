import { html, nothing, type TemplateResult } from 'lit-html';

/** What has to be known of what the page shows, sentence by sentence; nothing when there is nothing. */
export function notesPart(lines: readonly string[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<div class="notes">${lines.map((line) => html`<p>${line}</p>`)}</div>`;
}
