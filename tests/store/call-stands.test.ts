import { describe, expect, test } from 'vitest';
import type { Call, CallState, Forfall } from '../../store/meeting/forfall.ts';
import { callStanding, isCalledIn } from '../../store/meeting/rules-call-stands.ts';
import { withVaras } from '../support/forfall-room.ts';
import { aMeeting } from '../support/meetings.ts';
import { NOW } from '../support/records.ts';

const later = new Date(NOW.getTime() + 60_000);

const aCall = (varaId: string, state: CallState, changes: Partial<Call> = {}): Call => ({
  varaId,
  varaName: varaId,
  askedAt: NOW,
  answerBy: later,
  state,
  ...changes,
});
const aForfall = (calls: Call[], changes: Partial<Forfall> = {}): Forfall => ({
  id: 'seat-kari:whole',
  seatId: 'seat-kari',
  scope: { what: 'whole' },
  at: NOW,
  by: 'kari',
  calls,
  ...changes,
});

function stands(
  call: Call,
  {
    forfall = {},
    meeting = {},
    others = [] as Call[],
    now = NOW,
  }: Partial<{
    forfall: Partial<Forfall>;
    meeting: object;
    others: Call[];
    now: Date;
  }> = {},
) {
  const own = aForfall([call, ...others], forfall);
  return callStanding(aMeeting({ forfall: [own], ...meeting }), withVaras(), own, call, now);
}

describe('a call-in', () => {
  test.each([
    ['asked', 'asked'],
    ['accepted', 'accepted'],
    ['declined', 'declined'],
    ['elsewhere', 'elsewhere'],
    ['timed-out', 'late'],
    ['unreached', 'late'],
    ['withdrawn', 'changed'],
  ] as const)('that is %s stands as «%s»', (state, expected) => {
    expect(stands(aCall('vera', state))).toBe(expected);
  });

  test('is covered once another vara has said yes, however it was answered', () => {
    const others = [aCall('vidar', 'accepted')];
    for (const state of ['asked', 'declined', 'timed-out', 'withdrawn'] as const)
      expect(stands(aCall('vera', state), { others })).toBe('covered');
  });

  test('is over with its meeting, and cancelled with it', () => {
    expect(stands(aCall('vera', 'asked'), { now: aMeeting().endsAt })).toBe('over');
    expect(stands(aCall('vera', 'accepted'), { meeting: { state: 'held' } })).toBe('over');
    expect(stands(aCall('vera', 'accepted'), { meeting: { state: 'cancelled' }, now: aMeeting().endsAt })).toBe(
      'cancelled',
    );
  });

  test('that was taken back says whether the member comes, the meeting was moved, or something else was reported', () => {
    const back = (seatId: string, at = later) => ({ at, by: 'kari', what: 'forfall-taken-back', seatId });
    const asked = aCall('vera', 'withdrawn');
    const forfall = { takenBack: true as const };
    expect(stands(asked, { forfall, meeting: { history: [back('seat-kari')] } })).toBe('member-comes');
    expect(stands(asked, { forfall, meeting: { history: [back('seat-ola')] } })).toBe('changed');
    const before = [back('seat-kari', new Date(NOW.getTime() - 1))];
    expect(stands(asked, { forfall, meeting: { history: before } })).toBe('changed');
    expect(stands(asked, { forfall: { ...forfall, moved: true }, meeting: { history: [back('seat-kari')] } })).toBe(
      'moved',
    );
  });

  test('is nobody’s who is vara for the seat no longer, unless the secretariat registered them', () => {
    expect(stands(aCall('nora', 'asked'))).toBe('not-vara');
    expect(stands(aCall('nora', 'asked', { registeredBy: 'siv' }))).toBe('asked');
  });
});

describe('who is called in', () => {
  const isIn = (calls: Call[], changes: Partial<Forfall> = {}) =>
    isCalledIn({ forfall: [aForfall(calls, changes)] }, 'vera');

  test('is whoever is asked, acts, or may still say yes', () => {
    expect(isIn([aCall('vera', 'asked')])).toBe(true);
    expect(isIn([aCall('vera', 'accepted')])).toBe(true);
    expect(isIn([aCall('vera', 'timed-out')])).toBe(true);
  });

  test('is nobody who said no, is needed no longer, or is somebody else', () => {
    expect(isIn([aCall('vera', 'declined')])).toBe(false);
    expect(isIn([aCall('vera', 'withdrawn')])).toBe(false);
    expect(isIn([aCall('vera', 'timed-out'), aCall('vidar', 'accepted')])).toBe(false);
    expect(isIn([aCall('vidar', 'asked')])).toBe(false);
    expect(isIn([aCall('vera', 'asked')], { takenBack: true })).toBe(false);
  });
});
