import { remembered } from '../remembered.ts';
import type { PlanField } from './record.ts';
import { type TableRow, textOf } from './table.ts';

export type KnownField = Exclude<PlanField, 'other'>;
/** Columns that were set by hand: heading and what it holds. */
export type FieldsByHand = Readonly<Record<string, PlanField>>;

/** What the columns are called in plans, bokmål and nynorsk, as `headingKey` writes them. */
const NAMES: Readonly<Record<KnownField, readonly string[]>> = {
  uncertain: ['uncertain', 'usikker', 'usikkert'],
  owner: [
    'ansvarlig',
    'ansvarleg',
    'ansvarlige',
    'ansvarlege',
    'ansvar',
    'tiltaksansvarlig',
    'tiltaksansvarleg',
    'tiltakseier',
    'eier',
    'eigar',
    'hvem',
    'kven',
  ],
  due: ['nar', 'frist', 'tidsfrist', 'tidsramme', 'tidsplan', 'tidspunkt', 'tid', 'dato', 'ferdig'],
  status: ['status', 'framdrift', 'fremdrift'],
  priority: ['prioritert', 'prioritet', 'prioritering'],
  point: ['punkt', 'pkt', 'nr', 'nummer', 'bokstav', 'tiltak nr', 'tiltaksnr', 'tiltaksnummer'],
  focusArea: [
    'innsatsomrade',
    'innsatsomrader',
    'satsningsomrade',
    'satsingsomrade',
    'satsningsomrader',
    'satsingsomrader',
    'fokusomrade',
    'hovedsatsing',
    'hovedsatsning',
    'hovudsatsing',
    'satsing',
    'satsning',
    'omrade',
  ],
  goal: [
    'hva vil vi',
    'kva vil vi',
    'hva vi vil',
    'kva vi vil',
    'mal',
    'delmal',
    'malsetting',
    'hovedmal',
    'hovudmal',
    'hva',
    'kva',
  ],
  how: ['hvordan fa det til', 'korleis fa det til', 'hvordan', 'korleis'],
  text: ['tiltak', 'aktivitet', 'aktiviteter', 'aktivitetar', 'handling', 'handlinger', 'oppgave', 'oppgaver'],
};
const FIELDS = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as KnownField])),
);
/** A name so short is no sign when other words follow it. */
const SHORTEST_BEGINNING = 5;
const NAMES_THAT_BEGIN = [...FIELDS.keys()].filter((name) => name.length >= SHORTEST_BEGINNING);
/** Words that tell a column by their beginning, wherever in the heading they stand. */
const STEMS: readonly (readonly [RegExp, KnownField])[] = [
  [/\bansvar/, 'owner'],
  [/\b(frist|tidsfrist|ferdig)/, 'due'],
  [/\b(status|framdrift|fremdrift)/, 'status'],
  [/\b(innsats|satsn?ings)omr/, 'focusArea'],
  [/\b(hva|kva) vil\b/, 'goal'],
  [/\b(hvordan|korleis)\b/, 'how'],
  [/\b(tiltak|aktivitet)/, 'text'],
];
/** What stands between two names for the same: «Når?/Frist». */
const EITHER = /[/|,()]|\b(?:og|eller)\b/;
/** Longer than any heading, and shorter than most tiltak. */
const MAX_HEADING = 60;
/** A word that points to a column does so in a short heading only: in a longer text it may stand anywhere. */
const MAX_GUESSED = 40;

/** A heading without what differs from plan to plan: case, marks, spaces, and letters that file formats lose. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('å', 'a')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `isExact`: the heading is one of the names, and nothing more. */
type Known = { readonly field: KnownField; readonly isGuessed: boolean; readonly isExact: boolean };

/** What a column with this heading holds; guessed when the heading only has a word in it that points there. */
export function fieldOf(heading: string): Known | undefined {
  return heading.length > MAX_HEADING ? undefined : known(heading);
}

const known = remembered((heading): Known | undefined => {
  const key = headingKey(heading);
  const beginning = NAMES_THAT_BEGIN.find((name) => key.startsWith(name) && key[name.length] === ' ');
  const field = FIELDS.get(key) ?? FIELDS.get(beginning ?? '');
  if (field !== undefined) return { field, isGuessed: false, isExact: FIELDS.has(key) };
  const names = heading.split(EITHER).map(headingKey);
  const [both, ...others] = names.filter((name) => name !== '').map((name) => FIELDS.get(name));
  if (both !== undefined && others.every((other) => other === both))
    return { field: both, isGuessed: false, isExact: true };
  const stem = key.length > MAX_GUESSED ? undefined : STEMS.find(([word]) => word.test(key));
  return stem && { field: stem[1], isGuessed: true, isExact: false };
});

/** What a label before a colon or in a cell of its own says: «Hva vil vi?: …», «Innsatsområde 2». */
export function labelledField(label: string): 'focusArea' | 'goal' | undefined {
  const field = fieldOf(label.replace(/\s*\d+(\.\d+)*\s*$/, ''));
  return field && (field.field === 'focusArea' || field.field === 'goal') && !field.isGuessed ? field.field : undefined;
}

/**
 * Whether a row heads the columns of a plan: most of it names columns, one of them exactly or all of them somehow, and
 * among them is one that says what is to be done.
 */
export function isHeader(row: TableRow, byHand: FieldsByHand): boolean {
  const own = row.cells.filter(({ continues, parts }) => continues !== 'left' && parts.length > 0);
  const set = Object.keys(byHand).map(headingKey);
  if (set.length > 0 && own.some((cell) => set.includes(headingKey(textOf(cell))))) return true;
  const fields = new Set<KnownField>();
  let [exact, unknown] = [0, 0];
  for (const cell of own) {
    const column = fieldOf(textOf(cell));
    if (column) fields.add(column.field);
    else unknown++;
    if (column?.isExact) exact++;
    // most rows are no headers, and need not be looked at to their end
    if (unknown * 2 > own.length) return false;
  }
  const saysWhat = fields.has('text') || fields.has('how') || fields.has('goal');
  const isSure = exact > 0 || (unknown === 0 && fields.size > 2);
  return saysWhat && isSure && fields.size >= (row.cells.length === 1 ? 1 : 2);
}
