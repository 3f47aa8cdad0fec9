import { describe, expect, test } from 'vitest';
import type { SakNews } from '../../store/effect.ts';
import { closeRound } from '../../store/round/rules-run.ts';
import { newSak, type Sak, sakSchema } from '../../store/sak/record.ts';
import { followVedtakRound } from '../../store/sak/rules-round.ts';
import { tellSak } from '../../store/sak/rules-told.ts';
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
const carriedRound = () => ({
  ...afterSaying(aVote(majority), ['kari', 'for'], ['ola', 'for'], ['ida', 'for'], ['jens', 'for']),
  version: 3,
});
const lostRound = () => ({
  ...accepted(closeRound(aVote(majority), { now: DEADLINE, realNow: REAL_NOW })),
  version: 3,
});
const follow = (sak: Sak, round: ReturnType<typeof carriedRound>) => accepted(followVedtakRound(sak, round, NOW));

describe('a sak that is decided in a round', () => {
  test('has its proposal as vedtak, and is not open any more', () => {
    const carried = carriedRound();
    const decided = follow(aSak(), carried);
    expect(sakSchema.parse(decided)).toEqual(decided);
    expect(decided).toMatchObject({
      status: 'decided',
      vedtak: ['SSU vedtar ny møteplan for 2027.'],
      decidedOn: '2026-03-02',
      decidedByRound: 'round_sak-1_1',
      round: { id: 'round_sak-1_1', number: 1, version: 3 },
    });
    expect(decided).not.toHaveProperty('openIn');
    expect(decided.history.at(-1)).toEqual({ at: NOW, by: 'bot', what: 'decided-in-round' });
  });

  test('was decided on the day its round ended, whenever that is told', () => {
    const late = { ...carriedRound(), closedAt: new Date('2026-02-27T22:30:00Z') };
    expect(follow(aSak(), late).decidedOn).toBe('2026-02-27');
    const { closedAt: _closed, ...unsaid } = carriedRound();
    expect(follow(aSak(), unsaid).decidedOn).toBe('2026-03-02');
  });

  test('is decided from an accepted one too, and stays so when it is told again', () => {
    const decided = follow(aSak({ status: 'accepted' }), carriedRound());
    expect(decided.status).toBe('decided');
    const again = follow(decided, { ...carriedRound(), version: 5 });
    expect(again).toEqual({ ...decided, round: { id: 'round_sak-1_1', number: 1, version: 5 } });
  });

  test('that was withdrawn after its round decided it is not opened again', () => {
    const withdrawn = { ...follow(aSak(), carriedRound()), status: 'withdrawn' as const };
    expect(follow(withdrawn, { ...aVote(majority), version: 4 })).toMatchObject({
      status: 'withdrawn',
      vedtak: ['SSU vedtar ny møteplan for 2027.'],
    });
  });

  test('is told once: an older state or an older round changes nothing', () => {
    const carried = carriedRound();
    const lost = lostRound();
    const decided = follow(aSak(), carried);
    expect(follow(decided, carried)).toBe(decided);
    expect(follow(decided, { ...lost, version: 2 })).toBe(decided);
    const second = follow(aSak(), { ...carried, number: 2, version: 1 });
    expect(follow(second, carried)).toBe(second);
    const next = follow(decided, { ...lost, id: 'round_sak-1_2', number: 2, version: 1 });
    expect(next).toMatchObject({ status: 'decided', round: { id: 'round_sak-1_2', number: 2, version: 1 } });
  });

  test('is open again when the round is', () => {
    const carried = carriedRound();
    const open = { ...aVote(majority), version: 4 };
    const again = follow(follow(aSak(), carried), open);
    expect(again).toMatchObject({ status: 'scheduled', openIn: 'committee-1', round: { version: 4 } });
    expect(again).not.toHaveProperty('vedtak');
    expect(again).not.toHaveProperty('decidedOn');
    expect(again).not.toHaveProperty('decidedByRound');
    expect(again.history.at(-1)).toEqual({ at: NOW, by: 'bot', what: 'undecided-again' });
    const { number: _number, ...unnumbered } = aSak({ status: 'accepted' });
    expect(follow(follow(unnumbered, carried), open).status).toBe('accepted');
  });

  test('one that was not carried leaves it as it was', () => {
    const lost = lostRound();
    const before = aSak();
    expect(follow(before, lost)).toEqual({ ...before, round: { id: lost.id, number: 1, version: 3 } });
  });

  test('what became of it otherwise stays', () => {
    const carried = carriedRound();
    const lost = lostRound();
    for (const status of ['withdrawn', 'rejected', 'returned'] as const)
      expect(follow(aSak({ status }), carried).status).toBe(status);
    const inMeeting = aSak({ status: 'decided', vedtak: ['Noe annet.'] });
    expect(follow(inMeeting, carried).vedtak).toEqual(['Noe annet.']);
    expect(follow(inMeeting, lost)).toMatchObject({ status: 'decided', vedtak: ['Noe annet.'] });
  });

  test('a vedtak of a meeting stays when the round that had told of itself fails, or is open again', () => {
    const inMeeting = follow(aSak(), { ...aVote(majority), version: 1 });
    const decided = { ...inMeeting, status: 'decided' as const, vedtak: ['Noe annet.'], decidedOn: '2026-03-01' };
    expect(follow(decided, lostRound())).toMatchObject({ status: 'decided', vedtak: ['Noe annet.'] });
    const carried = follow(decided, carriedRound());
    expect(follow(carried, { ...aVote(majority), version: 4 })).toMatchObject({
      status: 'decided',
      vedtak: ['Noe annet.'],
      decidedOn: '2026-03-01',
    });
  });

  test('one that a meeting decides anew is not opened by its round any more', () => {
    const news: SakNews = { what: 'decided', vedtak: ['Ja.'], on: '2026-03-03', outcome: 'vedtak' };
    const anew = accepted(tellSak(follow(aSak(), carriedRound()), news, { now: NOW }));
    expect(follow(anew, { ...aVote(majority), version: 4 })).toMatchObject({ status: 'decided', vedtak: ['Ja.'] });
  });

  test('is not touched by innspill about it', () => {
    const before = aSak();
    const heard = { ...anInnspill({ subject: { kind: 'sak', id: 'sak-1' } }), version: 1 };
    expect(follow(before, heard)).toBe(before);
  });
});
