const timeZone = 'Europe/Oslo';
const day = new Intl.DateTimeFormat('nb-NO', { weekday: 'long', day: 'numeric', month: 'long', timeZone });
const fullDay = new Intl.DateTimeFormat('nb-NO', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone,
});
const time = new Intl.DateTimeFormat('nb-NO', { hour: '2-digit', minute: '2-digit', timeZone });
const second = new Intl.DateTimeFormat('nb-NO', { timeStyle: 'medium', timeZone });
const field = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });

/** «mandag 23. november» */
export const dayText = (date: Date) => day.format(date);
/** «09.05» */
export const timeText = (date: Date) => time.format(date).replace(':', '.');
/** «mandag 23. november 2026 kl. 09.05» */
export const fullText = (date: Date) => `${fullDay.format(date)} kl. ${timeText(date)}`;
/** «09:05:12» */
export const secondText = (date: Date) => second.format(date);
/** `2026-11-23T09:05` in Oslo, as a date-time field holds it. */
export const fieldValue = (date: Date) => field.format(date).replace(' ', 'T');

const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');
const WRITTEN = new RegExp(`(\\d{1,2})\\. (${MONTHS.join('|')}) (\\d{4}) kl\\. (\\d{2})[.:](\\d{2})`);

/** A time as cards write it, as a date-time field holds it; undefined when there is none in the text. */
export function writtenTime(text: string): string | undefined {
  const found = WRITTEN.exec(text);
  if (!found) return undefined;
  const [, dayOfMonth = '', month = '', year, hours, minutes] = found;
  const monthNumber = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  return `${year}-${monthNumber}-${dayOfMonth.padStart(2, '0')}T${hours}:${minutes}`;
}

const kilobytes = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 0 });
const megabytes = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });

/** «11 kB», «2,4 MB» */
export function sizeText(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${megabytes.format(bytes / 1024 / 1024)} MB`;
  return `${kilobytes.format(Math.ceil(bytes / 1024))} kB`;
}
