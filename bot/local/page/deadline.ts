import type { WireMessage } from '../wire.ts';
import { fieldValue, writtenTime } from './format.ts';

type Fact = { readonly title?: unknown; readonly value?: unknown };

/** The first deadline after now that a card on the screen names, as a date-time field holds it. */
export function firstDeadline(messages: readonly WireMessage[], now: Date): string | undefined {
  const found = messages
    .flatMap(({ card }) => factsIn(card))
    .flatMap(({ title, value }) => {
      const isDeadline = typeof title === 'string' && /frist/i.test(title) && typeof value === 'string';
      return (isDeadline && writtenTime(value)) || [];
    });
  const [first] = found.filter((time) => time > fieldValue(now)).sort();
  return first;
}

function factsIn(node: unknown): readonly Fact[] {
  if (Array.isArray(node)) return node.flatMap(factsIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'facts' in node && Array.isArray(node.facts) ? node.facts.filter(isObject) : [];
  return [...own, ...Object.values(node).flatMap(factsIn)];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
