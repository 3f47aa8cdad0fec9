import { describe, expect, test } from 'vitest';
import { committeeSchema } from '../../store/committee/record.ts';
import { type Answer, type Round, roundSchema } from '../../store/round/record.ts';
import { answerRound, openRound } from '../../store/round/rules.ts';
import {
  aCommittee,
  accepted,
  answer,
  answered,
  aReferat,
  aRound,
  aSeat,
  DEADLINE,
  hashOf,
  NOW,
  objection,
  REAL_NOW,
  typo,
} from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const textHash = aReferat().textHash;

const open = (overrides: Partial<Parameters<typeof openRound>[0]> = {}, at = clocks) =>
  openRound(
    {
      committee: aCommittee(),
      referat: aReferat(),
      revision: 1,
      nameOf: (id) => id.toUpperCase(),
      openedBy: 'siv',
      ...overrides,
    },
    at,
  );

describe('openRound', () => {
  test('asks the filled voting seats, in the persons who have them now', () => {
    const round = accepted(open());
    expect(round.seats).toEqual([
      { seatId: 'seat-kari', seatName: 'kari kommune', holderId: 'kari', holderName: 'KARI' },
      { seatId: 'seat-ola', seatName: 'ola kommune', holderId: 'ola', holderName: 'OLA' },
    ]);
    expect(round.waitingFor).toEqual(['kari', 'ola']);
  });

  test('is a round as the store keeps it, about this text, with this deadline and rule', () => {
    const round = accepted(open());
    expect(roundSchema.parse(round)).toEqual(round);
    expect(round).toMatchObject({
      id: 'round_referat-1_1',
      kind: 'godkjenning',
      subject: { kind: 'referat', id: 'referat-1' },
      title: 'Referat fra møte i SSU',
      committeeId: 'committee-1',
      committeeName: 'SSU',
      number: 1,
      textHashes: [textHash],
      rule: { kind: 'everyone' },
      status: 'open',
      openedBy: 'siv',
      openedAt: NOW,
      deadline: DEADLINE,
      closeDueAt: DEADLINE,
      openIn: 'committee-1',
      answers: [],
      deliveries: [],
      history: [{ at: NOW, by: 'siv', what: 'opened' }],
    });
  });

  test('the secretariat and whoever opened it follow it, each once', () => {
    expect(accepted(open()).followers).toEqual(['siv']);
    expect(accepted(open({ openedBy: 'lise' })).followers).toEqual(['siv', 'lise']);
  });

  test('sends one card a person at once in working hours, and tells the referat', () => {
    const twoSeats = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')] });
    const round = accepted(open({ committee: twoSeats }));
    const inWorkingHours = { inWorkingHours: true, attempts: 0, dueAt: REAL_NOW };
    expect(round.outbox).toEqual([
      { kind: 'round-opened', key: 'round-opened:round_referat-1_1', attempts: 0, dueAt: REAL_NOW },
      { ...inWorkingHours, kind: 'seat-card', key: 'seat-card:seat-kari', seatId: 'seat-kari' },
      { ...inWorkingHours, kind: 'seat-card', key: 'seat-card:seat-ola', seatId: 'seat-ola' },
    ]);
    expect(round.seats).toHaveLength(3);
  });

  test('in the evening the cards wait for the next working morning, the referat does not', () => {
    const round = accepted(open({}, { now: new Date('2026-03-06T19:00:00Z'), realNow: REAL_NOW }));
    const morning = new Date('2026-03-09T07:00:00Z');
    expect(round.outbox.map(({ kind, contactAt }) => [kind, contactAt])).toEqual([
      ['round-opened', undefined],
      ['seat-card', morning],
      ['seat-card', morning],
    ]);
    expect(round).toMatchObject({ outboxDueAt: REAL_NOW, contactDueAt: morning });
  });

  test.each([
    ['a member', { openedBy: 'kari' }, 'not-secretariat'],
    ['the vice chair', { openedBy: 'nina' }, 'not-secretariat'],
    ['a referat of another committee', { referat: aReferat({ committeeId: 'committee-2' }) }, 'not-secretariat'],
    ['a referat that was sent', { referat: aReferat({ state: 'circulating' }) }, 'already-sent'],
    ['a draft rewritten after the preview', { referat: aReferat({ revision: 2 }) }, 'changed-since-preview'],
    ['a deadline that is now', { referat: aReferat({ deadline: NOW }) }, 'deadline-passed'],
    ['a committee without a rule', { committee: aCommittee({ settings: { roundDays: 7 } }) }, 'no-rule'],
    ['a committee with nobody to ask', { committee: aCommittee({ seats: [] }) }, 'nobody-asked'],
  ] as const)('refuses %s', (_what, overrides, refusal) => {
    expect(open(overrides)).toEqual({ ok: false, refusal });
  });

  test('the test committee is one the store would keep', () => {
    expect(committeeSchema.parse(aCommittee())).toEqual(aCommittee());
  });
});

