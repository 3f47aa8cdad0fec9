import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireList } from '../../tab-api/wire.ts';
import type { Context } from '../context.ts';

/** A column of a table. In a narrow window each row becomes a block, with the heading before the value. */
export type Column<T> = {
  readonly heading: string;
  readonly cell: (row: T) => unknown;
  /** The one that names the row; exactly one column does. */
  readonly isName?: true;
};

/** A list of the tab as a table, with the button that shows more of it; `empty`: what is said when there is nothing. */
export function table<T>(
  context: Context,
  {
    caption,
    columns,
    list,
    empty,
  }: {
    readonly caption: string;
    readonly columns: readonly Column<T>[];
    readonly list: WireList<T>;
    readonly empty: string;
  },
): TemplateResult {
  if (list.items.length === 0) return emptyText(empty);
  return html`<table class="list">
      <caption class="visually-hidden">${caption}</caption>
      <thead>
        <tr>${columns.map(({ heading }) => html`<th scope="col">${heading}</th>`)}</tr>
      </thead>
      <tbody>
        ${list.items.map((row) => html`<tr data-row tabindex="-1">${columns.map((column) => cellOf(column, row))}</tr>`)}
      </tbody>
    </table>
    ${moreButton(context, list)}`;
}

function cellOf<T>({ heading, cell, isName }: Column<T>, row: T): TemplateResult {
  const value = cell(row);
  if (isName) return html`<th scope="row">${value}</th>`;
  // what a narrow window leaves out, as an empty line says nothing
  return html`<td data-heading=${heading} ?data-empty=${value === undefined || value === ''}><span>${value ?? nothing}</span></td>`;
}

/** What is said where there is nothing to list. */
export function emptyText(text: string): TemplateResult {
  return html`<p class="empty">${text}</p>`;
}

/** «Vis flere», with how many of them are shown where that is known; nothing when all are. */
export function moreButton(
  context: Context,
  { items, next, total }: WireList<unknown>,
): TemplateResult | typeof nothing {
  if (next === undefined && total === undefined) return nothing;
  return html`<p class="more">
    ${total === undefined ? nothing : html`<span class="quiet">Viser ${items.length} av ${total}</span>`}
    ${next === undefined ? nothing : html`<fluent-button @click=${() => context.more(next)}>Vis flere</fluent-button>`}
  </p>`;
}
