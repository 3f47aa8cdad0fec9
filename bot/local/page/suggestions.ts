import type { WireCommand } from '../wire.ts';
import { el } from './dom.ts';
import { openAt } from './place.ts';

let made = 0;

/**
 * The app's commands above the box one writes in: those that begin with what is written, or all of them at the arrow keys.
 * The box keeps the focus; Enter takes the marked command into the box, Escape closes the list.
 */
export class Suggestions {
  readonly element: HTMLElement;
  private readonly id = `suggestions-${++made}`;
  private readonly box: HTMLTextAreaElement;
  private readonly commands: () => readonly WireCommand[];
  private readonly onTake: (text: string) => void;
  private active = -1;

  constructor(box: HTMLTextAreaElement, commands: () => readonly WireCommand[], onTake: (text: string) => void) {
    this.box = box;
    this.commands = commands;
    this.onTake = onTake;
    this.element = el('ul', {
      class: 'suggestions',
      role: 'listbox',
      id: this.id,
      popover: 'manual',
    });
    for (const [name, value] of Object.entries({ haspopup: 'listbox', autocomplete: 'list', controls: this.id }))
      box.setAttribute(`aria-${name}`, value);
    box.addEventListener('input', () => this.typed());
    box.addEventListener('blur', () => this.close());
    box.addEventListener('keydown', (event) => this.key(event));
  }

  /** What the list is called. */
  set name(label: string) {
    this.element.setAttribute('aria-label', label);
  }

  close(): void {
    if (this.isOpen) this.element.hidePopover();
    this.mark(-1);
  }

  private get isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  private typed(): void {
    const words = this.box.value.trim().toLowerCase();
    const fitting = this.commands().filter(({ title }) => title.toLowerCase().startsWith(words) && title !== words);
    if (words === '' || fitting.length === 0) this.close();
    else this.show(fitting);
  }

  private show(commands: readonly WireCommand[]): void {
    const rows = commands.map(({ title, description }, index) => {
      // the box keeps the focus
      const onpointerdown = (event: Event) => {
        event.preventDefault();
        this.onTake(title);
      };
      const words = [el('strong', {}, title), ' ', el('span', { class: 'quiet' }, description)];
      return el('li', { role: 'option', id: `${this.id}-${index}`, 'data-title': title, onpointerdown }, ...words);
    });
    this.element.replaceChildren(...rows);
    this.mark(-1);
    openAt(this.element, this.box, { wide: true });
  }

  private mark(active: number): void {
    this.active = active;
    for (const [index, row] of [...this.element.children].entries())
      row.setAttribute('aria-selected', String(index === active));
    if (active < 0) this.box.removeAttribute('aria-activedescendant');
    else this.box.setAttribute('aria-activedescendant', `${this.id}-${active}`);
  }

  private key(event: KeyboardEvent): void {
    const { key } = event;
    const count = this.element.childElementCount;
    if (!this.isOpen) {
      // in a box with words in it, the arrows move in the words
      if ((key !== 'ArrowDown' && key !== 'ArrowUp') || this.box.value !== '') return;
      event.preventDefault();
      this.show(this.commands());
      this.mark(key === 'ArrowUp' ? this.element.childElementCount - 1 : 0);
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      this.mark(key === 'ArrowDown' ? (this.active + 1) % count : (Math.max(this.active, 0) - 1 + count) % count);
    } else if (key === 'Escape') {
      event.preventDefault();
      this.close();
    } else if ((key === 'Enter' || key === 'Tab') && this.active >= 0) {
      event.preventDefault();
      this.onTake((this.element.children[this.active] as HTMLElement).dataset.title ?? '');
    }
  }
}
