import { el } from './dom.ts';

const SHOWN_MS = 6000;

/** «Utvalgsbot skriver …», for some seconds or until it has written. */
export class Typing {
  readonly element = el('p', { class: 'typing', role: 'status' });
  private timer = 0;

  show(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.stop(), SHOWN_MS);
    if (this.element.childElementCount > 0) return;
    const dots = el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
    this.element.replaceChildren(dots, 'Utvalgsbot skriver');
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.element.replaceChildren();
  }
}
