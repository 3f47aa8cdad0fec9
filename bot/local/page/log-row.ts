import type { LogLine } from '../wire.ts';
import { el, hidden } from './dom.ts';
import { secondText } from './format.ts';

/** Teams takes a message of about 40 KB for certain; from here on it is said that one comes near. */
const LIMIT = 40 * 1024;
const NEAR = 32 * 1024;
const number = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });

/** One line of the log. */
export function rowOf({ n, at, direction, what, status, ms, bytes }: LogLine, who: readonly string[], chosen: boolean) {
  const failed = status === 0 || status >= 400;
  const way = direction === 'to-bot' ? 'til bot' : 'fra bot';
  return el(
    'div',
    { role: 'option', class: 'log-row', 'aria-selected': String(chosen), 'data-n': n, tabindex: -1 },
    cell('log-time', secondText(new Date(at))),
    cell(`log-way ${direction}`, way),
    cell('log-what', what),
    cell('log-who', who.join(', ')),
    cell(failed ? 'log-status failed' : 'log-status', status === 0 ? 'uten svar' : String(status)),
    cell('log-ms', `${ms} ms`),
    sizeCell(bytes),
  );
}

function cell(look: string, text: string): HTMLElement {
  return el('span', { class: look }, text, hidden(', '));
}

function sizeCell(bytes: number): HTMLElement {
  const size = `${number.format(bytes / 1024)} kB`;
  if (bytes < NEAR) return el('span', { class: 'log-size' }, size);
  const warning = bytes > LIMIT ? 'over 40 kB' : 'nær 40 kB';
  return el('span', { class: 'log-size near' }, size, ' ', el('span', { class: 'tag warn' }, warning));
}
