import { el } from './dom.ts';
import { icon } from './icon.ts';

const FIRST = 'input, textarea, select, button, a[href], [tabindex="0"]';
let opened = 0;

/** A dialog in front of the page: it keeps the focus, Escape closes it, and the focus goes back to where it was. */
export class Modal {
  private readonly element: HTMLDialogElement;
  private readonly heading: HTMLElement;
  private readonly place = el('div', { class: 'modal-body' });

  /** `onClosed` is told however it was closed; `home` takes the focus when what had it is gone. */
  constructor(
    title: string,
    { onClosed, home }: { readonly onClosed?: () => void; readonly home?: () => HTMLElement | undefined } = {},
  ) {
    const id = `modal-${++opened}`;
    this.heading = el('h2', { id }, title);
    const close = el(
      'button',
      {
        type: 'button',
        class: 'icon-button modal-close',
        'aria-label': 'Lukk',
        title: 'Lukk',
        onclick: () => this.close(),
      },
      icon('close'),
    );
    // the way out comes last: what the dialog is about has the focus first
    this.element = el('dialog', { class: 'modal', 'aria-labelledby': id }, this.heading, this.place, close);
    this.element.addEventListener('close', () => {
      this.element.remove();
      onClosed?.();
      if (document.activeElement === document.body) home?.()?.focus({ preventScroll: true });
    });
  }

  set title(text: string) {
    this.heading.textContent = text;
  }

  /** In pixels; never wider than the window. */
  set width(pixels: number) {
    this.element.style.width = `min(${pixels}px, 100vw - 2rem)`;
  }

  /** Shows this in the dialog, and opens it. The first control has the focus, unless one of them has it already. */
  show(...content: readonly Node[]): void {
    this.place.replaceChildren(...content);
    if (!this.element.isConnected) {
      document.body.append(this.element);
      this.element.showModal();
    }
    const first = this.place.querySelector<HTMLElement>(FIRST);
    if (!this.place.contains(document.activeElement)) first?.focus();
  }

  close(): void {
    this.element.close();
  }
}
