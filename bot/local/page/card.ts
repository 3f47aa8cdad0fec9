import { AdaptiveCard, CardElement, ExecuteAction, OpenUrlAction, SubmitAction } from 'adaptivecards';
import type { Json, PressAnswer, PressedAction } from '../wire.ts';
import { type CardSurroundings, RoomCard, reading } from './card-input.ts';
import { el } from './dom.ts';
import { teamsCards } from './host-config.ts';
import { fieldsOf, focusIn, restoreFocus, withValues } from './keep.ts';
import { rendered } from './markdown.ts';
import { mentionsIn, showMentions } from './mentions.ts';
import { isOldClient, withFallbacks } from './old-client.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = rendered(text);
  result.didProcess = true;
};

const UNREADABLE = 'Kortet kan ikke vises. JSON-en står i loggen.';

/** One card on the screen: its buttons, what is typed into it, and a line that says how a press went. */
export class CardView {
  readonly element = el('div', { class: 'card' });
  /** Whether the person who looks is mentioned in the card. */
  mentionsMe = false;
  private readonly place = el('div', { class: 'card-body' });
  private readonly line = el('p', { class: 'card-line', role: 'status' });
  private readonly onPress: (action: PressedAction) => Promise<PressAnswer>;
  private readonly around: CardSurroundings;
  private shown = '';
  private card: AdaptiveCard | undefined;
  private source: Json = {};
  private busy = false;

  constructor(onPress: (action: PressedAction) => Promise<PressAnswer>, around: CardSurroundings) {
    this.onPress = onPress;
    this.around = around;
    this.element.append(this.place, this.line);
  }

  /**
   * Shows this card. When the bot updates a card, what was typed into the old one stays; the answer to a button decides
   * for itself what its fields hold. Focus stays where it was as well as it can.
   */
  show(source: Json, isAnswer: boolean): void {
    const json = JSON.stringify(source);
    if (json === this.shown) return;
    this.shown = json;
    this.say('');
    this.draw(source, isAnswer ? {} : this.typed());
  }

  /** Shows the same card anew, as another client does. */
  redraw(): void {
    this.draw(this.source, this.typed());
  }

  private typed() {
    return this.card ? fieldsOf(this.card, this.source) : {};
  }

  private draw(source: Json, typed: ReturnType<typeof fieldsOf>): void {
    const focus = focusIn(this.place);
    this.source = source;
    this.render(withValues(isOldClient() ? withFallbacks(source) : source, typed));
    if (focus) restoreFocus(this.place, focus);
  }

  private render(source: Json): void {
    this.place.replaceChildren();
    // adaptivecards 3.0.6 keeps the state of this global regular expression between parses
    if (CardElement.langProperty.regEx !== undefined) CardElement.langProperty.regEx.lastIndex = 0;
    const card = new RoomCard(this.around);
    this.card = card;
    card.hostConfig = teamsCards;
    try {
      // the library would render it as an empty card
      if (source.type !== 'AdaptiveCard') throw new Error('no card');
      card.parse(source, reading());
      card.onExecuteAction = (action) => {
        if (action instanceof OpenUrlAction) openLink(this.around.leadsTo(action.url ?? ''));
        else if (action instanceof ExecuteAction) void this.press(withId(action, { verb: action.verb }));
        else if (action instanceof SubmitAction) void this.press(withId(action, {}));
      };
      const element = card.render();
      if (!element) throw new Error('nothing was rendered');
      // the card is no stop of its own when one tabs through its fields
      element.removeAttribute('tabindex');
      for (const link of element.querySelectorAll('a')) if (!isOutward(link.href)) link.removeAttribute('href');
      this.place.append(element);
      this.mentionsMe = showMentions(element, mentionsIn(source), this.around.isMe);
    } catch {
      this.place.append(el('p', { class: 'unreadable' }, UNREADABLE));
    }
    this.lock();
  }

  private async press(action: PressedAction): Promise<void> {
    if (this.busy) return;
    this.setBusy(true);
    this.say('Sender …');
    const answer = await this.onPress(action).finally(() => this.setBusy(false));
    if (answer.kind === 'sent') this.say('Sendt.');
    else if ('text' in answer) this.say(answer.text, answer.kind === 'failed');
    else this.say('');
  }

  private setBusy(busy: boolean): void {
    this.busy = busy;
    this.element.setAttribute('aria-busy', String(busy));
    this.lock();
  }

  /** While a press is on its way the buttons say so; they are not disabled, which would lose the focus. */
  private lock(): void {
    for (const button of this.place.querySelectorAll('button.ac-pushButton'))
      button.toggleAttribute('data-busy', this.busy);
  }

  private say(text: string, failed = false): void {
    this.line.textContent = text;
    this.line.classList.toggle('failed', failed);
  }
}

function withId(action: ExecuteAction | SubmitAction, more: { readonly verb?: string }): PressedAction {
  const type = action instanceof ExecuteAction ? 'Action.Execute' : 'Action.Submit';
  const { id, data } = action;
  return { type, ...(id !== undefined && { id }), ...more, ...(data !== undefined && { data }) };
}

/** Whether a link leads somewhere, and runs nothing in the room's own page. */
function isOutward(url: string): boolean {
  return /^(https?|mailto):/i.test(url);
}

function openLink(url: string): void {
  if (isOutward(url)) window.open(url, '_blank', 'noopener,noreferrer');
}
