import { describe, expect, test } from 'vitest';
import { wantCalendar } from '../../store/meeting/rules-plan.ts';
import { aMeeting } from '../support/meetings.ts';
import { accepted } from '../support/records.ts';

const planned = aMeeting();

describe('a calendar', () => {
  test('is kept once for each person, five hundred at most', () => {
    const wanted = accepted(wantCalendar(planned, 'kari'));
    expect(wanted.calendars).toEqual(['kari']);
    expect(accepted(wantCalendar(wanted, 'kari'))).toBe(wanted);
    const full = { ...planned, calendars: Array.from({ length: 500 }, (_, n) => `${n}`) };
    expect(accepted(wantCalendar(full, 'kari'))).toBe(full);
    const almost = { ...full, calendars: full.calendars.slice(1) };
    expect(accepted(wantCalendar(almost, 'kari')).calendars).toHaveLength(500);
  });
});
