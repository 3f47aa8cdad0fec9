import { describe, expect, test } from 'vitest';
import type { Ballot, Voter } from '../../store/ballot/record.ts';
import { countOf } from '../../store/ballot/rules.ts';
import { followSeats } from '../../store/ballot/rules-seats.ts';
import type { SeatsBy } from '../../store/meeting/rules-acting.ts';
import { VERA_ACTS as vera } from '../support/called-in.ts';
import { aBallot } from '../support/minutes-room.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };

describe('a voting whose seats follow the meeting', () => {
  const seats = { version: 1, seats: { 'seat-kari': vera } };

  test('gives the card to whoever has the seat, once', () => {
    const moved = accepted(followSeats(aBallot(), seats, 'siv', clocks));
    expect(moved.voters).toMatchObject([{ ...vera, earlierHolderIds: ['kari'] }]);
    expect(moved.outbox).toMatchObject([{ kind: 'personal-card', personId: 'vera' }]);
    expect(accepted(followSeats(moved, seats, 'siv', clocks))).toBe(moved);
  });

  test('is left as it is once it is closed, and by an older meeting', () => {
    const closed = aBallot({ status: 'closed' });
    expect(accepted(followSeats(closed, seats, 'siv', clocks))).toBe(closed);
    const newer = aBallot({ heldBy: 2 });
    expect(accepted(followSeats(newer, seats, 'siv', clocks))).toBe(newer);
  });

  describe('and whose member is inhabil by now', () => {
    const inhabilNow = { version: 1, seats: { 'seat-kari': 'inhabil' as const } };
    const voters = (changes: Partial<Voter> = {}) =>
      aBallot().voters.flatMap((voter) => [
        { ...voter, ...changes },
        { ...voter, seatId: 'seat-ola', holderId: 'ola' },
      ]);
    const follow = (ballot: Ballot) => accepted(followSeats(ballot, inhabilNow, 'siv', clocks));

    test('leaves the seat out', () => {
      const silent = follow(aBallot({ voters: voters() }));
      expect(silent.voters).toMatchObject([{ seatId: 'seat-ola' }]);
      expect(silent.recused).toMatchObject([{ seatId: 'seat-kari' }]);
    });

    test('takes the vote away that was given for it', () => {
      const votes = ['seat-kari', 'seat-ola'].map((seatId) => ({ seatId, vote: 'for' as const, at: NOW }));
      const voted = follow(aBallot({ voters: voters({ votedAt: NOW }), votes }));
      expect(countOf(voted)).toMatchObject({ for: 1, silent: 1 });
      expect(voted.votes).toMatchObject([{ seatId: 'seat-ola' }]);
    });

    test('keeps a seat that has voted in secret, of which nobody knows what it voted', () => {
      const counted = { for: 1, against: 0, abstain: 0 };
      const voted = aBallot({ secret: true, voters: voters({ votedAt: NOW }), counted });
      expect(follow(voted).voters).toHaveLength(2);
      expect(countOf(follow(voted))).toMatchObject({ for: 1, silent: 1 });
    });

    test('keeps the last seat', () => {
      expect(follow(aBallot()).voters).toHaveLength(1);
    });
  });
});

describe('a seat in a voting', () => {
  const follow = (ballot: Ballot, version: number, seats: SeatsBy['seats']) =>
    accepted(followSeats(ballot, { version, seats }, 'siv', clocks));
  const two = () => {
    const { voters } = aBallot();
    return aBallot({
      voters: [...voters, { seatId: 'seat-ola', seatName: 'ola', holderId: 'ola', holderName: 'Ola' }],
    });
  };

  test('that moves is told with whose it was, and no other seat moves with it', () => {
    const moved = follow(two(), 1, { 'seat-kari': vera });
    expect(moved.voters.map(({ seatId, holderId }) => [seatId, holderId])).toEqual([
      ['seat-kari', 'vera'],
      ['seat-ola', 'ola'],
    ]);
    expect(moved.heldBy).toBe(1);
    const line = { at: NOW, by: 'siv', what: 'seat-moved', seatId: 'seat-kari', onBehalfOf: 'kari' };
    expect(moved.history.at(-1)).toEqual(line);
  });

  test('that is its member’s again names the vara as an earlier holder, not the member', () => {
    const there = follow(two(), 1, { 'seat-kari': vera });
    const back = follow(there, 2, { 'seat-kari': { holderId: 'kari', holderName: 'Kari' } });
    expect(back.voters[0]).toMatchObject({ holderId: 'kari', earlierHolderIds: ['vera'] });
    expect(back.voters[0]).not.toHaveProperty('actsFor');
    const keys = back.outbox.map((effect) => effect.kind === 'personal-card' && [effect.key, effect.view]);
    expect(keys).toEqual([
      ['ballot-card:vera:1', { view: 'ballot', ballotId: 'ballot-1' }],
      ['ballot-card:kari:2', { view: 'ballot', ballotId: 'ballot-1' }],
    ]);
    expect(back.outboxDueAt).toEqual(REAL_NOW);
  });

  test('that is inhabil is told so, and the last one stays', () => {
    const inhabil = { 'seat-kari': 'inhabil', 'seat-ola': 'inhabil' } as const;
    const aside = follow(two(), 1, inhabil);
    expect(aside.voters).toMatchObject([{ seatId: 'seat-ola' }]);
    const line = { at: NOW, by: 'siv', what: 'seat-inhabil', seatId: 'seat-kari', onBehalfOf: 'kari' };
    expect(aside.history.at(-1)).toEqual(line);
  });

  test('that was inhabil votes through whoever acts for it by now, who gets the card', () => {
    const aside = follow(two(), 1, { 'seat-kari': 'inhabil' });
    expect(follow(aside, 2, { 'seat-kari': 'inhabil' }).recused).toHaveLength(1);
    expect(follow(aside, 2, {}).recused).toHaveLength(1);
    const covered = follow(aside, 2, { 'seat-kari': vera });
    expect(covered.recused).toEqual([]);
    expect(covered.voters[1]).toEqual({ seatId: 'seat-kari', seatName: 'kari kommune', ...vera });
    expect(covered.outbox).toMatchObject([{ kind: 'personal-card', personId: 'vera' }]);
    const line = { at: NOW, by: 'siv', what: 'seat-covered', seatId: 'seat-kari', onBehalfOf: 'vera' };
    expect(covered.history.at(-1)).toEqual(line);
  });

  test('comes back alone of several that were inhabil', () => {
    const recused = ['kari', 'eva'].map((id) => ({ seatId: `seat-${id}`, seatName: id }));
    const covered = follow(aBallot({ recused }), 1, { 'seat-eva': { holderId: 'vidar', holderName: 'Vidar' } });
    expect(covered.recused).toEqual([recused[0]]);
  });

  test('follows the very first state of a meeting, and the same state once more', () => {
    expect(follow(two(), 0, { 'seat-kari': vera }).voters[0]).toMatchObject(vera);
    const same = follow(two(), 1, {});
    expect(follow(same, 1, { 'seat-kari': vera }).voters[0]).toMatchObject(vera);
  });
});
