import { html, type TemplateResult } from 'lit-html';
import type { WireWaiting } from '../../tab-api/wire-waiting.ts';

/** «Venter på deg» */
export function waitingPage({ items }: WireWaiting): TemplateResult {
  return html`<h1 tabindex="-1">Venter på deg</h1>
    ${items.length === 0 ? html`<p>Ingenting venter på deg nå.</p>` : ''}
    <ul class="waiting">
      ${items.map(
        ({ title, what, due, path }) =>
          html`<li><h2>${path ? html`<a href="#/${path}">${title}</a>` : title}</h2><p>${what}</p>${due ? html`<p>${due}</p>` : ''}</li>`,
      )}
    </ul>`;
}
