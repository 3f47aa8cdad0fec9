import type { WireChat, WireMessage, WirePage, WirePerson } from '../wire.ts';
import type { Around } from './around.ts';
import { ChatView } from './chat.ts';
import { chatActions } from './chat-actions.ts';
import { avatar, badge, button, el } from './dom.ts';
import { icon } from './icon.ts';
import { MembersDialog } from './members.ts';
import { menuButton } from './menu.ts';
import { along, Roving } from './roving.ts';
import { KINDS, membersText, nameOf, reachText } from './words.ts';

/** One person's column: who they are, their chats, and the one of them that is open. */
export class PersonView {
  readonly element: HTMLElement;
  private readonly around: Around;
  private readonly onOpen: () => void;
  private readonly views = new Map<string, ChatView>();
  private readonly tabs = new Map<string, HTMLButtonElement>();
  private readonly tabList: HTMLElement;
  private readonly roving: Roving;
  private readonly place: HTMLElement;
  private readonly more: HTMLElement;
  private readonly nowhere: HTMLElement;
  private readonly who = el('div', { class: 'who' });
  private readonly count = button('', () => this.openMembers(), 'subtle');
  private readonly problem = el('p', { class: 'problem', role: 'alert' });
  private person: WirePerson;
  private members: MembersDialog | undefined;
  private open: string;

  /** `chat`: what to open first, by its name; else the 1:1 chat. `onOpen`: somebody chose another chat. */
  constructor(person: WirePerson, chat: string, around: Around, onOpen: () => void) {
    this.person = person;
    this.around = around;
    this.onOpen = onOpen;
    this.open = person.chats.find(({ name }) => name === chat)?.id ?? person.chats[0]?.id ?? '';
    const { id, name } = person;
    this.tabList = el('div', { class: 'chat-tabs', role: 'tablist', 'aria-label': `Chattene til ${name}` });
    this.roving = new Roving(this.tabList, '[role=tab]', along('ArrowLeft', 'ArrowRight'), '[aria-selected=true]');
    this.place = el('div', { class: 'chat-place', id: `panel-${id}` });
    this.nowhere = el('p', { class: 'nowhere' }, `${name} er ikke med i noen chat.`);
    this.more = menuButton(`Mer, ${name}`, () => this.actions());
    this.element = el(
      'div',
      { class: 'person-view' },
      el('header', { class: 'person-head' }, avatar(name), this.who, this.count, this.more, this.tabList, this.problem),
      this.place,
    );
    this.update(person);
  }

  /** What is open, by its name; empty for the 1:1 chat. */
  get channel(): string {
    return this.chat?.name ?? '';
  }

  get messages(): readonly WireMessage[] {
    return [...this.views.values()].flatMap(({ messages }) => messages);
  }

  /** News of the person or the chats: what is unread, who is in them, which there are. */
  update(person: WirePerson): void {
    this.person = person;
    const ids = new Set(person.chats.map(({ id }) => id));
    for (const id of [...this.views.keys()]) if (!ids.has(id)) this.views.delete(id);
    for (const chat of person.chats) {
      const view = this.views.get(chat.id);
      if (view) view.update(person, chat);
      else this.views.set(chat.id, new ChatView(person, chat, this.around));
    }
    if (!ids.has(this.open)) this.open = person.chats[0]?.id ?? '';
    if (this.members && this.chat?.kind !== 'personal' && this.chat) this.members.update(this.chat);
    else this.members?.close();
    this.draw();
  }

  set(pages: Readonly<Record<string, WirePage>>): void {
    for (const [id, page] of Object.entries(pages)) this.views.get(id)?.set(page);
  }

  upsert(chat: string, message: WireMessage): void {
    this.views.get(chat)?.upsert(message);
  }

  botTypes(chat: string): void {
    this.views.get(chat)?.botTypes();
  }

  redraw(): void {
    for (const view of this.views.values()) view.redraw();
  }

  /** The column is on the screen from now on. */
  shown(): void {
    this.views.get(this.open)?.shown();
  }

  private get chat(): WireChat | undefined {
    return this.person.chats.find(({ id }) => id === this.open);
  }

  private choose(id: string): void {
    this.open = id;
    this.problem.textContent = '';
    this.draw();
    this.tabs.get(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.shown();
    this.onOpen();
  }

  private actions() {
    const onProblem = (text: string) => {
      this.problem.textContent = text;
    };
    const tab = this.around.tabOf(this.person);
    const openMembers = () => this.openMembers();
    return this.chat ? chatActions(this.person, this.chat, { tab, openMembers, onProblem }) : [];
  }

  private openMembers(): void {
    if (!this.chat) return;
    this.members = new MembersDialog(this.person.id, this.chat, this.around, () => {
      this.members = undefined;
    });
  }

  private draw(): void {
    const { name, title, roles, chats } = this.person;
    const tags = reachText(this.person).map((text) => el('span', { class: 'tag' }, text));
    this.who.replaceChildren(
      el('h2', {}, name),
      el('p', {}, [title, roles].filter(Boolean).join(' · '), ...tags.flatMap((tag) => [' ', tag])),
    );
    const content = this.views.get(this.open)?.element ?? this.nowhere;
    if (this.place.firstElementChild !== content) this.place.replaceChildren(content);
    const ids = new Set(chats.map(({ id }) => id));
    for (const [id, tab] of this.tabs) {
      if (ids.has(id)) continue;
      tab.remove();
      this.tabs.delete(id);
    }
    for (const chat of chats) this.drawTab(chat);
    this.drawPanel();
    this.roving.refresh();
    const { kind = 'personal', members = [] } = this.chat ?? {};
    this.count.hidden = kind === 'personal';
    this.count.textContent = `${KINDS[kind]} · ${membersText(members.length)}`;
  }

  /** Somebody who is in no chat has nothing to choose from. */
  private drawPanel(): void {
    const tab = this.tabs.get(this.open);
    this.tabList.hidden = tab === undefined;
    this.more.hidden = tab === undefined;
    for (const [name, value] of Object.entries({ role: 'tabpanel', 'aria-labelledby': tab?.id ?? '' }))
      if (tab) this.place.setAttribute(name, value);
      else this.place.removeAttribute(name);
  }

  private drawTab(chat: WireChat): void {
    const { id, kind, unread } = chat;
    const tab = this.tabs.get(id) ?? this.newTab(chat);
    const selected = id === this.open;
    tab.setAttribute('aria-selected', String(selected));
    const mark = badge(unread);
    const name = el('span', { class: 'tab-name', title: nameOf(chat) }, nameOf(chat));
    tab.replaceChildren(icon(kind), name, ...(mark ? [' ', mark] : []));
  }

  private newTab({ id, kind }: WireChat): HTMLButtonElement {
    const panel = `panel-${this.person.id}`;
    const tab = el('button', {
      type: 'button',
      role: 'tab',
      id: `tab-${this.person.id}-${id}`,
      title: KINDS[kind],
      'aria-controls': panel,
      onclick: () => this.choose(id),
    });
    this.tabs.set(id, tab);
    this.tabList.append(tab);
    return tab;
  }
}
