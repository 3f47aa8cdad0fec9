import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireSaker, WireSakRow } from '../../tab-api/wire-saker.ts';
import type { Context } from '../context.ts';
import { actionsBar } from '../parts/actions.ts';
import { filterForm, filterLinks } from '../parts/filters.ts';
import { pageHead } from '../parts/head.ts';
import { type Column, table } from '../parts/list.ts';
import { section } from '../parts/section.ts';
import { stateMark } from '../parts/state-mark.ts';

const title: Column<WireSakRow> = {
  heading: 'Sak',
  cell: ({ path, title: text }) => html`<a href="#/${path}">${text}</a>`,
  isName: true,
};
const number: Column<WireSakRow> = {
  heading: 'Nummer',
  cell: (row) => row.number && html`<span class="number">${row.number}</span>`,
};
const state: Column<WireSakRow> = { heading: 'Status', cell: (row) => stateMark(row.state) };
const from: Column<WireSakRow> = { heading: 'Fra', cell: (row) => row.from };
const committee: Column<WireSakRow> = { heading: 'Utvalg', cell: (row) => row.from };
const when: Column<WireSakRow> = { heading: 'Meldt', cell: (row) => row.when };

/** The saker of a committee, newest first; above them what whoever looks has begun. */
export function sakerPage(page: WireSaker, context: Context): TemplateResult {
  const { committeeId, filters, search, drafts, elsewhere, actions } = page;
  return html`${pageHead(context, { title: 'Saker', committeeId })}
    ${actionsBar(context, actions, { hasPrimary: true })}
    ${own(context, 'drafts', 'Saker du har begynt på', drafts, [title, committee])}
    ${section(
      'saker',
      'Meldte saker',
      html`${filterLinks('Vis saker etter status', filters)}
      ${filterForm(context, { filters: [], search })}
      ${table(context, {
        caption: 'Saker, den nyeste først',
        columns: [title, number, state, from, when],
        list: page,
        empty: search ? `Ingen saker passer til «${search}».` : 'Det er ingen saker her nå.',
      })}`,
    )}
    ${own(context, 'elsewhere', 'Saker du har meldt til andre utvalg', elsewhere, [title, committee, state, when])}`;
}

function own(
  context: Context,
  id: string,
  heading: string,
  items: readonly WireSakRow[],
  columns: readonly Column<WireSakRow>[],
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return section(id, heading, table(context, { caption: heading, columns, list: { items }, empty: '' }));
}
