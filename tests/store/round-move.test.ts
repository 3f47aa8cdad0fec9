import { describe, expect, test } from 'vitest';
import { type Round, roundSchema } from '../../store/round/record.ts';
import { tally } from '../../store/round/rules-count.ts';
import { moveSeat } from '../../store/round/rules-revise.ts';
import {
  aCommittee,
  accepted,
  answer,
  answered,
  aRound,
  aSeat,
  DEADLINE,
  delivered,
  missed,
  NOW,
  objection,
  REAL_NOW,
} from '../support/records.ts';

const shared = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu', activityId: '1' };
const asked = () => aRound({ deliveries: [delivered('kari'), delivered('ola')] });
const vera = { holderId: 'vera', holderName: 'VERA', actsFor: 'KARI' };
const kari = { holderId: 'kari', holderName: 'KARI' };
const move = (round: Round, to: Parameters<typeof moveSeat>[2] = vera, now = NOW, seatId = 'seat-kari') =>
  moveSeat(round, seatId, to, 'siv', { now, realNow: REAL_NOW });
const moved = (round: Round, to = vera as Parameters<typeof moveSeat>[2]) => accepted(move(round, to));
const wanted = ({ outbox }: Round) =>
  outbox.map((effect) => [effect.kind, 'holderId' in effect ? effect.holderId : undefined]);

