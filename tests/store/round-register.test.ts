import { describe, expect, test } from 'vitest';
import { newest } from '../../store/referat/record.ts';
import { type Round, roundSchema } from '../../store/round/record.ts';
import { type Registration, registerAnswer, undoRegistration } from '../../store/round/rules.ts';
import { moveSeat } from '../../store/round/rules-revise.ts';
import { closeRound } from '../../store/round/rules-run.ts';
import {
  accepted,
  answered,
  aReferat,
  aRound,
  DEADLINE,
  delivered,
  hashOf,
  NOW,
  objection,
  REAL_NOW,
  typo,
} from '../support/records.ts';

const LATER = new Date('2026-03-03T10:00:00Z');
const clocks = { now: LATER, realNow: REAL_NOW };
const textHash = newest(aReferat()).hash;
const byPhone: Registration = { seatId: 'seat-ola', choice: 'approve', way: 'telefon' };

const register = (round: Round, given: Partial<Registration> = {}, at = clocks) =>
  registerAnswer(round, { ...byPhone, ...given }, 'siv', at);
const undo = (round: Round, seatId = 'seat-ola', at = clocks) => undoRegistration(round, seatId, 'siv', at);
const toVera = (round: Round, seatId = 'seat-ola') =>
  accepted(moveSeat(round, seatId, { holderId: 'vera', holderName: 'VERA', actsFor: 'OLA' }, 'siv', clocks));
const kari = { holderId: 'kari', holderName: 'KARI' };
const withoutOutbox = (round: Round): Round => ({ ...round, outbox: [] });

