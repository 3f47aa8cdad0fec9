import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../store/meeting/record.ts';
import {
  attendanceOf,
  minutesRefusal,
  presentSeatIds,
  registerAround,
  registerPresence,
  registerVara,
} from '../../store/meeting/rules-attendance.ts';
import { aBegunMeeting } from '../support/minutes-room.ts';
import { aCommittee, accepted, NOW } from '../support/records.ts';

const committee = aCommittee();
const by = { personId: 'siv', now: NOW };
const meeting = (changes: Partial<Meeting> = {}) => aBegunMeeting([], changes);
const said = (seatId: string, comes: boolean) => ({ seatId, comes, at: NOW, by: seatId });
const rows = (of: Meeting) => attendanceOf(of, committee).map(({ seat, present }) => [seat.id, present]);
const vara = { name: 'Vera Vik', personId: 'vera' };

describe('who may write what happened in a meeting, and when', () => {
  test.each([
    ['the secretariat', 'siv', undefined],
    ['the chair', 'lise', undefined],
    ['the vice chair', 'nina', 'not-for-you'],
    ['a member', 'kari', 'not-for-you'],
  ])('%s', (_who, personId, refusal) => {
    expect(minutesRefusal(meeting(), committee, { personId, now: NOW })).toBe(refusal);
  });

  test('nobody of another committee', () => {
    expect(minutesRefusal(meeting({ committeeId: 'other' }), committee, by)).toBe('not-for-you');
  });

  test('nothing is written of a meeting that was cancelled', () => {
    expect(minutesRefusal(meeting({ state: 'cancelled' }), committee, by)).toBe('meeting-cancelled');
  });

  test('from the moment it begins, and not before', () => {
    const { startsAt } = meeting();
    const just = new Date(startsAt.getTime() - 1);
    expect(minutesRefusal(meeting(), committee, { ...by, now: startsAt })).toBeUndefined();
    expect(minutesRefusal(meeting(), committee, { ...by, now: just })).toBe('meeting-not-begun');
  });

  test('every registration obeys it', () => {
    const wrong = { ...by, personId: 'kari' };
    const refused = { ok: false, refusal: 'not-for-you' };
    expect(registerPresence(meeting(), committee, [], wrong)).toEqual(refused);
    expect(registerVara(meeting(), committee, { seatId: 'seat-kari' }, wrong)).toEqual(refused);
    expect(registerAround(meeting(), committee, { guests: [] }, wrong)).toEqual(refused);
  });
});

describe('attendance', () => {
  test('before it is registered: whoever said that they come, and nobody who said nothing', () => {
    const answers = [said('seat-kari', true), said('seat-ola', false)];
    expect(rows(meeting({ answers }))).toEqual([
      ['seat-kari', true],
      ['seat-ola', false],
      ['seat-per', false],
    ]);
    expect(presentSeatIds(meeting({ answers }))).toBeUndefined();
  });

  test('once it is registered: that, whatever was said before', () => {
    const registered = accepted(
      registerPresence(meeting({ answers: [said('seat-kari', true)] }), committee, ['seat-ola'], by),
    );
    expect(rows(registered)).toEqual([
      ['seat-kari', false],
      ['seat-ola', true],
      ['seat-per', false],
    ]);
    expect(presentSeatIds(registered)).toEqual(['seat-ola']);
    expect(registered.history.at(-1)).toMatchObject({ by: 'siv', what: 'attendance-registered', at: NOW });
  });

  test('a vacant seat is nobody’s forfall, unless a vara sat in it', () => {
    const registered = accepted(registerPresence(meeting(), committee, ['seat-kari'], by));
    const seated = accepted(registerVara(registered, committee, { seatId: 'seat-ledig', vara }, by));
    expect(rows(registered).map(([id]) => id)).not.toContain('seat-ledig');
    expect(rows(seated)).toContainEqual(['seat-ledig', true]);
  });

  test('a vara makes the seat present, goes with it, and is gone when nobody sat there', () => {
    const registered = accepted(registerPresence(meeting(), committee, ['seat-kari'], by));
    const seated = accepted(registerVara(registered, committee, { seatId: 'seat-ola', vara }, by));
    expect(seated.attendance).toContainEqual({ seatId: 'seat-ola', present: true, vara });
    expect(seated.attendance).toContainEqual({ seatId: 'seat-kari', present: true });
    expect(seated.attendance).toHaveLength(3);
    expect(seated.history.at(-1)).toMatchObject({ what: 'vara-registered', seatId: 'seat-ola' });
    const kept = accepted(registerPresence(seated, committee, ['seat-ola'], by));
    expect(kept.attendance).toContainEqual({ seatId: 'seat-ola', present: true, vara });
    const gone = accepted(registerPresence(kept, committee, ['seat-kari'], by));
    expect(gone.attendance).toContainEqual({ seatId: 'seat-ola', present: false });
    const taken = accepted(registerVara(kept, committee, { seatId: 'seat-ola' }, by));
    expect(taken.attendance).toContainEqual({ seatId: 'seat-ola', present: false });
  });

  test('a vara is registered for a seat of the committee, after presence', () => {
    expect(registerVara(meeting(), committee, { seatId: 'seat-ola', vara }, by)).toMatchObject({
      refusal: 'presence-first',
    });
    const registered = accepted(registerPresence(meeting(), committee, [], by));
    expect(registerVara(registered, committee, { seatId: 'x', vara }, by)).toMatchObject({ refusal: 'seat-gone' });
  });
});

describe('what stands around the saker', () => {
  test('is replaced as a whole: what is left out is taken away', () => {
    const full = accepted(
      registerAround(
        meeting(),
        committee,
        { ledBy: 'Lise', minuteTaker: 'Siv', nextMeetingOn: '2026-04-14', guests: [{ name: 'Eva' }] },
        by,
      ),
    );
    expect(full).toMatchObject({
      ledBy: 'Lise',
      minuteTaker: 'Siv',
      nextMeetingOn: '2026-04-14',
      guests: [{ name: 'Eva' }],
    });
    expect(full.history.at(-1)).toMatchObject({ what: 'participants-registered' });
    const empty = accepted(registerAround(full, committee, { guests: [] }, by));
    expect(empty.guests).toEqual([]);
    for (const field of ['ledBy', 'minuteTaker', 'nextMeetingOn']) expect(empty).not.toHaveProperty(field);
  });
});
