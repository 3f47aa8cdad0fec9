import type { PressAnswer, PressedAction, WireExtension, WireMessage } from '../wire.ts';
import { CardView } from './card.ts';
import type { CardSurroundings } from './card-input.ts';
import { avatar, botAvatar, button, el } from './dom.ts';
import { fileTile, OfferView } from './file.ts';
import { dayText, fullText, timeText } from './format.ts';
import { rendered } from './markdown.ts';
import { mentionsOf, showMentions } from './mentions.ts';
import { menuButton } from './menu.ts';

/** What a message can ask of the chat it stands in. */
export type MessageHandlers = {
  /** Whether a person has to mention the bot there. */
  readonly mentionsBot: boolean;
  readonly card: CardSurroundings;
  readonly press: (messageId: string, action: PressedAction) => Promise<PressAnswer>;
  readonly answerOffer: (messageId: string, accept: boolean) => Promise<PressAnswer>;
  readonly sayAgain: (messageId: string) => void;
  /** Commands of the app that can be used on a message. */
  readonly extensions: () => readonly WireExtension[];
  readonly extend: (messageId: string, command: string) => Promise<PressAnswer>;
};

/** One message on the screen; the same element through all its updates. */
export class MessageView {
  readonly element: HTMLElement;
  /** The day it was written on, in words. */
  readonly day: string;
  private readonly at: Date;
  private readonly body = el('div', { class: 'message-body' });
  private readonly note = el('p', { class: 'message-note' });
  private readonly dayLine: HTMLElement;
  private readonly mentioned = el('span', { class: 'mentioned', hidden: true }, 'Du er nevnt');
  private readonly handlers: MessageHandlers;
  private readonly from: WireMessage['from'];
  private readonly lead = el('div', { class: 'lead' });
  private leadText: string | undefined;
  private more: HTMLElement | undefined;
  private card: CardView | undefined;
  private offer: OfferView | undefined;
  private shown = '';

  constructor(message: WireMessage, handlers: MessageHandlers) {
    this.handlers = handlers;
    this.from = message.from;
    this.at = new Date(message.at);
    this.day = dayText(this.at);
    this.dayLine = el('p', { class: 'day', hidden: true }, this.day);
    this.element = el('div', { class: 'entry' }, this.dayLine, this.article(message));
    this.update(message);
  }

  showDay(first: boolean): void {
    this.dayLine.hidden = !first;
  }

  /** Draws the card anew. */
  redraw(): void {
    this.card?.redraw();
  }

  private article({ id, at, name = '' }: WireMessage): HTMLElement {
    if (this.from === 'system') return el('article', { class: 'message system' }, this.body);
    const author = { me: 'Du', bot: 'Utvalgsbot', other: name }[this.from];
    const time = el('time', { datetime: at, title: fullText(this.at) }, timeText(this.at));
    this.more = this.handlers.extensions().length > 0 ? this.menu(id) : undefined;
    const words = el('p', {}, el('strong', {}, author), ' ', time, ' ', this.mentioned);
    const head = el('div', { class: 'message-head' }, words, this.more);
    const mark = { me: () => undefined, bot: botAvatar, other: () => avatar(name) }[this.from]();
    const column = el('div', { class: 'message-column' }, head, this.body, this.note);
    return el('article', { class: `message ${this.from === 'me' ? 'mine' : 'theirs'}` }, mark, column);
  }

  private menu(id: string): HTMLElement {
    const use = async (command: string) => {
      this.note.replaceChildren('Henter …');
      const answer = await this.handlers.extend(id, command);
      this.note.replaceChildren('text' in answer ? answer.text : '');
    };
    return menuButton('Flere handlinger', () =>
      this.handlers.extensions().map((command) => ({ label: command.title, act: () => void use(command.id) })),
    );
  }

  /** False when it says nothing new. */
  update(message: WireMessage): boolean {
    const json = JSON.stringify(message);
    if (json === this.shown) return false;
    this.shown = json;
    const hadFocus = this.body.contains(document.activeElement);
    this.showBody(message);
    if (hadFocus && (document.activeElement === this.body || !this.body.contains(document.activeElement)))
      this.takeFocus();
    this.body.classList.toggle('bubble', this.from !== 'system' && !message.card && !message.offer);
    this.mentioned.hidden = !this.mentionsMe(message);
    this.showNote(message);
    return true;
  }

  private showBody(message: WireMessage): void {
    if (!message.card) this.card = undefined;
    if (!message.offer) this.offer = undefined;
    this.more?.toggleAttribute('hidden', message.deleted === true);
    if (message.deleted) this.body.replaceChildren(el('p', { class: 'gone' }, 'Meldingen er slettet.'));
    else if (message.card) this.showCard(message);
    else if (message.offer) this.showOffer(message);
    else if (message.file) this.body.replaceChildren(fileTile(message.file));
    else this.body.replaceChildren(this.textOf(message));
  }

  private showCard(message: WireMessage): void {
    const { id, card = {}, answered, text } = message;
    // what stays the same is not read out again
    if (text !== this.leadText) this.lead.replaceChildren(...(text ? [this.textOf(message)] : []));
    this.leadText = text;
    if (!this.card) {
      this.card = new CardView((action) => this.handlers.press(id, action), this.handlers.card);
      this.body.replaceChildren(this.lead, this.card.element);
    }
    this.card.show(card, answered === true);
  }

  private showOffer({ id, offer }: WireMessage): void {
    if (!this.offer) {
      this.offer = new OfferView((accept) => this.handlers.answerOffer(id, accept));
      this.body.replaceChildren(this.offer.element);
    }
    if (offer) this.offer.show(offer);
  }

  /** What had the focus is gone: it stays in the message, never nowhere. */
  private takeFocus(): void {
    this.body.tabIndex = -1;
    (this.body.querySelector<HTMLElement>('a, button') ?? this.body).focus({ preventScroll: true });
  }

  private mentionsMe(message: WireMessage): boolean {
    return (
      !message.deleted && (this.card?.mentionsMe || mentionsOf(message).some(({ id }) => this.handlers.card.isMe(id)))
    );
  }

  private textOf(message: WireMessage): HTMLElement {
    const { text = '', withoutBot } = message;
    const element = el('div', { class: 'text' });
    // people write plain text; a bot's text is Markdown, made into HTML with all HTML in it shown as written
    if (this.from === 'bot') {
      element.innerHTML = rendered(text);
      showMentions(element, mentionsOf(message), this.handlers.card.isMe);
    } else if (!withoutBot && this.from !== 'system' && this.handlers.mentionsBot)
      element.append(el('span', { class: 'mention' }, 'Utvalgsbot'), ` ${text}`);
    else element.textContent = text;
    return element;
  }

  private showNote({ id, state, edited, file }: WireMessage): void {
    this.note.classList.toggle('failed', state === 'failed');
    if (state === 'failed' && this.from === 'me')
      this.note.replaceChildren(
        'Utvalgsbot svarer ikke. Meldingen er ikke levert. ',
        button('Prøv igjen', () => this.handlers.sayAgain(id), 'link'),
      );
    else if (state === 'sending') this.note.replaceChildren('Sender …');
    else this.note.replaceChildren(edited && !file ? 'Redigert' : '');
  }
}
