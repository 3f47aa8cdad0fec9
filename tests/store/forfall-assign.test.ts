import { describe, expect, test } from 'vitest';
import {
  aCommitteeWithVaras,
  assigned,
  away,
  back,
  callsOf,
  cardsIn,
  cardsTo,
  delivered,
  forfallIn,
  kariAway,
  says,
  seatsMoved,
} from '../support/forfall.ts';
import { accepted, NOW } from '../support/records.ts';

const bothAway = () => delivered(accepted(away(kariAway(), 'ola')));
const later = new Date(NOW.getTime() + 60_000);

describe('the secretariat', () => {
  test('says who acts: whoever was asked is told, and whoever acts gets a card about it', () => {
    const meeting = accepted(assigned(kariAway(), 'frida', undefined, { now: later }));
    expect(forfallIn(meeting).calls).toMatchObject([
      { varaId: 'vera', state: 'withdrawn' },
      {
        varaId: 'frida',
        varaName: 'frida',
        askedAt: later,
        answerBy: later,
        answeredAt: later,
        state: 'accepted',
        registeredBy: 'siv',
      },
    ]);
    expect(cardsIn(meeting)).toEqual([
      'call-in to vera',
      'own-forfall to kari',
      'forfall-status to lise',
      'call-in to frida',
    ]);
    expect(seatsMoved(meeting)).toEqual(['seat-kari']);
    expect(meeting.history.at(-1)).toMatchObject({ by: 'siv', what: 'vara-accepted', onBehalfOf: 'frida' });
    expect(meeting).not.toHaveProperty('callDueAt');
    expect(accepted(assigned(meeting, 'frida'))).toBe(meeting);
  });

  test('puts one vara in the place of another, and the other gives way', () => {
    const yes = delivered(accepted(says(kariAway(), 'vera', true)));
    const other = accepted(assigned(yes, 'viggo'));
    expect(callsOf(other)).toEqual([
      ['vera', 'withdrawn'],
      ['viggo', 'accepted'],
    ]);
    expect(cardsTo(other, 'vera')).toHaveLength(1);
    const again = accepted(assigned(other, 'vera'));
    expect(callsOf(again)).toEqual([
      ['viggo', 'withdrawn'],
      ['vera', 'accepted'],
    ]);
    expect(accepted(says(other, 'viggo', false)).forfall).toMatchObject([
      {
        calls: [
          { varaId: 'viggo', state: 'declined' },
          { varaId: 'vera', state: 'asked' },
        ],
      },
    ]);
  });

  test('frees a vara from what else they were asked', () => {
    const meeting = accepted(assigned(bothAway(), 'vera'));
    expect(callsOf(meeting, 'seat-ola:whole')).toEqual([
      ['vera', 'elsewhere'],
      ['odd', 'asked'],
    ]);
  });

  test('is refused what cannot be', () => {
    expect(assigned(kariAway(), 'frida', undefined, { by: 'kari' })).toEqual({ ok: false, refusal: 'not-for-you' });
    const other = aCommitteeWithVaras({ id: 'committee-2' });
    expect(assigned(kariAway(), 'frida', undefined, { of: other })).toEqual({ ok: false, refusal: 'not-for-you' });
    expect(assigned(kariAway(), 'frida', undefined, { now: kariAway().endsAt })).toMatchObject({
      refusal: 'meeting-over',
    });
    expect(assigned(kariAway(), 'frida', 'seat-ola:whole')).toEqual({ ok: false, refusal: 'no-forfall' });
    expect(assigned(accepted(back(kariAway(), 'kari')), 'frida')).toEqual({ ok: false, refusal: 'no-forfall' });
    expect(assigned(kariAway(), 'ola')).toEqual({ ok: false, refusal: 'has-own-seat' });
    const vera = accepted(says(bothAway(), 'vera', true));
    expect(assigned(vera, 'vera', 'seat-ola:whole')).toEqual({ ok: false, refusal: 'vara-elsewhere' });
    expect(assigned(kariAway(), 'frida', undefined, { by: 'lise' })).toMatchObject({ ok: true });
  });
});
