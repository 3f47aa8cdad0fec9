import { describe, expect, test } from 'vitest';
import type { Answer, Round } from '../../store/round/record.ts';
import { deliveryTo, tally } from '../../store/round/tally.ts';
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

/** Who is counted where. */
function counted(round: Round) {
  const { yes, objections, remarks, silent, notReached } = tally(round);
  const names = (seats: typeof yes) => seats.map(({ holderId }) => holderId);
  return {
    yes: names(yes),
    objections: names(objections),
    remarks: remarks.map(({ seat, remark }) => [seat.holderId, remark]),
    silent: names(silent),
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
    expect(counted({ ...round, deliveries: [delivered('seat-stille'), missed('seat-borte', 'blocked')] })).toEqual({
      yes: ['ja', 'feil'],
      objections: ['nei'],
      remarks: [
        ['feil', typo],
        ['nei', objection],
      ],
      silent: ['stille'],
      notReached: [
        ['borte', 'blocked'],
        ['ukjent', undefined],
      ],
    });
  });

  test('whoever answered is neither silent nor not reached, however the card fared', () => {
    const round = answered(roundOf('kari', 'ola', 'per'), ['kari'], ['ola']);
    expect(counted({ ...round, deliveries: [delivered('seat-kari'), missed('seat-ola')] })).toMatchObject({
      yes: ['kari', 'ola'],
      silent: [],
      notReached: [['per', undefined]],
    });
  });

  test('a wish to take it to the meeting is an objection without a remark', () => {
    const lifted: Answer = {
      seatId: 'seat-ola',
      personId: 'ola',
      choice: 'lift-to-meeting',
      textHash: aReferat().textHash,
      receivedAt: NOW,
    };
    expect(counted(aRound({ answers: [lifted] }))).toMatchObject({ yes: [], objections: ['ola'], remarks: [] });
  });

  test('a card that came at the deadline or later reached nobody in time, and does not change the outcome', () => {
    const early = delivered('seat-kari', new Date(DEADLINE.getTime() - 1));
    expect(counted(aRound({ deliveries: [early, delivered('seat-ola', DEADLINE)] }))).toMatchObject({
      silent: ['kari'],
      notReached: [['ola', undefined]],
    });
  });

  test('one card serves every seat of a person', () => {
    const committee = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')] });
    const round = aRound({ deliveries: [delivered('seat-2')] }, committee);
    expect(counted(round)).toMatchObject({ silent: ['kari', 'kari'], notReached: [['ola', undefined]] });
    expect(deliveryTo(round, 'kari')).toEqual(delivered('seat-2'));
    expect(deliveryTo(round, 'ola')).toBeUndefined();
  });
});
