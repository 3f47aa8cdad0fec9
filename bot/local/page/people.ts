import type { WirePerson } from '../wire.ts';
import { avatar, badge, el, hidden } from './dom.ts';
import { icon } from './icon.ts';
import { Roving } from './roving.ts';
import { reachText } from './words.ts';

export type Side = 'left' | 'right';
/** More than anybody reads through; the search finds the rest. */
const LISTED = 100;
/** A row: who, and where to show them. */
const COLUMNS = 3;

/** The list of everybody one can be: search, unread markers, and a choice of where to show them. */
export class PeopleList {
  readonly element: HTMLElement;
  private readonly list = el('div', { class: 'people-list', role: 'grid', 'aria-label': 'Personer' });
  private readonly roving = new Roving(this.list, 'button', inGrid, '[aria-current=true]');
  private readonly search: HTMLInputElement;
  private readonly unreadOnly: HTMLButtonElement;
  private readonly more = el('p', { class: 'more', role: 'status' });
  private readonly onPick: (id: string, side: Side) => void;
  private persons: readonly WirePerson[] = [];
  private shown: Readonly<Record<Side, string>> = { left: '', right: '' };
  private onlyUnread = false;

  constructor(onPick: (id: string, side: Side) => void) {
    this.onPick = onPick;
    this.search = el('input', { type: 'search', 'aria-label': 'Søk etter person', placeholder: 'Søk' });
    this.search.addEventListener('input', () => this.render());
    this.unreadOnly = el('button', { type: 'button', class: 'chip', 'aria-pressed': 'false' }, 'Uleste');
    this.unreadOnly.addEventListener('click', () => {
      this.onlyUnread = !this.onlyUnread;
      this.render();
    });
    const heading = el('h2', { id: 'people-heading' }, 'Hvem vil du være?');
    const tools = el('div', { class: 'people-tools' }, this.search, this.unreadOnly);
    this.element = el(
      'nav',
      { class: 'people', 'aria-labelledby': 'people-heading' },
      heading,
      tools,
      this.more,
      this.list,
    );
  }

  update(persons: readonly WirePerson[], shown: Readonly<Record<Side, string>>): void {
    this.persons = persons;
    this.shown = shown;
    this.render();
  }

  private render(): void {
    const words = this.search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.persons.filter((person) => {
      const { name, title, roles, unread } = person;
      const text = `${name} ${title} ${roles} ${reachText(person).join(' ')}`.toLowerCase();
      return (!this.onlyUnread || unread > 0) && words.every((word) => text.includes(word));
    });
    const waiting = this.persons.filter(({ unread }) => unread > 0).length;
    this.unreadOnly.textContent = waiting > 0 ? `Uleste (${waiting})` : 'Uleste';
    this.unreadOnly.setAttribute('aria-pressed', String(this.onlyUnread));
    const focused = (document.activeElement as HTMLElement | null)?.dataset.pick;
    this.list.replaceChildren(...found.slice(0, LISTED).map((person) => this.row(person)));
    // an empty grid is none
    this.list.hidden = found.length === 0;
    this.more.textContent = moreText(found.length);
    if (focused) this.list.querySelector<HTMLElement>(`[data-pick="${CSS.escape(focused)}"]`)?.focus();
    this.roving.refresh();
  }

  private row(person: WirePerson): HTMLElement {
    const { id, name, title, roles, unread } = person;
    const side = this.shown.left === id ? 'left' : this.shown.right === id ? 'right' : undefined;
    const reach = reachText(person);
    const names = el(
      'span',
      { class: 'names' },
      el('span', { class: 'name' }, name),
      hidden(', '),
      el('span', { class: 'title', title }, title),
      hidden(', '),
      el('span', { class: 'title', title: roles }, roles),
      ...reach.flatMap((text) => [hidden(', '), el('span', { class: 'tag' }, text)]),
    );
    const pick = el(
      'button',
      {
        type: 'button',
        class: `person${unread > 0 ? ' unread' : ''}`,
        'aria-current': side ? 'true' : undefined,
        'data-pick': id,
        onclick: () => this.onPick(id, side ?? 'right'),
      },
      avatar(name),
      names,
      badge(unread),
    );
    const cells = [pick, this.sideButton(id, name, 'left'), this.sideButton(id, name, 'right')];
    const row = cells.map((cell) => el('div', { role: 'gridcell' }, cell));
    return el('div', { class: `row${side ? ' shown' : ''}`, role: 'row' }, ...row);
  }

  private sideButton(id: string, name: string, side: Side): HTMLElement {
    const where = side === 'left' ? 'til venstre' : 'til høyre';
    const made = el('button', {
      type: 'button',
      class: 'icon-button side',
      'aria-label': `Vis ${name} ${where}`,
      'aria-pressed': String(this.shown[side] === id),
      title: `Vis ${where}`,
      'data-pick': `${id} ${side}`,
      onclick: () => this.onPick(id, side),
    });
    made.append(icon(side));
    return made;
  }
}

/** Up and down go to another person, left and right to another button of the same one. */
function inGrid(key: string, at: number, count: number): number | undefined {
  const steps = { ArrowUp: -COLUMNS, ArrowDown: COLUMNS, ArrowLeft: -1, ArrowRight: 1 } as Readonly<
    Record<string, number>
  >;
  if (key === 'Home') return 0;
  if (key === 'End') return count - COLUMNS;
  const step = steps[key];
  if (step === undefined) return undefined;
  const next = at + step;
  return next < 0 || next >= count ? at : next;
}

function moreText(found: number): string {
  if (found === 0) return 'Ingen treff.';
  return found > LISTED ? `Viser ${LISTED} av ${found}. Søk for å finne flere.` : '';
}
