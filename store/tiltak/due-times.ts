import { addDays } from '../time.ts';
import { TIME_WORDS, type TimeWords } from './due-words.ts';

type Found = {
  readonly at: number;
  readonly end: number;
  readonly words: TimeWords;
  readonly groups: Readonly<Record<string, string | undefined>>;
};
/** A time that stands in a text; `meant` is nothing when it says no last day. */
export type Time = {
  readonly at: number;
  readonly end: number;
  readonly year: number | undefined;
  readonly meant: string | 'no-day' | 'no-year' | undefined;
  /** Its last day, were it in that year. */
  readonly lastIn: (year: number) => string | undefined;
};

/** What looks like a day and is none: a time of day and the number of a sak. */
const NO_DAY =
  /(?<!\p{L})(?:(?:kl|klokk[ae]n?)\.? ?\d{1,2}(?:[.:]\d{2})?(?: ?- ?\d{1,2}(?:[.:]\d{2})?)?|sak(?:en|er)? \d+\/\d+)/gu;

const hidden = (text: string, mark: string) => mark.repeat(text.length);

/** The times in a text in their order, and the text with `#` where they stand. */
export function timesIn(text: string): { readonly times: readonly Time[]; readonly masked: string } {
  let masked = text.replace(NO_DAY, (found) => hidden(found, '_'));
  const found: Found[] = [];
  for (const words of TIME_WORDS) {
    for (const match of masked.matchAll(words.find)) {
      const end = match.index + match[0].length;
      found.push({ at: match.index, end, words, groups: match.groups ?? {} });
      masked = masked.slice(0, match.index) + hidden(match[0], '#') + masked.slice(end);
    }
  }
  const times = found.sort((a, b) => a.at - b.at).map((one) => readTime(one, masked));
  return { times, masked };
}

function readTime(found: Found, masked: string): Time {
  const { at, end, words, groups } = found;
  const written = groups.y ?? (groups.yy && `20${groups.yy}`);
  const year = written ? Number(written) : undefined;
  const lastIn = (inYear: number) => {
    const span = words.span(groups, inYear);
    return typeof span === 'object' ? span.last : undefined;
  };
  return { at, end, year, lastIn, meant: meantBy(found, year, masked) };
}

function meantBy({ at, end, words, groups }: Found, year: number | undefined, masked: string): Time['meant'] {
  const lead = leadTo(masked.slice(0, at));
  if (lead.isBeginning || OPEN_END.test(masked.slice(end))) return undefined;
  if (words.kind === 'year' && !lead.isDue && !lead.isBefore) return undefined;
  if (year === undefined) return 'no-year';
  const span = words.span(groups, year);
  if (typeof span !== 'object') return span;
  if (lead.isBefore || (lead.isWithin && words.kind === 'feast')) return addDays(span.first, -1);
  if (lead.third === undefined) return span.last;
  return words.kind === 'month' ? addDays(span.first, lead.third * 10 - 1) : undefined;
}

/** «2025 og framover», «2025 -»: nobody says when it ends. */
const OPEN_END =
  /^ ?(?:(?:(?:og|eller|-) ?)?(?:framover|fremover|utover|videre|vidare|senere|seinere|seinare)(?!\p{L})|(?:->?|→) ?$)/u;

const WITHIN = '(?:innen|innan|senest|seinest|seinast|(?:fram |frem )?til)(?! og)';
const AT_END = '(?:utgangen|utløpet|slutten|enden)(?: av)?|ultimo';
const LIGHT =
  'i løpet av|iløpet av|i l\\.?a\\.?|ila\\.?|i|til og med|t\\.?o\\.?m\\.?|den|på|ut|hele|heile|gjennom|ca\\.?|rundt|omkring|året|år|og|eller|samt|ferdig\\p{L}*|frist(?:en)?|(?:plan)?perioden?|planlagt|leveres|avsluttes|gjennomføres|utsatt|(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag';
const LIGHT_WORDS = new RegExp(`(?:(?<![\\p{L}\\d])(?:${WITHIN}|${AT_END}|${LIGHT})(?!\\p{L})[ ,]*)*$`, 'u');
const BEGINNING =
  /(?<!\p{L})(?:etter|tidligst|tidlegast|fra|frå|fra og med|frå og med|f\.?o\.?m\.?|siden|sidan|ik(?:ke|kje) før|opp?start|start(?:er|et)?|påbegyn\p{L}*|begyn\p{L}*|byrja\p{L}*|vedtat?t?|vedtak|jf\.?)[:,]? ?$/u;
const THIRDS = [
  /(?<!\p{L})(?:primo|(?:begynnelsen|starten|byrjinga) av|tidlig|tidleg|først) ?$/u,
  /(?<!\p{L})(?:medio|(?:midten|midt) (?:av|på|i)|midt) ?$/u,
];
const ENDS = new RegExp(AT_END);
const IS_WITHIN = new RegExp(WITHIN);
/** More than any words that belong to a time. */
const MAX_LEAD = 80;

/** What the words before a time say of it. */
export function leadTo(before: string) {
  const near = before.slice(-MAX_LEAD);
  const [light = ''] = LIGHT_WORDS.exec(near) ?? [];
  const rest = near.slice(0, near.length - light.length);
  const isAtEnd = ENDS.test(light);
  const third = THIRDS.findIndex((words) => words.test(rest)) + 1;
  return {
    isBeginning: BEGINNING.test(rest),
    // a year beside another word is a name: «handlingsplan 2025»
    isDue: light.trim() !== '' || /(?:^|[^\p{L}\p{N}]) *$/u.test(rest.trimEnd()),
    isBefore: /(?<!\p{L})før ?$/u.test(rest) && !isAtEnd,
    isWithin: IS_WITHIN.test(light) && !isAtEnd,
    third: third || undefined,
  };
}
