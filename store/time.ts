import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

const ZONE = 'Europe/Oslo';
const OPENS_AT = 8;
const CLOSES_AT = 16;
const FRIDAY = 5;

const norway = new Holidays('NO');
const listed = new Map<number, ReadonlySet<string>>();

/** Public holidays of a year, plus 24 and 31 December: days on which nobody is expected to answer. */
function daysOff(year: number): ReadonlySet<string> {
  const known = listed.get(year);
  if (known) return known;
  // only type public: the library also lists days that are marked but worked, such as 8 May
  const days = norway.getHolidays(year).filter(({ type }) => type === 'public');
  const off = new Set([...days.map(({ date }) => date.slice(0, 10)), `${year}-12-24`, `${year}-12-31`]);
  listed.set(year, off);
  return off;
}

/** The calendar day in Europe/Oslo, `YYYY-MM-DD`. */
export function dayOf(time: Date): string {
  return local(time).toISODate() ?? '';
}

/** Monday to Friday, save public holidays, 24 and 31 December. Takes `YYYY-MM-DD`. */
export function isWorkingDay(day: string): boolean {
  const date = DateTime.fromISO(day, { zone: ZONE });
  return date.weekday <= FRIDAY && !daysOff(date.year).has(day);
}

/** The day itself, or the first working day after it. Throws `RangeError` when there is no such day. */
export function nextWorkingDay(day: string): string {
  let date = DateTime.fromISO(day, { zone: ZONE });
  if (!date.isValid) throw new RangeError(`no such day: ${day}`);
  while (!isWorkingDay(date.toISODate() ?? '')) date = date.plus({ days: 1 });
  return date.toISODate() ?? '';
}

/** The day this many calendar days later. */
export function addDays(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: ZONE }).plus({ days }).toISODate() ?? '';
}

/** A time of day in Europe/Oslo as a point in time; undefined when the day or time (`HH:mm`) does not exist. */
export function osloTime(day: string, time: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return undefined;
  const date = DateTime.fromISO(`${day}T${time}`, { zone: ZONE });
  return date.isValid ? date.toJSDate() : undefined;
}

/** When people may next be contacted: now between 08 and 16 on a working day, else 08 on the next one (design 3.3). */
export function nextContactTime(now: Date): Date {
  const date = local(now);
  const today = date.toISODate() ?? '';
  if (isWorkingDay(today) && date.hour >= OPENS_AT && date.hour < CLOSES_AT) return now;
  const tooLate = date.hour >= OPENS_AT;
  const day = nextWorkingDay(tooLate ? addDays(today, 1) : today);
  return DateTime.fromISO(day, { zone: ZONE }).set({ hour: OPENS_AT }).toJSDate();
}

function local(time: Date): DateTime {
  return DateTime.fromJSDate(time, { zone: ZONE });
}

/** The time of day in Europe/Oslo, `HH:mm`. */
export function timeOf(time: Date): string {
  return local(time).toFormat('HH:mm');
}