describe('answerRound', () => {
  test('keeps who answered what, for which seat, when and about which text', () => {
    const round = answered(aRound(), ['kari']);
    expect(round.answers).toEqual([
      { seatId: 'seat-kari', personId: 'kari', choice: 'approve', textHash, receivedAt: NOW },
    ]);
    expect(round.history.at(-1)).toEqual({ at: NOW, by: 'kari', what: 'approved', seatId: 'seat-kari' });
    expect(round.status).toBe('open');
  });

  test('keeps a remark with its kind', () => {
    const round = answered(aRound(), ['kari', typo]);
    expect(round.answers[0]).toMatchObject({ choice: 'remark', remark: typo });
    expect(round.history.at(-1)).toMatchObject({ what: 'remark-skrivefeil' });
  });

  test('closes the round when every seat has answered, a typo counting as a yes', () => {
    const round = answered(aRound(), ['kari'], ['ola', typo]);
    expect(round).toMatchObject({ status: 'approved', closedAt: NOW, waitingFor: [] });
    expect(round).not.toHaveProperty('closeDueAt');
    expect(round).not.toHaveProperty('openIn');
  });

  test('an objection keeps the round open until its author changes it', () => {
    const objected = answered(aRound(), ['kari', objection], ['ola']);
    expect(objected.status).toBe('open');
    expect(answered(objected, ['kari']).status).toBe('approved');
  });

  test('the latest answer of a seat counts, and every answer stays in the history', () => {
    const round = answered(aRound(), ['kari', objection], ['kari']);
    expect(round.answers).toHaveLength(1);
    expect(round.history.map(({ what }) => what)).toEqual(['opened', 'remark-realitet', 'approved']);
  });

  test.each([
    ['a yes', undefined],
    ['a remark', typo],
  ])('%s pressed again changes nothing, not even the time it was received', (_what, remark) => {
    const once = answered(aRound(), ['kari', remark]);
    expect(accepted(answer(once, 'kari', remark, new Date(NOW.getTime() + 1000)))).toBe(once);
  });

  test('a yes takes the place of a wish to take it to the meeting', () => {
    const lifted = { seatId: 'seat-kari', personId: 'kari', choice: 'lift-to-meeting', textHash, receivedAt: NOW };
    const round = answered(aRound({ answers: [lifted as Answer] }), ['kari']);
    expect(round.answers).toMatchObject([{ seatId: 'seat-kari', choice: 'approve' }]);
  });

  test.each([
    ['another text', { kind: 'skrivefeil', text: 'Bodö' }],
    ['another kind', { kind: 'realitet', text: 'Tromsö' }],
    ['no remark', undefined],
  ] as const)('a remark changed to %s is a new answer', (_what, remark) => {
    const once = answered(aRound(), ['kari', typo]);
    expect(accepted(answer(once, 'kari', remark)).answers[0]?.remark).toEqual(remark);
  });

  test('an answer about a corrected text is kept as such', () => {
    const corrected = hashOf('rettet');
    const round = answered(aRound({ textHashes: [textHash, corrected] }), ['kari']);
    const again = accepted(answerRound(round, { personId: 'kari', textHash: corrected }, NOW, REAL_NOW));
    expect(again.answers).toMatchObject([{ textHash: corrected }]);
  });

  test('somebody with two seats answers for both at once', () => {
    const committee = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')] });
    const round = answered(aRound({}, committee), ['kari']);
    expect(round.answers.map(({ seatId }) => seatId)).toEqual(['seat-kari', 'seat-2']);
    expect(answered(round, ['kari', typo]).answers.map(({ seatId }) => seatId)).toEqual(['seat-kari', 'seat-2']);
    expect(answered(round, ['ola']).status).toBe('approved');
  });

  test('somebody who has answered for one seat and then gets a second one answers for that as well', () => {
    const committee = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')] });
    const round = answered(aRound({}, committee), ['kari']);
    const before = { ...round, answers: round.answers.filter(({ seatId }) => seatId === 'seat-kari') };
    expect(answered(before, ['kari']).answers.map(({ seatId }) => seatId)).toEqual(['seat-kari', 'seat-2']);
  });

  test('a seat that moved is answered by its new holder only', () => {
    const [seat] = aRound().seats;
    const moved = aRound({ seats: [{ ...(seat as Round['seats'][number]), holderId: 'vara' }] });
    expect(answer(moved, 'kari')).toEqual({ ok: false, refusal: 'not-asked' });
    expect(answer(moved, 'vara')).toMatchObject({ ok: true, value: { status: 'approved' } });
  });

  test("an answer given before a seat moved is not the new holder's", () => {
    const round = answered(aRound(), ['kari']);
    const moved = {
      ...round,
      seats: round.seats.map((seat) => (seat.holderId === 'kari' ? { ...seat, holderId: 'vara' } : seat)),
    };
    expect(answered(moved, ['vara']).answers).toMatchObject([{ seatId: 'seat-kari', personId: 'vara' }]);
  });

  test('an answer one millisecond before the deadline counts', () => {
    expect(answer(aRound(), 'kari', undefined, new Date(DEADLINE.getTime() - 1)).ok).toBe(true);
  });

  test.each([
    ['an answer at the deadline, even before the timer ran', {}, 'kari', DEADLINE, 'too-late'],
    ['an answer to a closed round', { status: 'approved' }, 'kari', NOW, 'closed'],
    ['a late answer to a closed round, as late', { status: 'undecided' }, 'kari', DEADLINE, 'too-late'],
    ['somebody who is not asked', {}, 'per', NOW, 'not-asked'],
    ['the secretariat, which has no seat', {}, 'siv', NOW, 'not-asked'],
    ['an answer about another text', { textHashes: [hashOf('noe annet')] }, 'kari', NOW, 'other-text'],
  ] as const)('refuses %s', (_what, overrides, personId, at, refusal) => {
    expect(answer(aRound(overrides as Partial<Round>), personId, undefined, at)).toEqual({ ok: false, refusal });
  });
});
