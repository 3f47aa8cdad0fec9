import type { WireMessage, WirePage } from '../wire.ts';
import { button, el } from './dom.ts';
import { dayText } from './format.ts';
import { icon } from './icon.ts';
import type { MessageView } from './message.ts';
import { Scrollback } from './scrollback.ts';

/** This near the end one reads along. */
const NEAR_END = 120;
/** This near an edge more is shown. */
const NEAR_EDGE = 300;
const EARLIER = 'Vis eldre meldinger';

type Asks = {
  readonly view: (message: WireMessage) => MessageView;
  readonly before: (id: string) => Promise<WirePage>;
  readonly refresh: (id: string) => void;
};

/** The messages of a chat on the screen: a part of a history that may be long, and the way to the rest of it. */
export class Timeline {
  readonly element: HTMLElement;
  private readonly list: HTMLElement;
  private readonly entries = el('div', { class: 'entries' });
  private readonly empty = el('p', { class: 'empty' });
  private readonly earlier = button(EARLIER, () => this.readBack(), 'earlier');
  private readonly problem = el('p', { class: 'problem', role: 'alert' });
  private readonly newest = button('Til de nyeste', () => this.toEnd(), 'newest');
  private readonly views = new Map<string, MessageView>();
  private readonly view: Asks['view'];
  private readonly scrollback: Scrollback;
  private readonly onScreen: IntersectionObserver;
  private busy = false;

