import { describe, expect, test } from 'vitest';
import { countsRows, meetingCountText } from '../../cards/text/counts.ts';
import type { Forfall, Scope } from '../../store/meeting/forfall.ts';
import type { Attendance, Meeting } from '../../store/meeting/record.ts';
import { countYear, percentOf, yearOf } from '../../store/meeting/rules-counts.ts';
import { aSentMeeting } from '../support/agendas.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, aSeat, NOW } from '../support/records.ts';

const LATER = new Date('2026-05-01T10:00:00Z');
const NEXT_YEAR = new Date('2027-01-02T10:00:00Z');
const people = ['a', 'b', 'c', 'd'];
const { memberId: _none, ...vacant } = aSeat('e');
const committee = aCommittee({ seats: [...people.map((id) => aSeat(id)), vacant] });
const counted = (meetings: readonly Meeting[], now = LATER) => countYear(2026, meetings, committee, now);
const one = (meeting: Meeting, now = LATER) => counted([meeting], now).meetings[0];

function forfall(id: string, scope: Scope = { what: 'whole' }, changes: Partial<Forfall> = {}): Forfall {
  return { id: `seat-${id}:${scope.what}`, seatId: `seat-${id}`, scope, at: NOW, by: id, calls: [], ...changes };
}
const accepted = { varaId: 'v', varaName: 'Vera', askedAt: NOW, answerBy: NOW, state: 'accepted' as const };
const sat = (id: string, present: boolean, vara?: string): Attendance => ({
  seatId: `seat-${id}`,
  present,
  ...(vara && { vara: { name: vara } }),
});

describe('a meeting', () => {
  test('where it was registered who was there, that counts: absent seats, and seats in which a vara sat', () => {
    const attendance = [sat('a', true), sat('b', false), sat('c', true, 'Vera Vik'), sat('d', false)];
    const reported = [forfall('a')];
    expect(one(aMeeting({ state: 'held', attendance, forfall: reported }))).toMatchObject({
      state: 'held',
      seats: 4,
      forfall: 3,
      covered: 1,
      isRegistered: true,
    });
  });

  test('else the forfall that was reported counts, of the seats that somebody has', () => {
    const reported = [forfall('a'), forfall('b', { what: 'whole' }, { calls: [accepted] })];
    const back = forfall('c', { what: 'whole' }, { takenBack: true });
    expect(one(aMeeting({ state: 'held', forfall: [...reported, back] }))).toMatchObject({
      seats: 4,
      forfall: 2,
      covered: 1,
      isRegistered: false,
    });
  });

  test('who said «Forfall» before varas were called counts once', () => {
    const answers = [{ seatId: 'seat-a', comes: false, at: NOW, by: 'a' }];
    expect(one(aMeeting({ answers, forfall: [forfall('a')] }))).toMatchObject({ forfall: 1 });
    expect(one(aMeeting({ answers }))).toMatchObject({ forfall: 1 });
  });

  test('a seat that is gone since has had its forfall all the same', () => {
    expect(one(aMeeting({ forfall: [forfall('gone')] }))).toMatchObject({ seats: 5, forfall: 1 });
  });

  test('forfall from a part and from one sak are counted apart', () => {
    const part: Scope = { what: 'part', to: NOW, sakIds: [] };
    const reported = [
      forfall('a', part),
      forfall('a', part, { id: 'seat-a:part#2' }),
      forfall('b', { what: 'sak', sakId: 'x' }),
      forfall('b', { what: 'sak', sakId: 'y' }, { id: 'seat-b:sak:y' }),
    ];
    expect(one(aMeeting({ forfall: reported }))).toMatchObject({ forfall: 0, partly: 1, inhabil: 2 });
  });

  test.each<[string, Partial<Meeting>, Date]>([
    ['held', { state: 'held' }, LATER],
    ['held', { state: 'called', attendance: [sat('a', true)] }, LATER],
    ['cancelled', { state: 'cancelled' }, LATER],
    ['planned', { state: 'called' }, NOW],
    ['unended', { state: 'called' }, LATER],
  ])('is %s', (state, changes, now) => {
    expect(one(aMeeting(changes), now)?.state).toBe(state);
  });
});

