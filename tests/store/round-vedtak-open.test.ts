import { describe, expect, test } from 'vitest';
import { roundSchema } from '../../store/round/record.ts';
import { innspillGroup, openInnspillRound, openVedtakRound } from '../../store/round/rules-open-matter.ts';
import { committee, consensus, everyone, majority, silent, three } from '../support/clauses.ts';
import { anInnspill, anOpening, aVote, clocks } from '../support/matter-rounds.ts';
import { aCommittee, aRound, DEADLINE, hashOf, NOW } from '../support/records.ts';

const seatIds = (seats: readonly { readonly seatId: string }[]) => seats.map(({ seatId }) => seatId);
const VOTING = ['seat-kari', 'seat-ola', 'seat-ida', 'seat-jens'];

describe('a round that decides a sak', () => {
  test('is a round as the store keeps it, about what it keeps itself', () => {
    const round = aVote(majority);
    expect(roundSchema.parse(round)).toEqual(round);
    expect(round).toMatchObject({
      id: 'round_sak-1_1',
      kind: 'vedtak',
      subject: { kind: 'sak', id: 'sak-1' },
      title: 'Møteplan for 2027',
      matter: { sak: '12/26', text: 'Planen følger vedlagt.', proposal: ['SSU vedtar ny møteplan for 2027.'] },
      number: 1,
      rule: { kind: 'majority' },
      askedGroup: 'voting',
      status: 'open',
      openedBy: 'siv',
      deadline: DEADLINE,
      closeDueAt: DEADLINE,
      runningIn: 'committee-1',
    });
    expect(round).not.toHaveProperty('meetingId');
    expect(round).not.toHaveProperty('recused');
  });

  test('asks those with a vote alone, also in a committee that asks everybody of its referater', () => {
    expect(seatIds(aVote(majority).seats)).toEqual(VOTING);
    expect(seatIds(aVote(majority, { committee: committee(majority, 'all') }).seats)).toEqual(VOTING);
  });

  test('binds answers to title, number, text and proposal', () => {
    const hash = hashOf(
      JSON.stringify(['Møteplan for 2027', '12/26', 'Planen følger vedlagt.', 'SSU vedtar ny møteplan for 2027.']),
    );
    expect(aVote(majority).textHashes).toEqual([hash]);
    const without = aVote(majority, { matter: { text: 'x', proposal: ['y'] } });
    expect(without.textHashes).toEqual([hashOf(JSON.stringify(['Møteplan for 2027', '', 'x', 'y']))]);
  });

  test('never decides on silence: a committee of silent consent needs half, and none against', () => {
    expect(aVote(silent).rule).toEqual({ kind: 'consensus' });
    expect([everyone, majority, consensus, three].map((rule) => aVote(rule).rule)).toEqual([
      everyone,
      majority,
      consensus,
      three,
    ]);
  });

  test('says nothing in the committee’s conversation of a sak that is closed', () => {
    const conversation = { serviceUrl: 'https://smba.example', conversationId: '19:ssu' };
    const talking = { ...committee(majority), conversation };
    expect(aVote(majority, { committee: talking })).toMatchObject({ shared: conversation });
    const closed = aVote(majority, { committee: talking, isClosed: true });
    expect(closed).not.toHaveProperty('shared');
    expect(closed.outbox.map(({ kind }) => kind)).not.toContain('shared-card');
    expect(seatIds(closed.seats)).toEqual(VOTING);
  });

  test('seats that are inhabil are not asked and not counted, and stand apart', () => {
    const round = aVote(majority, { recusedSeatIds: ['seat-ola', 'seat-ledig', 'seat-per'] });
    expect(seatIds(round.seats)).toEqual(['seat-kari', 'seat-ida', 'seat-jens']);
    expect(round.recused).toEqual([
      { seatId: 'seat-ola', seatName: 'ola kommune', holderName: 'OLA' },
      { seatId: 'seat-ledig', seatName: 'ledig kommune' },
    ]);
    expect(round.waitingFor).toEqual(['kari', 'ida', 'jens']);
  });

  test('a vara who acts for a seat is asked in its place, also for one that is vacant', () => {
    const vera = { holderId: 'vera', holderName: 'Vera', actsFor: 'KARI' };
    const round = aVote(majority, {
      holders: { 'seat-kari': vera, 'seat-ledig': { holderId: 'leif', holderName: 'Leif' } },
    });
    expect(round.seats[0]).toEqual({ seatId: 'seat-kari', seatName: 'kari kommune', ...vera });
    expect(round.seats.at(-1)).toEqual({
      seatId: 'seat-ledig',
      seatName: 'ledig kommune',
      holderId: 'leif',
      holderName: 'Leif',
    });
    expect(round.waitingFor).toEqual(['vera', 'ola', 'ida', 'jens', 'leif']);
  });

  test('a vara does not hold a sak for which the seat is inhabil', () => {
    const holders = { 'seat-ola': { holderId: 'vera', holderName: 'Vera' } };
    expect(seatIds(aVote(majority, { holders, recusedSeatIds: ['seat-ola'] }).seats)).not.toContain('seat-ola');
  });

  test('says which meeting it comes from', () => {
    expect(aVote(majority, { meetingId: 'meeting-1' }).meetingId).toBe('meeting-1');
  });

  test('is told to its subject at once, and its cards go out one a person', () => {
    const opened = openVedtakRound(anOpening(majority), clocks);
    expect(opened.ok && opened.value.outbox.map(({ kind }) => kind)).toEqual([
      'round-told',
      'seat-card',
      'seat-card',
      'seat-card',
      'seat-card',
    ]);
  });

  test.each([
    ['not-secretariat', { openedBy: 'kari' }],
    ['no-rule', { committee: aCommittee({ settings: { roundDays: 7 } }) }],
    ['nobody-asked', { recusedSeatIds: VOTING }],
    ['deadline-passed', { deadline: NOW }],
  ] as const)('is refused: %s', (refusal, overrides) => {
    expect(openVedtakRound(anOpening(majority, overrides), clocks)).toEqual({ ok: false, refusal });
  });

  test('is refused without a proposal', () => {
    const matter = { text: 'Bare en tekst', proposal: [] };
    expect(openVedtakRound(anOpening(majority, { matter }), clocks)).toEqual({ ok: false, refusal: 'no-proposal' });
  });

  test('is refused when the rule wants more votes than there are: those who are inhabil are not among them', () => {
    const beyond = anOpening(three, { recusedSeatIds: ['seat-kari', 'seat-ola'] });
    expect(openVedtakRound(beyond, clocks)).toEqual({ ok: false, refusal: 'consensus-beyond' });
    expect(openVedtakRound({ ...beyond, recusedSeatIds: ['seat-kari'] }, clocks).ok).toBe(true);
  });
});

