import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireAgendaPoint } from '../../tab-api/wire-meetings.ts';
import type { Context } from '../context.ts';
import { actionButton } from './actions.ts';
import { paragraphs } from './paragraphs.ts';

/** A saksliste: each sak with its number, what kind it is, its papers and what became of it. */
export function agenda(points: readonly WireAgendaPoint[], context: Context): TemplateResult | typeof nothing {
  if (points.length === 0) return nothing;
  return html`<ol class="agenda">${points.map((point) => item(point, context))}</ol>`;
}

function item(point: WireAgendaPoint, context: Context): TemplateResult {
  const { number, title, kind, isDraft, isNow, path, read, papers, vedtak, outcome } = point;
  const about = [kind, outcome, isDraft && 'Ikke sendt ennå'].filter((part) => part);
  return html`<li ?data-now=${isNow} aria-current=${isNow ? 'step' : nothing}>
    ${isNow ? html`<p class="now">Behandles nå</p>` : nothing}
    <p class="agenda-sak">
      ${number ? html`<span class="number">${number}</span>` : nothing}
      ${path ? html`<a href="#/${path}">${title}</a>` : title}
    </p>
    ${about.length > 0 ? html`<p class="quiet">${about.join('. ')}</p>` : nothing}
    ${papers.map((paper) => html`<p class="quiet">${paper}</p>`)}
    ${vedtak.length > 0 ? html`<p class="quiet">Vedtak:</p>${paragraphs(vedtak)}` : nothing}
    ${read ? actionButton(context, read) : nothing}
  </li>`;
}
