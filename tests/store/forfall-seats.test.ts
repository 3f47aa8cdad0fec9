import { describe, expect, test } from 'vitest';
import { callOn } from '../../store/meeting/rules-call.ts';
import {
  aCalledMeeting,
  aCommitteeWithVaras,
  aPart,
  aSeatWithVaras,
  assigned,
  away,
  back,
  callsOf,
  cardsIn,
  cardsTo,
  clocksAt,
  delivered,
  inhabilIn,
  kariAway,
  lapsed,
  says,
  seatsMoved,
  WHOLE,
} from '../support/forfall.ts';
import { accepted, aSeat } from '../support/records.ts';

const bothAway = () => delivered(accepted(away(kariAway(), 'ola')));

describe('a vara of several seats', () => {
  test('is asked for both, and the first yes gives the other seat to somebody else', () => {
    const both = bothAway();
    expect(callsOf(both)).toEqual([['vera', 'asked']]);
    expect(callsOf(both, 'seat-ola:whole')).toEqual([['vera', 'asked']]);
    const yes = accepted(says(both, 'vera', true, 'seat-ola:whole'));
    expect(callsOf(yes)).toEqual([
      ['vera', 'elsewhere'],
      ['viggo', 'asked'],
    ]);
    // she knows it, and is told nothing
    expect(cardsTo(yes, 'vera')).toEqual([]);
    expect(says(yes, 'vera', true)).toEqual({ ok: false, refusal: 'vara-elsewhere' });
    expect(
      cardsTo(accepted(says(accepted(away(accepted(away(aCalledMeeting(), 'kari')), 'ola')), 'vera', true)), 'vera'),
    ).toMatchObject([{ view: { forfallId: 'seat-kari:whole' } }]);
  });

  test('is not asked for another seat while they act for one, and is again when they do not', () => {
    const yes = accepted(says(kariAway(), 'vera', true));
    const ola = accepted(away(yes, 'ola'));
    expect(callsOf(ola, 'seat-ola:whole')).toEqual([['odd', 'asked']]);
    const no = accepted(says(accepted(says(ola, 'odd', false, 'seat-ola:whole')), 'vera', false));
    expect(callsOf(no, 'seat-ola:whole')).toEqual([
      ['odd', 'declined'],
      ['vera', 'asked'],
    ]);
  });

  test('who acts for one sak acts for no other seat', () => {
    const inhabil = accepted(away(aCalledMeeting(), 'kari', inhabilIn('sak-1')));
    const yes = accepted(says(inhabil, 'vera', true, 'seat-kari:sak:sak-1'));
    expect(callsOf(accepted(away(yes, 'ola')), 'seat-ola:whole')).toEqual([['odd', 'asked']]);
  });

  test('gives both up when they get a seat of their own', () => {
    const of = aCommitteeWithVaras({
      seats: [aSeatWithVaras('kari', ['vera', 'viggo']), aSeatWithVaras('ola', ['vera', 'odd']), aSeat('vera')],
    });
    expect(says(bothAway(), 'vera', true, undefined, { of })).toEqual({ ok: false, refusal: 'has-own-seat' });
    const seated = callOn(bothAway(), of, 'siv', clocksAt());
    expect(callsOf(seated)).toEqual([
      ['vera', 'elsewhere'],
      ['viggo', 'asked'],
    ]);
    expect(callsOf(seated, 'seat-ola:whole')).toContainEqual(['odd', 'asked']);
    expect(seatsMoved(seated)).toEqual([]);
    expect(cardsTo(seated, 'kari')).toEqual([]);
    const acting = delivered(accepted(says(kariAway(), 'vera', true)));
    const given = callOn(acting, of, 'siv', clocksAt());
    expect(callsOf(given)).toContainEqual(['vera', 'elsewhere']);
    expect(seatsMoved(given)).toEqual(['seat-kari']);
    expect(cardsIn(given)).toEqual([
      'call-in to vera',
      'own-forfall to kari',
      'forfall-status to lise',
      'call-in to viggo',
    ]);
    const settled = delivered(given);
    expect(callOn(settled, of, 'siv', clocksAt())).toEqual(settled);
  });
});

