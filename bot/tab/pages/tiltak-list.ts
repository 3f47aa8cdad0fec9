import { html, nothing, type TemplateResult } from 'lit-html';
import { until } from 'lit-html/directives/until.js';
import type { WireTiltakList, WireTiltakRow } from '../../tab-api/wire-tiltak.ts';
import type { Context } from '../context.ts';
import { actionsBar } from '../parts/actions.ts';
import { filterForm } from '../parts/filters.ts';
import { pageHead } from '../parts/head.ts';
import { type Column, moreButton, table } from '../parts/list.ts';
import { stateMark } from '../parts/state-mark.ts';

/** A committee's tiltak, the most urgent first. */
export function tiltakListPage(page: WireTiltakList, context: Context): TemplateResult {
  const { title, committeeId, filters, search, figuresPath, actions, items, next, looked } = page;
  return html`${pageHead(context, { title, committeeId })}
    ${
      figuresPath === undefined
        ? nothing
        : html`<p class="glance">
            <span>${until(glanceOf(page, figuresPath, context), html`<span class="quiet">Teller …</span>`)}</span>
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

/** The figures come after the list: counting takes what reading a page does not. One count for each reading of the list. */
function glanceOf(page: WireTiltakList, path: string, { api }: Context): Promise<unknown> {
  const known = glances.get(page.filters);
  if (known !== undefined) return known;
  const glance = api.page(path).then(
    (figures) => (figures.page === 'tiltak-over-time' ? figures.glance : nothing),
    () => nothing,
  );
  glances.set(page.filters, glance);
  return glance;
}

// a list that is read on keeps its filters
const glances = new WeakMap<WireTiltakList['filters'], Promise<unknown>>();
