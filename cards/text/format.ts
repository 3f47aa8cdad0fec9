const day = new Intl.DateTimeFormat('nb-NO', {
  day: '2-digit',
  month: '2-digit',
  year: '2-digit',
  timeZone: 'Europe/Oslo',
});
const longDay = new Intl.DateTimeFormat('nb-NO', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Oslo',
});
const time = new Intl.DateTimeFormat('nb-NO', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' });

/** «12.03.24» */
export function shortDay(date: Date): string {
  return day.format(date);
}

const fullDate = new Intl.DateTimeFormat('nb-NO', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Europe/Oslo',
});

/** «12.03.2024»: for what is read years later, and what a Norwegian spreadsheet takes for a day. */
export function fullDay(date: Date): string {
  return fullDate.format(date);
}

/** «12.03.24» of a day `YYYY-MM-DD`. */
export function shortDayOn(on: string): string {
  return shortDay(new Date(`${on}T12:00:00Z`));
}

/** «12.03.24 kl. 09.14» */
export function shortTime(date: Date): string {
  return `${shortDay(date)} kl. ${clock(date)}`;
}

/** «tirsdag 12. mars 2024» */
export function longDate(date: Date): string {
  return longDay.format(date);
}

/** «tirsdag 12. mars 2024 kl. 15.00» */
export function longTime(date: Date): string {
  return `${longDate(date)} kl. ${clock(date)}`;
}

/** «tirsdag 13. februar 2024 kl. 12.00–14.00», within one day */
export function timeSpan(from: Date, to: Date): string {
  return `${longTime(from)}–${clock(to)}`;
}

/** «15.00» */
export function clock(date: Date): string {
  return time.format(date).replace(':', '.');
}

const digits = new Intl.NumberFormat('nb-NO');

/** «12 345», with a space that does not break */
export function number(n: number): string {
  return digits.format(n);
}

/** «1 merknad», «2 merknader» */
export function count(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** With a capital letter, as a label begins. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