  constructor({ view, before, refresh }: Asks) {
    this.view = view;
    this.scrollback = new Scrollback(before);
    const content = [this.earlier, this.problem, this.empty, this.entries];
    this.list = el('div', { class: 'messages', role: 'log', tabindex: 0 }, ...content);
    this.list.addEventListener('scroll', () => this.scrolled());
    this.newest.prepend(icon('down'));
    this.element = el('div', { class: 'timeline' }, this.list, this.newest);
    this.onScreen = new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting, target } of seen) {
          if (!isIntersecting) continue;
          this.onScreen.unobserve(target);
          refresh((target as HTMLElement).dataset.message ?? '');
        }
      },
      { root: this.list },
    );
    this.draw();
  }

  /** What the list is called, and what stands there while nothing else does. */
  rename(label: string, emptyText: string): void {
    this.list.setAttribute('aria-label', label);
    this.empty.textContent = emptyText;
  }

  get messages(): readonly WireMessage[] {
    return this.scrollback.messages;
  }

  get lastId(): string {
    return this.scrollback.lastId;
  }

  /** The newest page as the room has it. What stands unchanged on the screen is not touched. */
  set(page: WirePage): void {
    const follows = this.isAtEnd();
    this.scrollback.set(page, follows);
    this.updateAll();
    if (follows) this.toEnd();
    else this.scrolled();
    if (this.messages.length > page.messages.length)
      this.scrollback.readAgain().then(
        () => this.updateAll(),
        // the line is broken once more: what comes after that is another page
        () => undefined,
      );
  }

  upsert(message: WireMessage): void {
    const follows = this.isAtEnd();
    if (this.scrollback.upsert(message, follows)) {
      if (follows || message.from === 'me') {
        this.draw();
        this.toEnd();
      } else {
        this.inPlace(() => this.draw());
        this.scrolled();
      }
      return;
    }
    const view = this.views.get(message.id);
    if (view && this.inPlace(() => view.update(message)) && message.answered) this.reveal(view.element);
    this.watch(message);
  }

  /** To the newest message, but not past its beginning when it is higher than the window. */
  toEnd(): void {
    if (!this.scrollback.showsNewest) {
      this.scrollback.toEnd();
      this.draw();
    }
    const view = this.views.get(this.lastId);
    if (view) this.scrollTo(view.element);
    this.scrolled();
  }

  /** Draws all cards anew, as another client shows them. */
  redraw(): void {
    this.inPlace(() => {
      for (const view of this.views.values()) view.redraw();
    });
  }

  private updateAll(): void {
    this.inPlace(() => {
      for (const message of this.messages) {
        this.views.get(message.id)?.update(message);
        this.watch(message);
      }
      this.draw();
    });
  }

  private isAtEnd(): boolean {
    return this.scrollback.showsNewest && this.left < NEAR_END;
  }

  /** How much there is to scroll. */
  private get left(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    return scrollHeight - scrollTop - clientHeight;
  }

  private scrolled(): void {
    const { scrollTop, clientHeight } = this.list;
    const last = this.views.get(this.lastId)?.element;
    // a message that is higher than the window is in sight as soon as it begins
    this.newest.hidden = this.scrollback.showsNewest && (!last || last.offsetTop < scrollTop + clientHeight);
    if (clientHeight === 0 || this.list.scrollHeight <= clientHeight) return;
    if (scrollTop < NEAR_EDGE && this.scrollback.hasEarlier) void this.showEarlier();
    else if (this.left < NEAR_EDGE && !this.scrollback.showsNewest) {
      this.scrollback.ahead();
      this.drawQuietly();
    }
  }

  /** From the oldest message on, wherever one was reading: the button may have the focus out of sight. */
  private readBack(): void {
    this.list.scrollTop = 0;
    void this.showEarlier();
  }

  private async showEarlier(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.earlier.textContent = 'Henter eldre meldinger …';
    this.problem.textContent = '';
    try {
      await this.scrollback.further();
      this.drawQuietly();
    } catch {
      this.problem.textContent = 'Eldre meldinger kunne ikke hentes.';
    } finally {
      this.busy = false;
      this.earlier.textContent = EARLIER;
    }
  }

  /** What is read back to is not news, and is not read out. */
  private drawQuietly(): void {
    const hadFocus = document.activeElement === this.earlier;
    this.list.setAttribute('aria-live', 'off');
    this.inPlace(() => this.draw());
    if (hadFocus && this.earlier.hidden) this.list.focus({ preventScroll: true });
    requestAnimationFrame(() => this.list.removeAttribute('aria-live'));
  }

  /** Puts the messages of the range on the screen; those that stay are not moved. */
  private draw(): void {
    const { messages, previous } = this.scrollback.shown;
    const shown = new Set(messages.map(({ id }) => id));
    for (const entry of [...this.entries.children])
      if (!shown.has((entry as HTMLElement).dataset.message ?? '')) entry.remove();
    let next = this.entries.firstElementChild;
    let day = previous && dayText(new Date(previous.at));
    for (const message of messages) {
      const view = this.viewOf(message);
      view.showDay(view.day !== day);
      day = view.day;
      if (view.element === next) next = next.nextElementSibling;
      else this.entries.insertBefore(view.element, next);
    }
    this.empty.hidden = this.messages.length > 0;
    this.earlier.hidden = !this.scrollback.hasEarlier;
  }

  private viewOf(message: WireMessage): MessageView {
    const old = this.views.get(message.id);
    if (old) return old;
    const view = this.view(message);
    view.element.dataset.message = message.id;
    this.views.set(message.id, view);
    this.watch(message);
    return view;
  }

  /** A card with a view of its own is asked for once it is on the screen. */
  private watch({ id, refreshes }: WireMessage): void {
    const element = this.views.get(id)?.element;
    if (!element || !refreshes) return;
    this.onScreen.unobserve(element);
    this.onScreen.observe(element);
  }

  /** Lets something happen, and keeps the first message in sight where it was. */
  private inPlace<T>(act: () => T): T {
    const { top } = this.list.getBoundingClientRect();
    const anchor = [...this.entries.children].find((entry) => entry.getBoundingClientRect().bottom > top);
    const before = anchor?.getBoundingClientRect().top ?? 0;
    const result = act();
    if (anchor?.isConnected) this.list.scrollTop += anchor.getBoundingClientRect().top - before;
    return result;
  }

  private scrollTo(element: HTMLElement): void {
    const { scrollHeight, clientHeight } = this.list;
    this.list.scrollTop = Math.min(scrollHeight - clientHeight, Math.max(element.offsetTop - 8, 0));
  }

  /** An answer begins at the top of its card, however far down the pressed button was. */
  private reveal(element: HTMLElement): void {
    if (element.offsetTop < this.list.scrollTop) this.scrollTo(element);
  }
}
