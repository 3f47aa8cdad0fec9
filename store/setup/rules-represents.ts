import type { Seat } from '../committee/record.ts';

type Represents = Seat['represents'];

export const REPRESENTS: readonly Represents[] = ['kommune', 'helseforetak', 'bruker', 'fastlege', 'ansatte', 'annet'];

/**
 * Words that say whom a seat represents, the clearest first: the employees of a municipality are employees, and the
 * users' council of a hospital is the users'.
 */
const CLUES: readonly (readonly [Represents, RegExp])[] = [
  ['ansatte', /ansatt|tillitsvalgt|verneombud|fagforening|fagforbund/],
  ['fastlege', /fastleg|allmennleg/],
  ['bruker', /bruker|pasient|pårørende|ungdomsråd|eldreråd/],
  ['helseforetak', /helseforetak|sykehus|klinikk|(^|[^\p{L}])hf($|[^\p{L}])/u],
  ['kommune', /(?<!fylkes)kommun/],
];

/**
 * Whom a seat represents, as it is written in a line: «Storvik kommune», «kommune: Storvik» or the word alone. When
 * unsure it is `annet`, which the preview shows to be checked.
 */
export function representsIn(written: string): Pick<Seat, 'name' | 'represents'> {
  const [before = '', ...after] = written.split(':');
  const named = after.join(':').trim();
  const category = REPRESENTS.find((known) => known === before.trim().toLowerCase());
  if (category !== undefined) return { name: named || capital(before.trim()), represents: category };
  return { name: written, represents: derived(written) };
}

/** The same seat as it is written in a line: with its category when the name alone would be read otherwise. */
export function representsAs({ name, represents }: Pick<Seat, 'name' | 'represents'>): string {
  const read = representsIn(name);
  return read.name === name && read.represents === represents ? name : `${represents}: ${name}`;
}

function derived(name: string): Represents {
  const words = name.toLowerCase();
  const [first, second] = CLUES.filter(([, clue]) => clue.test(words)).map(([represents]) => represents);
  // a hospital and a municipality in one name: whose seat it is cannot be seen
  return (first === 'helseforetak' && second === 'kommune' ? undefined : first) ?? 'annet';
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
