import { button, el } from './dom.ts';
import { icon } from './icon.ts';

type Tool = { readonly id: string; readonly title: string; readonly about: string; readonly content: HTMLElement };

/** The drawer at the bottom, with one tool at a time in it, and the buttons that open and close it. */
export class Tools {
  readonly element = el('aside', { class: 'tools', id: 'tools', hidden: true });
  readonly buttons: HTMLElement;
  private readonly toggles = new Map<string, HTMLButtonElement>();
  private readonly tools: readonly Tool[];
  private readonly onShown: (id: string) => void;
  private open = '';

  constructor(tools: readonly Tool[], onShown: (id: string) => void) {
    this.tools = tools;
    this.onShown = onShown;
    for (const { id, title } of tools) {
      const toggle = button(title, () => this.show(this.open === id ? '' : id));
      toggle.setAttribute('aria-expanded', 'false');
      toggle.setAttribute('aria-controls', 'tools');
      this.toggles.set(id, toggle);
    }
    this.buttons = el('div', { class: 'tool-buttons' }, ...this.toggles.values());
  }

  /** What a tool's button says: its title, and how much there is in it. */
  count(id: string, count: number): void {
    const { title = '' } = this.tools.find((tool) => tool.id === id) ?? {};
    const toggle = this.toggles.get(id);
    if (toggle) toggle.textContent = count > 0 ? `${title} (${count})` : title;
  }

  private show(id: string): void {
    this.open = id;
    for (const [other, toggle] of this.toggles) toggle.setAttribute('aria-expanded', String(other === id));
    const tool = this.tools.find((known) => known.id === id);
    this.element.hidden = tool === undefined;
    if (!tool) return;
    const close = el('button', {
      type: 'button',
      class: 'icon-button',
      'aria-label': `Lukk ${tool.title.toLowerCase()}`,
    });
    close.append(icon('close'));
    close.addEventListener('click', () => {
      this.show('');
      this.toggles.get(id)?.focus();
    });
    this.element.setAttribute('aria-label', tool.title);
    const head = el(
      'div',
      { class: 'tools-head' },
      el('h2', {}, tool.title),
      el('p', { class: 'quiet' }, tool.about),
      close,
    );
    this.element.replaceChildren(head, tool.content);
    this.onShown(id);
  }
}
