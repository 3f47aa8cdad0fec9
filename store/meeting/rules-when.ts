/** Where in a text something stands. */
export type Place = { readonly at: number; readonly length: number };
/** A day as it is written, with or without the year. */
export type WrittenDay = Place & { readonly day: number; readonly month: number; readonly year?: number };
export type WrittenTime = { readonly hour: number; readonly minute: number };
/** From one time to another, or a beginning alone. */
export type WrittenSpan = Place & { readonly from: WrittenTime; readonly to?: WrittenTime };

const MONTHS = [
  ['januar', 'jan'],
  ['februar', 'feb'],
  ['mars', 'mar'],
  ['april', 'apr'],
  ['mai'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['desember', 'des'],
];
const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const monthNames = MONTHS.flat().join('|');

/** Not in the middle of another number or of a range of days. */
const START = '(?<![\\d.:/–-])';
const YEAR = '(?<year>(?:19|20)\\d{2})(?!\\d| ?[–-] ?\\d)';
const DAYS: readonly RegExp[] = [
  new RegExp(`${START}(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)`),
  new RegExp(
    `${START}(?<day>\\d{1,2})\\.? ?(?<name>${monthNames})(?![a-zæøå])\\.?(?: ?${YEAR}| '?(?<short>\\d{2})(?= ?(?:,|;|kl|fra|$)| \\d))?`,
  ),
  new RegExp(
    `${START}(?<day>\\d{1,2})[./] ?(?<month>\\d{1,2})[./-] ?(?:(?<year>\\d{4})|(?<short>\\d{2}))(?![\\d:/]|\\.\\d)`,
  ),
  new RegExp(`${START}(?<day>\\d{1,2})-(?<month>\\d{1,2})-(?<year>\\d{4})(?!\\d)`),
];
/** Without a year only where a line begins: «12.10» elsewhere is a time. */
const DAY_AT_START = /^(?<day>\d{1,2})(?:\. ?|\/)(?<month>\d{1,2})(?!\d)\.?(?![.:/–-]?\d)/;

/** The first day that is written in a text, in small letters. */
export function dayWritten(text: string): WrittenDay | undefined {
  for (const pattern of DAYS) {
    const found = pattern.exec(text);
    if (found) return readDay(found, found.index);
  }
  const { 0: before = '' } = LEADING_WEEKDAY.exec(text) ?? {};
  const isWeekday = before === '' || weekdayIn(before) !== undefined;
  const found = isWeekday ? DAY_AT_START.exec(text.slice(before.length)) : null;
  return found ? readDay(found, before.length) : undefined;
}

function readDay({ 0: { length }, groups = {} }: RegExpExecArray, at: number): WrittenDay {
  const { day, month, name, year, short } = groups;
  const named = MONTHS.findIndex((names) => name !== undefined && names.includes(name)) + 1;
  const written = year ?? (short && `20${short}`);
  return {
    day: Number(day),
    month: month === undefined ? named : Number(month),
    ...(written && { year: Number(written) }),
    at,
    length,
  };
}

const LEADING_WEEKDAY = /^[a-zæøå]+[.,:]? (?:den )?/;

/** The weekday that a word is, 1 for Monday: whole, or its first letters. */
function weekdayIn(text: string): number | undefined {
  const [word = ''] = /[a-zæøå]+/.exec(text) ?? [];
  const at = WEEKDAYS.findIndex((name) => word === name || (/^.{2,4}$/.test(word) && name.startsWith(word)));
  return at === -1 ? undefined : at + 1;
}

/** The weekday that stands just before or after a day. */
export function weekdayBeside(
  text: string,
  { at, length }: WrittenDay,
): (Place & { readonly weekday: number }) | undefined {
  const before = /(?<![a-zæøå])[a-zæøå]+[.,:]?(?: den)? ?$/.exec(text.slice(0, at));
  const after = /^[ ,]*\(?[a-zæøå]+\)?/.exec(text.slice(at + length));
  for (const [found, start] of [[before, 0] as const, [after, at + length] as const]) {
    const weekday = found && weekdayIn(found[0]);
    if (weekday) return { weekday, at: start + found.index, length: found[0].length };
  }
  return undefined;
}

const TIME = (name: string) => `(?<${name}h>\\d{1,2})(?:[.:](?<${name}m>\\d{2})|(?<${name}n>\\d{2}))?(?!\\d)`;
const CLOCK = '(?:kl\\.?|klokka|klokken|fra) ?(?:kl\\.? ?)?';
const TO = ' ?(?:–|—|−|-|til) ?(?:kl\\.? ?)?';
const SPANS: readonly RegExp[] = [
  new RegExp(`${START}(?:${CLOCK})?${TIME('a')}(?:${TO}| kl\\.? ?)${TIME('b')}`),
  // two times beside each other, as a table gives them
  new RegExp(`${START}(?<ah>\\d{1,2})[.:](?<am>\\d{2}) (?<bh>\\d{1,2})[.:](?<bm>\\d{2})(?!\\d)`),
  new RegExp(`${CLOCK}${TIME('a')}`),
  new RegExp(`${START}(?<ah>\\d{1,2})[.:](?<am>\\d{2})(?![\\d.:])`),
];

/** The first times that are written in a text. In small letters. */
export function spanWritten(text: string): WrittenSpan | undefined {
  for (const pattern of SPANS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const { groups = {} } = found;
    const to = timeIn(groups, 'b');
    return { from: timeIn(groups, 'a') ?? NEVER, ...(to && { to }), at: found.index, length: found[0].length };
  }
  return undefined;
}

const NEVER: WrittenTime = { hour: 99, minute: 0 };

function timeIn(groups: Readonly<Record<string, string | undefined>>, name: string): WrittenTime | undefined {
  const hour = groups[`${name}h`];
  if (hour === undefined) return undefined;
  return { hour: Number(hour), minute: Number(groups[`${name}m`] ?? groups[`${name}n`] ?? 0) };
}

/** A time that a whole field says: «12», «12.00», «1200», «kl. 9.30». */
export function timeWritten(text: string): WrittenTime | undefined {
  const found = WHOLE_TIME.exec(text.toLowerCase().trim());
  return found ? timeIn(found.groups ?? {}, 'a') : undefined;
}
const WHOLE_TIME = new RegExp(`^(?:${CLOCK})?${TIME('a')}$`);

/** `HH:mm`. */
export function clockText({ hour, minute }: WrittenTime): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