describe('registerAnswer', () => {
  test('is the holder’s answer, about the newest text, and shows who registered it and how it came', () => {
    const round = accepted(register(aRound({ textHashes: [textHash, hashOf('rettet')] })));
    expect(round.answers).toEqual([
      {
        seatId: 'seat-ola',
        personId: 'ola',
        choice: 'approve',
        textHash: hashOf('rettet'),
        receivedAt: LATER,
        registered: { by: 'siv', way: 'telefon' },
      },
    ]);
    expect(round.history.at(-1)).toEqual({
      at: LATER,
      by: 'siv',
      what: 'registered-approved',
      seatId: 'seat-ola',
      onBehalfOf: 'ola',
    });
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test.each([
    ['a typo', { choice: 'remark', remark: typo }, 'registered-remark-skrivefeil'],
    ['a remark on the content', { choice: 'remark', remark: objection }, 'registered-remark-realitet'],
    ['a wish to take it to the meeting', { choice: 'lift-to-meeting' }, 'registered-lifted-to-meeting'],
  ] as const)('%s is registered as that', (_what, given, line) => {
    const round = accepted(register(aRound(), given));
    expect(round.answers[0]).toMatchObject(given);
    expect(round.history.at(-1)).toMatchObject({ what: line });
  });

  test('the last one that is missing closes the round; an objection does not', () => {
    expect(accepted(register(answered(aRound(), ['kari'])))).toMatchObject({ status: 'approved' });
    const objected = register(answered(aRound(), ['kari']), { choice: 'remark', remark: objection });
    expect(accepted(objected).status).toBe('open');
  });

  test('a second registration takes the place of the first', () => {
    const twice = accepted(register(accepted(register(aRound())), { choice: 'lift-to-meeting', way: 'e-post' }));
    expect(twice.answers).toMatchObject([{ choice: 'lift-to-meeting', registered: { way: 'e-post' } }]);
    expect(twice).not.toHaveProperty('setAside');
  });

  test('renews the holder’s own card, which still asks', () => {
    const round = accepted(register(aRound({ deliveries: [delivered('ola'), delivered('kari')] })));
    expect(round.outbox.map(({ kind, ...rest }) => [kind, 'holderId' in rest && rest.holderId])).toEqual([
      ['seat-card-update', 'ola'],
    ]);
  });

  test('the holder may change it themselves afterwards', () => {
    const changed = answered(accepted(register(aRound())), ['ola', objection]);
    expect(changed.answers).toMatchObject([{ personId: 'ola', choice: 'remark' }]);
    expect(changed.answers[0]).not.toHaveProperty('registered');
  });

  test('in place of what an earlier holder answered it is the new holder’s', () => {
    const moved = toVera(answered(aRound(), ['ola']));
    const round = accepted(register(moved, { choice: 'lift-to-meeting' }));
    expect(round.answers).toMatchObject([{ personId: 'vera', choice: 'lift-to-meeting' }]);
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('what somebody answered for one seat is no answer for another seat that they get', () => {
    const moved = accepted(moveSeat(answered(aRound(), ['kari']), 'seat-ola', kari, 'siv', clocks));
    expect(accepted(register(moved)).answers).toMatchObject([{ seatId: 'seat-kari' }, { seatId: 'seat-ola' }]);
  });

  const that = (status: Round['status']) => () => aRound({ status });
  test.each([
    ['a seat that is not asked', that('open'), { seatId: 'seat-per' }, LATER, 'no-such-seat'],
    ['an answer for somebody who has answered', () => answered(aRound(), ['ola']), {}, LATER, 'answered-themselves'],
    ['one that comes after the deadline', that('open'), {}, DEADLINE, 'too-late'],
    ['one to a round that is over', that('approved'), {}, LATER, 'closed'],
    ['one to a withdrawn round', that('withdrawn'), {}, LATER, 'withdrawn'],
    ['one to a round whose content was changed', that('replaced'), {}, LATER, 'replaced'],
  ] as const)('refuses %s', (_what, round, given, now, refusal) => {
    expect(register(round(), given, { now, realNow: REAL_NOW })).toEqual({ ok: false, refusal });
  });
});

describe('undoRegistration', () => {
  test('the seat has no answer any more, and it is noted who took it back for whom', () => {
    const round = accepted(undo(accepted(register(aRound()))));
    expect(round.answers).toEqual([]);
    expect(round.history.at(-1)).toEqual({
      at: LATER,
      by: 'siv',
      what: 'registration-undone',
      seatId: 'seat-ola',
      onBehalfOf: 'ola',
    });
  });

  test('leaves the other answers as they are', () => {
    const both = answered(accepted(register(aRound(), { choice: 'remark', remark: objection })), ['kari']);
    expect(accepted(undo(both)).answers).toMatchObject([{ seatId: 'seat-kari', choice: 'approve' }]);
  });

  test('the holder’s card asks again', () => {
    const asked = aRound({ deliveries: [delivered('ola'), delivered('kari')] });
    const { outbox } = accepted(undo(withoutOutbox(accepted(register(asked)))));
    expect(outbox).toMatchObject([{ kind: 'seat-card-update', holderId: 'ola' }]);
  });

  test('of a seat that has moved since, both the old and the new holder’s card is renewed', () => {
    const registered = accepted(register(aRound({ deliveries: [delivered('ola'), delivered('vera')] })));
    const undone = accepted(undo(withoutOutbox(toVera(registered))));
    expect(undone.outbox.flatMap((effect) => ('holderId' in effect ? effect.holderId : []))).toEqual(['ola', 'vera']);
  });

  describe('when the registered answer had closed the round', () => {
    const asked = () => aRound({ deliveries: [delivered('kari'), delivered('ola')] });
    const closed = () => accepted(register(answered(asked(), ['kari'])));
    const reopen = () => accepted(undo(closed()));

    test('the round is open until its deadline, as it was before', () => {
      expect(closed().status).toBe('approved');
      const reopened = reopen();
      expect(reopened).toMatchObject({
        status: 'open',
        closeDueAt: DEADLINE,
        runningIn: 'committee-1',
        remindDueAt: new Date('2026-03-05T07:00:00Z'),
        waitingFor: ['kari', 'ola'],
      });
      expect(reopened).not.toHaveProperty('closedAt');
      expect(roundSchema.parse(reopened)).toEqual(reopened);
    });

    test('the referat is told, and the round can be answered and closed again', () => {
      const reopened = reopen();
      expect(reopened.outbox.filter(({ kind }) => kind === 'round-told')).toHaveLength(1);
      expect(answered(reopened, ['ola']).status).toBe('approved');
      expect(accepted(closeRound(reopened, { now: DEADLINE, realNow: REAL_NOW })).status).toBe('undecided');
    });

    test('whoever had got no card because it closed so early gets it now, and only they', () => {
      const early = { ...asked(), deliveries: [delivered('kari')] };
      const again = accepted(undo(withoutOutbox(accepted(register(answered(early, ['kari']))))));
      expect(again.outbox.filter(({ kind }) => kind === 'seat-card')).toMatchObject([
        { holderId: 'ola', inWorkingHours: true },
      ]);
      expect(reopen().outbox.map(({ kind }) => kind)).not.toContain('seat-card');
    });
  });

  describe('when it had taken the place of an earlier holder’s own answer', () => {
    const moved = () => toVera(answered(aRound(), ['ola']));
    const registered = () => accepted(register(moved(), { choice: 'lift-to-meeting' }));

    test('that answer counts again', () => {
      const undone = accepted(undo(registered()));
      expect(undone.answers).toEqual(moved().answers);
      expect(undone).not.toHaveProperty('setAside');
    });

    test('also when it was registered twice, and the round is over if it was the last one missing', () => {
      const twice = accepted(register(registered(), { way: 'e-post', choice: 'remark', remark: objection }));
      expect(accepted(undo(answered(twice, ['kari'])))).toMatchObject({ status: 'approved' });
    });

    test('not once the new holder has answered themselves', () => {
      const own = answered(registered(), ['vera', typo]);
      expect(own).not.toHaveProperty('setAside');
      expect(undo(own)).toEqual({ ok: false, refusal: 'not-registered' });
    });

    test('a remark that is set aside is not taken back by an answer for another seat', () => {
      const objected = toVera(answered(aRound(), ['kari', objection]), 'seat-kari');
      const setAside = accepted(register(objected, { seatId: 'seat-kari' }));
      expect(answered(setAside, ['ola', typo])).toMatchObject({ setAside: [{ remark: objection }] });
      expect(answered(setAside, ['ola', typo])).not.toHaveProperty('takenBack');
    });

    test('what was set aside for one seat has nothing to do with another', () => {
      const both = toVera(answered(aRound(), ['ola'], ['kari', objection]), 'seat-kari');
      const setAside = accepted(register(accepted(register(toVera(both))), { seatId: 'seat-kari' }));
      expect(setAside.setAside?.map(({ seatId }) => seatId)).toEqual(['seat-ola', 'seat-kari']);
      const undone = accepted(undo(setAside, 'seat-ola'));
      expect(undone.setAside?.map(({ seatId }) => seatId)).toEqual(['seat-kari']);
      expect(undone.answers.map(({ seatId, personId }) => [seatId, personId])).toEqual([
        ['seat-kari', 'vera'],
        ['seat-ola', 'ola'],
      ]);
    });
  });

  const registeredIn = (status: Round['status']) => (): Round => ({ ...accepted(register(aRound())), status });
  test.each([
    ['an answer that nobody registered', () => answered(aRound(), ['ola']), LATER, 'not-registered'],
    ['no answer at all', () => aRound(), LATER, 'not-registered'],
    ['after the deadline', registeredIn('open'), DEADLINE, 'not-open'],
    ['in a withdrawn round', registeredIn('withdrawn'), LATER, 'not-open'],
    ['in a replaced round', registeredIn('replaced'), LATER, 'not-open'],
  ] as const)('refuses %s', (_what, round, now, refusal) => {
    expect(undo(round(), 'seat-ola', { now, realNow: REAL_NOW })).toEqual({ ok: false, refusal });
  });

  test('the test answers are given in working hours', () => {
    expect(LATER > NOW && LATER < DEADLINE).toBe(true);
  });
});