describe('a yes to one thing', () => {
  test('leaves what others are asked about', () => {
    const odd = accepted(says(bothAway(), 'vera', false, 'seat-ola:whole'));
    const yes = accepted(says(odd, 'vera', true));
    expect(callsOf(yes, 'seat-ola:whole')).toContainEqual(['odd', 'asked']);
    expect(cardsTo(accepted(says(delivered(odd), 'vera', true)), 'odd')).toEqual([]);
    const saker = accepted(
      away(accepted(away(aCalledMeeting(), 'kari', inhabilIn('sak-1'))), 'kari', inhabilIn('sak-2')),
    );
    const one = accepted(says(saker, 'vera', true, 'seat-kari:sak:sak-1'));
    expect(callsOf(one, 'seat-kari:sak:sak-2')).toEqual([['vera', 'asked']]);
  });

  test('that comes late to a part calls off whoever was asked about it meanwhile', () => {
    const part = accepted(away(aCalledMeeting(), 'kari', aPart(1)));
    const viggo = accepted(lapsed(part, new Date('2026-03-03T09:00:00Z')));
    expect(callsOf(accepted(says(viggo, 'vera', true, 'seat-kari:part')), 'seat-kari:part')).toEqual([
      ['vera', 'accepted'],
      ['viggo', 'withdrawn'],
    ]);
  });

  test("is welcome after a no, while nobody else has the seat, also from somebody who is nobody's vara", () => {
    const other = accepted(assigned(accepted(says(kariAway(), 'vera', true)), 'frida'));
    const free = accepted(says(other, 'frida', false));
    const gone = accepted(says(free, 'vera', false));
    expect(callsOf(gone)).toEqual([
      ['frida', 'declined'],
      ['vera', 'declined'],
      ['viggo', 'asked'],
    ]);
    expect(callsOf(accepted(says(gone, 'frida', true)))).toEqual([
      ['frida', 'accepted'],
      ['vera', 'declined'],
      ['viggo', 'withdrawn'],
    ]);
  });

  test('takes no card from those who are asked about something else, or of another seat', () => {
    const both = accepted(away(accepted(away(aCalledMeeting(), 'kari', inhabilIn('sak-1'))), 'kari'));
    expect(
      cardsTo(both, 'vera').map((card) => 'view' in card && 'forfallId' in card.view && card.view.forfallId),
    ).toEqual(['seat-kari:sak:sak-1', 'seat-kari:whole']);
    const olaBack = accepted(back(bothAway(), 'ola'));
    const kari = accepted(away(olaBack, 'kari', inhabilIn('sak-1')));
    expect(cardsTo(kari, 'vera')).toMatchObject([
      { view: { forfallId: 'seat-ola:whole' } },
      { view: { forfallId: 'seat-kari:sak:sak-1' } },
    ]);
  });
});

