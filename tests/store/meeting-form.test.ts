import { describe, expect, test } from 'vitest';
import { readMeetingForm } from '../../store/meeting/rules-form.ts';
import { dayWritten, spanWritten, timeWritten, weekdayBeside } from '../../store/meeting/rules-when.ts';
import { whereIn } from '../../store/meeting/rules-where.ts';

/** Monday 8 January 2024, 10.00 in Oslo. */
const NOW = new Date('2024-01-08T09:00:00Z');
const APRIL = { on: '2024-04-16', from: '12:00', to: '14:00', mode: 'kombinert', place: 'UNN' };

describe('the form for one meeting', () => {
  test('is read field by field', () => {
    expect(readMeetingForm(APRIL, NOW)).toEqual({
      meeting: {
        line: 1,
        day: '2024-04-16',
        startsAt: new Date('2024-04-16T10:00:00Z'),
        endsAt: new Date('2024-04-16T12:00:00Z'),
        mode: 'kombinert',
        place: 'UNN',
      },
    });
  });

  test.each([
    [{ on: ' 16.04.24 ' }, '2024-04-16'],
    [{ on: '16. April' }, '2024-04-16'],
    [{ on: '7. januar' }, '2025-01-07'],
  ])('takes a day as people write it: %j', (typed, day) => {
    expect(readMeetingForm({ ...APRIL, ...typed }, NOW)).toMatchObject({ meeting: { day } });
  });

  test.each([
    ['12', '14'],
    ['kl. 12.00', '1400'],
    [' 12.00 ', 'KL 14'],
  ])('takes times as people write them: «%s» and «%s»', (from, to) => {
    expect(readMeetingForm({ ...APRIL, from, to }, NOW)).toMatchObject({
      meeting: { startsAt: new Date('2024-04-16T10:00:00Z'), endsAt: new Date('2024-04-16T12:00:00Z') },
    });
  });

  test.each(['digitalt', 'fysisk', 'kombinert'])('takes «%s» for how it is held', (mode) => {
    expect(readMeetingForm({ ...APRIL, mode }, NOW)).toMatchObject({ meeting: { mode } });
  });

  test('leaves out what is not said, and what is no choice', () => {
    const { on, from, to } = APRIL;
    const bare = { line: 1, day: '2024-04-16', startsAt: expect.any(Date), endsAt: expect.any(Date) };
    expect(readMeetingForm({ on, from, to }, NOW)).toEqual({ meeting: bare });
    expect(readMeetingForm({ on, from, to, mode: 'ukjent', place: ' \t' }, NOW)).toEqual({ meeting: bare });
  });

  test('takes away what is not seen in a place, and keeps formulas and markup as they are written', () => {
    const place = (typed: string) => readMeetingForm({ ...APRIL, place: typed }, NOW);
    expect(place(' Rom\u0007 1,\u200b  UNN ')).toMatchObject({ meeting: { place: 'Rom 1, UNN' } });
    expect(place('=1+1 <b>*x*</b>')).toMatchObject({ meeting: { place: '=1+1 <b>*x*</b>' } });
    expect(place('x'.repeat(300))).toHaveProperty('meeting');
  });

  test.each([
    [{ on: undefined }, 'date-missing'],
    [{ on: 'i morgen' }, 'date-missing'],
    [{ on: '31.02.24' }, 'no-such-day'],
    [{ from: undefined }, 'time-missing'],
    [{ from: ' ' }, 'time-missing'],
    [{ to: undefined }, 'end-missing'],
    [{ to: ' ' }, 'end-missing'],
    [{ from: 'tolv' }, 'no-such-time'],
    [{ to: '14:00:00' }, 'no-such-time'],
    [{ to: '24:00' }, 'no-such-time'],
    [{ to: '12:00' }, 'ends-before'],
    [{ on: '2023-04-16' }, 'in-past'],
    [{ on: '2034-04-16' }, 'too-far'],
    [{ place: 'x'.repeat(301) }, 'place-too-long'],
  ])('refuses %j: %s', (typed, problem) => {
    expect(readMeetingForm({ ...APRIL, ...typed }, NOW)).toEqual({ problem: { problem } });
  });
});