describe('moveSeat', () => {
  test('the seat is the new holder’s, and it is known whose it was', () => {
    const round = moved(asked());
    expect(round.seats[0]).toEqual({
      seatId: 'seat-kari',
      seatName: 'kari kommune',
      ...vera,
      earlierHolders: [kari],
    });
    expect(round.waitingFor).toEqual(['vera', 'ola']);
    expect(round.history.at(-1)).toEqual({
      at: NOW,
      by: 'siv',
      what: 'seat-moved',
      seatId: 'seat-kari',
      onBehalfOf: 'kari',
    });
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('only the new holder answers for it from then on, and the former one is told so', () => {
    const round = moved(asked());
    expect(answer(round, 'kari')).toEqual({ ok: false, refusal: 'seat-moved' });
    expect(answer(round, 'per')).toEqual({ ok: false, refusal: 'not-asked' });
    expect(answered(round, ['vera'], ['ola']).status).toBe('approved');
  });

  test('both see the right card: the former holder’s is renewed, the new one gets theirs in working hours', () => {
    const friday = new Date('2026-03-06T19:00:00Z');
    const round = accepted(move({ ...asked(), shared }, vera, friday));
    expect(wanted(round)).toEqual([
      ['seat-card-update', 'kari'],
      ['shared-card-update', undefined],
      ['seat-card', 'vera'],
    ]);
    expect(round.outbox.at(-1)?.contactAt).toEqual(new Date('2026-03-09T07:00:00Z'));
    expect(round.outbox[0]).not.toHaveProperty('contactAt');
  });

  test('an answer that was given stands, and the new holder gets a card that says so', () => {
    const round = moved({ ...answered(asked(), ['kari']), outbox: [] });
    expect(round.answers).toMatchObject([{ seatId: 'seat-kari', personId: 'kari', choice: 'approve' }]);
    expect(wanted(round)).toEqual([
      ['seat-card-update', 'kari'],
      ['seat-card', 'vera'],
    ]);
  });

  test('it is counted under the name of whoever gave it, until the new holder changes it', () => {
    const round = moved(answered(asked(), ['kari', objection]));
    expect(tally(round).objections).toMatchObject([{ holderName: 'KARI' }]);
    expect(tally(round).remarks).toMatchObject([{ seat: { holderName: 'KARI' }, remark: objection }]);
    expect(tally(round).objections[0]).not.toHaveProperty('actsFor');
    expect(tally(answered(round, ['vera'])).yes).toMatchObject([{ holderName: 'VERA', actsFor: 'KARI' }]);
  });

  test('also when the seat has moved twice since', () => {
    const nora = { holderId: 'nora', holderName: 'NORA' };
    const round = moved(moved(answered(asked(), ['kari', objection])), nora);
    expect(tally(round).objections).toMatchObject([{ holderName: 'KARI' }]);
  });

  test('whoever has the seat again is counted as they have it now', () => {
    const again = moved(moved(moved(asked()), kari), { holderId: 'vera', holderName: 'VERA' });
    const [yes] = tally(answered(again, ['vera'])).yes;
    expect(yes?.holderName).toBe('VERA');
    expect(yes).not.toHaveProperty('actsFor');
  });

  test('what the new holder answers is theirs, also when it is the same as the former one said', () => {
    expect(answered(moved(answered(asked(), ['kari'])), ['vera']).answers).toMatchObject([{ personId: 'vera' }]);
  });

  test('a new holder whose own card is there already has it renewed, and gets no second one', () => {
    const { outbox, ...round } = moved(asked(), { holderId: 'ola', holderName: 'OLA', actsFor: 'KARI' });
    expect(outbox.flatMap((effect) => ('holderId' in effect ? effect.holderId : []))).toEqual(['kari', 'ola']);
    expect(outbox.map(({ kind }) => kind)).toEqual(['seat-card-update', 'seat-card-update']);
    expect(round.waitingFor).toEqual(['ola']);
    expect(answered({ ...round, outbox }, ['ola'])).toMatchObject({ status: 'approved', answers: [{}, {}] });
  });

  test('a new holder whom no card has reached gets one', () => {
    const unreached = { ...asked(), deliveries: [delivered('kari'), missed('vera')] };
    expect(wanted(moved(unreached))).toContainEqual(['seat-card', 'vera']);
  });

  test('somebody with two seats who gives one away keeps the other, and is asked for it', () => {
    const seats = [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')];
    const round = moved(aRound({ deliveries: [delivered('kari')] }, aCommittee({ seats })));
    expect(round.waitingFor).toEqual(['vera', 'kari', 'ola']);
    expect(answered(round, ['kari']).answers.map(({ seatId }) => seatId)).toEqual(['seat-2']);
  });

  test('moved back, the seat is the member’s again, and their card asks again', () => {
    const back = moved({ ...moved(asked()), outbox: [] }, kari);
    expect(back.seats[0]).toEqual({
      seatId: 'seat-kari',
      seatName: 'kari kommune',
      ...kari,
      earlierHolders: [kari, vera],
    });
    expect(back.seats[0]).not.toHaveProperty('actsFor');
    expect(wanted(back)).toEqual([['seat-card-update', 'kari']]);
    expect(answered(back, ['kari'], ['ola']).status).toBe('approved');
    expect(answer(back, 'vera')).toEqual({ ok: false, refusal: 'seat-moved' });
  });

  test('what the vara answered stands when it is moved back, under the vara’s name', () => {
    const back = moved(answered(moved(asked()), ['vera', objection]), kari);
    expect(tally(back).objections).toMatchObject([{ holderName: 'VERA', actsFor: 'KARI' }]);
    expect(answered(back, ['kari'], ['ola']).status).toBe('approved');
  });

  test('moved to whoever holds it already, nothing changes', () => {
    const once = moved(asked());
    expect(moved(once)).toBe(once);
  });

  test('a mark that the seat was absent from the meeting goes with the seat', () => {
    const round = asked();
    const [first, ...rest] = round.seats;
    const absent = { ...round, seats: first ? [{ ...first, wasAbsent: true as const }, ...rest] : rest };
    expect(moved(absent).seats[0]).toMatchObject({ holderId: 'vera', wasAbsent: true });
  });

  test.each([
    ['a seat that is not asked', asked, NOW, 'seat-per', 'no-such-seat'],
    ['a round that is over', () => aRound({ status: 'approved' }), NOW, 'seat-kari', 'not-open'],
    ['a round whose deadline has passed', asked, DEADLINE, 'seat-kari', 'not-open'],
  ] as const)('refuses %s', (_what, round, now, seatId, refusal) => {
    expect(move(round(), vera, now, seatId)).toEqual({ ok: false, refusal });
  });
});
