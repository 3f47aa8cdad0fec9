import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../store/meeting/record.ts';
import { holderOf, isInhabil } from '../../store/meeting/rules-holder.ts';
import {
  aCalledMeeting,
  aCommitteeWithVaras,
  acted,
  aPart,
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
  WHOLE,
} from '../support/forfall.ts';
import { accepted, NOW } from '../support/records.ts';

const later = new Date(NOW.getTime() + 60_000);
const sat = { attendance: [{ seatId: 'seat-kari', present: true, vara: { name: 'Vera' } }] };

describe('forfall', () => {
  test('is reported by the member, or on their behalf by the secretariat or the chair, and the member is told', () => {
    for (const by of ['siv', 'lise']) {
      const meeting = accepted(away(aCalledMeeting(), 'kari', WHOLE, { by }));
      expect(forfallIn(meeting)).toMatchObject({ seatId: 'seat-kari', scope: WHOLE, at: NOW, by });
      expect(cardsIn(meeting)).toEqual(['own-forfall to kari', 'call-in to vera']);
      expect(meeting.answers).toEqual([{ seatId: 'seat-kari', comes: false, at: NOW, by }]);
    }
    expect(away(aCalledMeeting(), 'kari', WHOLE, { by: 'ola' })).toEqual({ ok: false, refusal: 'not-your-seat' });
    expect(away(aCalledMeeting(), 'kari', WHOLE, { by: 'nina' })).toEqual({ ok: false, refusal: 'not-your-seat' });
  });

  test('for a seat that is gone, or in another committee, is told so', () => {
    expect(away(aCalledMeeting(), 'fremmed')).toEqual({ ok: false, refusal: 'seat-gone' });
    const of = aCommitteeWithVaras({ id: 'committee-2' });
    expect(away(aCalledMeeting(), 'kari', WHOLE, { of })).toEqual({ ok: false, refusal: 'seat-gone' });
  });

  test.each([
    ['held', { state: 'held' }],
    ['cancelled', { state: 'cancelled' }],
    ['over', { endsAt: NOW }],
  ] as const)('from a meeting that is %s is told so', (_what, changes) => {
    expect(away(aCalledMeeting(changes), 'kari')).toEqual({ ok: false, refusal: 'meeting-over' });
  });

  test('reported again is the same, by whomever', () => {
    expect(accepted(away(kariAway(), 'kari', WHOLE, { now: later }))).toEqual(kariAway());
    const once = kariAway();
    expect(accepted(away(once, 'kari', WHOLE, { by: 'siv' }))).toBe(once);
    const part = accepted(away(aCalledMeeting(), 'kari', aPart(0, 1, ['sak-1', 'sak-2'])));
    expect(accepted(away(part, 'kari', aPart(0, 1, ['sak-2', 'sak-1', 'sak-2'])))).toBe(part);
    const sak = accepted(away(aCalledMeeting(), 'kari', inhabilIn('sak-1')));
    expect(accepted(away(sak, 'kari', inhabilIn('sak-1')))).toBe(sak);
  });

  test('is told where the committee reads it', () => {
    const shared = { serviceUrl: 'https://a.example/', conversationId: 'c', activityId: 'a' };
    const updates = ({ outbox }: Meeting) => outbox.filter(({ kind }) => kind === 'shared-card-update').length;
    const meeting = accepted(away(aCalledMeeting({ shared }), 'kari'));
    expect(updates(meeting)).toBe(1);
    expect(updates(accepted(says(delivered(meeting), 'vera', true)))).toBe(1);
    expect(updates(accepted(says(delivered(meeting), 'vera', false)))).toBe(1);
    expect(updates(accepted(back(delivered(meeting), 'kari')))).toBe(1);
  });

  test('moves no seat before somebody has said yes, but takes the sak from whoever is inhabil', () => {
    expect(seatsMoved(accepted(away(aCalledMeeting(), 'kari')))).toEqual([]);
    const inhabil = accepted(away(aCalledMeeting(), 'kari', inhabilIn('sak-1')));
    expect(seatsMoved(inhabil)).toEqual(['seat-kari']);
    expect(inhabil.answers).toEqual([]);
    const news = ({ outbox }: Meeting) => outbox.filter(({ kind }) => kind === 'sak-told');
    const recused = { what: 'recused', meetingId: 'meeting-1', seatId: 'seat-kari', isRecused: true };
    expect(news(inhabil)).toMatchObject([{ sakId: 'sak-1', news: recused }]);
    const not = accepted(back(delivered(inhabil), 'kari', { forfallIds: ['seat-kari:sak:sak-1'] }));
    expect(news(not)).toMatchObject([{ sakId: 'sak-1', news: { ...recused, isRecused: false } }]);
    expect(news(kariAway())).toEqual([]);
    expect(isInhabil(inhabil, 'seat-kari', 'sak-1')).toBe(true);
    for (const [seatId, sakId] of [
      ['seat-ola', 'sak-1'],
      ['seat-kari', 'sak-2'],
    ] as const)
      expect(isInhabil(inhabil, seatId, sakId)).toBe(false);
    expect([isInhabil(not, 'seat-kari', 'sak-1'), isInhabil(kariAway(), 'seat-kari', 'sak-1')]).toEqual([false, false]);
    expect(inhabil.history[0]).toMatchObject({ what: 'forfall-sak' });
  });

  test('of a part is for saker on the agenda, or for hours within the meeting', () => {
    const report = (...part: Parameters<typeof aPart>) => away(aCalledMeeting(), 'kari', aPart(...part));
    for (const part of [
      aPart(0, 1),
      aPart(1),
      aPart(undefined, 1),
      aPart(0, 2),
      aPart(undefined, undefined, ['sak-2']),
    ])
      expect(away(aCalledMeeting(), 'kari', part)).toMatchObject({ ok: true });
    for (const refused of [
      report(),
      report(-1, 1),
      report(1, 3),
      report(1, 1),
      report(1.5, 1),
      report(2),
      report(undefined, 0),
    ])
      expect(refused).toEqual({ ok: false, refusal: 'part-outside' });
    expect(report(0, 1, ['sak-1', 'sak-9'])).toEqual({ ok: false, refusal: 'sak-not-on-agenda' });
    expect(away(aCalledMeeting(), 'kari', inhabilIn('sak-9'))).toEqual({ ok: false, refusal: 'sak-not-on-agenda' });
  });
});

