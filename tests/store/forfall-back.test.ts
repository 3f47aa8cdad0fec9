import { describe, expect, test } from 'vitest';
import { holderOf } from '../../store/meeting/rules-holder.ts';
import {
  aCalledMeeting,
  aCommitteeWithVaras,
  acted,
  assigned,
  away,
  back,
  callsOf,
  cardsIn,
  cardsTo,
  delivered,
  forfallIn,
  inhabilIn,
  kariAway,
  says,
  seatsMoved,
  veraActs,
} from '../support/forfall.ts';
import { accepted, NOW } from '../support/records.ts';

const later = new Date(NOW.getTime() + 60_000);
const sat = { attendance: [{ seatId: 'seat-kari', present: true, vara: { name: 'Vera' } }] };

describe('«Jeg kan likevel»', () => {
  test('takes the seat back in one click, and whoever heard of the vara is told', () => {
    const meeting = accepted(back(veraActs(), 'kari', { now: later }));
    expect(holderOf(meeting, 'seat-kari')).toEqual({ by: 'member' });
    expect(callsOf(meeting)).toEqual([['vera', 'withdrawn']]);
    expect(meeting.answers).toEqual([{ seatId: 'seat-kari', comes: true, at: later, by: 'kari' }]);
    expect(cardsIn(meeting)).toEqual(['call-in to vera', 'forfall-status to lise', 'forfall-status to siv']);
    expect(seatsMoved(meeting)).toEqual(['seat-kari']);
    expect(meeting.history.at(-1)).toEqual({ at: later, by: 'kari', what: 'forfall-taken-back', seatId: 'seat-kari' });
  });

  test('before anybody said yes is told to whoever was asked, and to nobody else', () => {
    const meeting = accepted(back(kariAway(), 'kari'));
    expect(cardsIn(meeting)).toEqual(['call-in to vera']);
    expect(seatsMoved(meeting)).toEqual([]);
    expect(meeting).not.toHaveProperty('callDueAt');
    // nor to a vara whose card was not sent yet
    expect(cardsIn(accepted(back(accepted(away(aCalledMeeting(), 'kari')), 'kari')))).toEqual([]);
    // nor to one who has said no
    const no = delivered(accepted(says(kariAway(), 'vera', false)));
    expect(cardsIn(accepted(back(no, 'kari')))).toEqual(['call-in to viggo']);
    // but to one who said yes by telephone, and whose card was not sent yet
    expect(cardsTo(accepted(back(accepted(assigned(kariAway(), 'frida')), 'kari')), 'frida')).toHaveLength(1);
    const onBehalf = accepted(back(kariAway(), 'kari', { by: 'siv' }));
    expect(cardsIn(onBehalf)).toEqual(['call-in to vera', 'own-forfall to kari']);
  });

  test('is told to those who were told that nobody was left', () => {
    const dry = delivered(accepted(away(aCalledMeeting(), 'per')));
    const meeting = accepted(back(dry, 'per'));
    expect(cardsIn(meeting)).toEqual(['forfall-status to lise', 'forfall-status to siv']);
    expect(forfallIn(meeting, 'seat-per:whole')).not.toHaveProperty('dryAt');
    expect(forfallIn(accepted(away(meeting, 'per')), 'seat-per:whole').dryAt).toEqual(NOW);
  });

  test('after which there is forfall again asks those who were called off, and not those who said no', () => {
    const again = accepted(away(accepted(back(veraActs(), 'kari')), 'kari'));
    expect(callsOf(again)).toEqual([['vera', 'asked']]);
    expect(again.forfall).toHaveLength(1);
    const no = accepted(says(kariAway(), 'vera', false));
    expect(callsOf(accepted(away(accepted(back(no, 'kari')), 'kari')))).toContainEqual(['vera', 'declined']);
  });

  test('is too late once the vara has acted: only the secretariat moves the seat then, and the chair where there is none', () => {
    expect(back(acted(veraActs()), 'kari')).toEqual({ ok: false, refusal: 'vara-has-acted' });
    expect(back(acted(veraActs()), 'kari', { by: 'siv' })).toMatchObject({ ok: true });
    expect(back(acted(veraActs()), 'kari', { by: 'lise' })).toEqual({ ok: false, refusal: 'vara-has-acted' });
    const alone = aCommitteeWithVaras({ roles: { chairId: 'lise', secretariatIds: [] } });
    expect(back(acted(veraActs()), 'kari', { by: 'lise', of: alone })).toMatchObject({ ok: true });
    const chair = aCommitteeWithVaras({ roles: { chairId: 'kari', secretariatIds: ['siv'] } });
    expect(back(acted(veraActs()), 'kari', { of: chair })).toEqual({ ok: false, refusal: 'vara-has-acted' });
    const secretary = aCommitteeWithVaras({ roles: { secretariatIds: ['kari'] } });
    expect(back(acted(veraActs()), 'kari', { of: secretary })).toMatchObject({ ok: true });
  });

  test("is nobody's once a vara was registered in the seat", () => {
    for (const by of ['kari', 'siv'])
      expect(back({ ...veraActs(), ...sat }, 'kari', { by })).toEqual({ ok: false, refusal: 'vara-was-there' });
    const other = {
      attendance: [
        { ...sat.attendance[0], seatId: 'seat-ola', present: true },
        { seatId: 'seat-kari', present: true },
      ],
    };
    expect(back({ ...veraActs(), ...other }, 'kari')).toMatchObject({ ok: true });
  });

  test('is said by those who may, of what there is', () => {
    expect(back(kariAway(), 'kari', { by: 'ola' })).toEqual({ ok: false, refusal: 'not-your-seat' });
    expect(back(kariAway(), 'fremmed', { by: 'siv' })).toEqual({ ok: false, refusal: 'not-your-seat' });
    expect(back(kariAway(), 'ola')).toEqual({ ok: false, refusal: 'no-forfall' });
    expect(back(accepted(back(kariAway(), 'kari')), 'kari')).toEqual({ ok: false, refusal: 'no-forfall' });
  });

  test('leaves inhabilitet unless that is what is meant', () => {
    const both = accepted(away(accepted(away(aCalledMeeting(), 'kari')), 'kari', inhabilIn('sak-1')));
    const whole = accepted(back(both, 'kari'));
    expect(whole.forfall?.filter(({ takenBack }) => !takenBack).map(({ id }) => id)).toEqual(['seat-kari:sak:sak-1']);
    const sak = accepted(back(delivered(both), 'kari', { forfallIds: ['seat-kari:sak:sak-1'] }));
    expect(sak.forfall?.filter(({ takenBack }) => !takenBack).map(({ id }) => id)).toEqual(['seat-kari:whole']);
    expect(sak.answers).toMatchObject([{ comes: false }]);
    expect(seatsMoved(sak)).toEqual(['seat-kari']);
    const all = delivered(accepted(says(both, 'vera', true)));
    const ids = ['seat-kari:whole', 'seat-kari:sak:sak-1'];
    const none = accepted(back(all, 'kari', { forfallIds: ids }));
    expect(none.answers).toMatchObject([{ comes: true }]);
    expect(cardsTo(none, 'siv')).toHaveLength(1);
    expect(seatsMoved(none)).toEqual(['seat-kari']);
  });

  test('after the meeting says nothing of who came', () => {
    const meeting = accepted(back({ ...veraActs(), state: 'held' }, 'kari'));
    expect(meeting.answers).toMatchObject([{ comes: false }]);
    expect(holderOf(meeting, 'seat-kari')).toEqual({ by: 'member' });
  });
});
