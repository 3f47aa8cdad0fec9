import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { WireTiltakOverTime } from '../tab-api/wire-tiltak.ts';
import { patternOf, svg } from './chart-patterns.ts';

type Shown = Pick<WireTiltakOverTime, 'months' | 'series' | 'sentence'>;

const HEIGHT = 280;
const EDGE = { top: 12, right: 8, bottom: 28, left: 36 };
/** Few months make no wider columns. */
const WIDEST_MONTH = 120;
/** A number stands where it has room. */
const NUMBER_HEIGHT = 14;
const MONTH_WIDTH = 52;

/**
 * Draws how many had each status as one column for each month. Each status has a pattern of its own, so that its colour says nothing
 * alone, and what it is called stands under the columns. It follows the width that it has.
 */
export function drawChart(element: HTMLElement, shown: Shown): void {
  const place = document.createElement('div');
  element.replaceChildren(place, legend(shown));
  const drawNow = () => place.replaceChildren(columns(shown, place.clientWidth));
  drawNow();
  new ResizeObserver(drawNow).observe(place);
}

function columns({ months, series, sentence }: Shown, room: number): SVGElement {
  const width = Math.max(240, Math.min(room, EDGE.left + EDGE.right + months.length * WIDEST_MONTH));
  const totals = months.map((_, n) => series.reduce((sum, { counts }) => sum + (counts[n] ?? 0), 0));
  const x = scaleBand(months.keys(), [EDGE.left, width - EDGE.right]).padding(0.2);
  const y = scaleLinear([0, Math.max(...totals, 1)], [HEIGHT - EDGE.bottom, EDGE.top]).nice();
  const root = svg('svg', {
    viewBox: `0 0 ${width} ${HEIGHT}`,
    width,
    height: HEIGHT,
    role: 'img',
    'aria-label': sentence,
  });
  root.append(svg('defs', {}, ...series.map(({ key }) => patternOf(key))));
  for (const tick of y.ticks(4).filter(Number.isInteger)) {
    const at = y(tick);
    root.append(
      svg('line', { class: 'chart-grid', x1: EDGE.left, x2: width - EDGE.right, y1: at, y2: at }),
      svg('text', { class: 'chart-text', x: EDGE.left - 6, y: at + 4, 'text-anchor': 'end' }, String(tick)),
    );
  }
  root.append(...bars({ months, series }, x, y));
  const every = Math.ceil(MONTH_WIDTH / x.step());
  months.forEach(({ short }, n) => {
    // counted from the end: «nå» always stands there
    if ((months.length - 1 - n) % every !== 0) return;
    const at = (x(n) ?? 0) + x.bandwidth() / 2;
    root.append(svg('text', { class: 'chart-text', x: at, y: HEIGHT - 8, 'text-anchor': 'middle' }, short));
  });
  return root;
}

function bars(
  { months, series }: Pick<Shown, 'months' | 'series'>,
  x: { (n: number): number | undefined; bandwidth: () => number },
  y: (value: number) => number,
): SVGElement[] {
  const rows = months.map((_, n) => Object.fromEntries(series.map(({ key, counts }) => [key, counts[n] ?? 0])));
  const layers = stack<Record<string, number>>().keys(series.map(({ key }) => key))(rows);
  const width = x.bandwidth();
  return layers.flatMap((layer) =>
    layer.flatMap(([from, to], n) => {
      if (to === from) return [];
      const [left, top, height] = [x(n) ?? 0, y(to), y(from) - y(to)];
      const bar = svg('rect', {
        class: 'chart-bar',
        x: left,
        y: top,
        width,
        height,
        fill: `url(#pattern-${layer.key})`,
      });
      if (height < NUMBER_HEIGHT || width < 18) return [bar];
      const middle = { x: left + width / 2, y: top + height / 2 + 4 };
      return [bar, svg('text', { class: 'chart-number', ...middle, 'text-anchor': 'middle' }, String(to - from))];
    }),
  );
}

/** What each pattern means. It is read by those who see it: the table says the same to everybody. */
function legend({ series }: Shown): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'chart-legend';
  list.setAttribute('aria-hidden', 'true');
  // in the order in which they lie upon each other
  for (const { key, text } of series.toReversed()) {
    const item = document.createElement('li');
    const swatch = svg('svg', { width: 18, height: 18, 'aria-hidden': 'true' });
    swatch.append(
      svg('rect', { class: 'chart-bar', x: 0.5, y: 0.5, width: 17, height: 17, fill: `url(#pattern-${key})` }),
    );
    item.append(swatch, text);
    list.append(item);
  }
  return list;
}
