import { describe, expect, test } from 'vitest';
import { newest } from '../../store/referat/record.ts';
import { type Answer, type Remark, type Round, roundSchema } from '../../store/round/record.ts';
import { answerRound, type Given } from '../../store/round/rules.ts';
import {
  aCommittee,
  accepted,
  answer,
  answered,
  aReferat,
  aRound,
  aSeat,
  DEADLINE,
  delivered,
  hashOf,
  NOW,
  objection,
  REAL_NOW,
  typo,
} from '../support/records.ts';

const textHash = newest(aReferat()).hash;
const give = (round: Round, given: Partial<Given> & Pick<Given, 'choice'>, at = NOW) =>
  answerRound(round, { personId: 'kari', textHash, ...given }, at, REAL_NOW);
const twoSeats = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')] });

describe('answerRound', () => {
  test('keeps who answered what, for which seat, when and about which text', () => {
    const round = answered(aRound(), ['kari']);
    expect(round.answers).toEqual([
      { seatId: 'seat-kari', personId: 'kari', choice: 'approve', textHash, receivedAt: NOW },
    ]);
    expect(round.history.at(-1)).toEqual({ at: NOW, by: 'kari', what: 'approved', seatId: 'seat-kari' });
    expect(round.status).toBe('open');
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test.each([
    ['a typo', typo, 'remark-skrivefeil'],
    ['the content', objection, 'remark-realitet'],
  ] as const)('keeps a remark about %s, with the sak that it is about', (_what, remark, line) => {
    const about: Remark = { ...remark, sak: '12/26' };
    const round = answered(aRound(), ['kari', about]);
    expect(round.answers[0]).toMatchObject({ choice: 'remark', remark: about });
    expect(round.history.at(-1)).toMatchObject({ what: line, by: 'kari' });
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('keeps a wish to take it to the meeting, without a remark', () => {
    const round = accepted(give(aRound(), { choice: 'lift-to-meeting' }));
    expect(round.answers).toEqual([
      { seatId: 'seat-kari', personId: 'kari', choice: 'lift-to-meeting', textHash, receivedAt: NOW },
    ]);
    expect(round.history.at(-1)).toMatchObject({ what: 'lifted-to-meeting', seatId: 'seat-kari' });
  });

  test('closes the round when every seat has answered, a typo counting as a yes', () => {
    const round = answered(aRound(), ['kari'], ['ola', typo]);
    expect(round).toMatchObject({ status: 'approved', closedAt: NOW, waitingFor: [] });
    for (const field of ['closeDueAt', 'remindDueAt', 'runningIn']) expect(round).not.toHaveProperty(field);
  });

  test.each([
    ['an objection', { choice: 'remark', remark: objection }],
    ['a wish to take it to the meeting', { choice: 'lift-to-meeting' }],
  ] as const)('%s keeps the round open until its author changes it', (_what, given) => {
    const objected = answered(accepted(give(aRound(), given)), ['ola']);
    expect(objected.status).toBe('open');
    expect(answered(objected, ['kari']).status).toBe('approved');
  });

  test('the latest answer of a seat counts, and every answer stays in the history', () => {
    const round = answered(aRound(), ['kari', objection], ['kari']);
    expect(round.answers).toHaveLength(1);
    expect(round.history.map(({ what }) => what)).toEqual(['opened', 'remark-realitet', 'approved']);
  });

  test.each([
    ['a yes', { choice: 'approve' }],
    ['a remark', { choice: 'remark', remark: { ...typo, sak: '12/26' } }],
    ['a wish to take it to the meeting', { choice: 'lift-to-meeting' }],
  ] as const)('%s pressed again changes nothing, not even the time it was received', (_what, given) => {
    const once = accepted(give(aRound(), given));
    expect(accepted(give(once, given, new Date(NOW.getTime() + 1000)))).toBe(once);
  });

  test.each([
    ['another text', { kind: 'skrivefeil', text: 'Bodö' }],
    ['another kind', { kind: 'realitet', text: 'Tromsö' }],
    ['another sak', { kind: 'skrivefeil', text: 'Tromsö', sak: '13/26' }],
    ['no remark', undefined],
  ] as const)('a remark changed to %s is a new answer', (_what, remark) => {
    const once = answered(aRound(), ['kari', typo]);
    expect(accepted(answer(once, 'kari', remark)).answers[0]?.remark).toEqual(remark);
  });

  test('an answer about a corrected text is kept as such', () => {
    const corrected = hashOf('rettet');
    const round = answered(aRound({ textHashes: [textHash, corrected] }), ['kari']);
    const again = accepted(give(round, { choice: 'approve', textHash: corrected }));
    expect(again.answers).toMatchObject([{ textHash: corrected }]);
  });

  test('the same answer as the secretariat registered is from now on their own', () => {
    const registered: Answer = {
      seatId: 'seat-kari',
      personId: 'kari',
      choice: 'approve',
      textHash,
      receivedAt: NOW,
      registered: { by: 'siv', way: 'telefon' },
    };
    expect(answered(aRound({ answers: [registered] }), ['kari']).answers[0]).not.toHaveProperty('registered');
  });

  test('somebody with two seats answers for both at once', () => {
    const round = answered(aRound({}, twoSeats), ['kari']);
    expect(round.answers.map(({ seatId }) => seatId)).toEqual(['seat-kari', 'seat-2']);
    expect(answered(round, ['kari', typo]).answers.map(({ seatId }) => seatId)).toEqual(['seat-kari', 'seat-2']);
    expect(answered(round, ['ola']).status).toBe('approved');
  });

  test('somebody who has answered for one seat and then gets a second one answers for that as well', () => {
    const round = answered(aRound({}, twoSeats), ['kari']);
    const before = { ...round, answers: round.answers.filter(({ seatId }) => seatId === 'seat-kari') };
    expect(answered(before, ['kari']).answers.map(({ seatId }) => seatId)).toEqual(['seat-kari', 'seat-2']);
  });

  test('an answer one millisecond before the deadline counts', () => {
    expect(answer(aRound(), 'kari', undefined, new Date(DEADLINE.getTime() - 1)).ok).toBe(true);
  });

  test.each([
    ['an answer at the deadline, even before the timer ran', {}, 'kari', DEADLINE, 'too-late'],
    ['an answer to a closed round', { status: 'approved' }, 'kari', NOW, 'closed'],
    ['a late answer to a closed round, as late', { status: 'undecided' }, 'kari', DEADLINE, 'too-late'],
    ['a late answer to a withdrawn round, as withdrawn', { status: 'withdrawn' }, 'kari', DEADLINE, 'withdrawn'],
    ['an answer to a round whose content was changed', { status: 'replaced' }, 'kari', NOW, 'replaced'],
    ['somebody who is not asked', {}, 'per', NOW, 'not-asked'],
    ['the secretariat, which has no seat', {}, 'siv', NOW, 'not-asked'],
    ['an answer about another text', { textHashes: [hashOf('noe annet')] }, 'kari', NOW, 'other-text'],
  ] as const)('refuses %s', (_what, overrides, personId, at, refusal) => {
    expect(answer(aRound(overrides as Partial<Round>), personId, undefined, at)).toEqual({ ok: false, refusal });
  });

  test('the same answer again is late as well once the deadline has passed', () => {
    const once = answered(aRound(), ['kari']);
    expect(answer(once, 'kari', undefined, DEADLINE)).toEqual({ ok: false, refusal: 'too-late' });
  });
});

describe('the secretariat', () => {
  const toldOf = (given: Pick<Given, 'choice' | 'remark'>) =>
    accepted(give(aRound(), given)).outbox.flatMap((effect) => ('personId' in effect ? effect.personId : []));

  test.each([
    ['a remark on the content', { choice: 'remark', remark: objection }],
    ['a typo', { choice: 'remark', remark: typo }],
    ['a wish to take it to the meeting', { choice: 'lift-to-meeting' }],
  ] as const)('hears of %s as it comes', (_what, given) => {
    expect(toldOf(given)).toEqual(['siv']);
  });

  test('is not told of every yes', () => {
    expect(toldOf({ choice: 'approve' })).toEqual([]);
  });
});

describe('a remark whose author answers anew', () => {
  test('is kept for the receipt, each of them once, and no yes is', () => {
    const round = answered(aRound(), ['kari', objection], ['kari', typo], ['kari'], ['kari', objection]);
    expect(round.takenBack?.map(({ remark }) => remark)).toEqual([objection, typo]);
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('with the same words is no other remark', () => {
    expect(answered(aRound(), ['kari', objection], ['kari', { ...objection, sak: '1/26' }])).not.toHaveProperty(
      'takenBack',
    );
  });

  test('for ever does not fill the record: the newest two hundred are kept', () => {
    const remarks = Array.from({ length: 203 }, (_, n): Remark => ({ kind: 'realitet', text: `Merknad ${n}` }));
    const round = answered(aRound(), ...remarks.map((remark) => ['kari', remark] as const));
    const kept = round.takenBack?.map(({ remark }) => remark?.text);
    expect([kept?.length, kept?.[0], kept?.at(-1)]).toEqual([200, 'Merknad 2', 'Merknad 201']);
  });
});

describe('an answer given in the committee’s conversation', () => {
  const asked = () => aRound({ deliveries: [delivered('kari'), delivered('ola')] });

  test('renews the card of whoever gave it, which still asks', () => {
    const round = accepted(give(asked(), { choice: 'approve', elsewhere: true }));
    expect(round.outbox).toEqual([
      { kind: 'seat-card-update', key: 'seat-card-update:4', holderId: 'kari', attempts: 0, dueAt: REAL_NOW },
    ]);
  });

  test('renews nothing for somebody whom no card reached', () => {
    const unreached = { ...asked(), deliveries: [delivered('ola')] };
    expect(accepted(give(unreached, { choice: 'approve', elsewhere: true })).outbox).toEqual([]);
  });

  test('given in their own card it is shown there at once, and nothing is renewed', () => {
    expect(accepted(give(asked(), { choice: 'approve' })).outbox).toEqual([]);
  });

  test('wherever it is given, the shared card is renewed', () => {
    const shared = { ...asked(), shared: { serviceUrl: 'https://teams.example/', conversationId: '19:ssu' } };
    const kinds = accepted(give(shared, { choice: 'approve' })).outbox.map(({ kind }) => kind);
    expect(kinds).toEqual(['shared-card-update']);
  });
});
