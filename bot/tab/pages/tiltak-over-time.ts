import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireTiltakOverTime } from '../../tab-api/wire-tiltak.ts';
import type { Context } from '../context.ts';
import { chart } from '../parts/chart.ts';
import { facts } from '../parts/facts.ts';
import { filterForm } from '../parts/filters.ts';
import { pageHead } from '../parts/head.ts';
import { section } from '../parts/section.ts';

/** A committee's tiltak in figures, and how they went month by month. */
export function tiltakOverTimePage(page: WireTiltakOverTime, context: Context): TemplateResult {
  const { committeeId, listPath, filters, glance, figures, areas } = page;
  return html`${pageHead(context, { title: 'Tiltak i tall', committeeId, back: { path: listPath, text: 'Til tiltakene' } })}
    ${filterForm(context, { filters })}
    <p class="glance">${glance}</p>
    <div class="figures">
      ${facts(figures.map(({ label, value, path }) => ({ label, value: html`<a class="figure" href="#/${path}">${value}</a>` })))}
    </div>
    ${section('over-time', 'Status over tid', overTime(page))}
    ${
      areas.length === 0
        ? nothing
        : section(
            'areas',
            'Innsatsområder',
            html`<ul class="links">${areas.map(({ text, path }) => html`<li><a href="#/${path}">${text}</a></li>`)}</ul>`,
          )
    }`;
}

function overTime(page: WireTiltakOverTime): TemplateResult {
  const { series, months, sentence } = page;
  if (series.length === 0) return html`<p class="empty">${sentence}</p>`;
  return html`${chart(page)}
    <p class="quiet" id="months">Antall tiltak med hver status ved utgangen av måneden</p>
    <div class="wide" role="region" aria-labelledby="months" tabindex="0"><table class="numbers" aria-labelledby="months">
      <thead>
        <tr><th scope="col">Måned</th>${series.map(({ text }) => html`<th scope="col">${text}</th>`)}</tr>
      </thead>
      <tbody>
        ${months.map(({ text }, n) => html`<tr><th scope="row">${text}</th>${series.map(({ counts }) => html`<td>${counts[n]}</td>`)}</tr>`)}
      </tbody>
    </table></div>`;
}
