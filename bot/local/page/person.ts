import type { WireChat, WireMessage, WirePerson } from '../wire.ts';
import { ChatView } from './chat.ts';
import { avatar, el } from './dom.ts';

/** One person's column: who they are, their chats, and the one of them that is open. */
export class PersonView {
  readonly element: HTMLElement;
  private readonly views: ReadonlyMap<string, ChatView>;
  private readonly tabs: ReadonlyMap<string, HTMLButtonElement>;
  private readonly place = el('div', { class: 'chat-place' });
  private readonly onOpen: () => void;
  private chats: readonly WireChat[];
  private open: string;

  /** `channel`: what to open first, by its name; else the 1:1 chat. `onOpen`: somebody chose another chat. */
  constructor(person: WirePerson, channel: string, onOpen: () => void) {
    const { name, title, roles, chats } = person;
    this.chats = chats;
    this.onOpen = onOpen;
    this.open = chats.find((chat) => chat.name === channel)?.id ?? chats[0]?.id ?? '';
    this.views = new Map(chats.map((chat) => [chat.id, new ChatView(person, chat)]));
    this.tabs = new Map(chats.map(({ id }) => [id, el('button', { type: 'button', onclick: () => this.choose(id) })]));
    const words = el(
      'div',
      { class: 'who' },
      el('h2', {}, name),
      el('p', {}, [title, roles].filter(Boolean).join(' · ')),
    );
    const label = `Chattene til ${name}`;
    this.element = el(
      'div',
      { class: 'person-view' },
      el('header', { class: 'chat-head' }, avatar(name), words),
      el(
        'div',
        { class: 'chat-tabs', role: 'group', 'aria-label': label, hidden: chats.length < 2 },
        ...this.tabs.values(),
      ),
      this.place,
    );
    this.draw();
  }

  /** The channel that is open, by its name; empty for the 1:1 chat. */
  get channel(): string {
    return this.chats.find(({ id }) => id === this.open)?.name ?? '';
  }

  /** News of what is unread. */
  update({ chats }: WirePerson): void {
    this.chats = chats;
    this.draw();
  }

  set(chats: Readonly<Record<string, readonly WireMessage[]>>): void {
    for (const [id, messages] of Object.entries(chats)) this.views.get(id)?.set(messages);
  }

  upsert(chat: string, message: WireMessage): void {
    this.views.get(chat)?.upsert(message);
  }

  /** The column is on the screen from now on. */
  shown(): void {
    this.views.get(this.open)?.shown();
  }

  private choose(id: string): void {
    this.open = id;
    this.draw();
    this.shown();
    this.onOpen();
  }

  private draw(): void {
    const view = this.views.get(this.open);
    if (view && this.place.firstElementChild !== view.element) this.place.replaceChildren(view.element);
    for (const { id, name = 'Utvalgsbot', unread } of this.chats) {
      const tab = this.tabs.get(id);
      if (tab === undefined) continue;
      tab.setAttribute('aria-pressed', String(id === this.open));
      const more = el('span', { class: 'visually-hidden' }, ' uleste');
      const badge = unread > 0 ? [' ', el('span', { class: 'badge' }, String(unread), more)] : [];
      tab.replaceChildren(name, ...badge);
    }
  }
}