describe('forfall for other hours than before', () => {
  test('takes the place of what was said, and the vara is asked anew in one message', () => {
    const part = delivered(accepted(away(kariAway(), 'kari', aPart(1))));
    expect(forfallIn(part)).toMatchObject({ takenBack: true });
    expect(callsOf(part)).toEqual([['vera', 'withdrawn']]);
    expect(callsOf(part, 'seat-kari:part')).toEqual([['vera', 'asked']]);
    // whoever is away for a part comes to the rest
    expect(part.answers).toMatchObject([{ seatId: 'seat-kari', comes: true }]);
    const changed = accepted(away(part, 'kari', aPart(0, 1)));
    expect(forfallIn(changed, 'seat-kari:part')).toMatchObject({ takenBack: true, scope: aPart(1) });
    expect(forfallIn(changed, 'seat-kari:part#2')).toMatchObject({ scope: aPart(0, 1) });
    expect(cardsTo(changed, 'vera')).toMatchObject([{ view: { forfallId: 'seat-kari:part#2' } }]);
    const third = accepted(away(changed, 'kari', aPart(0, 1.5)));
    expect(forfallIn(third, 'seat-kari:part#3')).not.toHaveProperty('takenBack');
    const whole = accepted(away(third, 'kari'));
    expect(forfallIn(whole)).not.toHaveProperty('takenBack');
    expect(whole.answers).toMatchObject([{ comes: false }]);
    expect(whole.forfall?.filter(({ takenBack }) => !takenBack)).toHaveLength(1);
  });

  test('is not what somebody said yes to: an old card says so, and nobody holds the seat', () => {
    const changed = accepted(away(veraActs(), 'kari', aPart(1)));
    expect(says(changed, 'vera', true)).toEqual({ ok: false, refusal: 'call-withdrawn' });
    expect(holderOf(changed, 'seat-kari', { at: aCalledMeeting().endsAt })).toEqual({ by: 'member' });
    expect(seatsMoved(changed)).toEqual(['seat-kari']);
    expect(seatsMoved(accepted(away(kariAway(), 'kari', aPart(1))))).toEqual([]);
  });

  test('is asked of those who said no to other hours, and not of those who said no to these', () => {
    const no = accepted(says(kariAway(), 'vera', false));
    const part = accepted(away(no, 'kari', aPart(1)));
    expect(callsOf(part, 'seat-kari:part')).toEqual([['vera', 'asked']]);
    const whole = accepted(away(part, 'kari'));
    expect(callsOf(whole)).toEqual([
      ['vera', 'declined'],
      ['viggo', 'asked'],
    ]);
  });

  test('leaves inhabilitet as it is', () => {
    const both = accepted(away(accepted(away(aCalledMeeting(), 'kari', inhabilIn('sak-1'))), 'kari', aPart(1)));
    const whole = accepted(away(both, 'kari'));
    expect(whole.forfall?.filter(({ takenBack }) => !takenBack).map(({ id }) => id)).toEqual([
      'seat-kari:sak:sak-1',
      'seat-kari:whole',
    ]);
    const two = accepted(away(whole, 'kari', inhabilIn('sak-2')));
    expect(two.forfall?.filter(({ takenBack }) => !takenBack)).toHaveLength(3);
    const ola = accepted(away(whole, 'ola'));
    expect(ola.forfall?.filter(({ takenBack }) => !takenBack)).toHaveLength(3);
  });

  test("is not the member's to say once the vara has acted", () => {
    expect(away(acted(veraActs()), 'kari', aPart(1))).toEqual({ ok: false, refusal: 'vara-has-acted' });
    expect(away(acted(veraActs()), 'kari', aPart(1), { by: 'siv' })).toMatchObject({ ok: true });
    expect(away({ ...veraActs(), ...sat }, 'kari', aPart(1), { by: 'siv' })).toEqual({
      ok: false,
      refusal: 'vara-was-there',
    });
    expect(away(acted(veraActs()), 'kari', inhabilIn('sak-1'))).toMatchObject({ ok: true });
    expect(away({ ...aCalledMeeting(), ...sat }, 'kari')).toMatchObject({ ok: true });
  });
});

