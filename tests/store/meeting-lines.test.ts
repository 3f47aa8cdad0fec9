import { describe, expect, test } from 'vitest';
import { meetingTime } from '../../cards/text/meeting.ts';
import { readMeetingLines } from '../../store/meeting/rules-lines.ts';

/** Monday 8 January 2024, 10.00 in Oslo. */
const NOW = new Date('2024-01-08T09:00:00Z');
const read = (text: string, now = NOW) => readMeetingLines(text, now);
const problemsIn = (text: string, now = NOW) => read(text, now).problems;
const said = (text: string, now = NOW) => {
  const { meetings, problems } = read(text, now);
  if (problems.length > 0) return problems.map(({ problem, line }) => `${line}: ${problem}`).join('; ');
  return meetings
    .map((meeting) => [meetingTime(meeting), meeting.mode, meeting.place].filter((part) => part).join(' | '))
    .join('\n');
};

const TUESDAY = 'tirsdag 13. februar 2024 kl. 12.00–14.00';

describe('a line of a plan', () => {
  test.each([
    ['Tirsdag 13. februar 12.00-14.00 Digitalt', `${TUESDAY} | digitalt`],
    ['tirsdag 13. februar 2024 kl. 12.00-14.00', TUESDAY],
    ['Tirsdag 13. februar 2024, kl. 12.00 - 14.00, digitalt', `${TUESDAY} | digitalt`],
    ['TIRSDAG 13. FEBRUAR KL. 12.00-14.00 DIGITALT', `${TUESDAY} | digitalt`],
    ['tirsdag den 13. februar kl 12 til 14', TUESDAY],
    ['Tir. 13. feb. kl. 12-14', TUESDAY],
    ['ti 13. feb 24 kl 12-14', TUESDAY],
    ['13. februar 2024 (tirsdag) 12.00-14.00', TUESDAY],
    ['13 februar 1200-1400', TUESDAY],
    ["13. feb '24, 12:00–14:00", TUESDAY],
    ['13.februar 2024 kl.12.00-14.00', TUESDAY],
    ['13.02.24 kl. 12–14 fysisk, Tromsø', `${TUESDAY} | fysisk | Tromsø`],
    ['13.02.2024 kl. 12.00-14.00 fysisk i Tromsø', `${TUESDAY} | fysisk | Tromsø`],
    ['13.2.24 12:00-14:00', TUESDAY],
    ['13. 2. 2024 12.00—14.00', TUESDAY],
    ['13/2 kl. 12–14', TUESDAY],
    ['13/2-24 kl. 12–14', TUESDAY],
    ['13/02/2024 12:00 14:00', TUESDAY],
    ['13-02-2024 12.00- 14.00', TUESDAY],
    ['13.02 12.00-14.00', TUESDAY],
    ['13.2. kl. 12.00-14.00', TUESDAY],
    ['Tirsdag 13.02, 12-14', TUESDAY],
    ['2024-02-13 12:00-14:00', TUESDAY],
    ['13.02.24 Kl. 12.00-14.00', TUESDAY],
    ['13.02.24 fra kl. 12 til kl. 14', TUESDAY],
    ['13.02.24 klokka 12-14', TUESDAY],
    ['13.02.24 1200-1400', TUESDAY],
    ['kl. 12.00-14.00 tirsdag 13. februar 2024', TUESDAY],
    ['- 13.02.24 kl. 12-14', TUESDAY],
    ['• tirsdag 13. februar: 12.00–14.00', TUESDAY],
    ['2) 13.02.24 kl. 12-14', TUESDAY],
    ['13.02.2024\t12:00\t14:00\tDigitalt\tTeams', `${TUESDAY} | digitalt | Teams`],
    ['Tirsdag\t13.02.24\t12\t14', TUESDAY],
    ['13.02.24;12.00-14.00;Fysisk;Rådhuset, Tromsø', `${TUESDAY} | fysisk | Rådhuset, Tromsø`],
    ['13.02.24\t"12.00-14.00"\t"Fysisk møte"', `${TUESDAY} | fysisk`],
    ['13.02.24 kl. 12-14 på Teams', `${TUESDAY} | digitalt | Teams`],
    ['13.02.24 kl. 12-14 Teams-møte', `${TUESDAY} | digitalt`],
    ['13.02.24 kl. 12-14 kombinert (fysisk og digitalt), UNN Åsgård', `${TUESDAY} | kombinert | UNN Åsgård`],
    ['13.02.24 kl. 12-14 fysisk/digitalt', `${TUESDAY} | kombinert`],
    ['13.02.24 kl. 12-14 Hybrid', `${TUESDAY} | kombinert`],
    ['13.02.24 kl. 12-14 fysisk, Storgata 5-7, rom 12', `${TUESDAY} | fysisk | Storgata 5-7, rom 12`],
    ['Møte 13.02.24 kl. 12-14: digitalt', `${TUESDAY} | digitalt`],
    ['13.02.24 kl. 12-14 (Rådhuset)', `${TUESDAY} | Rådhuset`],
    ['13.02.24\u00a0kl.\u00a012\u201314\u200b\u0007', TUESDAY],
    ['13.02.24 kl. 9.30-11', 'tirsdag 13. februar 2024 kl. 09.30–11.00'],
    ['13.02.24 kl. 0930-1100', 'tirsdag 13. februar 2024 kl. 09.30–11.00'],
    ['29. februar kl. 12-14', 'torsdag 29. februar 2024 kl. 12.00–14.00'],
    ['29.02.24 kl. 12-14', 'torsdag 29. februar 2024 kl. 12.00–14.00'],
    ['31. desember kl. 12-14', 'tirsdag 31. desember 2024 kl. 12.00–14.00'],
    ['1. januar kl. 12-14', 'onsdag 1. januar 2025 kl. 12.00–14.00'],
    ['8. januar kl. 12-14', 'mandag 8. januar 2024 kl. 12.00–14.00'],
    ['31. mars kl. 12-14', 'søndag 31. mars 2024 kl. 12.00–14.00'],
  ])('«%s» is %s', (line, expected) => {
    expect(said(line)).toBe(expected);
  });

  test('has its time in Oslo, in winter and in summer', () => {
    const { meetings } = read('13.02.24 kl. 12-14\n11.06.24 kl. 12-14');
    expect(meetings.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2024-02-13T11:00:00.000Z',
      '2024-06-11T10:00:00.000Z',
    ]);
  });
});

