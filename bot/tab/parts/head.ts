import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireState } from '../../tab-api/wire.ts';
import type { Context } from '../context.ts';
import { stateMark } from './state-mark.ts';

/** The top of a page: its only h1, which gets the focus when one comes to the page, with the committee above and where to go back. */
export function pageHead(
  { me }: Pick<Context, 'me'>,
  {
    title,
    committeeId,
    state,
    number,
    back,
  }: {
    readonly title: string;
    readonly committeeId?: string | undefined;
    readonly state?: WireState | undefined;
    /** A saksnummer, or the point of a plan. */
    readonly number?: string | undefined;
    readonly back?: { readonly path: string; readonly text: string } | undefined;
  },
): TemplateResult {
  const committee = me.committees.find(({ id }) => id === committeeId);
  return html`<div class="page-head">
    ${back ? html`<a class="back" href="#/${back.path}"><span aria-hidden="true">‹</span> ${back.text}</a>` : nothing}
    ${committee ? html`<p class="page-committee">${committee.name}${committee.isClosed ? ' (avsluttet)' : nothing}</p>` : nothing}
    <h1 tabindex="-1">${number ? html`<span class="number">${number}</span> ` : nothing}${title}</h1>
    ${state ? html`<p class="page-state">${stateMark(state)}</p>` : nothing}
  </div>`;
}
