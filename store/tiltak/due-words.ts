import { addDays, dayIn, maundyThursday, weekdayOf } from '../time.ts';

/** The first and the last day of what is meant. */
export type Span = { readonly first: string; readonly last: string };
type Groups = Readonly<Record<string, string | undefined>>;

/**
 * A way to write a time. `find` names its year `y` (four digits) or `yy`, or neither where none is written. `span` says
 * which days that is in a year: `no-day` when no calendar has it, nothing when it cannot be known.
 */
export type TimeWords = {
  readonly kind: 'day' | 'month' | 'period' | 'feast' | 'year';
  readonly find: RegExp;
  readonly span: (groups: Groups, year: number) => Span | 'no-day' | undefined;
};

const MONTHS = [
  /^jan/,
  /^feb/,
  /^mar/,
  /^apr/,
  /^mai/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^okt/,
  /^nov/,
  /^des/,
] as const;
const LONG_MONTH =
  'jan(?:uar)?|feb(?:ruar)?|mars?|apr(?:il)?|mai|juni?|juli|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?';
// «15. jul 2025» is in July, «jul 2025» is Christmas
const MONTH = `(?<month>${LONG_MONTH}|jul)(?!\\p{L})\\.?`;
const MONTH_ALONE = `(?<month>${LONG_MONTH})(?!\\p{L})\\.?(?: måned| månad)?`;

const Y = '(?<y>(?:19|2[01])\\d{2})(?!\\d|[.:/]\\d)';
// two digits are a year only where nothing else can be counted by them
const SHORT = `(?<yy>[2-9]\\d)(?=$| ?[-,;)(/|]| (?:og|eller|til|kl)|\\.(?! ?(?:\\d|${LONG_MONTH}|jul)))(?!-\\d)`;
const IN_YEAR = `(?:(?:[ ,./-]{0,3}(?:(?:i|av|år) )?${Y})|[ '’-]{0,2}${SHORT})`;
const FREE = '(?<![\\p{L}\\d])';
const DAY_START = '(?<![\\d.:/])';

/** The ways in which a time is written, the most particular first: what one has taken, the next do not see. */
export const TIME_WORDS: readonly TimeWords[] = [
  {
    kind: 'day',
    find: /(?<![\d-])(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!-?\d)/gu,
    span: ({ m, d }, year) => oneDay(year, Number(m), Number(d)),
  },
  {
    kind: 'day',
    find: new RegExp(
      `${DAY_START}(?<d>\\d{1,2})(?:\\. ?(?<m>\\d{1,2})\\. ?'?|/(?<sm>\\d{1,2})[-/ ]'?|-(?<hm>\\d{1,2})-(?=\\d{4}))(?:(?<y>\\d{4})|(?<yy>\\d{2}))(?!\\.?\\d|/)`,
      'gu',
    ),
    span: ({ d, m, sm, hm }, year) => oneDay(year, Number(m ?? sm ?? hm), Number(d)),
  },
  {
    kind: 'day',
    find: new RegExp(`${DAY_START}(?<d>\\d{1,2})\\.? ?${MONTH}${IN_YEAR}?`, 'gu'),
    span: ({ d, month }, year) => oneDay(year, monthOf(month), Number(d)),
  },
  {
    kind: 'day',
    find: /(?<![\d.:/,])(?<d>0?[1-9]|[12]\d|3[01])(?:\. ?(?<m>0?[1-9]|1[0-2])|\/(?<sm>0?[1-9]|1[0-2]))(?![\d/%]|[.,:]\d)/gu,
    span: ({ d, m, sm }, year) => oneDay(year, Number(m ?? sm), Number(d)),
  },
  {
    // the turn of the year ends with its first year; «årsskiftet 2024» may be either turn and stands in no pattern
    kind: 'period',
    find: new RegExp(`${FREE}årsskifte[tn]? (?<y>\\d{4}) ?[-/] ?(?:\\d{4}|\\d{2})(?!\\d)`, 'gu'),
    span: (_groups, year) => months(year, 12, 12),
  },
  {
    // a winter is named after both years, or after the year in which it ends, as the Meteorological Institute does
    kind: 'period',
    find: new RegExp(
      `${FREE}vinter(?:en)? \\d{2}(?:\\d{2} ?[-/] ?(?<y>\\d{4})|\\d{2} ?[-/] ?(?<yy>\\d{2}))(?!\\d)`,
      'gu',
    ),
    span: (_groups, year) => winter(year),
  },
  {
    kind: 'period',
    find: new RegExp(
      `${FREE}(?:uke|veke)[rn]?\\.? ?(?:\\d{1,2} ?(?:-|og|,|til) ?)?(?<week>\\d{1,2})(?!\\d)${IN_YEAR}?`,
      'gu',
    ),
    span: ({ week }, year) => isoWeek(year, Number(week)),
  },
  {
    kind: 'period',
    find: new RegExp(
      `${FREE}(?:(?<n>[1-4]|første|fyrste|andre|annet|annen|tredje|fjerde|siste)\\.? ?(?<part>kvartal|kv|tertial|halvår)(?:et)?|(?:q|(?<named>kvartal|tertial)) ?(?<q>[1-4]))(?!\\p{L}|\\d)\\.?${IN_YEAR}?`,
      'gu',
    ),
    span: ({ n, part, named, q }, year) => partOfYear(year, part ?? named ?? 'kvartal', n ?? q ?? ''),
  },
  {
    kind: 'month',
    find: new RegExp(`${FREE}${MONTH_ALONE}${IN_YEAR}?`, 'gu'),
    span: ({ month }, year) => months(year, monthOf(month), monthOf(month)),
  },
  {
    // the seasons of the Meteorological Institute, of three months each. «Vår» without a year may be the word for ours
    kind: 'period',
    find: new RegExp(
      `${FREE}(?<season>vår(?=en|[ '’-]{1,2}\\d)|somm[ae]r|høst|haust|vinter)(?:en)?(?!\\p{L})${IN_YEAR}?`,
      'gu',
    ),
    span: ({ season = '' }, year) => seasonOf(season, year),
  },
  {
    kind: 'feast',
    find: new RegExp(`${FREE}(?<feast>jul|påske|pinse)(?:a|n|en|helga|helgen)?(?!\\p{L})${IN_YEAR}?`, 'gu'),
    span: ({ feast }, year) => feastOf(feast, year),
  },
  {
    kind: 'year',
    find: new RegExp(`(?<![\\d.:/])(?<month>0?[1-9]|1[0-2])[./]${Y}`, 'gu'),
    span: ({ month }, year) => months(year, Number(month), Number(month)),
  },
  {
    kind: 'year',
    find: /(?<![\p{L}\d.,:/-])(?<from>(?:19|2[01])\d{2}) ?[-/] ?(?:(?<y>(?:19|2[01])\d{2})|(?<yy>\d{2}))(?![\d/]|-\d|[.,:]\d)/gu,
    // «2024-05» is a month or a mistake
    span: ({ from }, year) => (year > Number(from) ? months(year, 1, 12) : undefined),
  },
  {
    kind: 'year',
    find: /(?<![\p{L}\d.,:])(?<!\d[/-])(?<y>(?:19|2[01])\d{2})(?![\d/%]|-\d|[.,:]\d|\p{L})/gu,
    span: (_groups, year) => months(year, 1, 12),
  },
  {
    // says a year, and not which
    kind: 'period',
    find: new RegExp(
      `${FREE}(?:(?:i|neste) år|(?:utgangen av|utløpet av|slutten av|løpet av|ut) året|årets slutt|årsslutt|årsskifte[tn]?(?! ?[\\d#]))(?!\\p{L})`,
      'gu',
    ),
    span: (_groups, year) => months(year, 1, 12),
  },
];