describe('how and where', () => {
  test.each([
    ['', {}],
    ['Digitalt', { mode: 'digitalt' }],
    ['digital', { mode: 'digitalt' }],
    ['digitale møte', { mode: 'digitalt' }],
    ['Digitalt møte via Teams', { mode: 'digitalt', place: 'Teams' }],
    ['Teams', { mode: 'digitalt', place: 'Teams' }],
    ['på Zoom', { mode: 'digitalt', place: 'Zoom' }],
    ['Skype, join', { mode: 'digitalt', place: 'Skype, join' }],
    ['Steamsalen', { place: 'Steamsalen' }],
    ['Teamsrommet', { place: 'Teamsrommet' }],
    ['nettmøte', { mode: 'digitalt' }],
    ['Videomøte', { mode: 'digitalt' }],
    ['Teams-møte', { mode: 'digitalt' }],
    ['teamsmøte', { mode: 'digitalt' }],
    ['fysisk', { mode: 'fysisk' }],
    ['Fysisk møte på Rådhuset', { mode: 'fysisk', place: 'Rådhuset' }],
    ['oppmøte: Rådhuset', { mode: 'fysisk', place: 'Rådhuset' }],
    ['Fysisk, Teams som reserve', { mode: 'fysisk', place: 'Teams som reserve' }],
    ['Astrofysiskolen', { place: 'Astrofysiskolen' }],
    ['fysiskt', { place: 'fysiskt' }],
    ['Hybrid', { mode: 'kombinert' }],
    ['hybridmøte i UNN', { mode: 'kombinert', place: 'UNN' }],
    ['kombinert fysisk og digitalt', { mode: 'kombinert' }],
    ['Kombinerte møte, UNN', { mode: 'kombinert', place: 'UNN' }],
    ['digitalt og fysisk', { mode: 'kombinert' }],
    ['digitalt/fysisk møte', { mode: 'kombinert' }],
    ['fysisk + digital', { mode: 'kombinert' }],
    ['fysisk eller digitalt, UNN', { mode: 'kombinert', place: 'UNN' }],
    [' - Rådhuset; ', { place: 'Rådhuset' }],
    ['(Rådhuset)', { place: 'Rådhuset' }],
    ['Sted: Rådhuset', { place: 'Rådhuset' }],
    ['Isbjørn', { place: 'Isbjørn' }],
    ['Påskesalen', { place: 'Påskesalen' }],
    ['møterom 2', { place: 'møterom 2' }],
    ['Tromsø\ndigitalt\nrom 2', { mode: 'digitalt', place: 'Tromsø, rom 2' }],
  ])('is read from «%s»', (text, expected) => {
    expect(whereIn(text)).toEqual(expected);
  });
});

describe('what is written of when', () => {
  test.each([
    ['januar', 1],
    ['jan', 1],
    ['februar', 2],
    ['mars', 3],
    ['april', 4],
    ['mai', 5],
    ['juni', 6],
    ['juli', 7],
    ['august', 8],
    ['september', 9],
    ['sept', 9],
    ['oktober', 10],
    ['november', 11],
    ['desember', 12],
    ['des', 12],
  ])('names a month «%s»', (name, month) => {
    expect(dayWritten(`3. ${name} 2024`)).toMatchObject({ day: 3, month, year: 2024 });
    expect(dayWritten(`3.${name}.`)).toMatchObject({ day: 3, month });
  });

  test('is where it stands', () => {
    expect(dayWritten('møte 13. februar 2024 kl. 12')).toEqual({ day: 13, month: 2, year: 2024, at: 5, length: 16 });
    expect(spanWritten('den kl. 12-14 her')).toMatchObject({ at: 4, length: 9 });
  });

  test.each([
    ['13. maison', undefined],
    ['113.02.24', undefined],
    ['13.02.24.1', undefined],
    ['13.02.24:1', undefined],
    ['12.10', { day: 12, month: 10 }],
    ['kl 12.10', undefined],
    ['tirsdag 12.10', { day: 12, month: 10 }],
    ['tirs. den 12.10', { day: 12, month: 10 }],
    ['møte 12.10', undefined],
    ['12.10-13.10', undefined],
  ])('is a day in «%s»: %j', (text, expected) => {
    const found = dayWritten(text);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  test.each([
    ['mandag', 1],
    ['man.', 1],
    ['ti', 2],
    ['ons', 3],
    ['tors.', 4],
    ['fredag,', 5],
    ['lør', 6],
    ['søndag', 7],
    ['uke', undefined],
    ['m', undefined],
    ['manda', undefined],
  ])('has the weekday «%s» before it', (word, weekday) => {
    const text = `${word} 13.02.24`;
    const day = dayWritten(text);
    expect(day && weekdayBeside(text, day)?.weekday).toBe(weekday);
  });

  test.each([
    ['12', { hour: 12, minute: 0 }],
    ['12.30', { hour: 12, minute: 30 }],
    ['12:30', { hour: 12, minute: 30 }],
    ['1230', { hour: 12, minute: 30 }],
    ['930', { hour: 9, minute: 30 }],
    ['kl. 9', { hour: 9, minute: 0 }],
    ['klokka 9.15', { hour: 9, minute: 15 }],
    ['Fra kl. 9', { hour: 9, minute: 0 }],
    ['12.3', undefined],
    ['12345', undefined],
    ['12 på dagen', undefined],
    ['', undefined],
  ])('is a time of its own: «%s»', (text, expected) => {
    expect(timeWritten(text)).toEqual(expected);
  });
});
