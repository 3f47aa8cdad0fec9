import { describe, expect, test } from 'vitest';
import { isQuorumBeyond } from '../../store/committee/rules-choices.ts';
import { reviseMembers } from '../../store/committee/rules-members.ts';
import { addSeat, removeSeat, reviseSeat } from '../../store/committee/rules-seat.ts';
import { anEntry } from '../support/members.ts';
import { aCommittee, accepted, aSeat, NOW } from '../support/records.ts';

const by = { personId: 'siv', now: NOW };
const everybody = () => true;
const seats = [aSeat('kari'), aSeat('ola'), aSeat('per', { voting: false })];
const quorate = (quorum?: number) =>
  aCommittee({ seats, roles: { secretariatIds: ['siv'] }, settings: { roundDays: 7, ...(quorum && { quorum }) } });
const REFUSED = { ok: false, refusal: 'below-quorum' };

const take = (quorum?: number, seatId = 'seat-kari') => removeSeat(quorate(quorum), { seatId }, everybody, by);
const silence = (quorum?: number, voting = false) => {
  const said = { name: 'Havnes', represents: 'kommune' as const, voting, roles: [] };
  return reviseSeat(quorate(quorum), { seatId: 'seat-kari', said }, everybody, by);
};
const secretary = { memberId: 'siv', roles: ['secretariat' as const] };
const list = (quorum: number | undefined, ...names: readonly string[]) => {
  const entries = [...names.map((name) => anEntry(name)), secretary];
  const committee = quorate(quorum);
  const change = { entries, newSeatId: (n: number) => `new-${n}`, isConnected: everybody, against: committee.version };
  return reviseMembers(committee, change, by.personId, NOW);
};

describe('a committee never gets fewer seats with a vote than its quorum', () => {
  test.each([
    ['by taking a seat away', () => take(2), () => take(1)],
    ['by taking the vote from a seat', () => silence(2), () => silence(1)],
    ['by a list of members', () => list(2, 'kari'), () => list(1, 'kari')],
  ])('%s', (_how, beyond, enough) => {
    expect(beyond()).toEqual(REFUSED);
    expect(enough().ok).toBe(true);
  });

  test('and where it has set none, there may be as few as it likes', () => {
    expect([take().ok, silence().ok, list(undefined, 'kari').ok]).toEqual([true, true, true]);
  });

  test('and a seat without a vote, another name or a seat in place of another is not in the way', () => {
    expect(take(2, 'seat-per').ok).toBe(true);
    expect(silence(2, true).ok).toBe(true);
    expect(list(2, 'kari', 'eva').ok).toBe(true);
  });

  test('and one that has fewer already may be mended, but not made worse', () => {
    expect(silence(5, true).ok).toBe(true);
    expect(take(5, 'seat-per').ok).toBe(true);
    expect(list(5, 'kari', 'ola', 'eva').ok).toBe(true);
    const said = { name: 'Havnes', represents: 'kommune' as const, voting: true, roles: [] };
    expect(accepted(addSeat(quorate(5), { id: 'ny', said }, by)).seats).toHaveLength(4);
    expect(take(5)).toEqual(REFUSED);
  });

  test('as one can never be set that is more than the seats with a vote', () => {
    expect(isQuorumBeyond(2, seats)).toBe(false);
    expect(isQuorumBeyond(3, seats)).toBe(true);
  });
});
