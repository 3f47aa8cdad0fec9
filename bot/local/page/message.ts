import type { PressAnswer, PressedAction, WireMessage } from '../wire.ts';
import { CardView } from './card.ts';
import { el } from './dom.ts';
import { fullText, timeText } from './format.ts';
import { rendered } from './markdown.ts';

/** What a message can ask of the chat it stands in. */
export type MessageHandlers = {
  readonly press: (messageId: string, action: PressedAction) => Promise<PressAnswer>;
  readonly sayAgain: (messageId: string) => void;
};

/** One message on the screen; the same element through all its updates. */
export class MessageView {
  readonly element: HTMLElement;
  readonly at: Date;
  private readonly body = el('div', { class: 'message-body' });
  private readonly note = el('p', { class: 'message-note' });
  private readonly handlers: MessageHandlers;
  private readonly mine: boolean;
  private card: CardView | undefined;
  private shown = '';

  constructor(message: WireMessage, handlers: MessageHandlers) {
    this.handlers = handlers;
    this.mine = message.from === 'me';
    this.at = new Date(message.at);
    const time = el('time', { datetime: message.at, title: fullText(this.at) }, timeText(this.at));
    const head = el('p', { class: 'message-head' }, el('strong', {}, this.mine ? 'Du' : 'Utvalgsbot'), ' ', time);
    const mark = this.mine ? undefined : el('span', { class: 'avatar avatar-bot', 'aria-hidden': 'true' }, 'U');
    const column = el('div', { class: 'message-column' }, head, this.body, this.note);
    this.element = el('article', { class: `message ${this.mine ? 'mine' : 'theirs'}` }, mark, column);
    this.update(message);
  }

  /** False when it says nothing new. */
  update(message: WireMessage): boolean {
    const json = JSON.stringify(message);
    if (json === this.shown) return false;
    this.shown = json;
    if (message.deleted) {
      this.card = undefined;
      this.body.replaceChildren(el('p', { class: 'gone' }, 'Meldingen er slettet.'));
    } else if (message.card) {
      this.showCard(message);
    } else {
      this.card = undefined;
      this.body.replaceChildren(this.textOf(message.text ?? ''));
    }
    this.body.classList.toggle('bubble', !message.card);
    this.showNote(message);
    return true;
  }

  private showCard({ id, card = {}, answered, text }: WireMessage): void {
    if (!this.card) {
      this.card = new CardView((action) => this.handlers.press(id, action));
      this.body.replaceChildren(...(text ? [this.textOf(text)] : []), this.card.element);
    }
    this.card.show(card, answered === true);
  }

  private textOf(text: string): HTMLElement {
    const element = el('div', { class: 'text' });
    // people write plain text; a bot's text is Markdown, made into HTML with all HTML in it shown as written
    if (this.mine) element.textContent = text;
    else element.innerHTML = rendered(text);
    return element;
  }

  private showNote({ id, state, edited }: WireMessage): void {
    this.note.classList.toggle('failed', state === 'failed');
    if (state === 'failed') {
      const again = el(
        'button',
        { type: 'button', class: 'link', onclick: () => this.handlers.sayAgain(id) },
        'Send på nytt',
      );
      this.note.replaceChildren('Utvalgsbot svarer ikke. Meldingen er ikke levert. ', again);
    } else if (state === 'sending') this.note.replaceChildren('Sender …');
    else this.note.replaceChildren(edited ? 'Redigert' : '');
  }
}
