import type { AdaptiveCard } from 'adaptivecards';
import type { Json } from '../wire.ts';

/** Fields by id, only those that hold something else than the card gave them. */
export type Fields = Readonly<Record<string, string>>;

/** What somebody has typed into a card and not sent. */
export function fieldsOf(card: AdaptiveCard, source: Json): Fields {
  const given = new Map<string, unknown>();
  walk(source, (node) => {
    if (isInput(node)) given.set(node.id, node.value);
  });
  const typed: Record<string, string> = {};
  for (const { id, value } of card.getAllInputs()) {
    const now = value === undefined || value === null ? '' : String(value);
    if (id !== undefined && now !== String(given.get(id) ?? '')) typed[id] = now;
  }
  return typed;
}

/** The card with these values in its fields. */
export function withValues(source: Json, fields: Fields): Json {
  if (Object.keys(fields).length === 0) return source;
  const copy = structuredClone(source) as Record<string, unknown>;
  walk(copy, (node) => {
    if (isInput(node) && Object.hasOwn(fields, node.id)) node.value = fields[node.id];
  });
  return copy;
}

function walk(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (typeof node === 'object' && node !== null) {
    visit(node as Record<string, unknown>);
    for (const value of Object.values(node)) walk(value, visit);
  }
}

function isInput(node: Record<string, unknown>): node is Record<string, unknown> & { readonly id: string } {
  return typeof node.type === 'string' && node.type.startsWith('Input.') && typeof node.id === 'string';
}

type Focus = {
  /** Where in the order of things that can have the focus, and what it was called. */
  readonly index: number;
  readonly label: string;
  readonly selection: readonly [number, number] | undefined;
};
const STOPS = 'button, input, textarea, select, a[href]';

/** What has the focus inside here, if anything. */
export function focusIn(place: HTMLElement): Focus | undefined {
  const { activeElement } = document;
  if (!activeElement || !place.contains(activeElement)) return undefined;
  const index = [...place.querySelectorAll(STOPS)].indexOf(activeElement);
  return { index, label: labelOf(activeElement), selection: selectionOf(activeElement) };
}

/** Gives the focus back: to what is called the same, or to the card itself, never to nowhere. */
export function restoreFocus(place: HTMLElement, { index, label, selection }: Focus): void {
  const stops = [...place.querySelectorAll<HTMLElement>(STOPS)];
  const named = stops.filter((stop) => labelOf(stop) === label);
  const target = named.includes(stops[index] as HTMLElement) ? stops[index] : named[0];
  if (target === undefined) {
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    return;
  }
  target.focus({ preventScroll: true });
  if (selection && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement))
    target.setSelectionRange(...selection);
}

function labelOf(element: Element): string {
  const labelled = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const words = labelled.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const value = element instanceof HTMLInputElement && element.type === 'radio' ? element.value : '';
  return `${element.tagName} ${words || element.getAttribute('aria-label') || element.textContent} ${value}`;
}

function selectionOf(element: Element): readonly [number, number] | undefined {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return undefined;
  // a date field has no selection, and says so by null
  const { selectionStart, selectionEnd } = element;
  return selectionStart === null || selectionEnd === null ? undefined : [selectionStart, selectionEnd];
}
