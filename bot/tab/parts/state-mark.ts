import { html, type TemplateResult } from 'lit-html';
import type { WireState } from '../../tab-api/wire.ts';

/** A state in words; the colour is only beside them. */
export function stateMark({ text, look }: WireState): TemplateResult {
  return html`<span class="state" data-look=${look}>${text}</span>`;
}
