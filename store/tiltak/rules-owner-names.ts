import { keyOf, partsOf } from './owner-words.ts';

type Person = { readonly id: string; readonly name: string };
type Named = { readonly id: string; readonly name: string; readonly shortName: string };

/** Names that the sources use for one committee (domain, «Avvik i kildene»), as they are compared and without «FSU». */
const SAME: readonly (readonly string[])[] = [
  ['ssu', 'su', 'strategisk samarbeidsutvalg', 'strategiske samarbeidsutvalget'],
  ['flr', 'fastlegerådet', 'fagråd for fastleger og sykehusleger'],
  ['dig', 'ds', 'digital samhandling'],
  ['avvik', 'sa', 'samhandlingsavvik'],
  ['akm', 'akuttmedisin', 'akuttmedisinsk samhandling', 'akuttmedisinsk samarbeid'],
  ['rest', 'rekruttering og stabilisering'],
  ['lfso', 'lsfo'],
];

// the strategic committee is none of the faglige
const topicOf = (key: string) =>
  key.replace(/^(?:fsu(?! ss?u$)|(?:det )?faglige? samarbeidsutvalg(?:et)?)(?: for)? /, '');

type Ids = ReadonlyMap<string, readonly string[]>;

/** What is called what. */
function indexOf<One extends { readonly id: string }>(
  all: readonly One[],
  keysOf: (one: One) => readonly string[],
): Ids {
  const found = new Map<string, string[]>();
  for (const one of all) {
    for (const key of new Set(keysOf(one))) found.set(key, [...(found.get(key) ?? []), one.id]);
  }
  return found;
}

/** A file of thousands of rows asks the same list again and again. */
function remembered<List extends object, Read>(read: (list: List) => Read): (list: List) => Read {
  const known = new WeakMap<List, { readonly read: Read }>();
  return (list) => {
    const found = known.get(list) ?? { read: read(list) };
    known.set(list, found);
    return found.read;
  };
}

/** The names by which a committee is known: as it is called, and as the sources vary that, each kind with less right. */
function namesOf({ name, shortName }: Named) {
  // «Fagråd for fastleger og sykehusleger (Fastlegerådet)»
  const called = [shortName, name, ...name.split(/[()]/)].map(keyOf).filter((key) => key !== '');
  const topics = called.map(topicOf);
  return { called, topics, alike: SAME.filter((same) => same.some((key) => topics.includes(key))).flat() };
}

const committeeNames = remembered((committees: readonly Named[]) =>
  (['called', 'topics', 'alike'] as const).map((kind) => indexOf(committees, (one) => namesOf(one)[kind])),
);
const wordsOf = ({ name }: Person) => keyOf(name).split(' ');
const peopleNames = remembered((people: readonly Person[]) => ({
  whole: indexOf(people, ({ name }) => [keyOf(name)]),
  first: indexOf(people, (one) => wordsOf(one).slice(0, 1)),
  any: indexOf(people, wordsOf),
}));

/** What may be meant by a name: itself, and without «FSU» or the article at its end («SSU-et»). */
function readingsOf(key: string): readonly string[] {
  const bare = key.replace(/(?<=\p{L}{2}) ?et$/u, '');
  return [key, bare, topicOf(key), topicOf(bare)];
}

/** The ids of the committees that are called so: one, or several that the name does not tell apart. */
export function committeesCalled(key: string, committees: readonly Named[]): readonly string[] {
  const readings = readingsOf(key);
  for (const names of committeeNames(committees)) {
    const reading = readings.find((one) => names.has(one));
    if (reading !== undefined) return names.get(reading) ?? [];
  }
  return [];
}

const MOST_TITLE_WORDS = 3;

/**
 * The ids of the people who are called so: by the whole name, also with the family name first, after a title or after
 * «UNN v/»; or by a first name alone.
 */
export function peopleCalled(text: string, people: readonly Person[]): readonly string[] {
  const key = keyOf(text);
  const words = key.split(' ');
  // «SSU, FSU BU og Kari Nordmann» are three, not her and her title
  const titleWords = partsOf(text).length === 1 ? MOST_TITLE_WORDS : 0;
  const names = peopleNames(people);
  const turned = key.replace(/^(\S+) , (.+)$/, '$2 $1');
  const untitled = words.slice(0, titleWords + 1).map((_, before) => words.slice(before).join(' '));
  const found = [turned, ...untitled].flatMap((name) => names.whole.get(name) ?? []);
  return found.length > 0 ? [...new Set(found)] : (names.first.get(key) ?? []);
}

/** The ids of the people whose name has one of these words. */
export const namesakesIn = (words: Iterable<string>, people: readonly Person[]): readonly string[] =>
  [...words].filter((word) => word.length > 2).flatMap((word) => peopleNames(people).any.get(word) ?? []);
