import type { PressAnswer, PressedAction, WireMessage, WirePerson } from '../wire.ts';
import { markRead, press, RoomError, say, sayAgain } from './api.ts';
import { avatar, el } from './dom.ts';
import { dayText } from './format.ts';
import { MessageView } from './message.ts';

/** The commands that the bot knows; one press each. */
const COMMANDS = ['Hjelp', 'Referat'];
const NEAR_END = 120;

/** One person's 1:1 chat with the bot. Kept while another person is shown in its place, with all that is half typed. */
export class ChatView {
  readonly element: HTMLElement;
  private readonly person: WirePerson;
  private readonly views = new Map<string, MessageView>();
  private readonly empty = el(
    'p',
    { class: 'empty' },
    'Ingen meldinger ennå. Skriv «hjelp» til Utvalgsbot, eller trykk på en av knappene nedenfor.',
  );
  private readonly list: HTMLElement;
  private readonly box: HTMLTextAreaElement;
  private readonly problem = el('p', { class: 'problem', role: 'alert' });
  private lastId = '';
  private lastRead = '';

  constructor(person: WirePerson) {
    this.person = person;
    const name = person.name;
    this.list = el(
      'div',
      { class: 'messages', role: 'log', 'aria-label': `Meldinger, ${name}`, tabindex: 0 },
      this.empty,
    );
    const label = `Melding til Utvalgsbot fra ${name}`;
    this.box = el('textarea', { rows: 1, 'aria-label': label, placeholder: 'Skriv en melding', maxlength: 28_000 });
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.send();
    });
    this.box.addEventListener('input', () => this.grow());
    const header = el(
      'header',
      { class: 'chat-head' },
      avatar(name),
      el(
        'div',
        { class: 'who' },
        el('h2', {}, name),
        el('p', {}, [person.title, person.roles].filter(Boolean).join(' · ')),
      ),
    );
    const commands = COMMANDS.map((word) =>
      el('button', { type: 'button', class: 'command', onclick: () => void this.sayNow(word.toLowerCase()) }, word),
    );
    const sendButton = el('button', { type: 'button', class: 'primary', onclick: () => void this.send() }, 'Send');
    const composer = el(
      'div',
      { class: 'composer' },
      el('div', { class: 'commands', role: 'group', 'aria-label': `Kommandoer for ${name}` }, ...commands),
      this.problem,
      el('div', { class: 'box' }, this.box, sendButton),
    );
    this.element = el(
      'section',
      { class: 'chat', 'aria-label': `Chat, ${name} og Utvalgsbot` },
      header,
      this.list,
      composer,
    );
  }

  /** The whole chat, as the room has it. What stands unchanged on the screen is not touched. */
  set(messages: readonly WireMessage[]): void {
    const known = new Set(messages.map(({ id }) => id));
    for (const [id, view] of this.views)
      if (!known.has(id)) {
        view.element.remove();
        this.views.delete(id);
      }
    for (const message of messages) this.put(message);
    this.seen();
  }

  upsert(message: WireMessage): void {
    this.put(message);
    this.seen();
  }

  /** The chat is on the screen from now on. */
  shown(): void {
    const newest = this.views.get(this.lastId);
    if (newest) this.scrollTo(newest.element);
    this.seen();
  }

  focusBox(): void {
    this.box.focus();
  }

  private put(message: WireMessage): void {
    const old = this.views.get(message.id);
    if (old) {
      if (old.update(message) && message.answered) this.reveal(old.element);
      return;
    }
    const view = new MessageView(message, {
      press: (id, action) => this.press(id, action),
      sayAgain: (id) => void this.tried(() => sayAgain(this.person.id, id)),
    });
    const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_END;
    const before = [...this.views.values()].at(-1);
    if (before === undefined || dayText(before.at) !== dayText(view.at))
      this.list.append(el('p', { class: 'day' }, dayText(view.at)));
    this.views.set(message.id, view);
    this.list.append(view.element);
    this.empty.remove();
    this.lastId = message.id;
    if (atEnd || message.from === 'me') this.scrollTo(view.element);
  }

  /** To the end, but not past the beginning of a message that is higher than the window. */
  private scrollTo(element: HTMLElement): void {
    const top = element.offsetTop - 8;
    this.list.scrollTop = Math.min(this.list.scrollHeight - this.list.clientHeight, Math.max(top, 0));
  }

  /** An answer begins at the top of its card, however far down the pressed button was. */
  private reveal(element: HTMLElement): void {
    if (element.offsetTop < this.list.scrollTop) this.scrollTo(element);
  }

  private seen(): void {
    if (!this.element.isConnected || document.hidden || this.lastId === this.lastRead || this.lastId === '') return;
    this.lastRead = this.lastId;
    markRead(this.person.id, this.lastId).catch(() => {
      this.lastRead = '';
    });
  }

  private async send(): Promise<void> {
    const text = this.box.value.trim();
    if (text === '') return;
    this.box.value = '';
    this.grow();
    const sent = await this.sayNow(text);
    // the room itself could not be reached: the words go back to where they were written
    if (!sent && this.box.value === '') {
      this.box.value = text;
      this.grow();
    }
  }

  private sayNow(text: string): Promise<boolean> {
    return this.tried(() => say(this.person.id, text));
  }

  private async tried(act: () => Promise<unknown>): Promise<boolean> {
    this.problem.textContent = '';
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof RoomError)) throw error;
      this.problem.textContent = error.message;
      return false;
    }
  }

  private async press(messageId: string, action: PressedAction): Promise<PressAnswer> {
    try {
      return await press(this.person.id, messageId, action);
    } catch (error) {
      if (!(error instanceof RoomError)) throw error;
      return { kind: 'failed', text: error.message };
    }
  }

  private grow(): void {
    this.box.rows = Math.min(8, this.box.value.split('\n').length);
  }
}
