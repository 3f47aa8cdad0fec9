import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireWaiting, WireWaitingItem } from '../../tab-api/wire-waiting.ts';
import type { Context } from '../context.ts';
import { actionButton } from '../parts/actions.ts';
import { pageHead } from '../parts/head.ts';
import { emptyText } from '../parts/list.ts';
import { stateMark } from '../parts/state-mark.ts';

const NO_COMMITTEE =
  'Du er ikke med i noe utvalg ennå. Når sekretariatet legger deg til, står saker, møter og tiltak her.';

/** «Venter på deg» */
export function waitingPage({ items }: WireWaiting, context: Context): TemplateResult {
  const nothingWaits = context.me.committees.length === 0 ? NO_COMMITTEE : 'Ingenting venter på deg nå.';
  return html`${pageHead(context, { title: 'Venter på deg' })}
    ${items.length === 0 ? emptyText(nothingWaits) : html`<ul class="cards">${items.map((item) => itemOf(item, context))}</ul>`}`;
}

function itemOf(
  { title, what, due, isLate, committee, path, action }: WireWaitingItem,
  context: Context,
): TemplateResult {
  return html`<li data-row tabindex="-1" ?data-late=${isLate}>
    <p class="quiet">${committee}</p>
    <h2>${path ? html`<a href="#/${path}">${title}</a>` : title}</h2>
    ${isLate ? html`<p>${stateMark({ text: 'Over fristen', look: 'bad' })}</p>` : nothing}
    <p>${what}</p>
    ${due ? html`<p class="due">${due}</p>` : nothing}
    ${!path && action ? actionButton(context, { text: 'Åpne', action, about: title }) : nothing}
  </li>`;
}
