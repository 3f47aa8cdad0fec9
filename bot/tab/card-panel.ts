import type { WireAnswer } from '../tab-api/wire.ts';
import type { CardContext } from './context.ts';

/** A card as it was sent, in front of the page. */
export type CardPanel = {
  /** Shows a card; its buttons go to the bot as the page's own do. Resolves when it is on the screen. */
  readonly open: (answer: WireAnswer) => Promise<void>;
  readonly isOpen: () => boolean;
};

const CANNOT_SHOW = 'Kortet kunne ikke vises. Du finner det i chatten med Utvalgsbot.';

/** The panel that cards are shown in. What shows cards is large, and loaded with the first one. */
export function cardPanel({
  send,
  openLink,
  pickPerson,
  say,
  onClosed,
}: CardContext & {
  readonly say: (text: string) => void;
  readonly onClosed: () => void;
}): CardPanel {
  const dialog = document.createElement('dialog');
  dialog.className = 'card-panel';
  const place = document.createElement('div');
  const close = document.createElement('fluent-button');
  close.textContent = 'Lukk';
  close.className = 'card-close';
  close.addEventListener('click', () => dialog.close());
  let opener: HTMLElement | undefined;
  dialog.append(place, close);
  dialog.addEventListener('close', () => {
    place.replaceChildren();
    dialog.remove();
    if (opener?.isConnected) opener.focus();
    onClosed();
  });

  return {
    isOpen: () => dialog.open,
    open: async (answer) => {
      if (answer.kind !== 'card') return;
      const cards = await import('./card.js').catch(() => undefined);
      if (cards === undefined) {
        say(CANNOT_SHOW);
        return;
      }
      const onShown = (heading = 'Kort fra Utvalgsbot') => dialog.setAttribute('aria-label', heading);
      const view = cards.cardView({ send, openLink, pickPerson, onShown });
      view.show(answer);
      place.replaceChildren(view.element);
      if (!dialog.open) {
        opener = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
        document.body.append(dialog);
        dialog.showModal();
      }
      view.focus();
    },
  };
}
