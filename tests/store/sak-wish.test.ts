import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../store/meeting/record.ts';
import { isTooLateFor, lastDayFor, meetingIdFor, openMeetings, placeWish } from '../../store/sak/rules-wish.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, NOW } from '../support/records.ts';

const committee = aCommittee();
const withDays = (proposeDays: number) => {
  const { settings } = committee;
  return aCommittee({ settings: { ...settings, agenda: { proposeDays } } });
};
const april = aMeeting();
const may = aMeeting({ id: 'may', startsAt: new Date('2026-05-12T10:00:00Z') });
const june = aMeeting({ id: 'june', startsAt: new Date('2026-06-09T10:00:00Z') });
const called = (meeting: Meeting): Meeting => ({
  ...meeting,
  state: 'called',
  sent: { at: NOW, by: 'siv', revision: 1 },
});

describe('the last day for proposing', () => {
  test('is counted in days before the meeting, and is none where the committee has set none', () => {
    expect(lastDayFor(april, withDays(14))).toBe('2026-03-31');
    expect(lastDayFor(april, withDays(0))).toBe('2026-04-14');
    expect(lastDayFor(april, committee)).toBeUndefined();
  });

  test('the whole day counts, in Oslo’s time', () => {
    expect(isTooLateFor(april, withDays(14), new Date('2026-03-31T21:59:00Z'))).toBe(false);
    expect(isTooLateFor(april, withDays(14), new Date('2026-03-31T22:01:00Z'))).toBe(true);
  });

  test('it is too late once the agenda was sent, whatever the day', () => {
    expect(isTooLateFor(april, committee, NOW)).toBe(false);
    expect(isTooLateFor(called(april), committee, NOW)).toBe(true);
    expect(isTooLateFor(called(april), withDays(1), NOW)).toBe(true);
  });

  test('it is too late for a meeting that has begun, is held or is cancelled', () => {
    expect(isTooLateFor(april, committee, april.startsAt)).toBe(true);
    for (const state of ['held', 'cancelled'] as const)
      expect(isTooLateFor({ ...april, state }, committee, NOW)).toBe(true);
  });
});

test('the meetings of a committee that are still to be held stand in the order they are held', () => {
  const other = aMeeting({ id: 'other', committeeId: 'committee-2' });
  const cancelled = aMeeting({ id: 'cancelled', state: 'cancelled' });
  const past = aMeeting({ id: 'past', startsAt: NOW });
  const all = [june, other, called(april), cancelled, past, may];
  expect(openMeetings(all, committee, NOW).map(({ id }) => id)).toEqual(['meeting-1', 'may', 'june']);
});

describe('the meeting that a sak is for', () => {
  test('is the one whose agenda it stands on, whatever it wished', () => {
    for (const status of ['accepted', 'scheduled', 'decided'] as const)
      expect(meetingIdFor({ status, meetingId: 'held', wishedMeetingId: 'may' }, [april, may])).toBe('held');
  });

  test('is the one an accepted sak wishes, else the first whose agenda is not sent', () => {
    const forMeeting = (wishedMeetingId: string | undefined, open: readonly Meeting[]) =>
      meetingIdFor({ status: 'accepted', wishedMeetingId }, open);
    expect(forMeeting('may', [called(april), called(may), june])).toBe('may');
    expect(forMeeting(undefined, [called(april), may, june])).toBe('may');
    expect(forMeeting('cancelled', [april, may])).toBe('meeting-1');
    expect(forMeeting('cancelled', [called(april)])).toBeUndefined();
  });

  test('is only wished while nobody has accepted it', () => {
    expect(meetingIdFor({ status: 'proposed' }, [april])).toBeUndefined();
    expect(meetingIdFor({ status: 'proposed', wishedMeetingId: 'may' }, [april])).toBe('may');
  });
});

describe('a sak that is proposed now', () => {
  const place = (wished: string | undefined, meetings: readonly Meeting[]) =>
    placeWish(wished, meetings, committee, NOW);

  test('goes to the meeting that is wished', () => {
    expect(place('may', [june, may, april])).toEqual({ wishedMeetingId: 'may' });
  });

  test('goes to the next one when none is wished, whichever that will be', () => {
    expect(place(undefined, [april, may])).toEqual({});
    expect(place(undefined, [])).toEqual({});
  });

  test('goes to the first one that is not too late, and it is said which it was too late for', () => {
    expect(place('meeting-1', [called(april), called(may), june])).toEqual({
      wishedMeetingId: 'june',
      tooLateFor: 'meeting-1',
    });
    expect(place('may', [april, called(may), june])).toEqual({ wishedMeetingId: 'june', tooLateFor: 'may' });
    expect(place(undefined, [called(april), may])).toEqual({ wishedMeetingId: 'may', tooLateFor: 'meeting-1' });
  });

  test('goes to the next one of all when every planned one is too late', () => {
    expect(place('meeting-1', [called(april)])).toEqual({ tooLateFor: 'meeting-1' });
  });

  test('goes to the first one when the one that is wished is gone', () => {
    expect(place('gone', [april, may])).toEqual({ wishedMeetingId: 'meeting-1' });
  });
});
