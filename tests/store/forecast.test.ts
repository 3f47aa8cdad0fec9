import { describe, expect, test } from 'vitest';
import type { Seat } from '../../store/committee/record.ts';
import type { CallState, Forfall, Scope } from '../../store/meeting/forfall.ts';

import type { Meeting } from '../../store/meeting/record.ts';
import { forecastOf, isKnown, nearFrom } from '../../store/meeting/rules-forecast.ts';
import { aSentMeeting } from '../support/agendas.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, aSeat, NOW } from '../support/records.ts';

const settings = { roundDays: 7 };
const seats = (n: number, changes: (k: number) => Partial<Seat> = () => ({})) =>
  Array.from({ length: n }, (_, k) => aSeat(`m${k}`, changes(k)));
const whole: Scope = { what: 'whole' };
const said = (k: number, comes: boolean) => ({ seatId: `seat-m${k}`, comes, at: NOW, by: `m${k}` });

/** Forfall of a seat, with a vara in this state, or with none. */
function forfall(k: number, scope: Scope = whole, state?: CallState, takenBack?: true): Forfall {
  const call = { varaId: 'v', varaName: 'Vera', askedAt: NOW, answerBy: NOW };
  const seatId = `seat-m${k}`;
  const calls = state ? [{ ...call, state }] : [];
  return { id: `${seatId}:${scope.what}`, seatId, scope, at: NOW, by: 'm', calls, ...(takenBack && { takenBack }) };
}
const over = (changes: Partial<Meeting>, of = aCommittee({ seats: seats(10), settings }), now = NOW) =>
  forecastOf(aSentMeeting([], changes), of, now);

describe('what is known of a seat', () => {
  const part: Scope = { what: 'part', to: NOW, sakIds: [] };
  test.each<[string, string, Partial<Meeting>]>([
    ['nothing was said', 'silent', {}],
    ['«Kommer»', 'comes', { answers: [said(0, true)] }],
    ['«Forfall» from before varas were called', 'away', { answers: [said(0, false)] }],
    ['forfall and nobody asked', 'away', { forfall: [forfall(0)], answers: [said(0, false)] }],
    ['a vara is asked', 'called', { forfall: [forfall(0, whole, 'asked')] }],
    ['a vara said yes', 'covered', { forfall: [forfall(0, whole, 'accepted')] }],
    ['a vara said no', 'away', { forfall: [forfall(0, whole, 'declined')] }],
    [
      'forfall that was taken back',
      'comes',
      { forfall: [forfall(0, whole, 'withdrawn', true)], answers: [said(0, true)] },
    ],
    ['forfall from a part', 'partly', { forfall: [forfall(0, part)] }],
    ['a vara for the part', 'covered', { forfall: [forfall(0, part, 'accepted')] }],
    [
      'a vara for one of two parts',
      'partly',
      { forfall: [forfall(0, part, 'accepted'), { ...forfall(0, part), id: 'seat-m0:part#2' }] },
    ],
    ['inhabil in one sak', 'comes', { forfall: [forfall(0, { what: 'sak', sakId: 'a' })], answers: [said(0, true)] }],
  ])('%s: %s', (_what, state, changes) => {
    const { deciding } = over(changes, aCommittee({ seats: seats(1), settings }));
    expect(deciding).toMatchObject({ seats: 1, [state]: 1 });
  });

  test('a vacant seat is vacant until a vara acts for it', () => {
    const { memberId: _none, ...vacant } = aSeat('m0');
    const committee = aCommittee({ seats: [vacant], settings });
    expect(over({}, committee).deciding).toMatchObject({ vacant: 1 });
    expect(over({ forfall: [forfall(0)] }, committee).deciding).toMatchObject({ vacant: 1 });
    expect(over({ forfall: [forfall(0, whole, 'accepted')] }, committee).deciding).toMatchObject({ covered: 1 });
  });
});

