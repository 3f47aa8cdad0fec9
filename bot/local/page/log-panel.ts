import type { LogLine } from '../wire.ts';
import { el } from './dom.ts';
import { JsonView } from './json-view.ts';
import { LogFilter } from './log-filter.ts';
import { rowOf } from './log-row.ts';
import { along, Roving } from './roving.ts';

const KEPT = 500;

/** What goes between Teams and the bot, line by line, the newest last, and beside it the JSON of the line that is chosen. */
export class LogPanel {
  readonly element: HTMLElement;
  private readonly list: HTMLElement;
  private readonly roving: Roving;
  private readonly filter: LogFilter;
  private readonly json = new JsonView();
  private readonly follows = el('input', { type: 'checkbox', checked: true });
  private readonly nothing = el('p', { class: 'quiet', role: 'status' });
  private readonly names: (id: string) => string;
  private lines: readonly LogLine[] = [];
  private chosen = 0;

  constructor(names: (id: string) => string) {
    this.names = names;
    this.filter = new LogFilter(() => this.draw());
    this.list = el('div', { class: 'log-list', role: 'listbox', 'aria-label': 'Logg, det nyeste nederst' });
    this.roving = new Roving(this.list, '[role=option]', along('ArrowUp', 'ArrowDown'), '[aria-selected=true]');
    this.list.addEventListener('focusin', ({ target }) => this.choose(target as HTMLElement));
    this.list.addEventListener('click', ({ target }) => this.choose(target as HTMLElement));
    this.follows.addEventListener('change', () => this.follow());
    const follows = el('label', { class: 'check' }, this.follows, 'Følg med');
    const left = el('div', { class: 'log-lines' }, this.nothing, this.list);
    this.element = el(
      'div',
      { class: 'log' },
      el('div', { class: 'tool-bar' }, this.filter.element, follows),
      el('div', { class: 'log-parts' }, left, this.json.element),
    );
  }

  set(lines: readonly LogLine[]): void {
    this.lines = lines.slice(-KEPT);
    this.filter.know(this.lines.map((line) => this.whoIn(line)));
    this.draw();
  }

  add(line: LogLine): void {
    this.lines = [...this.lines, line].slice(-KEPT);
    this.filter.know([this.whoIn(line)]);
    const isFirst = this.list.childElementCount === 0;
    if (this.fits(line)) this.list.append(rowOf(line, this.whoIn(line), false));
    while (this.list.childElementCount > KEPT) this.list.firstElementChild?.remove();
    this.told();
    if (isFirst) this.roving.refresh();
    else if (this.list.lastElementChild instanceof HTMLElement) this.list.lastElementChild.tabIndex = -1;
    this.follow();
  }

  /** The panel is on the screen from now on. */
  shown(): void {
    this.follow();
  }

  private draw(): void {
    const fitting = this.lines.filter((line) => this.fits(line));
    this.list.replaceChildren(...fitting.map((line) => rowOf(line, this.whoIn(line), line.n === this.chosen)));
    this.told();
    this.roving.refresh();
    this.follow();
  }

  private told(): void {
    const isEmpty = this.list.childElementCount === 0;
    // an empty list of choices is none
    this.list.hidden = isEmpty;
    const reason = this.lines.length === 0 ? 'Ingenting er sendt ennå.' : 'Ingen linjer passer.';
    this.nothing.textContent = isEmpty ? reason : '';
  }

  private fits(line: LogLine): boolean {
    const who = this.whoIn(line);
    return this.filter.fits(who, `${line.what} ${who.join(' ')} ${line.status}`);
  }

  /** Names of persons and chats. */
  private whoIn({ who }: LogLine): readonly string[] {
    return who.split(', ').filter(Boolean).map(this.names);
  }

  private follow(): void {
    if (this.follows.checked) this.list.scrollTop = this.list.scrollHeight;
  }

  private choose(target: HTMLElement): void {
    const row = target.closest<HTMLElement>('[role=option]');
    const n = Number(row?.dataset.n);
    if (!row || n === this.chosen) return;
    this.list.querySelector('[aria-selected=true]')?.setAttribute('aria-selected', 'false');
    row.setAttribute('aria-selected', 'true');
    this.chosen = n;
    void this.json.show(n);
  }
}
