import type { PressAnswer, WireFile, WireOffer } from '../wire.ts';
import { button, el, hidden } from './dom.ts';
import { sizeText } from './format.ts';

/** A file that lies in the chat, with a link that fetches its very bytes. */
export function fileTile({ name, bytes, url }: WireFile): HTMLElement {
  const link = el('a', { class: 'button', href: url, download: name }, 'Last ned', hidden(` ${name}`));
  return el('div', { class: 'file' }, mark(name), about(name, sizeText(bytes)), link);
}

/** The bot's question whether somebody wants a file, and how it was answered. */
export class OfferView {
  readonly element = el('div', { class: 'card offer' });
  private readonly place = el('div');
  private readonly line = el('p', { class: 'card-line', role: 'status' });
  private readonly onAnswer: (accept: boolean) => Promise<PressAnswer>;
  private busy = false;

  constructor(onAnswer: (accept: boolean) => Promise<PressAnswer>) {
    this.onAnswer = onAnswer;
    this.element.append(this.place, this.line);
  }

  show({ name, description, bytes, answer }: WireOffer): void {
    const buttons = answer
      ? undefined
      : el(
          'div',
          { class: 'offer-buttons' },
          button('Last opp til OneDrive', () => void this.answer(true), 'primary'),
          button('Avslå', () => void this.answer(false)),
        );
    this.place.replaceChildren(
      el('p', { class: 'offer-text' }, description),
      el('div', { class: 'file' }, mark(name), about(name, sizeText(bytes))),
      ...(buttons ? [buttons] : []),
    );
    if (answer) this.say(answer === 'accepted' ? 'Lastes opp til OneDrive …' : 'Du avslo filen.');
  }

  private async answer(accept: boolean): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.say('Sender …');
    const answer = await this.onAnswer(accept);
    this.busy = false;
    if (answer.kind === 'failed') this.say(answer.text, true);
  }

  private say(text: string, failed = false): void {
    this.line.textContent = text;
    this.line.classList.toggle('failed', failed);
  }
}

function about(name: string, text: string): HTMLElement {
  return el('div', { class: 'file-about' }, el('p', { class: 'file-name' }, name), el('p', { class: 'quiet' }, text));
}

/** What kind of file it is, as its name says; only decoration. */
function mark(name: string): HTMLElement {
  const [, kind = ''] = /\.(\w{1,4})$/.exec(name) ?? [];
  return el('span', { class: 'file-mark', 'aria-hidden': 'true' }, kind.toUpperCase());
}
