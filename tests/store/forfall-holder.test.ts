import { describe, expect, test } from 'vitest';
import type { Scope } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { markActed } from '../../store/meeting/rules-call-answer.ts';
import { type About, holderOf, isVaraIn, seatsHeldBy, seatsOfVara } from '../../store/meeting/rules-holder.ts';
import {
  aCalledMeeting,
  aCommitteeWithVaras,
  aPart,
  assigned,
  away,
  back,
  forfallIn,
  hoursBefore,
  inhabilIn,
  says,
  WHOLE,
} from '../support/forfall.ts';
import { accepted, aSeat, NOW } from '../support/records.ts';

const { seats } = aCommitteeWithVaras();
/** Kari has forfall for each of these, and whoever is named acts there. */
function covered(...all: readonly (readonly [Scope, string?])[]): Meeting {
  return all.reduce((meeting, [scope, vara]) => {
    const reported = accepted(away(meeting, 'kari', scope));
    const { id } = reported.forfall?.at(-1) ?? { id: '' };
    return vara ? accepted(assigned(reported, vara, id)) : reported;
  }, aCalledMeeting());
}
const whoIn = (meeting: Meeting, about?: About) => {
  const holder = holderOf(meeting, 'seat-kari', about);
  return holder.by === 'vara' ? holder.call.varaId : holder.by;
};
const at = (hours: number) => ({ at: hoursBefore(-hours) });

describe('a seat', () => {
  test("is its member's until a vara has said yes, and again when there is no forfall", () => {
    expect(whoIn(aCalledMeeting())).toBe('member');
    expect(whoIn(covered([WHOLE]))).toBe('member');
    expect(whoIn(covered([WHOLE, 'vera']))).toBe('vera');
    expect(whoIn(accepted(back(covered([WHOLE, 'vera']), 'kari')))).toBe('member');
    expect(holderOf(covered([WHOLE, 'vera']), 'seat-ola')).toEqual({ by: 'member' });
  });

  test("is nobody's in a sak in which the member is inhabil, until a vara has said yes", () => {
    const sak = { sakId: 'sak-1' };
    expect(whoIn(covered([inhabilIn('sak-1')]), sak)).toBe('nobody');
    expect(whoIn(covered([inhabilIn('sak-1'), 'vera']), sak)).toBe('vera');
    expect(whoIn(covered([inhabilIn('sak-1'), 'vera']), { sakId: 'sak-2' })).toBe('member');
    expect(whoIn(covered([inhabilIn('sak-1'), 'vera']))).toBe('member');
  });

  test("is that vara's who was called for the least of the meeting", () => {
    const all = covered([WHOLE, 'walter'], [inhabilIn('sak-1'), 'ida']);
    expect(whoIn(all, { sakId: 'sak-1' })).toBe('ida');
    expect(whoIn(all, { sakId: 'sak-2' })).toBe('walter');
    const part = covered([aPart(undefined, undefined, ['sak-1']), 'pia'], [inhabilIn('sak-1')]);
    expect(whoIn(part, { sakId: 'sak-1' })).toBe('pia');
    expect(whoIn(part, { sakId: 'sak-2' })).toBe('member');
    expect(whoIn(part, at(1))).toBe('member');
    expect(whoIn(part)).toBe('member');
    expect(whoIn(covered([WHOLE, 'walter'], [inhabilIn('sak-1')]), { sakId: 'sak-1' })).toBe('walter');
  });

  test("is a vara's for a part within its hours: from the first moment, until before the last", () => {
    const middle = covered([aPart(0.5, 1), 'pia']);
    expect([0, 0.4, 0.5, 0.9, 1, 1.5].map((hours) => whoIn(middle, at(hours)))).toEqual([
      'member',
      'member',
      'pia',
      'pia',
      'member',
      'member',
    ]);
    expect(whoIn(middle, { sakId: 'sak-1' })).toBe('member');
    expect(whoIn(middle, { sakId: 'sak-1', ...at(0.5) })).toBe('pia');
    const fromOne = covered([aPart(1), 'pia']);
    expect([0.9, 1, 1.9].map((hours) => whoIn(fromOne, at(hours)))).toEqual(['member', 'pia', 'pia']);
    const untilOne = covered([aPart(undefined, 1), 'pia']);
    expect([0, 0.9, 1].map((hours) => whoIn(untilOne, at(hours)))).toEqual(['pia', 'pia', 'member']);
    // saker decide where they are named
    const named = covered([aPart(0, 1, ['sak-1']), 'pia']);
    expect(whoIn(named, { sakId: 'sak-2', ...at(0.5) })).toBe('member');
    expect(whoIn(named, { sakId: 'sak-1', ...at(1.5) })).toBe('pia');
  });
});

