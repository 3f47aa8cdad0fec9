import { describe, expect, test } from 'vitest';
import { emit } from '../../store/effect.ts';
import { claimEffect } from '../../store/outbox.ts';
import { newest } from '../../store/referat/record.ts';
import { type Answer, type Round, roundSchema } from '../../store/round/record.ts';
import { openRound } from '../../store/round/rules-open.ts';
import { closeRound } from '../../store/round/rules-run.ts';
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
  REAL_NOW,
} from '../support/records.ts';

const atDeadline = { now: DEADLINE, realNow: REAL_NOW };
const closed = (round: Round) => accepted(closeRound(round, atDeadline));
const renewed = ({ outbox }: Round) =>
  outbox.flatMap((effect) => (effect.kind === 'seat-card-update' ? effect.holderId : []));

describe('closeRound', () => {
  test('closes at the deadline: nobody is waited for any more, and it is noted that the bot did it', () => {
    const round = closed(answered(aRound(), ['kari']));
    expect(round).toMatchObject({ status: 'undecided', closedAt: DEADLINE, waitingFor: [] });
    expect(round).not.toHaveProperty('closeDueAt');
    expect(round).not.toHaveProperty('remindDueAt');
    expect(round.history.at(-1)).toEqual({ at: DEADLINE, by: 'bot', what: 'undecided' });
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('undecided, it still waits for the secretariat; approved, it waits for nobody', () => {
    expect(closed(aRound()).runningIn).toBe('committee-1');
    const approved = closed(answered(aRound({ rule: { kind: 'consensus' } }), ['kari']));
    expect(approved.status).toBe('approved');
    expect(approved).not.toHaveProperty('runningIn');
  });

  test('however late it runs, answers received in time decide, and it ended at its deadline', () => {
    const weeksLater = { now: new Date('2026-04-01T09:00:00Z'), realNow: REAL_NOW };
    const yes = (person: string): Answer => ({
      seatId: `seat-${person}`,
      personId: person,
      choice: 'approve',
      textHash: newest(aReferat()).hash,
      receivedAt: NOW,
    });
    const round = accepted(closeRound(aRound({ answers: [yes('kari'), yes('ola')] }), weeksLater));
    expect(round).toMatchObject({ status: 'approved', closedAt: DEADLINE });
  });

  test('tells the referat at once, and the followers where the round stands', () => {
    const round = closed(aRound());
    expect(round.outbox).toEqual([
      { kind: 'round-told', key: 'round-told:4', attempts: 0, dueAt: REAL_NOW },
      {
        kind: 'personal-card',
        key: 'personal-card:5',
        personId: 'siv',
        view: { view: 'round-status', roundId: 'round_referat-1_1' },
        attempts: 0,
        dueAt: REAL_NOW,
        inWorkingHours: true,
      },
    ]);
    expect(round.outboxDueAt).toEqual(REAL_NOW);
  });

  test('each follower is told once; a telling that still waits gives way when the round ends a second time', () => {
    const toldIn = ({ outbox }: Round) => outbox.flatMap((effect) => ('personId' in effect ? effect.personId : []));
    const once = closed(aRound({ followers: ['siv', 'lise'] }));
    expect(toldIn(once)).toEqual(['siv', 'lise']);
    const again = closed({ ...once, status: 'open', closeDueAt: DEADLINE });
    expect(toldIn(again)).toEqual(['siv', 'lise']);
    expect(again.outbox.map(({ key }) => key)).not.toContain(once.outbox.at(-1)?.key);
  });

  test('outside working hours the outcome waits for the next morning', () => {
    const evening = { now: new Date('2026-03-09T19:00:00Z'), realNow: REAL_NOW };
    const round = accepted(closeRound(aRound(), evening));
    expect(round.contactDueAt).toEqual(new Date('2026-03-10T07:00:00Z'));
    expect(round.outbox.flatMap(({ kind, contactAt }) => (contactAt ? kind : []))).toEqual(['personal-card']);
  });

  test('renews every card that arrived: those that still ask at once, and receipts after five seconds of real time', () => {
    const round = closed(answered(aRound({ deliveries: [delivered('kari'), delivered('ola')] }), ['kari']));
    expect(renewed(round)).toEqual(['ola', 'kari']);
    const dueAts = round.outbox.flatMap(({ kind, dueAt }) => (kind === 'seat-card-update' ? dueAt : []));
    expect(dueAts).toEqual([REAL_NOW, new Date(REAL_NOW.getTime() + 5000)]);
    expect(renewed(closed(aRound({ deliveries: [delivered('kari'), missed('ola')] })))).toEqual(['kari']);
  });

  test('the shared card shows how it ended', () => {
    const shared = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu', activityId: '1' };
    expect(closed(aRound({ shared })).outbox.map(({ kind }) => kind)).toContain('shared-card-update');
  });

  test('what still asks and has not gone out by then is not sent, whatever else waits is', () => {
    const conversation = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu' };
    const opened = accepted(
      openRound(
        {
          committee: aCommittee({ conversation }),
          referat: aReferat(),
          revision: 1,
          nameOf: (id) => id,
          openedBy: 'siv',
        },
        { now: NOW, realNow: REAL_NOW },
      ),
    );
    const tried = accepted(claimEffect(opened, 'seat-card:2', REAL_NOW));
    const waiting = emit(
      tried,
      { realNow: REAL_NOW },
      { kind: 'seat-reminder', key: 'seat-reminder:x', holderId: 'kari' },
      { kind: 'seat-card-update', key: 'else', holderId: 'kari' },
    );
    expect(closed(waiting).outbox.map(({ key }) => key)).toEqual([
      'else',
      'round-told:5',
      'shared-card-update:6',
      'personal-card:7',
    ]);
  });

  test.each([
    ['before the deadline', () => aRound(), new Date(DEADLINE.getTime() - 1)],
    ['a second time', () => closed(aRound()), DEADLINE],
  ] as const)('does nothing %s', (_what, round, now) => {
    expect(closeRound(round(), { now, realNow: REAL_NOW })).toEqual({ ok: false, refusal: 'not-due' });
  });
});
