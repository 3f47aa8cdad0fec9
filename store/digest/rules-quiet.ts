import { addDays, contactTimeOn, dayOf, isWorkingDay, maundyThursday, nextContactTime } from '../time.ts';

/** Palm Sunday lies so many days before Maundy Thursday, and Easter Monday so many after it. */
const EASTER_DAYS = 4;

/**
 * The common holiday, in which nobody is asked about tiltak: July, when most Norwegian offices are empty; from Palm Sunday
 * to Easter Monday; and from 22 December to 2 January, the school's Christmas holiday. A question that comes then is put aside
 * and forgotten, and the silence would count.
 */
export function isCommonHoliday(day: string): boolean {
  const [year = '', ...rest] = day.split('-');
  const monthAndDay = rest.join('-');
  if (monthAndDay.startsWith('07') || monthAndDay >= '12-22' || monthAndDay <= '01-02') return true;
  const thursday = maundyThursday(Number(year));
  return thursday !== undefined && day >= addDays(thursday, -EASTER_DAYS) && day <= addDays(thursday, EASTER_DAYS);
}

/** When somebody may next hear of tiltak: now in working hours, else 08 on the next working day outside the common holiday. */
export function digestTime(from: Date): Date {
  let time = nextContactTime(from);
  while (isCommonHoliday(dayOf(time))) {
    let day = dayOf(time);
    while (isCommonHoliday(day) || !isWorkingDay(day)) day = addDays(day, 1);
    time = contactTimeOn(day);
  }
  return time;
}
