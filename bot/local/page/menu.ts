import { el } from './dom.ts';
import { icon } from './icon.ts';
import { openAt } from './place.ts';

export type MenuItem = { readonly label: string; readonly act: () => void };

/**
 * A button that opens a menu; `items` is asked each time. Arrow keys, Home, End and first letters move in it, Escape and a
 * click elsewhere close it, and the focus goes back to the button.
 */
export function menuButton(label: string, items: () => readonly MenuItem[]): HTMLElement {
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': label, popover: 'auto' });
  const button = el(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label },
    icon('more'),
  );
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  // a popover closes before the click that closes it arrives
  let closedAt = 0;
  const open = (first: number) => {
    menu.replaceChildren(...items().map((item) => itemOf(item, menu, button)));
    openAt(menu, button);
    itemsIn(menu).at(first)?.focus();
  };
  button.addEventListener('click', ({ timeStamp }) => {
    if (timeStamp - closedAt > 200) open(0);
  });
  button.addEventListener('keydown', (event) => {
    const first = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (first === undefined) return;
    event.preventDefault();
    open(first);
  });
  menu.addEventListener('toggle', (event) => {
    const isOpen = (event as ToggleEvent).newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) closedAt = event.timeStamp;
  });
  menu.addEventListener('keydown', (event) => move(event, menu));
  return el('span', { class: 'menu-place' }, button, menu);
}

function itemOf({ label, act }: MenuItem, menu: HTMLElement, button: HTMLElement): HTMLElement {
  const onclick = () => {
    menu.hidePopover();
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
  if (event.key === 'Tab') {
    menu.hidePopover();
    return;
  }
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
