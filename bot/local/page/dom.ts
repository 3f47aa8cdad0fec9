type Value = string | number | boolean | undefined | ((event: never) => void);
type Child = Node | string | undefined;

/**
 * An element with attributes and children: `true` sets an attribute, `false` and undefined leave it out, and what begins
 * with `on` is a listener.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element: HTMLElement = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element as HTMLElementTagNameMap[K];
}

/** A button; `look` is its class. */
export function button(text: string, onclick: () => void, look?: string): HTMLButtonElement {
  return el('button', { type: 'button', class: look, onclick }, text);
}

/** Words for those who listen to the page. */
export function hidden(text: string): HTMLElement {
  return el('span', { class: 'visually-hidden' }, text);
}

/** How much is unread; nothing when nothing is. */
export function badge(unread: number): HTMLElement | undefined {
  return unread > 0 ? el('span', { class: 'badge' }, String(unread), hidden(' uleste')) : undefined;
}

const PALETTE = 8;

/** A round mark with a person's initials; only decoration, the name stands beside it. */
export function avatar(name: string): HTMLElement {
  const words = name.split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return el('span', { class: `avatar avatar-${sum % PALETTE}`, 'aria-hidden': 'true' }, initials.toUpperCase());
}

/** The bot's own mark. */
export function botAvatar(): HTMLElement {
  return el('span', { class: 'avatar avatar-bot', 'aria-hidden': 'true' }, 'U');
}
