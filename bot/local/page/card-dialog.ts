import type { PressAnswer, PressedAction, WireDialog } from '../wire.ts';
import { answerDialog, answered, closeDialog } from './api.ts';
import { CardView } from './card.ts';
import type { CardSurroundings } from './card-input.ts';
import { button, el } from './dom.ts';
import { Modal } from './modal.ts';

/** Widths as Teams has them, in pixels; heights are as high as the card. */
const WIDTHS: Readonly<Record<string, number>> = { small: 320, medium: 520, large: 760 };

const DRAFT = 'I Teams står dette kortet nå i meldingsfeltet, klart til å sendes. Her blir det ikke sendt.';
const UNSENT: PressAnswer = { kind: 'message', text: 'Kortet er ikke sendt, så knappen virker ikke her.' };

/** Shows a dialog that the bot has opened, and what it answers: the next one, a sentence, or nothing more. */
export function openCardDialog(
  first: WireDialog,
  person: string,
  around: CardSurroundings,
  home: () => HTMLElement | undefined,
): void {
  let current: WireDialog | undefined = first;
  let closed = false;
  // the room forgets it; one that is gone already needs no more telling
  const forget = ({ id }: WireDialog) => void closeDialog(person, id).catch(() => undefined);
  const modal = new Modal(first.title, {
    home,
    onClosed: () => {
      closed = true;
      if (current) forget(current);
    },
  });
  const end = () => {
    current = undefined;
  };
  const sayLast = (text: string, ...more: readonly HTMLElement[]) => {
    const close = button('Lukk', () => modal.close(), 'primary');
    const said = el('p', { class: 'dialog-said', role: 'status' }, text);
    modal.show(said, ...more, el('div', { class: 'dialog-buttons' }, close));
    close.focus();
  };
  const press = async (action: PressedAction): Promise<PressAnswer> => {
    const answer = await answered(() => answerDialog(person, current?.id ?? '', action));
    if (closed) {
      // whoever closed it while the answer was on its way is done with it
      if (answer.kind === 'dialog') forget(answer.dialog);
    } else if (answer.kind === 'dialog') {
      current = answer.dialog;
      show(current);
    } else if (answer.kind === 'message') {
      end();
      sayLast(answer.text);
    } else if (answer.kind === 'draft') {
      end();
      const draft = new CardView(async () => UNSENT, around);
      draft.show(answer.card, true);
      sayLast(DRAFT, draft.element);
    } else if (answer.kind !== 'failed') {
      end();
      modal.close();
    }
    return answer;
  };
  const card = new CardView(press, around);
  const show = ({ title, width, card: source }: WireDialog) => {
    modal.title = title;
    modal.width = typeof width === 'number' ? width : (WIDTHS[width ?? ''] ?? WIDTHS.medium ?? 0);
    card.show(source, true);
    modal.show(card.element);
  };
  show(first);
}
