import { describe, expect, test } from 'vitest';
import { answerTime, contactTimeFor, whenToAsk } from '../../store/meeting/rules-call-times.ts';
import { aCalledMeeting, aPart, away, forfallIn, hoursBefore, lapsed, WHOLE } from '../support/forfall.ts';
import { accepted, REAL_NOW } from '../support/records.ts';

/** A time of day in Oslo, in April 2026: two hours ahead of UTC. */
const april = (day: number, clock: string) => new Date(`2026-04-${String(day).padStart(2, '0')}T${clock}:00+02:00`);
const beginning = (day: number, clock: string) => ({ startsAt: april(day, clock) });
const answerBy = (meeting: { readonly startsAt: Date }, askedAt: Date) => answerTime(meeting, WHOLE, askedAt);
const HOUR = 3600 * 1000;

describe('a vara who is asked has', () => {
  test('24 hours while there are more than two days left, and four hours from then on', () => {
    const thursday = beginning(16, '12:00');
    expect(answerBy(thursday, april(13, '09:00'))).toEqual(april(14, '09:00'));
    const twoDays = april(14, '12:00').getTime();
    expect(answerBy(thursday, new Date(twoDays - 1))).toEqual(new Date(twoDays - 1 + 24 * HOUR));
    // four hours later nobody is contacted: the next morning
    expect(answerBy(thursday, new Date(twoDays))).toEqual(april(15, '08:00'));
    expect(answerBy(thursday, april(15, '08:00'))).toEqual(april(15, '12:00'));
    expect(answerBy(thursday, april(15, '13:00'))).toEqual(april(15, '17:00'));
  });

  test('half of the time that is left when that is less, so that there is time for another one', () => {
    const thursday = beginning(16, '12:00');
    expect(answerBy(thursday, april(16, '04:00'))).toEqual(april(16, '08:00'));
    expect(answerBy(thursday, april(16, '05:00'))).toEqual(april(16, '08:30'));
    expect(answerBy(thursday, april(16, '11:00'))).toEqual(april(16, '11:30'));
  });

  test('a quarter of an hour at least, also when the meeting has begun', () => {
    const thursday = beginning(16, '12:00');
    expect(answerBy(thursday, april(16, '11:30'))).toEqual(april(16, '11:45'));
    expect(answerBy(thursday, april(16, '11:40'))).toEqual(april(16, '11:55'));
    expect(answerBy(thursday, april(16, '11:59'))).toEqual(april(16, '12:14'));
    expect(answerBy(thursday, april(16, '13:00'))).toEqual(april(16, '13:15'));
  });

  test('the time until the part begins when they are asked about a part', () => {
    const { startsAt } = aCalledMeeting();
    const asked = hoursBefore(1);
    expect(answerTime({ startsAt }, aPart(1), asked)).toEqual(startsAt);
    expect(answerTime({ startsAt }, aPart(undefined, 1), asked)).toEqual(hoursBefore(0.5));
    expect(answerTime({ startsAt }, aPart(1, 2, ['sak-1']), asked)).toEqual(startsAt);
    expect(answerTime({ startsAt }, { what: 'sak', sakId: 'sak-1' }, asked)).toEqual(hoursBefore(0.5));
  });

  test('until the next working morning when the time runs out in a night, a weekend or at Easter', () => {
    const far = beginning(30, '12:00');
    expect(answerBy(far, april(17, '10:00'))).toEqual(april(20, '08:00'));
    // Wednesday before Maundy Thursday; the Tuesday after Easter Monday
    expect(answerBy(far, april(1, '14:00'))).toEqual(april(7, '08:00'));
  });

  test('until the day before the meeting when that comes before the working morning', () => {
    expect(answerBy(beginning(7, '12:00'), april(1, '14:00'))).toEqual(april(6, '12:00'));
    expect(answerBy(beginning(20, '09:00'), april(17, '10:00'))).toEqual(april(19, '09:00'));
  });
});

