import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Holidays from 'date-holidays';

const FIRST = 2020;
const LAST = 2075;

/** Norway's public holidays as the library has them; type public alone, since it also lists days that are worked. */
export function publicHolidays(year: number): readonly string[] {
  const days = new Holidays('NO').getHolidays(year).filter(({ type }) => type === 'public');
  return [...new Set(days.map(({ date }) => date.slice(5, 10)))].sort();
}

/** The source of `store/holidays.ts`: a line a year. */
export function holidayTable(): string {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);
  const lines = years.map((year) => `  ${year}: '${publicHolidays(year).join(' ')}',`);
  return `/**
 * Norway's public holidays, month and day, year by year. Made by \`npm run holidays\` from the package date-holidays,
 * whose data of the whole world takes a tenth of a second to load at every start.
 */
export const publicHolidays: Readonly<Record<number, string>> = {
${lines.join('\n')}
};
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(new URL('../../store/holidays.ts', import.meta.url), holidayTable());