describe('a year', () => {
  const meetings = [
    aMeeting({ state: 'held', attendance: people.map((id) => sat(id, id !== 'a')) }),
    aMeeting({ state: 'held', forfall: [forfall('a'), forfall('b', { what: 'whole' }, { calls: [accepted] })] }),
    aMeeting({ state: 'cancelled', forfall: people.map((id) => forfall(id)) }),
    aSentMeeting([], { forfall: [forfall('a')] }),
  ];

  test('sums the meetings that were held, and counts those that were cancelled', () => {
    expect(counted(meetings)).toMatchObject({
      held: 2,
      cancelled: 1,
      sum: { seats: 8, forfall: 3, covered: 1, partly: 0, inhabil: 0 },
    });
    expect(percentOf({ seats: 8, forfall: 3 })).toBe(38);
    expect(percentOf({ seats: 0, forfall: 0 })).toBeUndefined();
  });

  test('is the year in Oslo', () => {
    expect(yearOf(new Date('2026-12-31T23:30:00Z'))).toBe(2027);
  });

  test('is written as rows of the same length, with nobody’s name', () => {
    const named = aMeeting({ state: 'held', attendance: [sat('a', true, 'Vera Vik')] });
    const rows = countsRows('SSU', counted([...meetings, named]));
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([12]));
    expect(rows.at(1)).toEqual(['SSU', '2026', '14.04.2026', 'holdt', '4', '1', '0', '1', '25', '0', '0', 'oppmøte']);
    expect(rows.at(3)?.slice(3, 6)).toEqual(['avlyst', '4', '4']);
    expect(rows.at(-2)).toEqual([
      'SSU',
      '2026',
      'Sum for møter som er holdt',
      '3 møter',
      '9',
      '4',
      '2',
      '2',
      '44',
      '0',
      '0',
      '',
    ]);
    expect(rows.at(-1)).toEqual(['SSU', '2026', 'Avlyste møter', '1 møte', ...Array(8).fill('')]);
    expect(JSON.stringify(rows)).not.toContain('Vera');
  });

  test('is read as sentences', () => {
    const [first, second] = counted(meetings).meetings.map(meetingCountText);
    expect(first?.replaceAll('\u00a0', ' ')).toBe('14.04.26, holdt: forfall 1 av 4 plasser (25 %).');
    expect(second).toContain('forfall 2 av 4 plasser (50 %), 1 dekket av vara.');
  });
});

describe('the reasons that were given', () => {
  const given = (counts: readonly [number, number, number], notGiven = 0, seats = 3) => {
    const [sykdom, kollisjon, annet] = counts;
    const total = sykdom + kollisjon + annet;
    const reports = Array.from({ length: total + notGiven }, (_, n) =>
      forfall(`s${n % seats}`, { what: 'whole' }, { id: `${n}`, ...(n < total && { reasonCounted: true as const }) }),
    );
    return [aMeeting({ forfall: reports, reasons: { sykdom, kollisjon, annet } })];
  };

  test('are summed over a year that is over', () => {
    expect(counted(given([4, 3, 0], 2), NEXT_YEAR).reasons).toEqual({ sykdom: 4, kollisjon: 3, rest: 2 });
    const rows = countsRows('SSU', counted(given([4, 3, 0], 2), NEXT_YEAR)).slice(-3);
    expect(rows.map((row) => [row[2], row[5]])).toEqual([
      ['Årsak: sykdom', '4'],
      ['Årsak: kolliderende møte', '3'],
      ['Årsak: øvrige og ikke oppgitt', '2'],
    ]);
  });

  test('are not shown while the year runs: the newest one would be somebody’s', () => {
    expect(counted(given([4, 3, 0], 2)).reasons).toBeUndefined();
  });

  test('that were given fewer than three times are counted with those not given', () => {
    expect(counted(given([3, 2, 1], 1), NEXT_YEAR).reasons).toEqual({ sykdom: 3, rest: 4 });
  });

  test('are not shown where the third seat had forfall at a time that the meeting was moved from', () => {
    const moved = forfall('s9', { what: 'whole' }, { id: 'moved', takenBack: true, moved: true, reasonCounted: true });
    const other = aMeeting({ forfall: [moved] });
    expect(counted([...given([4, 3, 0], 2, 2), other], NEXT_YEAR).reasons).toBeUndefined();
  });

  test.each<[string, readonly [number, number, number], number, number]>([
    ['fewer than three seats had forfall', [4, 3, 0], 2, 2],
    ['all gave the same', [6, 0, 0], 0, 3],
    ['none was given three times', [2, 2, 2], 3, 3],
  ])('are not shown where %s', (_what, counts, notGiven, seats) => {
    expect(counted(given(counts, notGiven, seats), NEXT_YEAR).reasons).toBeUndefined();
  });
});
