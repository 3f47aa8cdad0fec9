import { describe, expect, test } from 'vitest';
import { moveHolder } from '../../store/committee/rules-members.ts';
import { aVacantSeat } from '../support/members.ts';
import { aCommittee, accepted, aSeat, NOW } from '../support/records.ts';

const everybody = () => true;
const by = { personId: 'siv', now: NOW };

describe('one seat', () => {
  const committee = aCommittee();
  const move = (
    memberId: string | undefined,
    seatId = 'seat-kari',
    isConnected = everybody as (id: string) => boolean,
  ) => moveHolder(committee, { seatId, memberId }, isConnected, by);

  test('goes to somebody else, and it is noted', () => {
    const moved = accepted(move('eva'));
    expect(moved.seats[0]).toEqual(aSeat('kari', { memberId: 'eva' }));
    expect(moved.seats.slice(1)).toEqual(committee.seats.slice(1));
    expect(moved.people.toSorted()).toEqual(['eva', 'lise', 'nina', 'ola', 'per', 'siv']);
    expect(moved.history).toEqual([{ at: NOW, by: 'siv', what: 'holder-changed', seatId: 'seat-kari' }]);
  });

  test('may be left vacant, and a vacant one filled', () => {
    expect(accepted(move(undefined)).seats[0]).toEqual(aVacantSeat('kari'));
    expect(accepted(move('eva', 'seat-ledig')).seats[3]).toEqual(aSeat('ledig', { memberId: 'eva' }));
  });

  test('is not moved as another version of the committee shows it, unless it is so already', () => {
    const against = committee.version + 1;
    const tried = (memberId: string) =>
      moveHolder(committee, { seatId: 'seat-kari', memberId, against }, everybody, by);
    expect(tried('eva')).toEqual({ ok: false, refusal: 'changed-by-another' });
    expect(accepted(tried('kari'))).toBe(committee);
  });

  test('given to whoever has it changes nothing', () => {
    expect(accepted(move('kari'))).toBe(committee);
    expect(accepted(move(undefined, 'seat-ledig'))).toBe(committee);
  });

  test.each([
    ['a seat that is not there', 'no-such-seat', () => move('eva', 'seat-x')],
    ['somebody who has a seat', 'has-seat', () => move('ola')],
    [
      'a member',
      'not-secretariat',
      () => moveHolder(committee, { seatId: 'seat-kari', memberId: 'eva' }, everybody, { ...by, personId: 'kari' }),
    ],
  ])('is refused to %s', (_what, refusal, act) => {
    expect(act()).toEqual({ ok: false, refusal });
  });

  describe('of somebody with roles', () => {
    const led = aCommittee({ roles: { chairId: 'kari', viceChairId: 'kari', secretariatIds: ['siv', 'kari'] } });
    const give = (isConnected: (id: string) => boolean, memberId: string | undefined = 'eva', from = led) =>
      moveHolder(from, { seatId: 'seat-kari', memberId }, isConnected, by);

    test('leaves the roles to them, who is known in Teams', () => {
      expect(accepted(give(everybody)).roles).toEqual(led.roles);
    });

    test('takes the roles along from somebody who was never found: it is the same human', () => {
      expect(accepted(give((id) => id !== 'kari')).roles).toEqual({
        chairId: 'eva',
        viceChairId: 'eva',
        secretariatIds: ['siv', 'eva'],
      });
      const once = aCommittee({ roles: { secretariatIds: ['eva', 'kari', 'siv'] } });
      expect(accepted(give((id) => id !== 'kari', 'eva', once)).roles).toEqual({ secretariatIds: ['eva', 'siv'] });
    });

    test('leaves the roles where the seat becomes vacant', () => {
      expect(
        accepted(moveHolder(led, { seatId: 'seat-kari', memberId: undefined }, (id) => id !== 'kari', by)).roles,
      ).toEqual(led.roles);
    });

    test('is not moved so that nobody can change the committee', () => {
      const alone = aCommittee({ roles: { chairId: 'kari', secretariatIds: [] } });
      expect(
        moveHolder(alone, { seatId: 'seat-ola', memberId: 'eva' }, () => false, { ...by, personId: 'kari' }),
      ).toEqual({ ok: false, refusal: 'nobody-runs' });
    });
  });
});
