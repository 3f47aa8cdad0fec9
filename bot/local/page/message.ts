import type { PressAnswer, PressedAction, WireMessage } from '../wire.ts';
import { CardView } from './card.ts';
import { avatar, el } from './dom.ts';
import { fileTile, OfferView } from './file.ts';
import { fullText, timeText } from './format.ts';
import { rendered } from './markdown.ts';

/** What a message can ask of the chat it stands in. */
export type MessageHandlers = {
  readonly isChannel: boolean;
  /** Whether a mention's address is the person who looks. */
  readonly isMe: (address: string) => boolean;
  readonly press: (messageId: string, action: PressedAction) => Promise<PressAnswer>;
  readonly answerOffer: (messageId: string, accept: boolean) => Promise<PressAnswer>;
  readonly sayAgain: (messageId: string) => void;
};

/** One message on the screen; the same element through all its updates. */
export class MessageView {
  readonly element: HTMLElement;
  readonly at: Date;
  private readonly body = el('div', { class: 'message-body' });
  private readonly note = el('p', { class: 'message-note' });
  private readonly mentioned = el('span', { class: 'mentioned', hidden: true }, 'Du er nevnt');
  private readonly handlers: MessageHandlers;
  private readonly from: WireMessage['from'];
  private card: CardView | undefined;
  private offer: OfferView | undefined;
  private shown = '';

  constructor(message: WireMessage, handlers: MessageHandlers) {
    this.handlers = handlers;
    this.from = message.from;
    this.at = new Date(message.at);
    const { name = '' } = message;
    const author = { me: 'Du', bot: 'Utvalgsbot', other: name, system: '' }[this.from];
    const time = el('time', { datetime: message.at, title: fullText(this.at) }, timeText(this.at));
    const head = el('p', { class: 'message-head' }, el('strong', {}, author), ' ', time, ' ', this.mentioned);
    const bot = () => el('span', { class: 'avatar avatar-bot', 'aria-hidden': 'true' }, 'U');
    const mark = { me: () => undefined, bot, other: () => avatar(name), system: () => undefined }[this.from]();
    const column = el('div', { class: 'message-column' }, head, this.body, this.note);
    this.element = el('article', { class: `message ${this.from === 'me' ? 'mine' : 'theirs'}` }, mark, column);
    this.update(message);
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
    this.body.classList.toggle('bubble', !message.card && !message.offer);
    this.mentioned.hidden = this.card?.mentionsMe !== true;
    this.showNote(message);
    return true;
  }

  private showBody(message: WireMessage): void {
    if (!message.card) this.card = undefined;
    if (!message.offer) this.offer = undefined;
    if (message.deleted) this.body.replaceChildren(el('p', { class: 'gone' }, 'Meldingen er slettet.'));
    else if (message.card) this.showCard(message);
    else if (message.offer) this.showOffer(message);
    else if (message.file) this.body.replaceChildren(fileTile(message.file));
    else this.body.replaceChildren(this.textOf(message.text ?? ''));
  }

  private showCard({ id, card = {}, answered, text }: WireMessage): void {
    if (!this.card) {
      this.card = new CardView((action) => this.handlers.press(id, action), this.handlers.isMe);
      this.body.replaceChildren(...(text ? [this.textOf(text)] : []), this.card.element);
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

  private textOf(text: string): HTMLElement {
    const element = el('div', { class: 'text' });
    // people write plain text; a bot's text is Markdown, made into HTML with all HTML in it shown as written
    if (this.from === 'bot') element.innerHTML = rendered(text);
    else if (this.handlers.isChannel) element.append(el('span', { class: 'mention' }, 'Utvalgsbot'), ` ${text}`);
    else element.textContent = text;
    return element;
  }

  private showNote({ id, state, edited, file }: WireMessage): void {
    this.note.classList.toggle('failed', state === 'failed');
    if (state === 'failed' && this.from === 'me') {
      const again = el(
        'button',
        { type: 'button', class: 'link', onclick: () => this.handlers.sayAgain(id) },
        'Send på nytt',
      );
      this.note.replaceChildren('Utvalgsbot svarer ikke. Meldingen er ikke levert. ', again);
    } else if (state === 'sending') this.note.replaceChildren('Sender …');
    else this.note.replaceChildren(edited && !file ? 'Redigert' : '');
  }
}
