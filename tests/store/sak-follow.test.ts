import { describe, expect, test } from 'vitest';
import { followSak } from '../../store/sak/rules-follow.ts';
import { aCommittee, accepted, NOW, REAL_NOW } from '../support/records.ts';
import { aSak } from '../support/saker.ts';

const committee = aCommittee();
const clocks = { now: NOW, realNow: REAL_NOW };
const news = { what: 'numbered', number: '12/26', meetingId: 'meeting-1' } as const;
const follow = (sak = aSak({ status: 'accepted' }), of: typeof committee | undefined = committee) =>
  accepted(followSak(sak, news, of, clocks));

describe('what became of a sak elsewhere', () => {
  test('is told to its proposer in working hours, and noted in the sak', () => {
    const told = follow();
    expect(told).toMatchObject({ status: 'scheduled', number: '12/26' });
    expect(told.outbox).toMatchObject([{ kind: 'personal-card', personId: 'ola', inWorkingHours: true }]);
  });

  test('told again is told to nobody', () => {
    const told = { ...follow(), outbox: [] };
    expect(follow(told)).toBe(told);
  });

  test('is not told to those who run the agenda: they did it', () => {
    for (const proposedBy of ['siv', 'lise', 'nina'])
      expect(follow(aSak({ status: 'accepted', proposedBy })).outbox).toEqual([]);
  });

  test('is told also where the committee is gone', () => {
    expect(accepted(followSak(aSak({ status: 'accepted' }), news, undefined, clocks)).outbox).toHaveLength(1);
  });

  test('is not told of who is inhabil in it', () => {
    const recused = { what: 'recused', meetingId: 'meeting-1', seatId: 'seat-kari', isRecused: true } as const;
    const told = accepted(followSak(aSak({ status: 'accepted' }), recused, committee, clocks));
    expect(told).toMatchObject({ recusedSeatIds: ['seat-kari'], outbox: [] });
  });
});
