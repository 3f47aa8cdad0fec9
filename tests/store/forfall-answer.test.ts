import { describe, expect, test } from 'vitest';
import {
  aCalledMeeting,
  aCommitteeWithVaras,
  aSeatWithVaras,
  back,
  callsOf,
  cardsIn,
  cardsTo,
  delivered,
  forfallIn,
  kariAway,
  lapsed,
  says,
  seatsMoved,
} from '../support/forfall.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

const later = new Date(NOW.getTime() + 60_000);

describe('a yes', () => {
  test('gives the vara the seat: the member, the chair, the secretariat and the rounds are told', () => {
    const yes = accepted(says(kariAway(), 'vera', true, undefined, { now: later }));
    expect(forfallIn(yes).calls).toMatchObject([{ varaId: 'vera', state: 'accepted', answeredAt: later }]);
    expect(cardsIn(yes)).toEqual(['own-forfall to kari', 'forfall-status to lise', 'forfall-status to siv']);
    expect(seatsMoved(yes)).toEqual(['seat-kari']);
    expect(yes.outbox.find(({ kind }) => kind === 'seat-moved')).toMatchObject({ by: 'vera', dueAt: REAL_NOW });
    expect(yes.history.at(-1)).toEqual({
      at: later,
      by: 'vera',
      what: 'vara-accepted',
      seatId: 'seat-kari',
      onBehalfOf: 'vera',
    });
  });

  test('said again changes nothing', () => {
    const yes = accepted(says(kariAway(), 'vera', true));
    expect(accepted(says(yes, 'vera', true, undefined, { now: later }))).toBe(yes);
    expect(accepted(says(yes, 'vera', true, undefined, { now: yes.endsAt }))).toBe(yes);
    const no = accepted(says(kariAway(), 'vera', false));
    expect(accepted(says(no, 'vera', false, undefined, { now: later }))).toBe(no);
  });

  test('that comes late counts while nobody else has the seat, and whoever was asked meanwhile is told', () => {
    const silent = delivered(accepted(lapsed(kariAway(), new Date('2026-03-03T09:00:00Z'))));
    const late = accepted(says(silent, 'vera', true, undefined, { now: new Date('2026-03-03T10:00:00Z') }));
    expect(callsOf(late)).toEqual([
      ['vera', 'accepted'],
      ['viggo', 'withdrawn'],
    ]);
    expect(cardsTo(late, 'viggo')).toHaveLength(1);
    expect(late.callDueAt).toBeUndefined();
    expect(says(late, 'viggo', true)).toEqual({ ok: false, refusal: 'seat-covered' });
    const viggo = accepted(says(silent, 'viggo', true));
    expect(says(viggo, 'vera', true)).toEqual({ ok: false, refusal: 'seat-covered' });
    expect(callsOf(accepted(says(viggo, 'vera', false)))).toContainEqual(['vera', 'declined']);
  });

  test('after a no counts too, while nobody else has said it', () => {
    const changed = accepted(says(accepted(says(kariAway(), 'vera', false)), 'vera', true));
    expect(callsOf(changed)).toEqual([
      ['vera', 'accepted'],
      ['viggo', 'withdrawn'],
    ]);
    // Viggo's card was not sent yet: there is nothing to tell
    expect(cardsTo(changed, 'viggo')).toEqual([]);
  });

  test('taken back lets the next one be asked, and everybody know', () => {
    const yes = delivered(accepted(says(kariAway(), 'vera', true)));
    const no = accepted(says(yes, 'vera', false, undefined, { now: later }));
    expect(callsOf(no)).toEqual([
      ['vera', 'declined'],
      ['viggo', 'asked'],
    ]);
    expect(forfallIn(no).calls[0]?.answeredAt).toEqual(later);
    expect(cardsIn(no)).toEqual([
      'own-forfall to kari',
      'forfall-status to lise',
      'forfall-status to siv',
      'call-in to viggo',
    ]);
    expect(seatsMoved(no)).toEqual(['seat-kari']);
    expect(seatsMoved(accepted(says(kariAway(), 'vera', false)))).toEqual([]);
  });

  test('from somebody who is vara for the seat no longer is refused, and their no is not', () => {
    const of = aCommitteeWithVaras({ seats: [aSeatWithVaras('kari', ['viggo'])] });
    expect(says(kariAway(), 'vera', true, undefined, { of })).toEqual({ ok: false, refusal: 'call-withdrawn' });
    expect(callsOf(accepted(says(kariAway(), 'vera', false, undefined, { of })))).toContainEqual(['viggo', 'asked']);
    const yes = accepted(says(kariAway(), 'vera', true));
    expect(callsOf(accepted(says(yes, 'vera', false, undefined, { of })))).toContainEqual(['viggo', 'asked']);
    const elsewhere = aCommitteeWithVaras({
      seats: [aSeatWithVaras('kari', ['viggo']), aSeatWithVaras('ola', ['vera'])],
    });
    expect(says(kariAway(), 'vera', true, undefined, { of: elsewhere })).toMatchObject({ refusal: 'call-withdrawn' });
  });

  test('from somebody who was not called, or to what is over, is told so', () => {
    expect(says(kariAway(), 'viggo', true)).toEqual({ ok: false, refusal: 'not-called' });
    expect(says(kariAway(), 'vera', true, 'seat-ola:whole')).toEqual({ ok: false, refusal: 'not-called' });
    expect(says(aCalledMeeting(), 'vera', true)).toEqual({ ok: false, refusal: 'not-called' });
    const taken = accepted(back(kariAway(), 'kari'));
    for (const yes of [true, false]) expect(says(taken, 'vera', yes)).toEqual({ ok: false, refusal: 'call-withdrawn' });
    const { endsAt } = kariAway();
    for (const yes of [true, false]) {
      expect(says(kariAway(), 'vera', yes, undefined, { now: endsAt })).toEqual({ ok: false, refusal: 'meeting-over' });
      const cancelled = { ...kariAway(), state: 'cancelled' as const };
      expect(says(cancelled, 'vera', yes)).toEqual({ ok: false, refusal: 'meeting-cancelled' });
    }
    const lastMoment = new Date(endsAt.getTime() - 1);
    expect(says(kariAway(), 'vera', true, undefined, { now: lastMoment })).toMatchObject({ ok: true });
  });
});
