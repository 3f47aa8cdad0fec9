import { describe, expect, test } from 'vitest';
import { callOn } from '../../store/meeting/rules-call.ts';
import { isDry } from '../../store/meeting/rules-holder.ts';
import {
  aCalledMeeting,
  aCommitteeWithVaras,
  away,
  callsOf,
  cardsIn,
  cardsTo,
  clocksAt,
  delivered,
  forfallIn,
  inhabilIn,
  kariAway,
  says,
  WHOLE,
} from '../support/forfall.ts';
import { accepted, aSeat, NOW, REAL_NOW } from '../support/records.ts';

const bothAway = () => delivered(accepted(away(kariAway(), 'ola')));
const later = new Date(NOW.getTime() + 60_000);

describe('a forfall that nobody is left for', () => {
  test('is one for which nobody acts or is asked, and of which that was told', () => {
    const dry = forfallIn(accepted(away(aCalledMeeting(), 'per')), 'seat-per:whole');
    expect(isDry(dry)).toBe(true);
    expect(isDry(forfallIn(kariAway()))).toBe(false);
    expect(isDry({ calls: [] })).toBe(false);
    const call = forfallIn(kariAway()).calls[0];
    if (call === undefined) throw new Error('nobody was called');
    const states = ['asked', 'accepted', 'declined', 'timed-out'] as const;
    expect(
      states.map((state) =>
        isDry({
          ...dry,
          calls: [
            { ...call, state: 'declined' },
            { ...call, state },
          ],
        }),
      ),
    ).toEqual([false, false, true, true]);
  });

  test('is told once to the chair and the secretariat, but to nobody who reported it', () => {
    const dry = accepted(away(aCalledMeeting(), 'per'));
    expect(forfallIn(dry, 'seat-per:whole')).toMatchObject({ dryAt: NOW, calls: [] });
    expect(cardsIn(dry)).toEqual(['forfall-status to lise', 'forfall-status to siv']);
    expect(cardsTo(dry, 'siv')).toMatchObject([
      { view: { view: 'forfall-status', meetingId: 'meeting-1' }, dueAt: new Date(REAL_NOW.getTime() + 60_000) },
    ]);
    expect(dry.history.at(-1)).toEqual({ at: NOW, by: 'bot', what: 'no-vara-left', seatId: 'seat-per' });
    const again = delivered(dry);
    expect(callOn(again, aCommitteeWithVaras(), 'bot', clocksAt(later))).toBe(again);
    const onBehalf = accepted(away(aCalledMeeting(), 'per', WHOLE, { by: 'siv' }));
    expect(cardsIn(onBehalf)).toEqual(['own-forfall to per', 'forfall-status to lise']);
  });

  test('is not told again before somebody has covered it', () => {
    const asked = bothAway();
    // Vera acts for Kari, Odd says no: nobody is left for Ola
    const dry = accepted(says(accepted(says(asked, 'vera', true)), 'odd', false, 'seat-ola:whole'));
    expect(forfallIn(dry, 'seat-ola:whole').dryAt).toEqual(NOW);
    // Vera cannot after all, is asked for Ola then, and says no to that too
    const freed = accepted(says(delivered(dry), 'vera', false, undefined, { now: later }));
    expect(callsOf(freed, 'seat-ola:whole')).toContainEqual(['vera', 'asked']);
    const dryAgain = accepted(says(delivered(freed), 'vera', false, 'seat-ola:whole', { now: later }));
    expect(cardsIn(dryAgain)).toEqual([]);
    // Odd does it after all, and then not: that is told
    const covered = accepted(says(dryAgain, 'odd', true, 'seat-ola:whole', { now: later }));
    expect(forfallIn(covered, 'seat-ola:whole')).not.toHaveProperty('dryAt');
    const third = accepted(says(delivered(covered), 'odd', false, 'seat-ola:whole', { now: later }));
    expect(forfallIn(third, 'seat-ola:whole').dryAt).toEqual(later);
    expect(cardsIn(third)).toEqual(['own-forfall to ola', 'forfall-status to lise', 'forfall-status to siv']);
  });

  test('is told to a chair without whom there is none, and once to a chair who is secretary or whose seat it is', () => {
    const roles = { secretariatIds: ['siv', 'per'], chairId: 'siv' };
    const of = aCommitteeWithVaras({ roles });
    const told = accepted(away(aCalledMeeting(), 'ola', inhabilIn('sak-1'), { of, by: 'ola' }));
    expect(cardsIn(told)).toEqual(['call-in to vera']);
    const dry = accepted(away(aCalledMeeting(), 'per', WHOLE, { of, by: 'siv' }));
    expect(cardsIn(dry)).toEqual(['own-forfall to per']);
    const silent = callOn(
      { ...kariAway(), forfall: [{ ...forfallIn(kariAway()), calls: [] }] },
      aCommitteeWithVaras({ roles, seats: [aSeat('kari'), aSeat('ola')] }),
      'bot',
      clocksAt(),
    );
    expect(cardsIn(silent).filter((one) => one.includes('forfall'))).toEqual([
      'own-forfall to kari',
      'forfall-status to siv',
      'forfall-status to per',
    ]);
    const headless = aCommitteeWithVaras({ roles: { secretariatIds: ['siv'] } });
    expect(cardsIn(accepted(away(aCalledMeeting(), 'per', WHOLE, { of: headless })))).toEqual([
      'forfall-status to siv',
    ]);
  });
});
