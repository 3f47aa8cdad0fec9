import type { Json } from '../wire.ts';
import { keepPreference, preference } from './preferences.ts';

const NAME = 'old-client';

/** Whether cards are shown as a client shows them that knows no `Action.Execute`. */
export function isOldClient(): boolean {
  return preference(NAME) === 'true';
}

export function setOldClient(is: boolean): void {
  keepPreference(NAME, String(is));
}

/** A card as an old client reads it: the fallback in place of each `Action.Execute`, and nothing where there is none. */
export function withFallbacks(card: Json): Json {
  return replaced(card) as Json;
}

function replaced(node: unknown): unknown {
  if (Array.isArray(node)) return node.filter((item) => !isExecute(item) || hasFallback(item)).map(replaced);
  if (!isObject(node)) return node;
  if (isExecute(node) && hasFallback(node)) return replaced(node.fallback);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'data' ? value : replaced(value)]),
  );
}

function isExecute(node: unknown): node is Json {
  return isObject(node) && node.type === 'Action.Execute';
}

function hasFallback({ fallback }: Json): boolean {
  return isObject(fallback);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