describe('a line that is not understood', () => {
  test.each([
    ['Kommer tilbake til dette', 'date-missing'],
    ['kl. 12-14 digitalt', 'date-missing'],
    ['uke 12', 'date-missing'],
    ['12.-13. februar kl. 12-14', 'date-missing'],
    ['12.-13.02.24 kl. 12-14', 'date-missing'],
    ['13.02.023 kl. 12-14', 'date-missing'],
    ['=HYPERLINK("https://eksempel.no")', 'date-missing'],
    ['javascript:alert(1)', 'date-missing'],
    ['<b>13</b>', 'date-missing'],
    ['31.02.24 kl. 12-14', 'no-such-day'],
    ['31. april kl. 12-14', 'no-such-day'],
    ['29.02.25 kl. 12-14', 'no-such-day'],
    ['00.02.24 kl. 12-14', 'no-such-day'],
    ['13.13.24 kl. 12-14', 'no-such-day'],
    ['Onsdag 13. februar 12.00-14.00', 'weekday-differs'],
    ['13.02.24 (onsdag) kl. 12-14', 'weekday-differs'],
    ['13. februar 2024', 'time-missing'],
    ['13. februar 2024 digitalt', 'time-missing'],
    ['13. februar 2024 kl. 12', 'end-missing'],
    ['13. februar 2024 12.00', 'end-missing'],
    ['13.02.24 kl. 25-26', 'no-such-time'],
    ['13.02.24 kl. 12.60-14', 'no-such-time'],
    ['13.02.24 kl. 12-24', 'no-such-time'],
    ['31.03.24 kl. 02.30-04', 'no-such-time'],
    ['13.02.24 kl. 14-12', 'ends-before'],
    ['13.02.24 kl. 12-12', 'ends-before'],
    ['07.01.24 kl. 12-14', 'in-past'],
    ['08.01.24 kl. 10.00-11.00', 'in-past'],
    ['13.02.23 kl. 12-14', 'in-past'],
    ['13.02.2094 kl. 12-14', 'too-far'],
    [`13.02.24 kl. 12-14 ${'x'.repeat(301)}`, 'place-too-long'],
    ['13.02.24 kl. 12-14 eller 14.02.24', 'too-much'],
    ['13.02.24 kl. 12-14, reserve kl. 15', 'too-much'],
    ['sak 12 den 13.02.24 kl. 12-14', 'too-much'],
  ])('«%s»: %s, in its line', (line, problem) => {
    expect(problemsIn(`\n${line}`)).toEqual([expect.objectContaining({ problem, line: 2 })]);
  });

  test('for its weekday says which day it was taken to mean', () => {
    expect(problemsIn('Onsdag 13. februar 12.00-14.00')[0]).toMatchObject({ day: '2024-02-13' });
  });

  test('leaves the others understood, each with its own number', () => {
    const { meetings, problems } = read('13.02.24 kl. 12-14\n\ntull\n14.02.24 kl. 12-14');
    expect(meetings.map(({ line }) => line)).toEqual([1, 4]);
    expect(problems).toEqual([{ problem: 'date-missing', line: 3 }]);
  });
});

