import { AdaptiveCard, CardElement, ExecuteAction, OpenUrlAction, SubmitAction } from 'adaptivecards';
import { teamsCards } from '../local/page/host-config.ts';
import { fieldsOf, withValues } from '../local/page/keep.ts';
import { rendered } from '../local/page/markdown.ts';
import type { WireAnswer } from '../tab-api/wire.ts';
import type { Action, CardContext } from './context.ts';
import { reading } from './people-input.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = rendered(text);
  result.didProcess = true;
};

type CardAnswer = Extract<WireAnswer, { kind: 'card' }>;

/** A card on the screen, and the line that says how a press of its buttons went. */
export type CardView = {
  readonly element: HTMLElement;
  readonly show: (answer: CardAnswer) => void;
  /** Gives the focus to the first thing that can be done. */
  readonly focus: () => void;
};

/** Shows cards as they are sent. The card that answers a press takes the old one's place; what is typed stays when it was refused. */
export function cardView({
  send,
  openLink,
  pickPerson,
  onShown,
}: CardContext & {
  /** Told of each card's heading, if it has one. */
  readonly onShown: (heading: string | undefined) => void;
}): CardView {
  const element = document.createElement('div');
  element.className = 'card';
  const place = document.createElement('div');
  place.className = 'card-body';
  const line = document.createElement('p');
  line.className = 'card-line';
  line.setAttribute('role', 'status');
  element.append(place, line);
  let current: { readonly card: AdaptiveCard; readonly source: CardAnswer['card'] } | undefined;

  const focus = () => {
    const first = place.querySelector<HTMLElement>('input, textarea, select, button, a[href]');
    (first ?? element.parentElement?.parentElement?.querySelector<HTMLElement>('.card-close'))?.focus();
  };

  const press = async (action: ExecuteAction | SubmitAction) => {
    element.setAttribute('aria-busy', 'true');
    line.textContent = 'Sender …';
    const answer = await send(fieldsSent(action));
    element.removeAttribute('aria-busy');
    line.textContent = wordsOf(answer);
    if (answer?.kind !== 'card') return;
    show(answer);
    focus();
  };

  const show = ({ card: source, isRefused }: CardAnswer) => {
    const typed = isRefused && current ? fieldsOf(current.card, current.source) : {};
    // adaptivecards 3.0.6 keeps the state of this global regular expression between parses
    if (CardElement.langProperty.regEx !== undefined) CardElement.langProperty.regEx.lastIndex = 0;
    const card = new AdaptiveCard();
    card.hostConfig = teamsCards;
    card.parse(withValues(source, typed), reading(pickPerson));
    card.onExecuteAction = (action) => {
      if (action instanceof OpenUrlAction) {
        if (action.url && isOutward(action.url)) openLink(action.url);
      } else if (action instanceof ExecuteAction || action instanceof SubmitAction) void press(action);
    };
    const shown = card.render();
    // the card is no stop of its own when one tabs through its fields
    shown?.removeAttribute('tabindex');
    for (const link of shown?.querySelectorAll('a') ?? []) if (!isOutward(link.href)) link.removeAttribute('href');
    place.replaceChildren(...(shown ? [shown] : []));
    current = { card, source };
    onShown(place.querySelector('[role=heading]')?.textContent?.trim() || undefined);
  };

  return { element, show, focus };
}

const NOT_SENT = 'Svaret kom ikke fram. Prøv igjen.';

/** What is said beside the card; a card that says no for itself is also told of to those who listen. */
function wordsOf(answer: WireAnswer | undefined): string {
  if (answer === undefined) return NOT_SENT;
  if (answer.kind === 'message') return answer.text;
  return answer.isRefused ? 'Ikke gjort ennå. Kortet sier hvorfor.' : '';
}

/** What the action sends: its own data, and what is typed into the card's fields. */
function fieldsSent(action: ExecuteAction | SubmitAction): Action {
  const data: unknown = action.data;
  const fields = typeof data === 'object' && data !== null ? (data as Action) : {};
  return action instanceof ExecuteAction && action.verb ? { verb: action.verb, ...fields } : fields;
}

/** Whether a link leads somewhere, and runs nothing in the tab's own page. */
function isOutward(url: string): boolean {
  return /^(https?|mailto):/i.test(url);
}
