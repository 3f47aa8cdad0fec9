import { describe, expect, test } from 'vitest';
import { emit } from '../../store/effect.ts';
import { claimEffect } from '../../store/outbox.ts';
import { type Answer, type Round, roundSchema } from '../../store/round/record.ts';
import { closeRound, noteDelivery, openRound } from '../../store/round/rules.ts';
import {
  aCommittee,
  accepted,
  answered,
  aReferat,
  aRound,
  DEADLINE,
  delivered,
  missed,
  NOW,
  objection,
  REAL_NOW,
} from '../support/records.ts';

const atDeadline = { now: DEADLINE, realNow: REAL_NOW };
const closed = (round: Round) => accepted(closeRound(round, atDeadline));
const keysOf = ({ outbox }: Round) => outbox.map(({ key }) => key);

describe('closeRound', () => {
  test('closes at the deadline: nobody is waited for any more, and it is noted that the bot did it', () => {
    const round = closed(answered(aRound(), ['kari']));
    expect(round).toMatchObject({ status: 'undecided', closedAt: DEADLINE, waitingFor: [] });
    expect(round).not.toHaveProperty('closeDueAt');
    expect(round).not.toHaveProperty('openIn');
    expect(round.history.at(-1)).toEqual({ at: DEADLINE, by: 'bot', what: 'undecided' });
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('however late it runs, answers received in time decide', () => {
    const weeksLater = { now: new Date('2026-04-01T09:00:00Z'), realNow: REAL_NOW };
    const yes = (person: string): Answer => ({
      seatId: `seat-${person}`,
      personId: person,
      choice: 'approve',
      textHash: aReferat().textHash,
      receivedAt: NOW,
    });
    const round = accepted(closeRound(aRound({ answers: [yes('kari'), yes('ola')] }), weeksLater));
    expect(round).toMatchObject({ status: 'approved', closedAt: weeksLater.now });
  });

  test('tells the referat at once, and the followers how it went', () => {
    const round = closed(aRound());
    expect(round.outbox).toEqual([
      { kind: 'round-closed', key: 'round-closed:round_referat-1_1', attempts: 0, dueAt: REAL_NOW },
      {
        kind: 'personal-card',
        key: 'round-outcome:siv',
        personId: 'siv',
        view: { view: 'round-status', roundId: 'round_referat-1_1' },
        attempts: 0,
        dueAt: REAL_NOW,
        inWorkingHours: true,
      },
    ]);
    expect(round.outboxDueAt).toEqual(REAL_NOW);
  });

  test('outside working hours the outcome waits for the next morning', () => {
    const evening = { now: new Date('2026-03-09T19:00:00Z'), realNow: REAL_NOW };
    const round = accepted(closeRound(aRound(), evening));
    expect(round.contactDueAt).toEqual(new Date('2026-03-10T07:00:00Z'));
    expect(round.outbox.filter(({ contactAt }) => contactAt).map(({ key }) => key)).toEqual(['round-outcome:siv']);
  });

  test('renews the cards that still ask, and no others', () => {
    const deliveries = [delivered('seat-kari'), missed('seat-ola')];
    expect(closed(aRound({ deliveries })).outbox).toContainEqual({
      kind: 'seat-card-update',
      key: 'seat-card-closed:seat-kari',
      seatId: 'seat-kari',
      attempts: 0,
      dueAt: REAL_NOW,
    });
    expect(keysOf(closed(aRound({ deliveries })))).not.toContain('seat-card-closed:seat-ola');
  });

  test('a card that was answered has turned into a receipt and is left as it is', () => {
    const round = answered(aRound({ deliveries: [delivered('seat-kari'), delivered('seat-ola')] }), ['kari']);
    expect(keysOf(closed(round))).not.toContain('seat-card-closed:seat-kari');
    expect(keysOf(closed(round))).toContain('seat-card-closed:seat-ola');
  });

  test('cards that have not gone out by then are not sent, whatever else waits is', () => {
    const opened = accepted(
      openRound(
        { committee: aCommittee(), referat: aReferat(), revision: 1, nameOf: (id) => id, openedBy: 'siv' },
        { now: NOW, realNow: REAL_NOW },
      ),
    );
    const tried = accepted(claimEffect(opened, 'seat-card:seat-kari', REAL_NOW));
    const waiting = emit(tried, { realNow: REAL_NOW }, { kind: 'round-opened', key: 'else' });
    expect(keysOf(closed(waiting))).toEqual([
      'round-opened:round_referat-1_1',
      'else',
      'round-closed:round_referat-1_1',
      'round-outcome:siv',
    ]);
  });

  test.each([
    ['before the deadline', () => aRound(), new Date(DEADLINE.getTime() - 1)],
    ['a second time', () => closed(aRound()), DEADLINE],
  ] as const)('does nothing %s', (_what, round, now) => {
    expect(closeRound(round(), { now, realNow: REAL_NOW })).toEqual({ ok: false, refusal: 'not-due' });
  });
});

describe('the rule «everyone»', () => {
  const lifted: Answer = {
    seatId: 'seat-ola',
    personId: 'ola',
    choice: 'lift-to-meeting',
    textHash: aReferat().textHash,
    receivedAt: NOW,
  };

  test.each([
    ['one who has not answered', () => answered(aRound(), ['kari'])],
    ['nobody who answered', () => aRound()],
    ['an objection, though everybody answered', () => answered(aRound(), ['kari', objection], ['ola'])],
    ['a wish to take it to the meeting', () => aRound({ answers: [...answered(aRound(), ['kari']).answers, lifted] })],
  ])('leaves it undecided with %s', (_what, round) => {
    expect(closed(round()).status).toBe('undecided');
  });

  test.each(['majority', 'consensus', 'silent-consent'] as const)(
    'is the only one that approves yet: «%s» leaves it undecided',
    (kind) => {
      expect(answered(aRound({ rule: { kind } }), ['kari'], ['ola']).status).toBe('undecided');
    },
  );
});

describe('noteDelivery', () => {
  const arrived = delivered('seat-kari');
  const failed = missed('seat-kari', 'not-installed');

  test('a later success replaces a failure, and leaves the other seats alone', () => {
    const round = noteDelivery(aRound({ deliveries: [missed('seat-ola'), failed] }), arrived, REAL_NOW);
    expect(round.deliveries).toEqual([missed('seat-ola'), arrived]);
    expect(round.outbox).toEqual([]);
  });

  test('a failure replaces a failure, and never a success', () => {
    const twice = noteDelivery(aRound({ deliveries: [failed] }), missed('seat-kari', 'failed'), REAL_NOW);
    expect(twice.deliveries).toEqual([missed('seat-kari', 'failed')]);
    const reached = aRound({ deliveries: [arrived] });
    expect(noteDelivery(reached, failed, REAL_NOW)).toBe(reached);
  });

  test('a card that arrives after the round closed is renewed', () => {
    const round = noteDelivery(aRound({ status: 'approved' }), arrived, REAL_NOW);
    expect(round.deliveries).toEqual([arrived]);
    expect(round.outbox).toEqual([
      {
        kind: 'seat-card-update',
        key: 'seat-card-closed:seat-kari',
        seatId: 'seat-kari',
        attempts: 0,
        dueAt: REAL_NOW,
      },
    ]);
  });

  test('a card that fails after the round closed is noted, and there is nothing to renew', () => {
    const round = noteDelivery(aRound({ status: 'approved' }), failed, REAL_NOW);
    expect(round.deliveries).toEqual([failed]);
    expect(round.outbox).toEqual([]);
  });
});
