import { describe, expect, test } from 'vitest';
import { committeeSchema } from '../../store/committee/record.ts';
import type { Remark, Round } from '../../store/round/record.ts';
import { roundSchema } from '../../store/round/record.ts';
import { answerRound, closeRound, deliveryTo, noteDelivery, openRound, tally } from '../../store/round/rules.ts';
import { aCommittee, accepted, aReferat, aRound, aSeat, DEADLINE, hashOf, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const objection = { kind: 'realitet', text: 'Vedtakspunkt 2 mangler' } as const;
const typo = { kind: 'skrivefeil', text: 'Tromsö' } as const;
const textHash = aReferat().textHash;
const before = (ms: number) => new Date(DEADLINE.getTime() - ms);

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

const answer = (round: Round, personId: string, remark?: Remark, at = NOW) =>
  answerRound(round, { personId, textHash, ...(remark && { remark }) }, at, REAL_NOW);

function answered(round: Round, ...answers: readonly (readonly [string, Remark?])[]): Round {
  return answers.reduce((current, [personId, remark]) => accepted(answer(current, personId, remark)), round);
}

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
    expect(round.outbox).toEqual([
      { kind: 'round-opened', key: 'round-opened:round_referat-1_1', attempts: 0, dueAt: REAL_NOW },
      { kind: 'seat-card', key: 'seat-card:seat-kari', seatId: 'seat-kari', attempts: 0, dueAt: REAL_NOW },
      { kind: 'seat-card', key: 'seat-card:seat-ola', seatId: 'seat-ola', attempts: 0, dueAt: REAL_NOW },
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

  test('the same press again changes nothing, not even the time it was received', () => {
    const once = answered(aRound(), ['kari', typo]);
    expect(accepted(answer(once, 'kari', typo, new Date(NOW.getTime() + 1000)))).toBe(once);
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
    expect(answered(round, ['ola']).status).toBe('approved');
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
    expect(answer(aRound(), 'kari', undefined, before(1)).ok).toBe(true);
  });

  test.each([
    ['an answer at the deadline, even before the timer ran', aRound(), 'kari', DEADLINE, 'too-late'],
    ['an answer to a closed round', aRound({ status: 'approved' }), 'kari', NOW, 'closed'],
    ['a late answer to a closed round, as late', aRound({ status: 'undecided' }), 'kari', DEADLINE, 'too-late'],
    ['somebody who is not asked', aRound(), 'per', NOW, 'not-asked'],
    ['the secretariat, which has no seat', aRound(), 'siv', NOW, 'not-asked'],
    ['an answer about another text', aRound({ textHashes: [hashOf('noe annet')] }), 'kari', NOW, 'other-text'],
  ] as const)('refuses %s', (_what, round, personId, at, refusal) => {
    expect(answer(round, personId, undefined, at)).toEqual({ ok: false, refusal });
  });
});

describe('closeRound', () => {
  const atDeadline = { now: DEADLINE, realNow: REAL_NOW };

  test('by the rule everyone, one who has not answered leaves it undecided', () => {
    expect(accepted(closeRound(answered(aRound(), ['kari']), atDeadline))).toMatchObject({
      status: 'undecided',
      closedAt: DEADLINE,
    });
  });

  test('an objection leaves it undecided though everyone answered', () => {
    const round = answered(aRound(), ['kari', objection], ['ola']);
    expect(accepted(closeRound(round, atDeadline)).status).toBe('undecided');
  });

  test('a wish to take it to the meeting leaves it undecided', () => {
    const lifted = {
      seatId: 'seat-ola',
      personId: 'ola',
      choice: 'lift-to-meeting',
      textHash,
      receivedAt: NOW,
    } as const;
    const round = answered(aRound(), ['kari']);
    expect(accepted(closeRound({ ...round, answers: [...round.answers, lifted] }, atDeadline)).status).toBe(
      'undecided',
    );
  });

  test('a rule that this version cannot count never approves', () => {
    const round = answered(aRound({ rule: { kind: 'majority' } }), ['kari'], ['ola']);
    expect(round.status).toBe('undecided');
  });

  test('however late it runs, answers received in time decide', () => {
    const weeksLater = { now: new Date('2026-04-01T09:00:00Z'), realNow: REAL_NOW };
    expect(accepted(closeRound(answered(aRound(), ['kari']), weeksLater)).history.at(-1)).toEqual({
      at: weeksLater.now,
      by: 'bot',
      what: 'undecided',
    });
  });

  test('tells the referat and the followers, and renews the cards that still ask', () => {
    const delivery = {
      seatId: 'seat-kari',
      state: 'delivered',
      at: NOW,
      conversationId: 'c',
      serviceUrl: 's',
    } as const;
    const missed = { seatId: 'seat-ola', state: 'not-reached', at: NOW, why: 'blocked' } as const;
    const closed = accepted(closeRound(aRound({ deliveries: [delivery, missed] }), atDeadline));
    const answeredFirst = answered(aRound({ deliveries: [delivery] }), ['kari']);
    expect(accepted(closeRound(answeredFirst, atDeadline)).outbox.map(({ key }) => key)).not.toContain(
      'seat-card-closed:seat-kari',
    );
    expect(closed.outbox.map(({ key }) => key)).toEqual([
      'round-closed:round_referat-1_1',
      'seat-card-closed:seat-kari',
      'round-outcome:siv',
    ]);
    expect(closed.outbox.at(-1)).toMatchObject({
      kind: 'personal-card',
      personId: 'siv',
      view: { view: 'round-status', roundId: 'round_referat-1_1' },
    });
    expect(closed.outboxDueAt).toEqual(REAL_NOW);
    expect(roundSchema.parse(closed)).toEqual(closed);
  });

  test('outside working hours the outcome waits for the next morning', () => {
    const evening = { now: new Date('2026-03-09T19:00:00Z'), realNow: REAL_NOW };
    const closed = accepted(closeRound(aRound(), evening));
    expect(closed.contactDueAt).toEqual(new Date('2026-03-10T07:00:00Z'));
    expect(closed.outbox.filter(({ contactAt }) => contactAt).map(({ key }) => key)).toEqual(['round-outcome:siv']);
  });

  test.each([
    ['before the deadline', aRound(), before(1)],
    ['a second time', accepted(closeRound(aRound(), atDeadline)), DEADLINE],
  ] as const)('does nothing %s', (_what, round, now) => {
    expect(closeRound(round, { now, realNow: REAL_NOW })).toEqual({ ok: false, refusal: 'not-due' });
  });
});

describe('tally', () => {
  const delivered = (seatId: string) =>
    ({ seatId, state: 'delivered', at: NOW, conversationId: 'c', serviceUrl: 's' }) as const;

  test('tells active yes, objections, silent and not reached apart', () => {
    const committee = aCommittee({
      seats: ['ja', 'feil', 'nei', 'stille', 'borte', 'ukjent'].map((name) => aSeat(name)),
    });
    const round = answered(aRound({}, committee), ['ja'], ['feil', typo], ['nei', objection]);
    const counted = tally({
      ...round,
      deliveries: [delivered('seat-stille'), { seatId: 'seat-borte', state: 'not-reached', at: NOW, why: 'blocked' }],
    });
    expect(counted.yes.map(({ holderId }) => holderId)).toEqual(['ja', 'feil']);
    expect(counted.objections.map(({ holderId }) => holderId)).toEqual(['nei']);
    expect(counted.remarks.map(({ seat, remark }) => [seat.holderId, remark])).toEqual([
      ['feil', typo],
      ['nei', objection],
    ]);
    expect(counted.silent.map(({ holderId }) => holderId)).toEqual(['stille']);
    expect(counted.notReached.map(({ seat, why }) => [seat.holderId, why])).toEqual([
      ['borte', 'blocked'],
      ['ukjent', undefined],
    ]);
  });

  test('one card serves every seat of a person', () => {
    const committee = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' })] });
    const round = aRound({ deliveries: [delivered('seat-kari')] }, committee);
    expect(tally(round).silent).toHaveLength(2);
    expect(deliveryTo(round, 'ola')).toBeUndefined();
  });
});

describe('noteDelivery', () => {
  const delivered = {
    seatId: 'seat-kari',
    state: 'delivered',
    at: NOW,
    conversationId: 'c',
    serviceUrl: 's',
    activityId: 'a',
  } as const;
  const missed = { seatId: 'seat-kari', state: 'not-reached', at: NOW, why: 'not-installed' } as const;
  const other = { ...missed, seatId: 'seat-ola' } as const;

  test('a later success replaces a failure, and leaves the other seats alone', () => {
    const round = noteDelivery(aRound({ deliveries: [other, missed] }), delivered, REAL_NOW);
    expect(round.deliveries).toEqual([other, delivered]);
    expect(round.outbox).toEqual([]);
  });

  test('a failure never replaces a success', () => {
    const round = aRound({ deliveries: [delivered] });
    expect(noteDelivery(round, missed, REAL_NOW)).toBe(round);
  });

  test('a card that arrives after the round closed is renewed', () => {
    const round = noteDelivery(aRound({ status: 'approved' }), delivered, REAL_NOW);
    expect(round.outbox).toEqual([
      {
        kind: 'seat-card-update',
        key: 'seat-card-closed:seat-kari',
        seatId: 'seat-kari',
        attempts: 0,
        dueAt: REAL_NOW,
      },
    ]);
    expect(noteDelivery(aRound({ status: 'approved' }), missed, REAL_NOW).outbox).toEqual([]);
  });
});
