import { describe, expect, test } from 'vitest';
import type { Status, Tiltak } from '../../store/tiltak/record.ts';
import { askBeforeMeeting, askDue, nextAsk, noteAsked, noteUnreached } from '../../store/tiltak/rules-ask.ts';
import { ofKari } from '../support/chase.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const status = (day: string, from: Status['from'] = 'answer'): Status => ({
  class: 'in-progress',
  at: at(day),
  by: 'kari',
  from,
});
const ask = (day: string, digest = 1) => ({ at: at(day), personId: 'kari', digest });
/** As it stands after these questions and answers, and the secretariat has heard of the silence. */
const heard = (changes: Partial<Tiltak>): Tiltak => ({ ...ofKari(), silentToldAt: NOW, ...changes });
const dayOfNext = (tiltak: Tiltak) => nextAsk(tiltak, NOW)?.toISOString().slice(0, 10);
const clocks = { now: NOW, realNow: REAL_NOW };

describe('a quarter is counted', () => {
  test.each<[string, Partial<Tiltak>, string]>([
    ['from an answer', { statuses: [status('2026-01-05')] }, '2026-04-06'],
    ['from a question', { asks: [ask('2026-01-12')] }, '2026-04-13'],
    [
      'from the later of both: the question',
      { statuses: [status('2026-01-05')], asks: [ask('2026-01-12')] },
      '2026-04-13',
    ],
    [
      'from the later of both: the answer',
      { statuses: [status('2026-01-19')], asks: [ask('2026-01-12')] },
      '2026-04-20',
    ],
    ['from its coming, not from what stood in the plan', { statuses: [status('2026-01-05', 'plan')] }, '2026-06-01'],
    [
      'from its coming, though it is looked at later',
      { history: [{ at: at('2026-01-05'), by: 'siv', what: 'imported' }] },
      '2026-04-06',
    ],
    ['from today, where nothing says when it came', { history: [] }, '2026-06-01'],
  ])('%s', (_what, changes, day) => {
    expect(dayOfNext(heard(changes))).toBe(day);
  });
});

describe('a last day', () => {
  const dated = (day: string, changes: Partial<Tiltak> = {}) => heard({ due: day, dueOn: day, ...changes });

  test('that was heard of the day after it is no day to come', () => {
    expect(dayOfNext(dated('2026-03-01', { statuses: [status('2026-03-02')] }))).toBe('2026-06-01');
    expect(dayOfNext(dated('2026-03-02', { statuses: [status('2026-03-02')] }))).toBe('2026-03-09');
  });
});

describe('a question that arrives', () => {
  const asks = (tiltak: Tiltak) => accepted(noteAsked(tiltak, 'kari', 1, at('2026-03-02'))).asks;

  test('counts after an older answer, and after what stands in the plan', () => {
    expect(asks({ ...ofKari(), statuses: [status('2026-03-01')] })).toHaveLength(1);
    expect(asks({ ...ofKari(), statuses: [status('2026-03-03', 'plan')] })).toHaveLength(1);
    expect(asks({ ...ofKari(), statuses: [status('2026-03-02')] })).toEqual([]);
  });

  test('counts on the day until which it was put off, and ends that', () => {
    expect(asks({ ...ofKari(), snoozedUntil: '2026-03-03' })).toEqual([]);
    const noted = accepted(noteAsked({ ...ofKari(), snoozedUntil: '2026-03-02' }, 'kari', 1, at('2026-03-02')));
    expect(noted.asks).toHaveLength(1);
    expect(noted).not.toHaveProperty('snoozedUntil');
  });
});

describe('what is told by digests', () => {
  const contacts = { askIds: ['kari'], secretariatIds: ['kari', 'siv'], chairId: 'lise' };
  const keys = (tiltak: Tiltak) => tiltak.outbox.map(({ key }) => key);

  test('has a key for each person and each time', () => {
    const due = { ...ofKari(), askDueAt: NOW };
    const once = accepted(askDue(due, { ...contacts, askIds: ['kari', 'ola'] }, clocks));
    expect(keys(once)).toEqual(['digest-wants:1:kari', 'digest-wants:1:ola']);
    const twice = accepted(askDue({ ...once, askDueAt: NOW, outbox: [] }, contacts, clocks));
    expect(keys(twice)).toEqual(['digest-wants:2:kari']);
  });

  test('goes not to whom it is about, and costs nothing where nobody is asked', () => {
    const unreached = accepted(noteUnreached(ofKari(), { personId: 'kari', why: 'blocked', contacts }, clocks));
    expect(keys(unreached)).toEqual(['digest-wants:1:siv']);
    expect(accepted(askDue({ ...ofKari(), askDueAt: NOW }, { ...contacts, askIds: [] }, clocks)).emitted).toBe(0);
    const { askDueAt: _due, ...resting } = ofKari();
    expect(askDue(resting, contacts, clocks)).toEqual({ ok: false, refusal: 'not-due' });
  });
});

describe('before a meeting', () => {
  const soonest = (changes: Partial<Tiltak>, meetingOn = '2026-03-23') =>
    accepted(askBeforeMeeting({ ...ofKari(), ...changes }, meetingOn, NOW))
      .askDueAt?.toISOString()
      .slice(0, 10);
  const unchanged = ofKari().askDueAt?.toISOString().slice(0, 10);

  test('what was put off is left alone until its day, and asked about on it', () => {
    expect(soonest({ snoozedUntil: '2026-03-03' })).toBe(unchanged);
    expect(soonest({ snoozedUntil: '2026-03-02' })).toBe('2026-03-02');
  });

  test('what was heard of long ago is asked about today, not on a day that is over', () => {
    expect(soonest({ statuses: [status('2026-01-05')] })).toBe('2026-03-02');
  });

  test('what has no time at all gets one, and none on the day of the meeting itself', () => {
    expect(soonest({ askDueAt: undefined })).toBe('2026-03-02');
    expect(soonest({}, '2026-03-02')).toBe(unchanged);
    expect(soonest({}, '2026-03-03')).toBe('2026-03-02');
  });
});