describe('one seat with forfall of several kinds', () => {
  test('has a vara for the one sak and another for the whole meeting', () => {
    const both = delivered(accepted(away(accepted(away(aCalledMeeting(), 'kari', inhabilIn('sak-1'))), 'kari')));
    expect(callsOf(both)).toEqual([['vera', 'asked']]);
    expect(callsOf(both, 'seat-kari:sak:sak-1')).toEqual([['vera', 'asked']]);
    const sak = accepted(says(both, 'vera', true, 'seat-kari:sak:sak-1'));
    expect(callsOf(sak)).toEqual([['vera', 'asked']]);
    const viggo = accepted(says(accepted(says(sak, 'vera', false)), 'viggo', true));
    expect(callsOf(viggo, 'seat-kari:sak:sak-1')).toEqual([['vera', 'accepted']]);
  });

  test('needs nobody else for a sak once somebody acts for more of the meeting', () => {
    const both = delivered(accepted(away(accepted(away(aCalledMeeting(), 'kari', inhabilIn('sak-1'))), 'kari')));
    const whole = accepted(says(both, 'vera', true));
    expect(callsOf(whole, 'seat-kari:sak:sak-1')).toEqual([['vera', 'withdrawn']]);
    expect(cardsTo(whole, 'vera')).toEqual([]);
    expect(accepted(says(whole, 'vera', true, 'seat-kari:sak:sak-1'))).toBe(whole);
    const no = accepted(says(whole, 'vera', false));
    // neither the whole nor the sak is covered then
    expect(callsOf(no)).toContainEqual(['viggo', 'asked']);
    expect(callsOf(no, 'seat-kari:sak:sak-1')).toEqual([['vera', 'asked']]);
  });

  test('tells another vara who was asked about the sak that they are not needed', () => {
    const inhabil = accepted(away(aCalledMeeting(), 'kari', inhabilIn('sak-1')));
    const viggoAsked = accepted(says(inhabil, 'vera', false, 'seat-kari:sak:sak-1'));
    const both = delivered(accepted(away(viggoAsked, 'kari')));
    const whole = accepted(says(both, 'vera', true));
    expect(callsOf(whole, 'seat-kari:sak:sak-1')).toEqual([
      ['vera', 'declined'],
      ['viggo', 'withdrawn'],
    ]);
    expect(cardsTo(whole, 'viggo')).toHaveLength(1);
    const late = accepted(lapsed(both, new Date('2026-03-04T09:00:00Z')));
    const covered = accepted(says(late, 'vera', true));
    expect(says(covered, 'viggo', true, 'seat-kari:sak:sak-1')).toEqual({ ok: false, refusal: 'seat-covered' });
  });

  test('has nobody else called for a sak that is in the part somebody acts for', () => {
    const part = accepted(away(aCalledMeeting(), 'kari', aPart(undefined, undefined, ['sak-1'])));
    const yes = accepted(says(part, 'vera', true, 'seat-kari:part'));
    expect(callsOf(accepted(away(yes, 'kari', inhabilIn('sak-1'))), 'seat-kari:sak:sak-1')).toEqual([]);
    expect(callsOf(accepted(away(yes, 'kari', inhabilIn('sak-2'))), 'seat-kari:sak:sak-2')).toEqual([
      ['vera', 'asked'],
    ]);
    const hours = accepted(says(accepted(away(aCalledMeeting(), 'kari', aPart(1))), 'vera', true, 'seat-kari:part'));
    expect(callsOf(accepted(away(hours, 'kari', inhabilIn('sak-1'))), 'seat-kari:sak:sak-1')).toEqual([
      ['vera', 'asked'],
    ]);
  });
});

describe('varas who are named or taken out while forfall waits', () => {
  const having = (...varas: string[]) => aCommitteeWithVaras({ seats: [aSeatWithVaras('kari', varas)] });

  test('are asked at once when nobody else is left, and what they answer is news', () => {
    const dry = delivered(
      accepted(
        says(accepted(away(aCalledMeeting(), 'kari', WHOLE, { of: having('vera') })), 'vera', false, undefined, {
          of: having('vera'),
        }),
      ),
    );
    const of = having('vera', 'odd');
    const asked = callOn(dry, of, 'bot', clocksAt());
    expect(callsOf(asked)).toEqual([
      ['vera', 'declined'],
      ['odd', 'asked'],
    ]);
    expect(cardsIn(asked)).toEqual(['call-in to odd']);
    const no = accepted(says(delivered(asked), 'odd', false, undefined, { of }));
    expect(['kari', 'lise', 'siv'].map((person) => cardsTo(no, person).length)).toEqual([1, 1, 1]);
  });

  test('wait behind whoever is asked', () => {
    expect(callsOf(callOn(kariAway(), having('odd', 'vera'), 'bot', clocksAt()))).toEqual([['vera', 'asked']]);
  });

  test('are not waited for when they are taken out, and hear that they are not needed', () => {
    const out = callOn(kariAway(), having('viggo'), 'bot', clocksAt());
    expect(callsOf(out)).toEqual([
      ['vera', 'withdrawn'],
      ['viggo', 'asked'],
    ]);
    expect(cardsTo(out, 'vera')).toMatchObject([{ view: { view: 'call-in' } }]);
  });

  test('act on where they have said yes', () => {
    const yes = delivered(accepted(says(kariAway(), 'vera', true)));
    expect(callsOf(callOn(yes, having('viggo'), 'bot', clocksAt()))).toEqual([['vera', 'accepted']]);
  });
});
