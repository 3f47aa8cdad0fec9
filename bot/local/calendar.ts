import { DateTime } from 'luxon';

const ZONE = 'Europe/Oslo';
const OPENS = { hour: 9, minute: 0, second: 0, millisecond: 0 };
const FIXED = ['01-01', '05-01', '05-17', '12-24', '12-25', '12-26', '12-31'];
/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday. */
const MOVING = [-3, -2, 1, 39, 50];

/** How far the page's buttons move the clock. */
export type Advance = 'hour' | 'next-day';

/** The first 09:00 in Oslo on a working day that is not before this. */
export function nextOpening(from: Date): Date {
  const asked = DateTime.fromJSDate(from, { zone: ZONE });
  let day = asked.set(OPENS);
  while (day < asked || !isWorkingDay(day)) day = day.plus({ days: 1 });
  return day.toJSDate();
}

/** Where the clock stands after this move. */
export function advanced(now: Date, by: Advance): Date {
  const from = DateTime.fromJSDate(now, { zone: ZONE });
  if (by === 'hour') return from.plus({ hours: 1 }).toJSDate();
  return nextOpening(from.plus({ days: 1 }).startOf('day').toJSDate());
}

/** A time as written: ISO with a zone, or without one, which means Oslo. Undefined when it is no time. */
export function timeOf(written: string): Date | undefined {
  const time = DateTime.fromISO(written, { zone: ZONE });
  return time.isValid ? time.toJSDate() : undefined;
}

/** The room's own, simpler calendar: it only has to start the clock on a sensible day. */
function isWorkingDay(day: DateTime): boolean {
  const easter = easterSunday(day.year);
  const holiday = MOVING.some((days) => easter.plus({ days }).hasSame(day, 'day'));
  return day.weekday <= 5 && !holiday && !FIXED.includes(day.toFormat('MM-dd'));
}

/** Meeus, Jones and Butcher's rule for the Gregorian calendar. */
function easterSunday(year: number): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return DateTime.fromObject({ year, month: Math.floor(f / 31), day: (f % 31) + 1 }, { zone: ZONE });
}