describe('people are asked about a meeting', () => {
  const when = (meeting: { readonly startsAt: Date }, now: Date) => whenToAsk(meeting, { now, realNow: REAL_NOW });

  test('at once in working hours; a try that failed waits for them too', () => {
    expect(when(beginning(30, '12:00'), april(13, '15:59'))).toEqual({ realNow: REAL_NOW, inWorkingHours: true });
  });

  test.each([
    ['a night', april(13, '23:00'), april(14, '08:00')],
    ['an early morning', april(14, '06:00'), april(14, '08:00')],
    ['a weekend', april(17, '16:00'), april(20, '08:00')],
    ['Maundy Thursday', april(2, '10:00'), april(7, '08:00')],
    ['Easter Monday', april(6, '10:00'), april(7, '08:00')],
  ])('not in %s', (_what, now, contactAt) => {
    expect(when(beginning(30, '12:00'), now)).toEqual({ realNow: REAL_NOW, contactAt, inWorkingHours: true });
    expect(contactTimeFor(beginning(30, '12:00'), now)).toEqual(contactAt);
  });

  test('at any hour from a day before it', () => {
    const meeting = beginning(7, '10:00');
    const lastDay = april(6, '10:00');
    expect(when(meeting, lastDay)).toEqual({ realNow: REAL_NOW });
    expect(when(meeting, april(6, '23:30'))).toEqual({ realNow: REAL_NOW });
    expect(when(meeting, new Date(lastDay.getTime() - 1))).toEqual({ realNow: REAL_NOW, contactAt: lastDay });
    // Good Friday: on Easter Monday, for the meeting is the day after
    expect(when(meeting, april(3, '12:00'))).toEqual({ realNow: REAL_NOW, contactAt: lastDay });
  });

  test('again at any hour in the last two days, should it fail', () => {
    const thursday = beginning(16, '12:00');
    const twoDays = april(14, '12:00');
    expect(when(thursday, twoDays)).toEqual({ realNow: REAL_NOW });
    expect(when(thursday, new Date(twoDays.getTime() - 1))).toEqual({ realNow: REAL_NOW, inWorkingHours: true });
    expect(when(thursday, april(14, '20:00'))).toEqual({ realNow: REAL_NOW, contactAt: april(15, '08:00') });
  });
});

describe('a cascade over Easter', () => {
  test('waits, and goes on at any hour on the day before the meeting', () => {
    const tuesday = aCalledMeeting({ startsAt: april(7, '12:00'), endsAt: april(7, '14:00') });
    const reported = accepted(away(tuesday, 'kari', WHOLE, { now: april(1, '15:00') }));
    expect(forfallIn(reported).calls).toMatchObject([
      { varaId: 'vera', askedAt: april(1, '15:00'), answerBy: april(6, '12:00') },
    ]);
    const viggo = accepted(lapsed(reported, april(6, '12:00')));
    expect(forfallIn(viggo).calls.at(-1)).toMatchObject({
      varaId: 'viggo',
      askedAt: april(6, '12:00'),
      answerBy: april(6, '16:00'),
    });
    const dry = accepted(lapsed(viggo, april(6, '16:00')));
    expect(forfallIn(dry).dryAt).toEqual(april(6, '16:00'));
    expect(dry.outbox.at(-1)).not.toHaveProperty('contactAt');
  });

  test('that begins in it asks on the first working morning, and the time to answer counts from then', () => {
    const later = aCalledMeeting({ startsAt: april(16, '12:00'), endsAt: april(16, '14:00') });
    const reported = accepted(away(later, 'kari', WHOLE, { now: april(3, '20:00') }));
    expect(forfallIn(reported).calls).toMatchObject([
      { varaId: 'vera', askedAt: april(7, '08:00'), answerBy: april(8, '08:00') },
    ]);
    expect(reported.contactDueAt).toEqual(april(7, '08:00'));
    expect(reported).not.toHaveProperty('outboxDueAt');
  });
});
