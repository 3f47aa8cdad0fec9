import { DateTime } from 'luxon';
import { publicHolidays } from './holidays.ts';
import { remembered } from './remembered.ts';

const ZONE = 'Europe/Oslo';
const OPENS_AT = 8;
const CLOSES_AT = 16;
const FRIDAY = 5;
const LONGEST_HOLIDAY_DAYS = 7;

const laterDay = remembered((asked) => {
  const [day = '', days] = asked.split(' ');
  return (
    DateTime.fromISO(day, { zone: ZONE })
      .plus({ days: Number(days) })
      .toISODate() ?? ''
  );
});
const openingOn = remembered((day) => DateTime.fromISO(day, { zone: ZONE }).set({ hour: OPENS_AT }).toMillis());

/** Public holidays, and 24 and 31 December: days on which nobody is expected to answer. */
function isDayOff({ year }: DateTime, day: string): boolean {
  const listed = publicHolidays[year];
  if (listed === undefined) throw new RangeError(`the holidays of ${year} are not known`);
  const monthAndDay = day.slice(5);
  return listed.includes(monthAndDay) || monthAndDay === '12-24' || monthAndDay === '12-31';
}

/** The calendar day in Europe/Oslo, `YYYY-MM-DD`. */
export function dayOf(time: Date): string {
  return local(time).toISODate() ?? '';
}

/** Monday to Friday, save public holidays, 24 and 31 December. Takes `YYYY-MM-DD`; throws `RangeError` when there is no such day. */
export function isWorkingDay(day: string): boolean {
  const date = DateTime.fromISO(day, { zone: ZONE });
  if (!date.isValid) throw new RangeError(`no such day: ${day}`);
  return date.weekday <= FRIDAY && !isDayOff(date, day);
}

/** The day itself, or the first working day after it. Throws `RangeError` when there is no such day. */
export function nextWorkingDay(day: string): string {
  let date = DateTime.fromISO(day, { zone: ZONE });
  while (!isWorkingDay(date.toISODate() ?? '')) date = date.plus({ days: 1 });
  return date.toISODate() ?? '';
}

/** The day this many calendar days later. */
export function addDays(day: string, days: number): string {
  return laterDay(`${day} ${days}`);
}

/** The working day that lies this many working days before a day; 0 is the day itself. */
export function workingDaysBefore(day: string, count: number): string {
  let date = DateTime.fromISO(day, { zone: ZONE });
  for (let left = count; left > 0; ) {
    date = date.minus({ days: 1 });
    if (isWorkingDay(date.toISODate() ?? '')) left--;
  }
  return date.toISODate() ?? '';
}

/** The moment at which a day begins in Oslo. */
export function startOf(day: string): Date {
  return DateTime.fromISO(day, { zone: ZONE }).startOf('day').toJSDate();
}

/** When people may first be contacted on this day: 08 in Oslo. */
export function contactTimeOn(day: string): Date {
  return new Date(openingOn(day));
}

/** Whether the days off around a day (`YYYY-MM-DD`) are known: only then can it give way to a working day. */
export function hasCalendar(day: string): boolean {
  return [day, addDays(day, LONGEST_HOLIDAY_DAYS)].every(
    (end) => publicHolidays[Number(end.slice(0, 4))] !== undefined,
  );
}

/** A time of day in Europe/Oslo as a point in time; undefined when the day or time (`HH:mm`) does not exist. */
export function osloTime(day: string, time: string): Date | undefined {
  // luxon would take 24:00 for the next day
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):\d{2}$/.test(time)) return undefined;
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
  return contactTimeOn(day);
}

/** A day as `YYYY-MM-DD`; undefined when there is no such day. */
export function dayIn(year: number, month: number, day: number): string | undefined {
  return DateTime.utc(year, month, day).toISODate() ?? undefined;
}

/** Maundy Thursday, the first public holiday after New Year's Day; undefined in a year whose holidays are not known. */
export function maundyThursday(year: number): string | undefined {
  const [, thursday] = publicHolidays[year]?.split(' ') ?? [];
  return thursday === undefined ? undefined : `${year}-${thursday}`;
}

/** The weekday of a day, 1 for Monday. */
export function weekdayOf(day: string): number {
  return DateTime.fromISO(day, { zone: ZONE }).weekday;
}

function local(time: Date): DateTime {
  return DateTime.fromJSDate(time, { zone: ZONE });
}

/** The time of day in Europe/Oslo, `HH:mm`. */
export function timeOf(time: Date): string {
  return local(time).toFormat('HH:mm');
}