describe('a plan', () => {
  test.each(['2027', 'Møteplan 2027', 'Møteplan for FSU DIG 2027:', 'MØTER I 2027'])(
    'takes the year from «%s» above it',
    (heading) => {
      expect(said(`${heading}\nTirsdag 9. februar 12-14`, new Date('2026-11-28T09:00:00Z'))).toBe(
        'tirsdag 9. februar 2027 kl. 12.00–14.00',
      );
    },
  );

  test('takes the year from the nearest line above, unless a line has its own', () => {
    const { meetings } = read('2024\n13. februar kl. 12-14\n2025\n13. februar kl. 12-14\n14.02.24 kl. 12-14');
    expect(meetings.map(({ day }) => day)).toEqual(['2024-02-13', '2025-02-13', '2024-02-14']);
  });

  test('has a heading without a year that is passed over', () => {
    expect(said('Møteplan\n13.02.24 kl. 12-14')).toBe(TUESDAY);
  });

  test.each([
    ['Dato\tFra\tTil\tForm\tSted\n13.02.24\t12\t14\tDigitalt\tTeams', `${TUESDAY} | digitalt | Teams`],
    ['Sted\tDag\tDato\tKlokkeslett\nStorgata 5-7\tTirsdag\t13.02.24\t12-14', `${TUESDAY} | Storgata 5-7`],
    ['Dato;Tid;Merknad;Møteform\n13.02.24;12.00-14.00;Husk 1-2;fysisk', `${TUESDAY} | fysisk`],
    ['Dato Tid Form\n13.02.24 12-14 fysisk', `${TUESDAY} | fysisk`],
    ['Dato\tTid\tSted\n13.02.24\t12-14\tKombinert, UNN', `${TUESDAY} | kombinert | UNN`],
    ['Dato\tKl.\n13. februar\t12.00-14.00', TUESDAY],
    ['Dato\tTid\n13.02.24 kl. 12-14', TUESDAY],
  ])('is read by its heading: %j', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test('reads where from the columns that are named, and from nothing else', () => {
    expect(read('Dato\tTid\tSted\n13.02.24\t12-14 Teams\tUNN').meetings[0]).toMatchObject({ place: 'UNN' });
  });

  test('without a line is none', () => {
    expect(problemsIn(' \n\t\n')).toEqual([{ problem: 'no-lines' }]);
    expect(problemsIn('Møteplan 2024')).toEqual([{ problem: 'no-lines' }]);
  });

  test('has a hundred lines at most', () => {
    const lines = (count: number) => Array.from({ length: count }, () => '13.02.24 kl. 12-14').join('\n');
    expect(problemsIn(lines(101))).toEqual([{ problem: 'too-many-lines' }]);
    expect(problemsIn(lines(100)).map(({ problem }) => problem)).not.toContain('too-many-lines');
  });

  test('has each day once, and names both lines', () => {
    expect(problemsIn('13.02.24 kl. 12-14\n14.02.24 kl. 12-14\n13. februar kl. 15-16')).toEqual([
      { problem: 'same-day', line: 3, other: 1 },
    ]);
  });

  test('written in December is of the year after, and a day that only comes in a leap year waits for one', () => {
    const december = new Date('2023-12-28T09:00:00Z');
    expect(said('Tirsdag 13. februar kl. 12-14\n29. februar kl. 12-14', december)).toContain('29. februar 2024');
    expect(problemsIn('29. februar kl. 12-14', new Date('2025-12-28T09:00:00Z'))).toMatchObject([
      { problem: 'no-such-day' },
    ]);
  });
});