describe('why there is forfall', () => {
  const reasons = { sykdom: 0, kollisjon: 0, annet: 0 };

  test('is counted, and stands nowhere near a person', () => {
    const first = accepted(away(aCalledMeeting(), 'kari', WHOLE, { reason: 'sykdom' }));
    expect(first.reasons).toEqual({ ...reasons, sykdom: 1 });
    const both = accepted(away(first, 'ola', WHOLE, { reason: 'sykdom' }));
    expect(accepted(away(both, 'per', WHOLE, { reason: 'annet' })).reasons).toEqual({
      sykdom: 2,
      kollisjon: 0,
      annet: 1,
    });
    const { reasons: _counts, ...rest } = first;
    expect(JSON.stringify(rest)).not.toContain('sykdom');
    expect(kariAway()).not.toHaveProperty('reasons');
  });

  test('is counted once for a seat, also when it is said again, later, or of other hours', () => {
    const silent = kariAway();
    const said = accepted(away(silent, 'kari', WHOLE, { reason: 'kollisjon' }));
    expect(said.reasons).toEqual({ ...reasons, kollisjon: 1 });
    expect(said.history).toEqual(silent.history);
    expect(accepted(away(said, 'kari', WHOLE, { reason: 'kollisjon' }))).toBe(said);
    const part = accepted(away(said, 'kari', aPart(1), { reason: 'annet' }));
    const again = accepted(away(accepted(back(part, 'kari')), 'kari', WHOLE, { reason: 'sykdom' }));
    expect(again.reasons).toEqual({ ...reasons, kollisjon: 1 });
    const silentOla = accepted(away(said, 'ola'));
    expect(accepted(away(silentOla, 'ola', WHOLE, { reason: 'annet' })).reasons).toMatchObject({ annet: 1 });
    const first = accepted(away(accepted(away(kariAway(), 'ola')), 'ola', WHOLE, { reason: 'annet' }));
    expect(accepted(away(first, 'kari', WHOLE, { reason: 'annet' })).reasons).toMatchObject({ annet: 2 });
  });
});