describe('part by part', () => {
  test('every part that is represented is counted, seats without a vote too, in the order of the seats', () => {
    const parts = ['kommune', 'bruker', 'kommune', 'fastlege'] as const;
    const mixed = seats(4, (k) => ({ represents: parts[k] ?? 'annet', voting: k !== 1 }));
    const { parts: counted, deciding } = over(
      { answers: [said(0, true), said(1, true)] },
      aCommittee({ seats: mixed, settings }),
    );
    expect(counted.map(({ part, seats, comes, silent }) => [part, seats, comes, silent])).toEqual([
      ['kommune', 2, 1, 1],
      ['bruker', 1, 1, 0],
      ['fastlege', 1, 0, 1],
    ]);
    expect(deciding).toMatchObject({ seats: 3, comes: 1, silent: 2, areVoting: true });
  });

  test('where no seat has a vote, all of them decide', () => {
    const { deciding } = over({}, aCommittee({ seats: seats(3, () => ({ voting: false })), settings }));
    expect(deciding).toMatchObject({ seats: 3, areVoting: false });
  });
});

const away = (n: number) => Array.from({ length: n }, (_, k) => forfall(k));

describe('in danger of being cancelled', () => {
  test.each([
    [5, undefined],
    [6, 'forfall'],
    [7, 'forfall'],
  ])('with %i of 10 in forfall and no quorum set: %s', (n, risk) => {
    expect(over({ forfall: away(n) })).toMatchObject({ needed: 5, possible: 10 - n, isOwnQuorum: false, risk });
  });

  test.each([
    [3, undefined],
    [4, 'forfall'],
  ])('with %i of 10 in forfall and a quorum of seven: %s', (n, risk) => {
    const committee = aCommittee({ seats: seats(10), settings: { ...settings, quorum: 7 } });
    expect(over({ forfall: away(n) }, committee)).toMatchObject({ needed: 7, isOwnQuorum: true, risk });
  });

  test('a vara who is asked may still come', () => {
    const calls = away(7).map((one, k) => (k < 2 ? forfall(k, whole, 'asked') : one));
    expect(over({ forfall: calls })).toMatchObject({ possible: 5, risk: undefined });
  });

  test('half is counted of the seats that somebody has, and rounded up', () => {
    const filled = seats(9, (k) => (k < 4 ? { memberId: undefined } : {}));
    expect(over({}, aCommittee({ seats: filled, settings }))).toMatchObject({
      needed: 3,
      possible: 5,
      risk: undefined,
    });
  });

  test('a committee without members is in no danger', () => {
    expect(over({}, aCommittee({ seats: [], settings }))).toMatchObject({ needed: 0, risk: undefined });
  });

  test('silence counts from 08 on the third working day before the meeting', () => {
    // Tuesday 14 April; Easter has passed, so it is Thursday 9 April, 06 UTC
    const near = new Date('2026-04-09T06:00:00Z');
    const answers = [0, 1, 2, 3].map((k) => said(k, true));
    const committee = aCommittee({ seats: seats(10), settings });
    expect(over({ answers }, committee, new Date(near.getTime() - 1)).risk).toBeUndefined();
    expect(over({ answers }, committee, near).risk).toBe('few');
    expect(over({ answers: [...answers, said(4, true)] }, committee, near).risk).toBeUndefined();
    expect(over({ answers, forfall: [forfall(4, whole, 'accepted')] }, committee, near).risk).toBeUndefined();
  });
});

describe('nearFrom', () => {
  test('passes over Easter', () => {
    const startsAt = new Date('2026-04-08T10:00:00Z');
    expect(nearFrom(aSentMeeting([], { startsAt }))).toEqual(new Date('2026-03-31T06:00:00Z'));
  });

  test('gives those who were called late a day to answer, from when they were called first', () => {
    const at = new Date('2026-04-10T11:00:00Z');
    const sent = { at: new Date('2026-04-12T11:00:00Z'), by: 'siv', revision: 2 };
    expect(nearFrom(aSentMeeting([], { sent: { ...sent, at } }))).toEqual(new Date('2026-04-13T06:00:00Z'));
    const history = [{ at, by: 'siv', what: 'agenda-sent' }];
    expect(nearFrom(aSentMeeting([], { sent, history }))).toEqual(new Date('2026-04-13T06:00:00Z'));
  });

  test('is not while nobody was called', () => {
    expect(nearFrom(aMeeting())).toBeUndefined();
  });
});

test('nothing is known of a meeting to which nobody was called, until somebody says something', () => {
  const committee = aCommittee({ seats: seats(2), settings });
  const known = (meeting: Meeting) => isKnown(forecastOf(meeting, committee, NOW), meeting);
  expect(known(aMeeting())).toBe(false);
  expect(known(aMeeting({ forfall: [forfall(0)] }))).toBe(true);
  expect(known(aSentMeeting([]))).toBe(true);
});