const monthOf = (name = '') => MONTHS.findIndex((begins) => begins.test(name)) + 1;

function oneDay(year: number, month: number, day: number): Span | 'no-day' {
  const on = dayIn(year, month, day);
  return on === undefined ? 'no-day' : { first: on, last: on };
}

const firstOf = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01`;

function months(year: number, from: number, to: number): Span {
  const next = to === 12 ? firstOf(year + 1, 1) : firstOf(year, to + 1);
  return { first: firstOf(year, from), last: addDays(next, -1) };
}

const winter = (year: number): Span => ({ first: firstOf(year - 1, 12), last: months(year, 2, 2).last });

function seasonOf(season: string, year: number): Span {
  if (season === 'vår') return months(year, 3, 5);
  if (season.startsWith('somm')) return months(year, 6, 8);
  return season === 'vinter' ? winter(year) : months(year, 9, 11);
}

const PARTS: Readonly<Record<string, number>> = { kvartal: 4, kv: 4, tertial: 3, halvår: 2 };
const ORDINALS = [/^(?:1|første|fyrste)$/, /^(?:2|andre|annet|annen)$/, /^(?:3|tredje)$/, /^(?:4|fjerde)$/];

/** A quarter, a half or a third of a year, as public budgets divide it. */
function partOfYear(year: number, part: string, ordinal: string): Span | 'no-day' {
  const parts = PARTS[part] ?? 1;
  const n = ordinal === 'siste' ? parts : ORDINALS.findIndex((one) => one.test(ordinal)) + 1;
  const length = 12 / parts;
  return n > parts ? 'no-day' : months(year, (n - 1) * length + 1, n * length);
}

/** Monday to Sunday, numbered as on every Norwegian calendar (ISO 8601): 4 January lies in week 1. */
function isoWeek(year: number, week: number): Span | 'no-day' {
  const fourth = `${year}-01-04`;
  const first = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  // its Thursday decides to which year a week belongs
  const isOfYear = addDays(first, 3).startsWith(String(year));
  return isOfYear ? { first, last: addDays(first, 6) } : 'no-day';
}

/** Christmas from the eve to the second day; Easter from Maundy Thursday, and Whitsun, to their Mondays, where the holidays are known. */
function feastOf(feast: string | undefined, year: number): Span | undefined {
  if (feast === 'jul') return { first: `${year}-12-24`, last: `${year}-12-26` };
  const first = maundyThursday(year);
  if (first === undefined) return undefined;
  return feast === 'påske'
    ? { first, last: addDays(first, 4) }
    : { first: addDays(first, 52), last: addDays(first, 53) };
}
