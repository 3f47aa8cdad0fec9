import { html, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import type { WireTiltakOverTime } from '../../tab-api/wire-tiltak.ts';
import { loadChart } from '../load-chart.ts';

/** A chart of what a table says as well. What draws it is fetched the first time; without it the table stands alone. */
export function chart(shown: WireTiltakOverTime): TemplateResult {
  return html`<div class="chart" ${ref((element) => element && void draw(element as HTMLElement, shown))}></div>`;
}

// drawn again only when there is something else to show
const drawn = new WeakMap<HTMLElement, WireTiltakOverTime>();

async function draw(element: HTMLElement, shown: WireTiltakOverTime): Promise<void> {
  if (drawn.get(element) === shown) return;
  drawn.set(element, shown);
  const { drawChart } = await loadChart();
  if (drawn.get(element) === shown) drawChart(element, shown);
}
