import type { LogLine } from '../wire.ts';
import { logBodies, RoomError } from './api.ts';
import { el } from './dom.ts';
import { secondText } from './format.ts';

const KEPT = 300;
const number = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });

/** What goes between Teams and the bot, line by line; each line opens to the JSON that was sent. */
export class LogPanel {
  readonly element: HTMLElement;
  readonly toggle: HTMLButtonElement;
  private readonly list = el('ol', { class: 'log-list', reversed: true });
  private readonly names: (id: string) => string;

  constructor(names: (id: string) => string) {
    this.names = names;
    const heading = el('h2', { id: 'log-heading' }, 'Logg');
    const about = el(
      'p',
      {},
      'Alt som går mellom Teams og Utvalgsbot, det nyeste øverst. Størrelsen er slik Teams regner den.',
    );
    this.element = el(
      'aside',
      { class: 'log', id: 'log', 'aria-labelledby': 'log-heading', hidden: true },
      heading,
      about,
      this.list,
    );
    this.toggle = el('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'log' }, 'Logg');
    this.toggle.addEventListener('click', () => {
      this.element.hidden = !this.element.hidden;
      this.toggle.setAttribute('aria-expanded', String(!this.element.hidden));
    });
  }

  set(lines: readonly LogLine[]): void {
    this.list.replaceChildren();
    for (const line of lines) this.add(line);
  }

  add(line: LogLine): void {
    this.list.prepend(this.row(line));
    if (this.list.childElementCount > KEPT) this.list.lastElementChild?.remove();
  }

  private row({ n, at, direction, what, who, status, ms, bytes }: LogLine): HTMLElement {
    const failed = status === 0 || status >= 400;
    const names = who.split(', ').filter(Boolean).map(this.names).join(', ');
    const summary = el(
      'summary',
      {},
      el('span', { class: 'log-time' }, secondText(new Date(at))),
      ' ',
      el('span', { class: `log-way ${direction}` }, direction === 'to-bot' ? 'til bot' : 'fra bot'),
      ' ',
      el('span', { class: 'log-what' }, names ? `${what} · ${names}` : what),
      ' ',
      el('span', { class: failed ? 'log-status failed' : 'log-status' }, status === 0 ? 'uten svar' : String(status)),
      ' ',
      el('span', { class: 'log-size' }, `${number.format(bytes / 1024)} kB · ${ms} ms`),
    );
    const details = el('details', {}, summary);
    details.addEventListener('toggle', () => void open(details, n), { once: true });
    return el('li', {}, details);
  }
}

async function open(details: HTMLElement, n: number): Promise<void> {
  try {
    const { body, answer } = await logBodies(n);
    details.append(block('Sendt', body));
    if (answer !== undefined) details.append(block('Svar', answer));
  } catch (error) {
    if (!(error instanceof RoomError)) throw error;
    details.append(el('p', {}, 'Innholdet er ikke lenger i loggen.'));
  }
}

function block(title: string, value: unknown): HTMLElement {
  const json = value === undefined ? 'Ingenting' : JSON.stringify(value, undefined, 2);
  return el(
    'div',
    {},
    el('h3', {}, title),
    el('pre', { tabindex: 0, role: 'region', 'aria-label': `${title}, JSON` }, json),
  );
}