describe('a round that hears what people have to say', () => {
  test('asks everybody, or those with a vote, and is decided by nothing', () => {
    const round = anInnspill();
    expect(roundSchema.parse(round)).toEqual(round);
    expect(round).toMatchObject({
      kind: 'innspill',
      rule: { kind: 'none' },
      askedGroup: 'all',
      id: 'round_document-1_1',
    });
    expect(seatIds(round.seats)).toEqual([...VOTING, 'seat-per']);
    const opening = { ...anOpening(majority), askedGroup: 'voting' as const };
    const voting = openInnspillRound(opening, clocks);
    expect(voting.ok && seatIds(voting.value.seats)).toEqual(VOTING);
  });

  test('seats with the right to speak can be inhabil too', () => {
    const round = anInnspill({ recusedSeatIds: ['seat-per'] });
    expect(seatIds(round.recused ?? [])).toEqual(['seat-per']);
    expect(seatIds(round.seats)).toEqual(VOTING);
  });

  test('needs no rule and no proposal, but somebody who may open it', () => {
    const unchosen = {
      ...anOpening(majority),
      committee: aCommittee({ settings: { roundDays: 7 } }),
      askedGroup: 'all' as const,
    };
    expect(openInnspillRound({ ...unchosen, matter: { text: 'x', proposal: [] } }, clocks).ok).toBe(true);
    expect(openInnspillRound({ ...unchosen, openedBy: 'ola' }, clocks)).toEqual({
      ok: false,
      refusal: 'not-secretariat',
    });
    expect(openInnspillRound({ ...unchosen, deadline: NOW }, clocks)).toEqual({
      ok: false,
      refusal: 'deadline-passed',
    });
  });

  test('asks whom the committee asks; all when it has not chosen, and votes where it asks who was present', () => {
    expect(innspillGroup(committee(majority, 'voting'))).toBe('voting');
    expect(innspillGroup(committee(majority, 'all'))).toBe('all');
    expect(innspillGroup(committee(majority, 'present'))).toBe('voting');
    expect(innspillGroup(aCommittee({ settings: { roundDays: 7 } }))).toBe('all');
  });
});

test('a round that was stored before there were other kinds is still read', () => {
  const { matter: _matter, recused: _recused, meetingId: _meeting, ...before } = aRound();
  expect(roundSchema.parse(JSON.parse(JSON.stringify(before)))).toEqual(aRound());
});
