const SVG = 'http://www.w3.org/2000/svg';

/** Drawn on 20 x 20, as lines; a part that begins with `!` is filled. */
const SHAPES = {
  more: [
    '!M4 8.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zm6 0a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zm6 0a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z',
  ],
  app: ['M4 4h5v5H4zM11.5 4h5v5h-5zM4 11.5h5v5H4zM14 11.5v5M11.5 14h5'],
  send: ['M3.5 3.8 17 10 3.5 16.2 5.4 10zM5.4 10h5.8'],
  attach: ['m6.5 11 4.9-4.9a2.2 2.2 0 0 1 3.1 3.1l-6.2 6.2a3.6 3.6 0 0 1-5.1-5.1l5.9-5.9'],
  personal: [
    'M4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H9.5L6 17v-3H4.5A1.5 1.5 0 0 1 3 12.5v-7A1.5 1.5 0 0 1 4.5 4z',
  ],
  groupChat: [
    'M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4z',
    'M2.5 16c.2-2.7 2.1-4.2 5-4.2s4.8 1.5 5 4.2z',
    'M13 4.5a2.4 2.4 0 0 1 0 4.7M14.6 11.9c1.8.5 2.8 1.9 2.9 4.1',
  ],
  channel: ['M8 3.5 6.5 16.5M13.5 3.5 12 16.5M4 7.5h12.5M3.5 12.5H16'],
  settings: [
    'M3 6h7M14.5 6H17M3 14h2.5M10 14h7',
    'M12.2 8.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM7.8 16.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  ],
  close: ['m5 5 10 10M15 5 5 15'],
  copy: ['M7 7V4.5h8.5V13H13M4.5 7H13v8.5H4.5z'],
  down: ['M10 4v11M5.5 10.5 10 15l4.5-4.5'],
  left: ['M3 4.5h14v11H3z', '!M3 4.5h7v11H3z'],
  right: ['M3 4.5h14v11H3z', '!M10 4.5h7v11h-7z'],
} as const;

export type IconName = keyof typeof SHAPES;

/** A small drawing in the colour of the text around it; only decoration, what it means is said beside it or in a label. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  for (const shape of SHAPES[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', shape.replace('!', ''));
    if (shape.startsWith('!')) path.setAttribute('class', 'filled');
    svg.append(path);
  }
  return svg;
}
