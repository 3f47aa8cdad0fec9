import type { Snapshot, WireMessage, WirePerson } from '../wire.ts';
import type { Around } from './around.ts';
import { el } from './dom.ts';
import type { Side } from './people.ts';
import { PersonView } from './person.ts';

const SIDES = ['left', 'right'] as const;

/** Two persons side by side, each with their chats; in a narrow window one at a time. */
export class Stage {
  readonly element: HTMLElement;
  /** Which of the two is in front, in a narrow window. */
  readonly switcher: HTMLElement;
  /** Kept in the address, so that the page can be opened again as it was; so is which chat is open. */
  readonly shown: Record<Side, string>;
  private readonly opened: Readonly<Record<Side, string>>;
  private readonly around: Around;
  private readonly views = new Map<string, PersonView>();
  private readonly panes: Readonly<Record<Side, HTMLElement>> = { left: pane('left'), right: pane('right') };
  private readonly fronts: Readonly<Record<Side, HTMLButtonElement>>;
  private readonly onChange: () => void;
  private readonly onPersons: (ids: readonly string[]) => void;

  /** `onChange`: others are shown, or news of them. `onPersons`: the chats of these are needed. */
  constructor(
    around: Around,
    on: { readonly onChange: () => void; readonly onPersons: (ids: readonly string[]) => void },
  ) {
    this.around = around;
    this.onChange = on.onChange;
    this.onPersons = on.onPersons;
    const asked = new URLSearchParams(location.hash.slice(1));
    const value = (name: string) => asked.get(name) ?? '';
    this.shown = { left: value('v'), right: value('h') };
    this.opened = { left: value('vk'), right: value('hk') };
    this.fronts = { left: this.front('left'), right: this.front('right') };
    this.element = el('div', { class: 'stage', 'data-front': 'left' }, this.panes.left, this.panes.right);
    this.switcher = el(
      'div',
      { class: 'switcher', role: 'group', 'aria-label': 'Hvilken chat som vises' },
      this.fronts.left,
      this.fronts.right,
    );
  }

  /** Those whom the address names. */
  get asked(): readonly string[] {
    return [this.shown.left, this.shown.right].filter(Boolean);
  }

  /** Everything that is known of the chats of the two. */
  get messages(): readonly WireMessage[] {
    return this.asked.flatMap((id) => this.views.get(id)?.messages ?? []);
  }

  /** A snapshot's chats. Asks for more when they are not those of the two. */
  set(chats: Snapshot['chats']): void {
    const persons = this.around.persons;
    const [first = '', second = ''] = persons.map(({ id }) => id);
    const { shown } = this;
    if (!this.around.person(shown.left)) shown.left = shown.right === first ? second : first;
    if (!this.around.person(shown.right) || shown.right === shown.left) shown.right = memberFor(persons, shown.left);
    for (const [id, pages] of Object.entries(chats)) {
      const person = this.around.person(id);
      if (person) this.viewOf(person).set(pages);
    }
    if (this.asked.some((id) => !(id in chats))) this.onPersons(this.asked);
    else this.draw();
  }

  pick(id: string, side: Side): void {
    const other = side === 'left' ? 'right' : 'left';
    // one chat is on the screen once: whoever was on the other side changes places
    if (this.shown[other] === id) this.shown[other] = this.shown[side];
    this.shown[side] = id;
    this.element.dataset.front = side;
    this.draw();
    this.onPersons(this.asked);
  }

  upsert(person: string, chat: string, message: WireMessage): void {
    this.views.get(person)?.upsert(chat, message);
  }

  botTypes(person: string, chat: string): void {
    this.views.get(person)?.botTypes(chat);
  }

  /** News of one person. */
  update(person: WirePerson): void {
    this.views.get(person.id)?.update(person);
    this.onChange();
    this.drawFronts();
  }

  redraw(): void {
    for (const view of this.views.values()) view.redraw();
  }

  draw(): void {
    for (const side of SIDES) {
      const person = this.around.person(this.shown[side]);
      if (person === undefined) continue;
      const view = this.viewOf(person);
      view.update(person);
      if (this.panes[side].firstElementChild === view.element) continue;
      this.panes[side].replaceChildren(view.element);
      view.shown();
    }
    this.onChange();
    this.drawFronts();
    this.writeAddress();
  }

  private viewOf(person: WirePerson): PersonView {
    const side = this.shown.right === person.id ? 'right' : 'left';
    const view =
      this.views.get(person.id) ?? new PersonView(person, this.opened[side], this.around, () => this.writeAddress());
    this.views.set(person.id, view);
    return view;
  }

  private writeAddress(): void {
    const [vk, hk] = [this.shown.left, this.shown.right].map((id) => this.views.get(id)?.channel ?? '');
    const where = { v: this.shown.left, h: this.shown.right, ...(vk && { vk }), ...(hk && { hk }) };
    history.replaceState(undefined, '', `#${new URLSearchParams(where)}`);
  }

  private front(side: Side): HTMLButtonElement {
    const onclick = () => {
      this.element.dataset.front = side;
      this.drawFronts();
      this.views.get(this.shown[side])?.shown();
    };
    return el('button', { type: 'button', onclick });
  }

  private drawFronts(): void {
    for (const side of SIDES) {
      const person = this.around.person(this.shown[side]);
      const unread = person && person.unread > 0 ? ` (${person.unread})` : '';
      this.fronts[side].textContent = `${person?.name ?? ''}${unread}`;
      this.fronts[side].setAttribute('aria-pressed', String(this.element.dataset.front === side));
    }
  }
}

function pane(side: Side): HTMLElement {
  return el('div', { class: 'pane', id: `pane-${side}` });
}

/** Somebody else than the one on the left: the third in the list, who is a member in the demo. */
function memberFor(list: readonly WirePerson[], left: string): string {
  const others = list.filter(({ id }) => id !== left);
  return (others[1] ?? others[0])?.id ?? left;
}
