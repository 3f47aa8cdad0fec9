import { html, type TemplateResult } from 'lit-html';
import { prose } from './prose.ts';

/** A longer text, paragraph by paragraph; one whose lines all have « | » in them is a table. */
export function paragraphs(texts: readonly string[]): TemplateResult {
  return html`<div class="paragraphs">${texts.map((text) => (isTable(text) ? tableOf(text) : prose(text)))}</div>`;
}

function isTable(text: string): boolean {
  const lines = text.split('\n');
  return lines.length > 1 && lines.every((line) => line.includes(' | '));
}

function tableOf(text: string): TemplateResult {
  const [head = [], ...rows] = text.split('\n').map((line) => line.split(' | '));
  return html`<div class="written" tabindex="0" role="group" aria-label="Tabell">
    <table>
      <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}
