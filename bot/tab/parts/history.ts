import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireEvent } from '../../tab-api/wire.ts';
import { section } from './section.ts';

/** «Historikk», in the order it is given; nothing when there is none. */
export function historyPart(events: readonly WireEvent[]): TemplateResult | typeof nothing {
  if (events.length === 0) return nothing;
  return section(
    'history',
    'Historikk',
    html`<ol class="history">
      ${events.map(({ at, what }) => html`<li><span class="quiet">${at}</span> <span>${what}</span></li>`)}
    </ol>`,
  );
}
