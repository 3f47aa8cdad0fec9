import { describe, expect, test } from 'vitest';
import { publicHolidays } from '../../store/holidays.ts';
import { dueMeant } from '../support/due.ts';

describe('the last day that a due time means', () => {
  test.each([
    // as the plans and referater have them
    ['2024', '2024-12-31'],
    ['2024-2025', '2025-12-31'],
    ['2024–2025', '2025-12-31'],
    ['Innen utgangen av 2024', '2024-12-31'],
    ['i løpet av våren 2024', '2024-05-31'],
    ['seinest innen desember 2024', '2024-12-31'],
    ['neste møte', 'next-meeting'],
    ['neste møte 20.03.24', '2024-03-20'],
    ['12.12.23', '2023-12-12'],
    ['12.04.24', '2024-04-12'],
    ['12. april', 'no-year'],
    ['innen xxxx', 'not-understood'],
  ])('«%s», as it stands in a source: %s', (written, meant) => {
    expect(dueMeant(written)).toBe(meant);
  });

  test.each([
    ['07.02.2024', '2024-02-07'],
    ['31. januar 2024', '2024-01-31'],
    ['18. april 2024', '2024-04-18'],
    ['den 12. april, 2024', '2024-04-12'],
    ['12.april 2024', '2024-04-12'],
    ['12 april 2024', '2024-04-12'],
    ['12. apr. 24', '2024-04-12'],
    ['fredag 12. april 2024 kl. 12.00', '2024-04-12'],
    ['12.04.24 kl 10.10-11.10', '2024-04-12'],
    ['20/3-24', '2024-03-20'],
    ["31.12.'24", '2024-12-31'],
    ['20/3 2025', '2025-03-20'],
    ['20/3/25', '2025-03-20'],
    ['12-04-2024', '2024-04-12'],
    ['2024-04-12', '2024-04-12'],
    ['15. jul 2025', '2025-07-15'],
    ['innen 1.4.2024', '2024-04-01'],
    ['neste møte 20.03.24.', '2024-03-20'],
    ['SEINEST 1. JUNI 2025', '2025-06-01'],
    ['Planen skal være ferdig til 1. mai 2025.', '2025-05-01'],
    ['innen 12.04.24, jf. sak 17/24 pkt 3', '2024-04-12'],
    ['De\u00adsember 2024', '2024-12-31'],
    ['12.\u00a0april\u00a02024', '2024-04-12'],
    ['innen\n1. mai\t2025', '2025-05-01'],
    ['va\u030aren 2025', '2025-05-31'],
    ['\u200b2025\ufeff', '2025-12-31'],
  ])('«%s», a day among other words: %s', (written, meant) => {
    expect(dueMeant(written)).toBe(meant);
  });

  test.each([
    ['29.02.24', '2024-02-29'],
    ['29.02.23', 'no-day'],
    ['29.02.2100', 'no-day'],
    ['28.02.2100', '2100-02-28'],
    ['29.02.2000', '2000-02-29'],
    ['februar 2024', '2024-02-29'],
    ['februar 2023', '2023-02-28'],
    ['februar 2100', '2100-02-28'],
    ['31.02.24', 'no-day'],
    ['31. april 2025', 'no-day'],
    ['2024-13-01', 'no-day'],
    ['31.02.24 eller 01.03.24', 'no-day'],
    ['31.12.2024', '2024-12-31'],
    ['01.01.2025', '2025-01-01'],
    ['før 01.01.2025', '2024-12-31'],
    ['uke 1 2025', '2025-01-05'],
    ['uke 53 2026', '2027-01-03'],
    ['uke 53 2025', 'no-day'],
    ['uke 0 2025', 'no-day'],
    ['årsskiftet 2024/25', '2024-12-31'],
    ['årsskiftet 2024/2025', '2024-12-31'],
    ['innen årsskiftet 2024-2025', '2024-12-31'],
  ])('«%s», at a leap day or the end of a year: %s', (written, meant) => {
    expect(dueMeant(written)).toBe(meant);
  });

  test.each([
    ['uke 12 2025', '2025-03-23'],
    ['veke 12, 2025', '2025-03-23'],
    ['uke 12/2025', '2025-03-23'],
    ['uke 10-12 2025', '2025-03-23'],
    ['1. kvartal 2025', '2025-03-31'],
    ['andre kvartal 2025', '2025-06-30'],
    ['Q3 2025', '2025-09-30'],
    ['siste kvartal 2025', '2025-12-31'],
    ['1. tertial 2025', '2025-04-30'],
    ['2. tertial 2025', '2025-08-31'],
    ['første halvår 2025', '2025-06-30'],
    ['annet halvår 2025', '2025-12-31'],
    ['3. halvår 2025', 'no-day'],
    ['4. tertial 2025', 'no-day'],
    ['tertial 1 2025', '2025-04-30'],
    ['kvartal 2 2025', '2025-06-30'],
    ['utgangen 2024', '2024-12-31'],
    ['i perioden 2024-2026', '2026-12-31'],
    ['primo mai 2025', '2025-05-10'],
    ['medio mai 2025', '2025-05-20'],
    ['ultimo mai 2025', '2025-05-31'],
    ['begynnelsen av mai 2025', '2025-05-10'],
    ['midten av mai 2025', '2025-05-20'],
    ['slutten av mai 2025', '2025-05-31'],
    ['mars i 2025', '2025-03-31'],
    ['12/2025', '2025-12-31'],
    ['des. 24', '2024-12-31'],
    ['desember -24', '2024-12-31'],
    ["våren '25", '2025-05-31'],
    ['vår 2025', '2025-05-31'],
    ['sommeren 2025', '2025-08-31'],
    ['høsten 2024', '2024-11-30'],
    ['vinteren 2024', '2024-02-29'],
    ['vinteren 2024/25', '2025-02-28'],
    ['vinteren 2024-2025', '2025-02-28'],
    ['før sommeren 2025', '2025-05-31'],
    ['før andre kvartal 2025', '2025-03-31'],
    ['før 3. kvartal 2025', '2025-06-30'],
    ['før vinteren 2025', '2024-11-30'],
    ['som før, i mai 2025', '2025-05-31'],
    ['før 2025', '2024-12-31'],
    ['før utgangen av 2025', '2025-12-31'],
    ['innen 2025', '2025-12-31'],
    ['jul 2025', '2025-12-26'],
    ['innen jul 2025', '2025-12-23'],
    ['før jul 2025', '2025-12-23'],
    ['innen utgangen av jula 2025', '2025-12-26'],
    ['påske 2025', '2025-04-21'],
    ['før påske 2025', '2025-04-16'],
    ['innen påsken 2024', '2024-03-27'],
    ['pinse 2025', '2025-06-09'],
    ['innen pinse 2025', '2025-06-07'],
    ['påske 2019', 'not-understood'],
  ])('«%s», a part of a year: %s', (written, meant) => {
    expect(dueMeant(written)).toBe(meant);
  });

  test.each([
    ['innan utgangen av 2025', '2025-12-31'],
    ['innan utgangen av mars månad 2025', '2025-03-31'],
    ['hausten 2024', '2024-11-30'],
    ['sommaren 2025', '2025-08-31'],
    ['fyrste halvår 2025', '2025-06-30'],
    ['seinast 1. juni 2025', '2025-06-01'],
    ['byrjinga av mai 2025', '2025-05-10'],
    ['frå 2025', 'not-understood'],
    ['ikkje før 2025', 'not-understood'],
    ['kontinuerleg', 'none'],
    ['løpande', 'none'],
    ['kvart år', 'none'],
  ])('«%s», in nynorsk: %s', (written, meant) => {
    expect(dueMeant(written)).toBe(meant);
  });

  test('knows Easter and Whitsun of every year whose holidays are known', () => {
    const years = Object.keys(publicHolidays).map(Number);
    expect(years.length).toBeGreaterThan(50);
    for (const year of years) {
      const sunday = Date.UTC(year, 0, 1) + daysToEaster(year) * DAY;
      const dayAt = (days: number) => new Date(sunday + days * DAY).toISOString().slice(0, 10);
      expect(['før påske', 'påske', 'før pinse', 'pinse'].map((feast) => dueMeant(`${feast} ${year}`))).toEqual(
        [-4, 1, 48, 50].map(dayAt),
      );
    }
  });
});

const DAY = 86_400_000;

/** From 1 January to Easter Sunday, by the computation of Meeus, Jones and Butcher. */
function daysToEaster(year: number): number {
  const century = Math.floor(year / 100);
  const moon = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * (year % 19) + 15) % 30;
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - (year % 19)) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  return (Date.UTC(year, 2, 28 + full - weekday) - Date.UTC(year, 0, 1)) / DAY;
}
