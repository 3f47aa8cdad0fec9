import { describe, expect, test } from 'vitest';
import type { ApprovalRule } from '../../store/committee/record.ts';
import { newest } from '../../store/referat/record.ts';
import type { Answer, Round } from '../../store/round/record.ts';
import {
  asAnswered,
  deliveryTo,
  hasAnswered,
  isObjection,
  isYes,
  tally,
  waitingHolders,
  yesesWanted,
} from '../../store/round/rules-count.ts';
import {
  aCommittee,
  answered,
  aReferat,
  aRound,
  aSeat,
  DEADLINE,
  delivered,
  missed,
  NOW,
  objection,
  typo,
} from '../support/records.ts';

/** A round over seats of these people. */
const roundOf = (...people: readonly string[]) =>
  aRound({}, aCommittee({ seats: people.map((person) => aSeat(person)) }));
const lifted: Answer = {
  seatId: 'seat-ola',
  personId: 'ola',
  choice: 'lift-to-meeting',
  textHash: newest(aReferat()).hash,
  receivedAt: NOW,
};
const JUST_IN_TIME = new Date(DEADLINE.getTime() - 1);

/** Who is counted where. */
function counted(round: Round) {
  const { yes, objections, remarks, lifted: up, silent, absent, notReached } = tally(round);
  const names = (seats: typeof yes) => seats.map(({ holderId }) => holderId);
  return {
    yes: names(yes),
    objections: names(objections),
    remarks: remarks.map(({ seat, remark }) => [seat.holderId, remark]),
    lifted: names(up),
    silent: silent.map(({ seat, reminded }) => [seat.holderId, reminded]),
    absent: names(absent),
    notReached: notReached.map(({ seat, why }) => [seat.holderId, why]),
  };
}

describe('tally', () => {
  test('tells active yes, objections, remarks, silent and not reached apart', () => {
    const round = answered(
      roundOf('ja', 'feil', 'nei', 'stille', 'borte', 'ukjent'),
      ['ja'],
      ['feil', typo],
      ['nei', objection],
    );
    expect(counted({ ...round, deliveries: [delivered('stille'), missed('borte', 'blocked')] })).toEqual({
      yes: ['ja', 'feil'],
      objections: ['nei'],
      remarks: [
        ['feil', typo],
        ['nei', objection],
      ],
      lifted: [],
      silent: [['stille', false]],
      absent: [],
      notReached: [
        ['borte', 'blocked'],
        ['ukjent', undefined],
      ],
    });
  });

  test('whoever answered is neither silent nor not reached, however the card fared', () => {
    const round = answered(roundOf('kari', 'ola', 'per'), ['kari'], ['ola']);
    expect(counted({ ...round, deliveries: [delivered('kari'), missed('ola')] })).toMatchObject({
      yes: ['kari', 'ola'],
      silent: [],
      notReached: [['per', undefined]],
    });
  });

  test('a wish to take it to the meeting is an objection without a remark', () => {
    expect(counted(aRound({ answers: [lifted] }))).toMatchObject({
      yes: [],
      objections: ['ola'],
      lifted: ['ola'],
      remarks: [],
    });
  });

  test('a card or a reminder that came at the deadline or later reached nobody in time', () => {
    const deliveries = [delivered('kari', JUST_IN_TIME), delivered('ola', DEADLINE)];
    const reminders = [{ holderId: 'kari', at: DEADLINE }];
    expect(counted(aRound({ deliveries, reminders }))).toMatchObject({
      silent: [['kari', false]],
      notReached: [['ola', undefined]],
    });
    const inTime = [...reminders, { holderId: 'kari', at: JUST_IN_TIME }];
    expect(counted(aRound({ deliveries, reminders: inTime })).silent).toEqual([['kari', true]]);
  });

  test('somebody who was not at the meeting is absent, reached or not, and counts as usual once they answer', () => {
    const [kari, ola] = aRound().seats;
    const seats = [kari, ola].flatMap((seat) => (seat ? [{ ...seat, wasAbsent: true as const }] : []));
    const round = aRound({ seats, deliveries: [delivered('kari')] });
    expect(counted(round)).toMatchObject({ absent: ['kari', 'ola'], silent: [], notReached: [] });
    expect(counted(answered(round, ['kari', objection]))).toMatchObject({ absent: ['ola'], objections: ['kari'] });
  });

  test('one card serves every seat of a person', () => {
    const committee = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')] });
    const round = aRound({ deliveries: [delivered('kari')] }, committee);
    expect(counted(round)).toMatchObject({
      silent: [
        ['kari', false],
        ['kari', false],
      ],
      notReached: [['ola', undefined]],
    });
    expect(deliveryTo(round, 'kari')).toEqual(delivered('kari'));
    expect(deliveryTo(round, 'ola')).toBeUndefined();
  });
});

describe('an answer', () => {
  const of = (choice: Answer['choice'], remark?: Answer['remark']): Answer => ({
    ...lifted,
    choice,
    ...(remark && { remark }),
  });
  test.each([
    ['a yes', true, of('approve')],
    ['a typo', true, of('remark', typo)],
    ['a remark on the content', false, of('remark', objection)],
    ['a wish to take it to the meeting', false, of('lift-to-meeting')],
    ['such a wish with a typo beside it', false, of('lift-to-meeting', typo)],
  ])('that is %s is a yes: %s', (_what, yes, answer) => {
    expect([isYes(answer), isObjection(answer)]).toEqual([yes, !yes]);
  });

  test('of somebody the round knows nothing of stands with the seat as it is', () => {
    const seat = { seatId: 'seat-ola', seatName: 'Ola kommune', holderId: 'vera', holderName: 'VERA' };
    expect(asAnswered(seat, lifted)).toBe(seat);
  });
});

test('whoever holds two seats waits until both have an answer', () => {
  const committee = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')] });
  const whole = answered(aRound({}, committee), ['kari']);
  const half = { ...whole, answers: whole.answers.slice(0, 1) };
  expect([hasAnswered(whole, 'kari'), hasAnswered(half, 'kari')]).toEqual([true, false]);
  expect([waitingHolders(whole), waitingHolders(half)]).toEqual([['ola'], ['kari', 'ola']]);
});

test.each<readonly [string, ApprovalRule, readonly (readonly [asked: number, wanted: number])[]]>([
  [
    'everyone',
    { kind: 'everyone' },
    [
      [1, 1],
      [8, 8],
    ],
  ],
  [
    'majority, more than half',
    { kind: 'majority' },
    [
      [1, 1],
      [7, 4],
      [8, 5],
    ],
  ],
  [
    'consensus, half when no number is set',
    { kind: 'consensus' },
    [
      [1, 1],
      [7, 4],
      [8, 4],
    ],
  ],
  ['consensus, the number that is set', { kind: 'consensus', atLeast: 3 }, [[8, 3]]],
  ['silent consent, at least one', { kind: 'silent-consent' }, [[8, 1]]],
])('how many must say yes: %s', (_what, rule, rows) => {
  for (const [asked, wanted] of rows) expect(yesesWanted(rule, asked)).toBe(wanted);
});
