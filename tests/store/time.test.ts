import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  contactTimeOn,
  dayOf,
  hasCalendar,
  isWorkingDay,
  nextContactTime,
  nextWorkingDay,
  osloTime,
  timeOf,
  workingDaysBefore,
} from '../../store/time.ts';
import { holidayTable } from '../support/holidays.ts';

describe('working days', () => {
  test.each([
    ['a Monday', '2026-03-02', true],
    ['a Saturday', '2026-03-07', false],
    ['a Sunday', '2026-03-08', false],
    ['Maundy Thursday', '2026-04-02', false],
    ['17 May', '2027-05-17', false],
    ['24 December', '2026-12-24', false],
    ['31 December', '2026-12-31', false],
    ['8 March on a weekday, which is marked but worked', '2027-03-08', true],
    ['8 May on a weekday, which is marked but worked', '2026-05-08', true],
  ])('%s', (_what, day, working) => {
    expect(isWorkingDay(day)).toBe(working);
  });

  test('a working day gives way to nothing, Easter to the Tuesday after it', () => {
    expect(nextWorkingDay('2026-03-02')).toBe('2026-03-02');
    expect(nextWorkingDay('2026-04-02')).toBe('2026-04-07');
  });

  test.each([
    ['none before is the day itself', '2026-03-09', 0, '2026-03-09'],
    ['none before a day off is that day', '2026-03-08', 0, '2026-03-08'],
    ['two before a Friday', '2026-03-06', 2, '2026-03-04'],
    ['two before a Monday, over the weekend', '2026-03-09', 2, '2026-03-05'],
    ['one before a Sunday', '2026-03-08', 1, '2026-03-06'],
    ['one before the Tuesday after Easter', '2026-04-07', 1, '2026-04-01'],
    ['three before the second working day after Easter', '2026-04-08', 3, '2026-03-31'],
    ['two before the first working day of a year', '2027-01-04', 2, '2026-12-29'],
  ])('working days before: %s', (_what, day, count, before) => {
    expect(workingDaysBefore(day, count)).toBe(before);
  });

  test('a day that does not exist is refused', () => {
    expect(() => nextWorkingDay('2026-02-30')).toThrow(RangeError);
  });
});

test('the table of holidays is what the library says, and reaches thirty years ahead', () => {
  const table = readFileSync(new URL('../../store/holidays.ts', import.meta.url), 'utf8');
  expect(table).toBe(holidayTable());
  expect(() => isWorkingDay(`${new Date().getFullYear() + 30}-06-01`)).not.toThrow();
  expect(() => isWorkingDay('2101-06-01')).toThrow(RangeError);
});

test.each([
  ['2026-03-02', true],
  ['2019-12-20', false],
  ['2020-01-01', true],
  ['2075-12-20', true],
  ['2075-12-31', false],
  ['9999-12-31', false],
])('whether a day off at %s can give way to a working day is known: %s', (day, known) => {
  expect(hasCalendar(day)).toBe(known);
});

test('up to the last day whose days off are known, a day off gives way to a working day', () => {
  for (let day = '2074-12-01'; hasCalendar(day); day = addDays(day, 1))
    expect(isWorkingDay(nextWorkingDay(day))).toBe(true);
});

describe('Europe/Oslo', () => {
  test('summer and winter time give different points in time', () => {
    expect(osloTime('2026-03-27', '15:00')).toEqual(new Date('2026-03-27T14:00:00Z'));
    expect(osloTime('2026-03-30', '15:00')).toEqual(new Date('2026-03-30T13:00:00Z'));
  });

  test.each([
    ['2026-02-30', '15:00'],
    ['2026-3-2', '15:00'],
    ['2026-03-02', '25:00'],
    ['2026-03-02', '24:00'],
    ['2026-03-02', '12:60'],
    ['2026-03-02', '15'],
    ['', ''],
  ])('«%s» «%s» is no point in time', (day, time) => {
    expect(osloTime(day, time)).toBeUndefined();
  });

  test('the day and the time are those of Oslo, also just after midnight there', () => {
    expect(dayOf(new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-02');
    expect(timeOf(new Date('2026-03-01T23:30:00Z'))).toBe('00:30');
  });

  test('days are added across the change to summer time', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  });
});

describe('people are contacted 08–16 on working days', () => {
  test('from 08 in Oslo, in winter and in summer time', () => {
    expect(contactTimeOn('2026-03-27')).toEqual(new Date('2026-03-27T07:00:00Z'));
    expect(contactTimeOn('2026-03-30')).toEqual(new Date('2026-03-30T06:00:00Z'));
  });

  test.each([
    ['in working hours, at once', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z'],
    ['at 08.00, at once', '2026-03-02T07:00:00Z', '2026-03-02T07:00:00Z'],
    ['early in the morning, at 08', '2026-03-02T05:00:00Z', '2026-03-02T07:00:00Z'],
    ['at 16.00, the next day', '2026-03-02T15:00:00Z', '2026-03-03T07:00:00Z'],
    ['on a Friday evening, on Monday', '2026-03-06T19:00:00Z', '2026-03-09T07:00:00Z'],
    ['on a Saturday morning, on Monday', '2026-03-07T05:00:00Z', '2026-03-09T07:00:00Z'],
    ['before Easter, after it, in summer time', '2026-04-01T18:00:00Z', '2026-04-07T06:00:00Z'],
  ])('%s', (_what, now, then) => {
    expect(nextContactTime(new Date(now))).toEqual(new Date(then));
  });
});
