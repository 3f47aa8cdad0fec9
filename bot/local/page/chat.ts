import type { PressAnswer, WireChat, WireMessage, WirePage, WirePerson } from '../wire.ts';
import { absenceOf } from './absence.ts';
import { answered, answerOffer, dropFile, extend, markRead, pageBefore, press, refresh, say, sayAgain } from './api.ts';
import type { Around } from './around.ts';
import { openCardDialog } from './card-dialog.ts';
import type { CardSurroundings } from './card-input.ts';
import { Composer } from './composer.ts';
import { el } from './dom.ts';
import { takeDrops } from './drop.ts';
import { MessageView } from './message.ts';
import { Timeline } from './timeline.ts';
import { Typing } from './typing.ts';
import { chatLabel, composerWords, emptyText } from './words.ts';

/** One chat in one person's eyes. Kept while another is shown in its place, with all that is half typed. */
export class ChatView {
  readonly element: HTMLElement;
  private readonly around: Around;
  private readonly timeline: Timeline;
  private readonly composer: Composer;
  private readonly typing = new Typing();
  private readonly foot = el('div', { class: 'chat-foot' });
  private readonly surroundings: CardSurroundings;
  private person: WirePerson;
  private chat: WireChat;
  private absence = '';
  private lastRead = '';

  constructor(person: WirePerson, chat: WireChat, around: Around) {
    this.person = person;
    this.chat = chat;
    this.around = around;
    this.surroundings = around.forCards(person, chat.id);
    const { id } = person;
    this.timeline = new Timeline({
      view: (message) => this.messageView(message),
      before: (message) => pageBefore(id, chat.id, message),
      // a view that does not come leaves the shared card, which works too
      refresh: (message) => void refresh(id, message).catch(() => undefined),
    });
    const attach = (file: File) => dropFile(id, file);
    this.composer = new Composer(composerWords(person, chat), () => around.commandsIn(chat.kind), {
      say: (text, mention) => say(id, chat.id, text, mention),
      extensions: () => around.extensionsOn('field'),
      extend: (command) => this.answer(() => extend(id, chat.id, command), this.composer.element),
      ...(chat.kind === 'personal' && { attach }),
    });
    this.element = el('section', { class: 'chat' }, this.timeline.element, this.typing.element, this.foot);
    this.foot.append(this.composer.element);
    takeDrops(this.element, (files) => void this.composer.attachAll(files));
    this.update(person, chat);
  }

  get messages(): readonly WireMessage[] {
    return this.timeline.messages;
  }

  /** News of the chat: its name, who is in it, whether the bot is. */
  update(person: WirePerson, chat: WireChat): void {
    this.person = person;
    this.chat = chat;
    this.element.setAttribute('aria-label', chatLabel(person, chat, true));
    this.timeline.rename(`Meldinger, ${chatLabel(person, chat)}`, emptyText(chat));
    this.composer.rename(composerWords(person, chat));
    const absence = absenceOf(person, chat);
    if (absence?.text === this.absence) return;
    const hadFocus = this.foot.contains(document.activeElement);
    this.absence = absence?.text ?? '';
    this.composer.botIsThere = absence === undefined;
    // without the bot there is nobody to write to in a 1:1 chat
    const box = absence && chat.kind === 'personal' ? [] : [this.composer.element];
    this.foot.replaceChildren(...(absence ? [absence.element] : []), ...box);
    if (hadFocus) this.foot.querySelector<HTMLElement>('textarea, button')?.focus();
  }

  set(page: WirePage): void {
    this.timeline.set(page);
    this.seen();
  }

  upsert(message: WireMessage): void {
    if (message.from === 'bot') this.typing.stop();
    this.timeline.upsert(message);
    this.seen();
  }

  botTypes(): void {
    this.typing.show();
  }

  /** Draws all cards anew, as another client shows them. */
  redraw(): void {
    this.timeline.redraw();
  }

  /** The chat is on the screen from now on. */
  shown(): void {
    this.timeline.toEnd();
    this.seen();
  }

  private messageView(message: WireMessage): MessageView {
    const { id } = this.person;
    const view: MessageView = new MessageView(message, {
      mentionsBot: this.chat.kind !== 'personal',
      card: this.surroundings,
      press: (message, action) => this.answer(() => press(id, message, action), view.element),
      answerOffer: (message, accept) => answered(() => answerOffer(id, message, accept)),
      sayAgain: (message) => void this.composer.tried(() => sayAgain(id, message)),
      extensions: () => this.around.extensionsOn('message'),
      extend: (message, command) => this.answer(() => extend(id, this.chat.id, command, message), view.element),
    });
    return view;
  }

  /** What a press was answered with; a dialog is opened in front of the page. */
  private async answer(ask: () => Promise<PressAnswer>, from: HTMLElement): Promise<PressAnswer> {
    const answer = await answered(ask);
    if (answer.kind === 'dialog') {
      const home = () => from.querySelector<HTMLElement>('button') ?? undefined;
      openCardDialog(answer.dialog, this.person.id, this.surroundings, home);
    }
    return answer;
  }

  private seen(): void {
    const { lastId } = this.timeline;
    if (!this.element.checkVisibility() || document.hidden || lastId === this.lastRead || lastId === '') return;
    this.lastRead = lastId;
    markRead(this.person.id, lastId).catch(() => {
      this.lastRead = '';
    });
  }
}
