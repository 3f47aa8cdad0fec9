import type { WireChat, WirePerson } from '../wire.ts';
import { putBot, putMember, sentenceOf } from './api.ts';
import type { Around } from './around.ts';
import { avatar, botAvatar, button, el } from './dom.ts';
import { Modal } from './modal.ts';
import { Picker } from './picker.ts';
import { nameOf, reachText } from './words.ts';

const OFFERED = 20;

/** Who is in a channel or group chat, and a way to add and remove people and the bot; it follows what happens meanwhile. */
export class MembersDialog {
  private readonly modal: Modal;
  private readonly list = el('ul', { class: 'members' });
  private readonly problem = el('p', { class: 'problem', role: 'alert' });
  private readonly picker: Picker;
  private readonly around: Around;
  private readonly me: string;
  private chat: WireChat;

  constructor(me: string, chat: WireChat, around: Around, onClosed: () => void) {
    this.me = me;
    this.chat = chat;
    this.around = around;
    this.modal = new Modal('', { onClosed });
    this.picker = new Picker({
      label: 'Legg til medlem',
      placeholder: 'Søk etter person',
      multiple: false,
      find: async (words) => this.others(words),
      onChange: () => this.add(),
    });
    const title = el('p', { class: 'field-label', 'aria-hidden': 'true' }, 'Legg til medlem');
    this.update(chat);
    this.modal.show(title, this.picker.element, this.problem, this.list);
  }

  update(chat: WireChat): void {
    this.chat = chat;
    this.modal.title = `Medlemmer i ${nameOf(chat)}`;
    const focused = (document.activeElement as HTMLElement | null)?.dataset.member;
    const people = chat.members.flatMap((id) => this.around.person(id) ?? []);
    this.list.replaceChildren(this.botRow(), ...people.map((person) => this.row(person)));
    if (focused) this.list.querySelector<HTMLElement>(`[data-member="${CSS.escape(focused)}"]`)?.focus();
    if (document.activeElement === document.body) this.picker.focus();
  }

  close(): void {
    this.modal.close();
  }

  private botRow(): HTMLElement {
    const { botInstalled, id } = this.chat;
    const words = el(
      'div',
      { class: 'names' },
      el('p', { class: 'name' }, 'Utvalgsbot'),
      el('p', { class: 'quiet' }, botInstalled ? 'App' : 'Ikke lagt til'),
    );
    const act = button(
      botInstalled ? 'Fjern' : 'Legg til',
      () => void this.run(() => putBot(this.me, id, !botInstalled)),
      botInstalled ? 'subtle' : 'primary',
    );
    act.setAttribute('aria-label', `${botInstalled ? 'Fjern' : 'Legg til'} Utvalgsbot`);
    act.dataset.member = 'bot';
    return el('li', {}, botAvatar(), words, act);
  }

  private row(person: WirePerson): HTMLElement {
    const { id, name, title } = person;
    const reach = reachText(person).map((text) => el('span', { class: 'tag' }, text));
    const words = el(
      'div',
      { class: 'names' },
      el('p', { class: 'name' }, name),
      el('p', { class: 'quiet' }, title),
      ...reach,
    );
    const out = button('Fjern', () => void this.run(() => putMember(this.me, this.chat.id, id, false)), 'subtle');
    out.setAttribute('aria-label', `Fjern ${name}`);
    out.dataset.member = id;
    return el('li', {}, avatar(name), words, out);
  }

  private others(words: string) {
    const fitting = this.around.persons.filter(
      ({ id, name, title }) =>
        !this.chat.members.includes(id) && `${name} ${title}`.toLowerCase().includes(words.toLowerCase()),
    );
    return fitting.slice(0, OFFERED).map(({ id, name }) => ({ title: name, value: id }));
  }

  private add(): void {
    const [chosen] = this.picker.chosen;
    if (chosen === undefined) return;
    this.picker.choose([]);
    void this.run(() => putMember(this.me, this.chat.id, chosen.value, true));
  }

  private async run(ask: () => Promise<unknown>): Promise<void> {
    this.problem.textContent = '';
    await ask().catch((error: unknown) => {
      this.problem.textContent = sentenceOf(error);
    });
  }
}
