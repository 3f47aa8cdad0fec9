import { keyOf, partsOf } from './owner-words.ts';

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

/** The names by which a committee is known: as it is called, and as the sources vary that, each kind with less right. */
function namesOf(committee: Named): readonly (readonly string[])[] {
  const { name, shortName } = committee;
  // «Fagråd for fastleger og sykehusleger (Fastlegerådet)»
  const names = [name, ...name.split(/[()]/)].map(keyOf).filter((key) => key !== '');
  const called = [keyOf(shortName), ...names];
  const topics = called.map(topicOf);
  return [called, topics, SAME.filter((same) => same.some((key) => topics.includes(key))).flat()];
}

/** What may be meant by a name: itself, and without «FSU» or the article at its end («SSU-et»). */
function readingsOf(key: string): readonly string[] {
  const bare = key.replace(/(?<=\p{L}{2}) ?et$/u, '');
  return [key, bare, topicOf(key), topicOf(bare)];
}

/** The ids of the committees that are called so: one, or several that the name does not tell apart. */
export function committeesCalled(key: string, committees: readonly Named[]): readonly string[] {
  const readings = readingsOf(key);
  const known = committees.map((committee) => ({ id: committee.id, kinds: namesOf(committee) }));
  for (const kind of [0, 1, 2]) {
    for (const reading of readings) {
      const found = known.filter(({ kinds }) => kinds[kind]?.includes(reading));
      if (found.length > 0) return found.map(({ id }) => id);
    }
  }
  return [];
}

const MOST_TITLE_WORDS = 3;

/**
 * The ids of the people who are called so: by the whole name, also with the family name first, after a title or after
 * «UNN v/»; or by a first name alone.
 */
export function peopleCalled(
  text: string,
  people: readonly { readonly id: string; readonly name: string }[],
): readonly string[] {
  const key = keyOf(text);
  const words = key.split(' ');
  // «SSU, FSU BU og Kari Nordmann» are three, not her and her title
  const titleWords = partsOf(text).length === 1 ? MOST_TITLE_WORDS : 0;
  const byName = people.filter(({ name }) => {
    const own = keyOf(name).split(' ');
    const before = words.length - own.length;
    const turned = [...own.slice(-1), ',', ...own.slice(0, -1)].join(' ');
    return turned === key || (before >= 0 && before <= titleWords && words.slice(before).join(' ') === own.join(' '));
  });
  const found = byName.length > 0 ? byName : people.filter(({ name }) => keyOf(name).split(' ')[0] === key);
  return found.map(({ id }) => id);
}
