import { bytesOf } from './size.ts';

type Choice = { readonly title: string; readonly value: string };

/** What the list of seats may take of a message: 160 of them with long names do not fit one card. */
const LIST_BYTES = 20 * 1024;
const LONGEST_NAME = 200;
const SHORTEST_NAME = 20;

/** Seats or saker to tick. Names are cut where they would not fit, and it shows. */
export function tickChoices(all: readonly Choice[]): readonly Choice[] {
  for (let longest = LONGEST_NAME; ; longest--) {
    const choices = all.map(({ title, value }) => ({ title: cut(title, longest), value }));
    if (longest <= SHORTEST_NAME || bytesOf(choices) <= LIST_BYTES) return choices;
  }
}

function cut(name: string, longest: number): string {
  const characters = [...name];
  return characters.length <= longest
    ? name
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
