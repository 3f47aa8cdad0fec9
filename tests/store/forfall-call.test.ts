import { describe, expect, test } from 'vitest';
import { callOn } from '../../store/meeting/rules-call.ts';
import { noteCallUnreached } from '../../store/meeting/rules-call-answer.ts';
import {
  aCalledMeeting,
  aCommitteeWithVaras,
  aSeatWithVaras,
  away,
  back,
  callsOf,
  cardsIn,
  cardsTo,
  clocksAt,
  delivered,
  forfallIn,
  hoursBefore,
  inhabilIn,
  kariAway,
  lapsed,
  says,
  WHOLE,
} from '../support/forfall.ts';
import { accepted, aSeat, NOW, REAL_NOW } from '../support/records.ts';

const bothAway = () => delivered(accepted(away(kariAway(), 'ola')));
const later = new Date(NOW.getTime() + 60_000);

describe('a call-in', () => {
  test('goes to the first vara at once, with what they act in and until when they may answer', () => {
    const meeting = accepted(away(aCalledMeeting(), 'kari'));
    expect(forfallIn(meeting).calls).toEqual([
      { varaId: 'vera', varaName: 'vera', askedAt: NOW, answerBy: new Date('2026-03-03T09:00:00Z'), state: 'asked' },
    ]);
    expect(meeting.callDueAt).toEqual(new Date('2026-03-03T09:00:00Z'));
    expect(cardsTo(meeting, 'vera')).toEqual([
      {
        kind: 'personal-card',
        key: 'call:seat-kari:whole:1',
        personId: 'vera',
        view: { view: 'call-in', meetingId: 'meeting-1', forfallId: 'seat-kari:whole' },
        attempts: 0,
        dueAt: REAL_NOW,
        inWorkingHours: true,
      },
    ]);
    expect(meeting.history).toEqual([
      { at: NOW, by: 'kari', what: 'forfall-whole', seatId: 'seat-kari' },
      { at: NOW, by: 'bot', what: 'vara-called', seatId: 'seat-kari', onBehalfOf: 'vera' },
    ]);
  });

  test('goes to one vara for each forfall, in their order, and to nobody of the other seats', () => {
    const meeting = accepted(away(aCalledMeeting(), 'kari'));
    expect(cardsIn(meeting)).toEqual(['call-in to vera']);
    const settled = delivered(meeting);
    expect(callOn(settled, aCommitteeWithVaras(), 'siv', clocksAt())).toBe(settled);
  });

  test('goes to the next one at a no, and to nobody at a yes', () => {
    const no = accepted(says(kariAway(), 'vera', false));
    expect(callsOf(no)).toEqual([
      ['vera', 'declined'],
      ['viggo', 'asked'],
    ]);
    expect(cardsIn(no)).toEqual(['call-in to viggo']);
    expect(no.history.slice(-2)).toEqual([
      { at: NOW, by: 'vera', what: 'vara-declined', seatId: 'seat-kari' },
      { at: NOW, by: 'bot', what: 'vara-called', seatId: 'seat-kari', onBehalfOf: 'viggo' },
    ]);
    const yes = accepted(says(no, 'viggo', true));
    expect(callsOf(yes)).toEqual([
      ['vera', 'declined'],
      ['viggo', 'accepted'],
    ]);
    expect(yes.callDueAt).toBeUndefined();
  });

  test('goes to the next one when there is no answer in time, not before', () => {
    const due = new Date('2026-03-03T09:00:00Z');
    expect(lapsed(kariAway(), new Date(due.getTime() - 1))).toEqual({ ok: false, refusal: 'not-due' });
    const silent = accepted(lapsed(kariAway(), due));
    expect(callsOf(silent)).toEqual([
      ['vera', 'timed-out'],
      ['viggo', 'asked'],
    ]);
    expect(silent.callDueAt).toEqual(new Date('2026-03-04T09:00:00Z'));
    expect(silent.history.slice(-2)).toMatchObject([
      { at: due, by: 'bot', what: 'vara-timed-out', seatId: 'seat-kari', onBehalfOf: 'vera' },
      { what: 'vara-called', onBehalfOf: 'viggo' },
    ]);
    expect(lapsed(silent, due)).toEqual({ ok: false, refusal: 'not-due' });
    const no = accepted(says(kariAway(), 'vera', false));
    expect(callsOf(accepted(lapsed(no, due)))).toEqual([
      ['vera', 'declined'],
      ['viggo', 'timed-out'],
    ]);
  });

  test('is due when the first answer is, whichever seat it is for', () => {
    const soon = accepted(away(bothAway(), 'kari', inhabilIn('sak-1'), { now: hoursBefore(20) }));
    expect(soon.callDueAt).toEqual(new Date('2026-03-03T09:00:00Z'));
    const lapsing = accepted(lapsed(soon, hoursBefore(19)));
    // Kari's and Ola's were due long ago, the one about the sak is not
    expect(callsOf(lapsing, 'seat-kari:sak:sak-1')).toEqual([['vera', 'asked']]);
    expect(callsOf(lapsing)).toContainEqual(['vera', 'timed-out']);
    expect(callsOf(lapsing, 'seat-ola:whole')).toContainEqual(['vera', 'timed-out']);
    expect(lapsing.callDueAt).toEqual(hoursBefore(16));
    expect(lapsed(aCalledMeeting(), NOW)).toEqual({ ok: false, refusal: 'not-due' });
  });

  test('that did not reach the vara goes to the next one at once', () => {
    const vera = { forfallId: 'seat-kari:whole', varaId: 'vera' };
    const missed = noteCallUnreached(kariAway(), aCommitteeWithVaras(), vera, clocksAt(later));
    expect(callsOf(missed)).toEqual([
      ['vera', 'unreached'],
      ['viggo', 'asked'],
    ]);
    expect(missed.history.at(-2)).toMatchObject({ by: 'bot', what: 'vara-unreached', onBehalfOf: 'vera' });
    expect(noteCallUnreached(missed, aCommitteeWithVaras(), vera, clocksAt(later))).toBe(missed);
    const viggo = { forfallId: 'seat-ola:whole', varaId: 'vera' };
    const ola = noteCallUnreached(bothAway(), aCommitteeWithVaras(), viggo, clocksAt(later));
    expect([callsOf(ola), callsOf(ola, 'seat-ola:whole')]).toEqual([
      [['vera', 'asked']],
      [
        ['vera', 'unreached'],
        ['odd', 'asked'],
      ],
    ]);
    const second = noteCallUnreached(missed, aCommitteeWithVaras(), { ...vera, varaId: 'viggo' }, clocksAt(later));
    expect(callsOf(second)).toEqual([
      ['vera', 'unreached'],
      ['viggo', 'unreached'],
    ]);
    expect(noteCallUnreached(missed, aCommitteeWithVaras(), { ...vera, forfallId: 'x' }, clocksAt(later))).toBe(missed);
    const unknown = { forfallId: 'seat-kari:whole', varaId: 'odd' };
    expect(noteCallUnreached(missed, aCommitteeWithVaras(), unknown, clocksAt(later))).toBe(missed);
    const yes = accepted(says(kariAway(), 'vera', true));
    expect(noteCallUnreached(yes, aCommitteeWithVaras(), vera, clocksAt(later))).toBe(yes);
    const taken = accepted(back(kariAway(), 'kari'));
    expect(noteCallUnreached(taken, aCommitteeWithVaras(), vera, clocksAt(later))).toBe(taken);
  });

  test('never goes to somebody with a seat of their own', () => {
    const of = aCommitteeWithVaras({ seats: [aSeatWithVaras('kari', ['ola', 'vera']), aSeat('ola')] });
    expect(callsOf(accepted(away(aCalledMeeting(), 'kari', WHOLE, { of })))).toEqual([['vera', 'asked']]);
  });

  test('goes to nobody once the meeting is over', () => {
    const { forfall } = kariAway();
    const over = { ...kariAway(), forfall: forfall?.map((one) => ({ ...one, calls: [] })) ?? [] };
    for (const meeting of [
      { ...over, state: 'held' as const },
      { ...over, state: 'cancelled' as const },
      { ...over, endsAt: NOW },
    ]) {
      const { callDueAt: _due, ...asked } = meeting;
      expect(callOn(meeting, aCommitteeWithVaras(), 'siv', clocksAt())).toEqual(asked);
    }
  });

  test('that nobody answers before a meeting was held ends like any other', () => {
    const both = accepted(away(kariAway(), 'ola', WHOLE, { now: later }));
    const held = { ...both, state: 'held' as const };
    const first = accepted(lapsed(held, new Date('2026-03-03T09:00:00Z')));
    expect(callsOf(first)).toEqual([['vera', 'timed-out']]);
    expect(callsOf(first, 'seat-ola:whole')).toEqual([['vera', 'asked']]);
    const second = accepted(lapsed(first, new Date('2026-03-03T09:01:00Z')));
    expect(callsOf(second, 'seat-ola:whole')).toEqual([['vera', 'timed-out']]);
    expect(second).not.toHaveProperty('callDueAt');
  });

  test('goes to nobody about a sak that is no longer on the agenda, or for a seat that is gone', () => {
    const inhabil = accepted(away(aCalledMeeting(), 'kari', inhabilIn('sak-1')));
    const without = { ...inhabil, items: inhabil.items.filter(({ sakId }) => sakId !== 'sak-1') };
    const no = accepted(says(without, 'vera', false, 'seat-kari:sak:sak-1'));
    expect(callsOf(no, 'seat-kari:sak:sak-1')).toEqual([['vera', 'declined']]);
    expect(forfallIn(no, 'seat-kari:sak:sak-1')).not.toHaveProperty('dryAt');
    const of = aCommitteeWithVaras({ seats: [aSeat('ola')] });
    const gone = accepted(lapsed(kariAway(), new Date('2026-03-03T09:00:00Z'), of));
    expect(callsOf(gone)).toEqual([['vera', 'timed-out']]);
    expect(cardsIn(gone)).toEqual([]);
  });

  test('goes to a vara who was named meanwhile', () => {
    const dry = delivered(accepted(away(aCalledMeeting(), 'per')));
    const of = aCommitteeWithVaras({ seats: [aSeatWithVaras('per', ['odd'])] });
    expect(callsOf(callOn(dry, of, 'siv', clocksAt()), 'seat-per:whole')).toEqual([['odd', 'asked']]);
  });

  test('goes to the varas of a vacant seat when the secretariat reports it', () => {
    const { memberId: _none, ...vacant } = aSeatWithVaras('per', ['odd']);
    const of = aCommitteeWithVaras({ seats: [vacant] });
    const meeting = accepted(away(aCalledMeeting(), 'per', WHOLE, { of, by: 'siv' }));
    expect(callsOf(meeting, 'seat-per:whole')).toEqual([['odd', 'asked']]);
    const yes = accepted(says(meeting, 'odd', true, 'seat-per:whole', { of }));
    expect(cardsIn(delivered(meeting)).length + cardsIn(yes).length).toBe(3);
    expect(cardsIn(yes)).toEqual(['call-in to odd', 'forfall-status to lise', 'forfall-status to siv']);
  });
});
