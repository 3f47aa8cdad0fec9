import { el } from './dom.ts';

const EVERYBODY = 'Alle personer og chatter';

/** Which lines of the log are shown: those with these words, and of this person or chat. */
export class LogFilter {
  readonly element: HTMLElement;
  private readonly words: HTMLInputElement;
  private readonly who: HTMLSelectElement;
  private readonly known = new Set<string>();

  constructor(onChange: () => void) {
    this.words = el('input', {
      type: 'search',
      placeholder: 'Filtrer',
      'aria-label': 'Filtrer loggen',
      oninput: onChange,
    });
    this.who = el(
      'select',
      { 'aria-label': 'Person eller chat', onchange: onChange },
      el('option', { value: '' }, EVERYBODY),
    );
    this.element = el('div', { class: 'log-filter' }, this.words, this.who);
  }

  /** These can be chosen too. */
  know(lines: readonly (readonly string[])[]): void {
    const news = new Set(lines.flat().filter((name) => !this.known.has(name)));
    if (news.size === 0) return;
    for (const name of news) this.known.add(name);
    const chosen = this.who.value;
    const options = [...this.known].sort((a, b) => a.localeCompare(b, 'nb')).map((name) => el('option', {}, name));
    this.who.replaceChildren(el('option', { value: '' }, EVERYBODY), ...options);
    this.who.value = chosen;
  }

  fits(who: readonly string[], text: string): boolean {
    const words = this.words.value.trim().toLowerCase().split(/\s+/);
    const lower = text.toLowerCase();
    return (this.who.value === '' || who.includes(this.who.value)) && words.every((word) => lower.includes(word));
  }
}
