import type { WirePerson } from '../wire.ts';
import { avatar, el } from './dom.ts';

export type Side = 'left' | 'right';
/** More than anybody reads through; the search finds the rest. */
const LISTED = 100;

/** The list of everybody one can be: search, unread markers, and a choice of where to show them. */
export class PeopleList {
  readonly element: HTMLElement;
  private readonly list = el('ul', { class: 'people-list' });
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
    const found = this.persons.filter(({ name, title, roles, unread }) => {
      const text = `${name} ${title} ${roles}`.toLowerCase();
      return (!this.onlyUnread || unread > 0) && words.every((word) => text.includes(word));
    });
    const waiting = this.persons.filter(({ unread }) => unread > 0).length;
    this.unreadOnly.textContent = waiting > 0 ? `Uleste (${waiting})` : 'Uleste';
    this.unreadOnly.setAttribute('aria-pressed', String(this.onlyUnread));
    const focused = (document.activeElement as HTMLElement | null)?.dataset.pick;
    this.list.replaceChildren(...found.slice(0, LISTED).map((person) => this.row(person)));
    this.more.textContent = moreText(found.length);
    if (focused) this.list.querySelector<HTMLElement>(`[data-pick="${CSS.escape(focused)}"]`)?.focus();
  }

  private row({ id, name, title, roles, unread }: WirePerson): HTMLElement {
    const side = this.shown.left === id ? 'left' : this.shown.right === id ? 'right' : undefined;
    const badge = unread > 0 ? el('span', { class: 'badge' }, String(unread), hidden(' uleste')) : undefined;
    const names = el(
      'span',
      { class: 'names' },
      el('span', { class: 'name' }, name),
      hidden(', '),
      el('span', { class: 'title', title }, title),
      hidden(', '),
      el('span', { class: 'title' }, roles),
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
      badge,
    );
    return el('li', {}, pick, this.sideButton(id, name, 'left'), this.sideButton(id, name, 'right'));
  }

  private sideButton(id: string, name: string, side: Side): HTMLElement {
    const where = side === 'left' ? 'til venstre' : 'til høyre';
    return el('button', {
      type: 'button',
      class: `side side-${side}`,
      'aria-label': `Vis ${name} ${where}`,
      'aria-pressed': String(this.shown[side] === id),
      title: `Vis ${where}`,
      'data-pick': `${id} ${side}`,
      onclick: () => this.onPick(id, side),
    });
  }
}

function hidden(text: string): HTMLElement {
  return el('span', { class: 'visually-hidden' }, text);
}

function moreText(found: number): string {
  if (found === 0) return 'Ingen treff.';
  return found > LISTED ? `Viser ${LISTED} av ${found}. Søk for å finne flere.` : '';
}
