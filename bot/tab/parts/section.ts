import { html, type TemplateResult } from 'lit-html';

/** A part of a page under a heading of its own. `id` is its own on the page. */
export function section(id: string, heading: string, content: unknown): TemplateResult {
  return html`<section class="part" aria-labelledby=${id}>
    <h2 id=${id}>${heading}</h2>
    ${content}
  </section>`;
}
