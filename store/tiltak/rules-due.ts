import { leadTo, type Time, timesIn } from './due-times.ts';

/** What a due time says. `none`: it is empty, or says that the work has no last day. */
export type DueRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly on: string }
  | { readonly kind: 'next-meeting' }
  | { readonly kind: 'unknown'; readonly why: 'no-year' | 'not-understood' | 'no-day' };

const unknown = (why: 'no-year' | 'not-understood' | 'no-day'): DueRead => ({ kind: 'unknown', why });

/**
 * The last day that a due time means (domain a8, a9): of a period its last, of several days the latest, so that nobody
 * is asked too early. «Innen» a period is before its end, and «innen jul» and «før» anything before it begins; «primo»,
 * «medio» and «ultimo» share a month's days by ten. What may mean several days is left to be asked about: a day without
 * a year, a beginning («fra 2025», «etter jul»), a question mark, a distance («to uker før …»).
 */
export function understandDue(written: string): DueRead {
  const text = folded(written);
  if (!/[\p{L}\p{N}?]/u.test(text) || STANDING.test(text)) return { kind: 'none' };
  if (text.includes('?') || DISTANCE.test(text)) return unknown('not-understood');
  const { times, masked } = timesIn(text);
  if (times.some(({ meant }) => meant === 'no-day')) return unknown('no-day');
  if (times.some((time, at) => lacksYear(time, times.slice(at + 1), masked))) return unknown('no-year');
  const [on] = daysOf(times).sort().reverse();
  if (on !== undefined) return { kind: 'day', on };
  return times.length === 0 && isNextMeeting(text) ? { kind: 'next-meeting' } : unknown('not-understood');
}

/** In small letters on one line, with one kind of dash and without what no eye sees. */
function folded(written: string): string {
  return written
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

const daysOf = (times: readonly Time[]) =>
  times.flatMap(({ meant }) => (meant === undefined || meant === 'no-year' ? [] : [meant]));

/** A day before another has that one's year, save when it would be the later one: «1. desember og 1. mars 2025» says not which. */
function lacksYear(time: Time, later: readonly Time[], masked: string): boolean {
  if (time.meant !== 'no-year') return false;
  const [next] = later;
  const isRange = next !== undefined && /^\.? ?(?:-|til|til og med) ?$/.test(masked.slice(time.end, next.at));
  const dated = later.find(({ year }) => year !== undefined);
  if (dated?.year === undefined) return true;
  const [last] = daysOf([dated]);
  const own = time.lastIn(dated.year);
  return last === undefined || (!isRange && (own === undefined || own > last));
}

/** Work that goes on, or comes again, has no last day: it is followed up as a tiltak without a date. */
const STANDING_WORD =
  '(?:(?:fort)?løp[ea]nde|kontinuerle?i?g|vedvar[ea]nde|(?:halv)?årle?i?g|månedlig|månadleg|(?:kvartals|tertial)vis|jevnlig|jamleg|(?:ved|etter) behov|(?:(?:annet)?hver|(?:annet)?hvert|(?:anna)?kvar|(?:anna)?kvart) (?:år|møte|måned|månad|kvartal|halvår)|ingen(?: frist)?)';
const STANDING = new RegExp(`^${STANDING_WORD}(?:(?:,| og|/|)? ?${STANDING_WORD})*\\.?$`, 'u');

const DISTANCE =
  /(?<!\p{L})(?:dag(?:en|er|ar)?|uk(?:e|en|a|er)|vek(?:e|a|er)|måned(?:en|er)?|månad(?:en|er)?|mnd\.?) (?:før|etter|fr[aå])(?!\p{L})/u;

/** The committee's own: «neste møte i SSU» is another's. */
const NEXT_MEETING =
  /(?<!\p{L})(?:neste|førstkommende|fyrstkomande|kommende|komande) (?:ordinære )?(?:utval(?:g|gs|s)?)?møtet?(?!\p{L}|-\p{L}| (?:i|med|for|til) (?!utval(?:g)?et(?!\p{L})))/u;

function isNextMeeting(text: string): boolean {
  const found = NEXT_MEETING.exec(text);
  return found !== null && !leadTo(text.slice(0, found.index)).isBeginning;
}
