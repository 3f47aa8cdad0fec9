import { describe, expect, test } from 'vitest';
import { closeRound } from '../../store/round/rules-run.ts';
import { newSak, type Sak, sakSchema } from '../../store/sak/record.ts';
import { followVedtakRound } from '../../store/sak/rules-round.ts';
import { majority } from '../support/clauses.ts';
import { afterSaying, anInnspill, aVote } from '../support/matter-rounds.ts';
import { accepted, DEADLINE, NOW, REAL_NOW, TENANT } from '../support/records.ts';

const aSak = (overrides: Partial<Sak> = {}): Sak => ({
  ...newSak({
    id: 'sak-1',
    tenantId: TENANT,
    committeeId: 'committee-1',
    status: 'scheduled',
    title: 'Møteplan for 2027',
    from: 'Siv',
    proposedBy: 'siv',
    form: 'full',
    number: '12/26',
    openIn: 'committee-1',
  }),
  ...overrides,
});
const carried = {
  ...afterSaying(aVote(majority), ['kari', 'for'], ['ola', 'for'], ['ida', 'for'], ['jens', 'for']),
  version: 3,
};
const lost = { ...accepted(closeRound(aVote(majority), { now: DEADLINE, realNow: REAL_NOW })), version: 3 };
const follow = (sak: Sak, round: typeof carried) => accepted(followVedtakRound(sak, round, NOW));

describe('a sak that is decided in a round', () => {
  test('has its proposal as vedtak, and is not open any more', () => {
    const decided = follow(aSak(), carried);
    expect(sakSchema.parse(decided)).toEqual(decided);
    expect(decided).toMatchObject({
      status: 'decided',
      vedtak: ['SSU vedtar ny møteplan for 2027.'],
      decidedOn: '2026-03-02',
      round: { id: 'round_sak-1_1', number: 1, version: 3 },
    });
    expect(decided).not.toHaveProperty('openIn');
    expect(decided.history.at(-1)).toEqual({ at: NOW, by: 'bot', what: 'decided-in-round' });
  });

  test('is told once: an older state or an older round changes nothing', () => {
    const decided = follow(aSak(), carried);
    expect(follow(decided, carried)).toBe(decided);
    expect(follow(decided, { ...lost, version: 2 })).toBe(decided);
    const second = follow(aSak(), { ...carried, number: 2, version: 1 });
    expect(follow(second, carried)).toBe(second);
    const next = follow(decided, { ...lost, id: 'round_sak-1_2', number: 2, version: 1 });
    expect(next).toMatchObject({ status: 'decided', round: { id: 'round_sak-1_2', number: 2, version: 1 } });
  });

  test('is open again when the round is', () => {
    const open = { ...aVote(majority), version: 4 };
    const again = follow(follow(aSak(), carried), open);
    expect(again).toMatchObject({ status: 'scheduled', openIn: 'committee-1', round: { version: 4 } });
    expect(again).not.toHaveProperty('vedtak');
    expect(again).not.toHaveProperty('decidedOn');
    expect(again.history.at(-1)?.what).toBe('undecided-again');
    const { number: _number, ...unnumbered } = aSak({ status: 'accepted' });
    expect(follow(follow(unnumbered, carried), open).status).toBe('accepted');
  });

  test('one that was not carried leaves it as it was', () => {
    const before = aSak();
    expect(follow(before, lost)).toEqual({ ...before, round: { id: lost.id, number: 1, version: 3 } });
  });

  test('what became of it otherwise stays', () => {
    for (const status of ['withdrawn', 'rejected', 'returned'] as const)
      expect(follow(aSak({ status }), carried).status).toBe(status);
    const inMeeting = aSak({ status: 'decided', vedtak: ['Noe annet.'] });
    expect(follow(inMeeting, carried).vedtak).toEqual(['Noe annet.']);
    expect(follow(inMeeting, lost)).toMatchObject({ status: 'decided', vedtak: ['Noe annet.'] });
  });

  test('is not touched by innspill about it', () => {
    const before = aSak();
    const heard = { ...anInnspill({ subject: { kind: 'sak', id: 'sak-1' } }), version: 1 };
    expect(follow(before, heard)).toBe(before);
  });
});
