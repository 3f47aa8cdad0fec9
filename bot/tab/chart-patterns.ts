const NS = 'http://www.w3.org/2000/svg';

/** An element of a drawing. */
export function svg(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElement {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** The lines of each pattern, in a square of eight; what has none is plain. */
const LINES: Readonly<Record<string, string>> = {
  'not-followed-up': 'M0 0L8 8M8 0L0 8',
  'in-progress': 'M-2 2L2 -2M0 8L8 0M6 10L10 6',
  done: 'M1 2H3M5 6H7',
  delayed: 'M-2 6L2 10M0 0L8 8M6 -2L10 2',
  unclear: 'M0 4H8',
  'delete-proposed': 'M0 4H8M4 0V8',
  'by-others': 'M4 0V8',
  prose: 'M3 4H5',
};

/** The pattern of a status: its colour is that of the theme, its lines are its own. */
export function patternOf(key: string): SVGElement {
  const size = { width: 8, height: 8 };
  return svg(
    'pattern',
    { id: `pattern-${key}`, class: 'chart-pattern', 'data-key': key, patternUnits: 'userSpaceOnUse', ...size },
    svg('rect', { class: 'chart-ground', ...size }),
    svg('path', { class: 'chart-lines', d: LINES[key] ?? '' }),
  );
}
