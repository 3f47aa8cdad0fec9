import { html, type TemplateResult } from 'lit-html';

/** A text that somebody wrote, with its lines as they are. */
export function prose(text: string): TemplateResult {
  return html`<div class="prose">${text}</div>`;
}