describe('a vara', () => {
  test('acts for the seats that they said yes to, in what they said yes to, and gets the papers', () => {
    const meeting = covered([inhabilIn('sak-1'), 'vera']);
    expect(seatsOfVara(meeting, 'vera', { sakId: 'sak-1' })).toEqual(['seat-kari']);
    expect(seatsOfVara(meeting, 'vera')).toEqual([]);
    expect(seatsOfVara(meeting, 'odd', { sakId: 'sak-1' })).toEqual([]);
    expect(isVaraIn(meeting, 'vera')).toBe(true);
    expect(isVaraIn(meeting, 'odd')).toBe(false);
    expect(isVaraIn(accepted(away(aCalledMeeting(), 'kari')), 'vera')).toBe(false);
    expect(isVaraIn(aCalledMeeting(), 'vera')).toBe(false);
    expect(seatsOfVara(covered([WHOLE, 'vera'], [inhabilIn('sak-1'), 'vera']), 'vera')).toEqual(['seat-kari']);
  });

  test('has that seat, and its member has it not', () => {
    const whole = covered([WHOLE, 'vera']);
    expect(seatsHeldBy(whole, seats, 'vera')).toEqual(['seat-kari']);
    expect(seatsHeldBy(whole, seats, 'kari')).toEqual([]);
    expect(seatsHeldBy(whole, seats, 'ola')).toEqual(['seat-ola']);
    expect(seatsHeldBy(covered([WHOLE]), seats, 'kari')).toEqual(['seat-kari']);
    const inhabil = covered([inhabilIn('sak-1')]);
    expect(seatsHeldBy(inhabil, seats, 'kari', { sakId: 'sak-1' })).toEqual([]);
    expect(seatsHeldBy(inhabil, seats, 'kari', { sakId: 'sak-2' })).toEqual(['seat-kari']);
    const two = [aSeat('kari'), aSeat('kari', { id: 'seat-2' })];
    expect(seatsHeldBy(whole, two, 'kari')).toEqual(['seat-2']);
  });

  test('has acted once they vote: written once, for what they act in', () => {
    const act = (meeting: Meeting, personId: string, about?: About, now = NOW) =>
      markActed(meeting, { seatId: 'seat-kari', personId, ...(about && { about }) }, now);
    const both = covered([WHOLE, 'vera'], [inhabilIn('sak-1'), 'viggo']);
    const once = accepted(act(both, 'viggo', { sakId: 'sak-1' }));
    expect(forfallIn(once, 'seat-kari:sak:sak-1').calls.at(-1)).toMatchObject({ varaId: 'viggo', actedAt: NOW });
    expect(forfallIn(once).calls.at(-1)).not.toHaveProperty('actedAt');
    expect(accepted(act(once, 'viggo', { sakId: 'sak-1' }, hoursBefore(0)))).toBe(once);
    for (const personId of ['viggo', 'kari', 'ola'])
      expect(act(once, personId)).toEqual({ ok: false, refusal: 'seat-moved' });
    expect(act(aCalledMeeting(), 'kari')).toEqual({ ok: false, refusal: 'seat-moved' });
  });

  test('who has acted does not give the seat up', () => {
    const acted = accepted(markActed(covered([WHOLE, 'vera']), { seatId: 'seat-kari', personId: 'vera' }, NOW));
    expect(says(acted, 'vera', false)).toEqual({ ok: false, refusal: 'vara-has-acted' });
    expect(accepted(says(acted, 'vera', true))).toBe(acted);
    expect(whoIn(accepted(assigned(acted, 'viggo')))).toBe('viggo');
  });
});
