import type { WireChoice } from '../wire.ts';
import { button, el } from './dom.ts';
import { icon } from './icon.ts';
import { openAt } from './place.ts';

const PAUSE_MS = 150;
let made = 0;

type Options = {
  readonly placeholder: string;
  readonly multiple: boolean;
  readonly label?: string;
  readonly find: (words: string) => Promise<readonly WireChoice[]>;
  readonly onChange: () => void;
};

/**
 * A field in which one finds people by typing: a combobox with a list that arrow keys move in, Enter chooses from and
 * Escape closes. Where more than one can be chosen, they stand before it, each with a way out.
 */
export class Picker {
  readonly element: HTMLElement;
  private readonly id = `picker-${++made}`;
  private readonly input: HTMLInputElement;
  private readonly chips = el('ul', { class: 'picker-chosen', hidden: true });
  private readonly list: HTMLElement;
  private readonly said = el('p', { class: 'visually-hidden', role: 'status' });
  private readonly options: Options;
  private found: readonly WireChoice[] = [];
  private picked: readonly WireChoice[] = [];
  private active = -1;
  private timer = 0;
  private asked = 0;

  constructor(options: Options) {
    this.options = options;
    const { placeholder, label } = options;
    this.list = el('ul', { class: 'picker-list', role: 'listbox', id: `${this.id}-list`, popover: 'manual' });
    this.list.setAttribute('aria-label', label ?? placeholder);
    this.input = el('input', {
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      placeholder,
      'aria-label': label,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${this.id}-list`,
      oninput: () => this.typed(),
      onkeydown: (event: KeyboardEvent) => this.key(event),
      onclick: () => void this.search(),
      onblur: () => this.left(),
    });
    this.element = el('div', { class: 'picker' }, this.chips, this.input, this.list, this.said);
  }

  get chosen(): readonly WireChoice[] {
    return this.picked;
  }

  choose(choices: readonly WireChoice[]): void {
    this.picked = choices;
    this.input.value = this.options.multiple ? '' : (choices[0]?.title ?? '');
    this.drawChips();
  }

  labelledBy(ids: string): void {
    this.input.setAttribute('aria-labelledby', ids);
    this.list.setAttribute('aria-labelledby', ids);
  }

  focus(): void {
    this.input.focus();
  }

  private typed(): void {
    if (!this.options.multiple && this.picked.length > 0) {
      this.picked = [];
      this.options.onChange();
    }
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(), PAUSE_MS);
  }

  /** Whoever leaves without choosing has chosen nobody. */
  private left(): void {
    window.clearTimeout(this.timer);
    this.close();
    if (this.options.multiple || this.picked.length === 0) this.input.value = '';
  }

  private async search(): Promise<void> {
    const words = this.picked.length > 0 && !this.options.multiple ? '' : this.input.value.trim();
    const asked = ++this.asked;
    const found = await this.options.find(words).catch(() => undefined);
    // an older answer, or nobody waits for it any more
    if (asked !== this.asked || document.activeElement !== this.input) return;
    this.found = (found ?? []).filter(({ value }) => !this.picked.some((choice) => choice.value === value));
    this.active = -1;
    this.draw(found === undefined ? 'Søket gikk ikke. Prøv igjen.' : 'Ingen treff.');
  }

  private draw(nothing: string): void {
    const rows = this.found.map(({ title }, index) => {
      // the field keeps the focus
      const onpointerdown = (event: Event) => {
        event.preventDefault();
        this.take(index);
      };
      return el('li', { role: 'option', id: `${this.id}-${index}`, 'aria-selected': 'false', onpointerdown }, title);
    });
    this.list.replaceChildren(
      ...(rows.length > 0
        ? rows
        : [el('li', { class: 'nothing', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, nothing)]),
    );
    this.said.textContent = rows.length > 0 ? `${rows.length} treff` : nothing;
    this.input.setAttribute('aria-expanded', 'true');
    openAt(this.list, this.input, { wide: true });
    this.mark(this.active);
  }

  private mark(active: number): void {
    this.active = active;
    for (const [index, row] of [...this.list.children].entries()) {
      row.setAttribute('aria-selected', String(index === active));
      if (index === active) row.scrollIntoView({ block: 'nearest' });
    }
    if (active < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `${this.id}-${active}`);
  }

  private take(index: number): void {
    const choice = this.found[index];
    if (choice === undefined) return;
    this.choose(this.options.multiple ? [...this.picked, choice] : [choice]);
    this.close();
    this.options.onChange();
  }

  private close(): void {
    this.asked++;
    if (this.list.matches(':popover-open')) this.list.hidePopover();
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  private key(event: KeyboardEvent): void {
    const isOpen = this.list.matches(':popover-open');
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const count = this.found.length;
      if (!isOpen) void this.search();
      else if (count > 0)
        this.mark((this.active + (key === 'ArrowDown' ? 1 : this.active < 0 ? 0 : -1) + count) % count);
    } else if (key === 'Enter') {
      // never sends a form: it chooses, or does nothing
      event.preventDefault();
      if (isOpen) this.take(this.active);
    } else if (key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (key === 'Backspace' && this.input.value === '' && this.options.multiple) {
      this.drop(this.picked.at(-1)?.value);
    }
  }

  private drop(value: string | undefined): void {
    if (value === undefined) return;
    this.picked = this.picked.filter((choice) => choice.value !== value);
    this.drawChips();
    this.input.focus();
    this.options.onChange();
  }

  private drawChips(): void {
    this.chips.hidden = !this.options.multiple || this.picked.length === 0;
    this.chips.replaceChildren(
      ...this.picked.map(({ title, value }) => {
        const out = button('', () => this.drop(value), 'icon-button');
        out.append(icon('close'));
        out.setAttribute('aria-label', `Fjern ${title}`);
        return el('li', {}, title, out);
      }),
    );
  }
}
