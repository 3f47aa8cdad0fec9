import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireTiltakList, WireTiltakRow } from '../../tab-api/wire-tiltak.ts';
import type { Context } from '../context.ts';
import { actionsBar } from '../parts/actions.ts';
import { filterForm } from '../parts/filters.ts';
import { pageHead } from '../parts/head.ts';
import { type Column, moreButton, table } from '../parts/list.ts';
import { stateMark } from '../parts/state-mark.ts';

/** A committee's tiltak, the most urgent first. */
export function tiltakListPage(page: WireTiltakList, context: Context): TemplateResult {
  const { title, committeeId, filters, search, glance, figuresPath, actions, items, next, looked } = page;
  return html`${pageHead(context, { title, committeeId })}
    ${
      figuresPath === undefined
        ? nothing
        : html`<p class="glance">
            ${glance === undefined ? nothing : html`<span>${glance}</span>`}
            <a href="#/${figuresPath}">Tiltak i tall</a>
          </p>`
    }
    ${filterForm(context, { filters, search })}
    ${
      items.length === 0 && next !== undefined
        ? moreButton(context, page)
        : table(context, { caption: title, columns, list: page, empty: 'Ingen tiltak passer med valget.' })
    }
    ${looked !== undefined && next !== undefined ? html`<p class="quiet">${looked}</p>` : nothing}
    ${actionsBar(context, actions)}`;
}

const columns: readonly Column<WireTiltakRow>[] = [
  {
    heading: 'Tiltak',
    isName: true,
    cell: ({ path, point, text }) => html`<a href="#/${path}" data-row>${point ? `${point} ` : ''}${text}</a>`,
  },
  { heading: 'Innsatsområde', cell: ({ focusArea }) => focusArea },
  { heading: 'Ansvarlig', cell: ({ owner }) => owner },
  {
    heading: 'Frist',
    cell: ({ due, isLate }) => (isLate ? html`${due} <strong class="late">Over fristen</strong>` : due),
  },
  { heading: 'Status', cell: ({ state }) => stateMark(state) },
];
