import { describe, expect, test } from 'vitest';
import {
  lastMeetingDay,
  lastWrittenAt,
  noteReports,
  reportsFor,
  windowStart,
} from '../../store/meeting/rules-agenda-reports.ts';
import type { Referat } from '../../store/referat/record.ts';
import { aSentMeeting } from '../support/agendas.ts';
import { aMeeting } from '../support/meetings.ts';
import { accepted, aReferat, NOW } from '../support/records.ts';

const meeting = aMeeting();
const approval = { how: 'meeting', on: '2026-03-01', at: NOW, by: 'siv' } as const;
const one = (id: string, changes: Partial<Referat> = {}) => aReferat({ id, approval, state: 'approved', ...changes });
const ids = (referater: readonly Referat[]) => referater.map(({ id }) => id);
const at = (day: string) => ({ startsAt: new Date(`${day}T10:00:00Z`) });

describe('what an agenda reports', () => {
  test('are the referater that are approved and that no agenda has told of', () => {
    const told = aSentMeeting([], { id: 'meeting-0', reported: ['r1'] });
    const { approved, unapproved } = reportsFor(meeting, [one('r1'), one('r2')], [told]);
    expect(ids(approved)).toEqual(['r2']);
    expect(unapproved).toEqual([]);
  });

  test('what this very agenda, or one that was not sent, would report is not told of yet', () => {
    const self = aSentMeeting([], { reported: ['r1'] });
    const unsent = aMeeting({ id: 'meeting-2', reported: ['r2'] });
    expect(ids(reportsFor(meeting, [one('r1'), one('r2')], [self, unsent]).approved)).toEqual(['r1', 'r2']);
    expect(ids(reportsFor(meeting, [one('r1')], [aSentMeeting([], { id: 'm' })]).approved)).toEqual(['r1']);
  });

  test('one that is not approved is named as such, for as long as it is not', () => {
    const { approval: _none, ...draft } = one('r1', { state: 'circulating' });
    const told = aSentMeeting([], { id: 'meeting-0', reported: ['r1'] });
    expect(ids(reportsFor(meeting, [draft], [told]).unapproved)).toEqual(['r1']);
    expect(reportsFor(meeting, [draft], [told]).approved).toEqual([]);
  });

  test('a referat of this meeting or a later one is no news of the past', () => {
    expect(ids(reportsFor(meeting, [one('r1', { meetingOn: '2026-04-14' })], []).approved)).toEqual([]);
    expect(ids(reportsFor(meeting, [one('r1', { meetingOn: '2026-04-13' })], []).approved)).toEqual(['r1']);
  });
});

describe('how far an agenda looks back', () => {
  test('a year and some days', () => {
    expect(windowStart(meeting)).toBe('2025-04-09');
  });

  test('the last meeting is the newest one before it that was called or held', () => {
    const sent = { at: NOW, by: 'siv', revision: 1 };
    const others = [
      aMeeting({ id: 'held', state: 'held', ...at('2026-01-10') }),
      aMeeting({ id: 'called', state: 'called', sent, ...at('2026-02-10') }),
      aMeeting({ id: 'planned', ...at('2026-03-10') }),
      aMeeting({ id: 'cancelled', state: 'cancelled', sent, ...at('2026-03-11') }),
      aMeeting({ id: 'later', state: 'called', sent, ...at('2026-05-10') }),
    ];
    expect(lastMeetingDay(meeting, others)).toBe('2026-02-10');
    expect(lastMeetingDay(meeting, others.slice(0, 1))).toBe('2026-01-10');
    expect(lastMeetingDay(meeting, [aSentMeeting([], at('2026-04-01'))])).toBe('2025-04-09');
    expect(lastMeetingDay(meeting, [])).toBe('2025-04-09');
  });

  test('the last agenda told what had happened when it was sent first, else until the day of its meeting', () => {
    const line = (what: string, on: string) => ({ what, at: new Date(`${on}T09:00:00Z`), by: 'siv' });
    const history = [line('agenda-sent', '2026-01-27'), line('agenda-sent-again', '2026-02-03')];
    const last = aSentMeeting([], { id: 'last', history, ...at('2026-02-10') });
    const earlier = aMeeting({ id: 'earlier', state: 'held', ...at('2026-01-10') });
    expect(lastWrittenAt(meeting, [last, earlier])).toEqual(new Date('2026-01-27T09:00:00Z'));
    expect(lastWrittenAt(meeting, [earlier])).toEqual(new Date('2026-01-09T23:00:00Z'));
    expect(lastWrittenAt(meeting, [])).toEqual(new Date('2025-04-08T22:00:00Z'));
  });
});

describe('what was reported', () => {
  test('is noted with the meeting until its agenda is sent', () => {
    const noted = accepted(noteReports(meeting, ['r1']));
    expect(noted.reported).toEqual(['r1']);
    expect(accepted(noteReports(noted, ['r1']))).toBe(noted);
    expect(accepted(noteReports(meeting, []))).toBe(meeting);
    const sent = aSentMeeting([], { reported: ['r1'] });
    expect(accepted(noteReports(sent, ['r1', 'r2']))).toBe(sent);
  });
});
