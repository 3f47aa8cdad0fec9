import { el } from './dom.ts';
import { type IconName, icon } from './icon.ts';
import { openAt } from './place.ts';

export type MenuItem = { readonly label: string; readonly act: () => void };

/**
 * A button that opens a menu; `items` is asked each time. Arrow keys, Home, End and first letters move in it, Escape and
 * whatever takes the focus away close it, and Escape gives the focus back to the button.
 */
export function menuButton(label: string, items: () => readonly MenuItem[], drawing: IconName = 'more'): HTMLElement {
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': label, popover: 'manual' });
  const button = el(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label },
    icon(drawing),
  );
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  const isOpen = () => menu.matches(':popover-open');
  const close = () => {
    if (isOpen()) menu.hidePopover();
    button.setAttribute('aria-expanded', 'false');
  };
  const open = (first: number) => {
    menu.replaceChildren(...items().map((item) => itemOf(item, close, button)));
    openAt(menu, button);
    button.setAttribute('aria-expanded', 'true');
    itemsIn(menu).at(first)?.focus();
  };
  // the press itself takes the focus, and the menu with it, before the click is told
  let wasOpen = false;
  button.addEventListener('pointerdown', () => {
    wasOpen = isOpen();
  });
  button.addEventListener('click', ({ detail }) => {
    if (detail > 0 && wasOpen) close();
    else open(0);
  });
  button.addEventListener('keydown', (event) => {
    const first = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (first === undefined) return;
    event.preventDefault();
    open(first);
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') {
      move(event, menu);
      return;
    }
    event.preventDefault();
    close();
    button.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!menu.contains(relatedTarget as Node | null)) close();
  });
  return el('span', { class: 'menu-place' }, button, menu);
}

function itemOf({ label, act }: MenuItem, close: () => void, button: HTMLElement): HTMLElement {
  const onclick = () => {
    close();
    button.focus();
    act();
  };
  return el('button', { type: 'button', role: 'menuitem', tabindex: -1, onclick }, label);
}

function itemsIn(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

function move(event: KeyboardEvent, menu: HTMLElement): void {
  const items = itemsIn(menu);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 } as Readonly<Record<string, number>>;
  const step = steps[event.key];
  const target = step === undefined ? byLetter(items, at, event.key) : items.at(step % items.length);
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}

/** The next item that begins with this letter. */
function byLetter(items: readonly HTMLElement[], at: number, letter: string): HTMLElement | undefined {
  if (letter.length !== 1 || letter === ' ') return undefined;
  const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return order.find((item) => item.textContent?.toLowerCase().startsWith(letter.toLowerCase()));
}
