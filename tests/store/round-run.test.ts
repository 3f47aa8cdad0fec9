import { describe, expect, test } from 'vitest';
import { type Round, roundSchema } from '../../store/round/record.ts';
import { loseNextRound, replaceText } from '../../store/round/rules-revise.ts';
import { closeRound, extendRound, isRunning, liftToMeeting, withdrawRound } from '../../store/round/rules-run.ts';
import {
  accepted,
  answered,
  aRound,
  DEADLINE,
  delivered,
  hashOf,
  missed,
  NOW,
  objection,
  REAL_NOW,
} from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const THURSDAY = new Date('2026-03-12T14:00:00Z');
const shared = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu', activityId: '1' };
const closed = (round = aRound()) => accepted(closeRound(round, { now: DEADLINE, realNow: REAL_NOW }));
const extend = (round: Round, deadline = THURSDAY, now = NOW) =>
  extendRound(round, deadline, 'siv', { now, realNow: REAL_NOW });
const lifted = () => accepted(liftToMeeting(closed(), 'siv', clocks));
const withoutOutbox = (round: Round): Round => ({ ...round, outbox: [] });
const wanted = ({ outbox }: Round) =>
  outbox.map((effect) => [effect.kind, 'holderId' in effect ? effect.holderId : undefined]);

describe('extendRound', () => {
  test('moves the deadline and the next reminder, and the answers stand', () => {
    const round = accepted(extend(answered(aRound(), ['kari', objection])));
    expect(round).toMatchObject({
      status: 'open',
      deadline: THURSDAY,
      closeDueAt: THURSDAY,
      remindDueAt: new Date('2026-03-10T07:00:00Z'),
      answers: [{ personId: 'kari', remark: objection }],
    });
    expect(round.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'extended' });
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('a round that ended undecided is open again, and its referat is told', () => {
    const round = accepted(extend(withoutOutbox(closed()), THURSDAY, new Date('2026-03-10T09:00:00Z')));
    expect(round).toMatchObject({ status: 'open', runningIn: 'committee-1', waitingFor: ['kari', 'ola'] });
    expect(round).not.toHaveProperty('closedAt');
    expect(round.outbox.map(({ kind }) => kind)).toContain('round-told');
    // the first step of the ladder was this morning
    expect(round.remindDueAt).toEqual(new Date('2026-03-12T07:00:00Z'));
  });

  test('with no step of the ladder left nobody is reminded', () => {
    const noon = new Date('2026-03-09T15:00:00Z');
    expect(accepted(extend(closed(), noon, new Date('2026-03-09T14:30:00Z')))).not.toHaveProperty('remindDueAt');
  });

  test('renews every card in place, answered or not, and the shared one', () => {
    const asked = aRound({ shared, deliveries: [delivered('kari'), delivered('ola')] });
    expect(wanted(accepted(extend(answered(asked, ['kari']))))).toEqual([
      ['shared-card-update', undefined],
      ['round-told', undefined],
      ['seat-card-update', 'kari'],
      ['seat-card-update', 'ola'],
    ]);
  });

  test('whoever got no card before the round ended gets it now, in working hours', () => {
    const evening = new Date('2026-03-10T19:00:00Z');
    const round = accepted(
      extend(withoutOutbox(closed(aRound({ deliveries: [delivered('kari')] }))), THURSDAY, evening),
    );
    expect(round.outbox.filter(({ kind }) => kind === 'seat-card')).toMatchObject([
      { holderId: 'ola', contactAt: new Date('2026-03-11T07:00:00Z') },
    ]);
  });

  test('a card that failed is left to the reminders, and one that is on its way is not sent twice', () => {
    const onItsWay = { kind: 'seat-card', key: 'seat-card:2', holderId: 'ola', attempts: 1, dueAt: REAL_NOW } as const;
    const round = aRound({ deliveries: [missed('kari')], outbox: [onItsWay] });
    expect(wanted(accepted(extend(round))).filter(([kind]) => kind === 'seat-card')).toEqual([['seat-card', 'ola']]);
  });

  test.each([
    ['an earlier deadline', () => aRound(), new Date(DEADLINE.getTime() - 1), NOW, 'not-later'],
    ['the same deadline', () => aRound(), DEADLINE, NOW, 'not-later'],
    ['a deadline that has passed', () => closed(), THURSDAY, THURSDAY, 'deadline-passed'],
    ['an approved round', () => aRound({ status: 'approved' }), THURSDAY, NOW, 'not-running'],
    ['a round that the next meeting takes up', lifted, THURSDAY, NOW, 'not-running'],
  ] as const)('refuses %s', (_what, round, deadline, now, refusal) => {
    expect(extend(round(), deadline, now)).toEqual({ ok: false, refusal });
  });
});

describe('withdrawRound', () => {
  const withdraw = (round: Round) => withdrawRound(round, 'Feil vedlegg', 'siv', clocks);

  test('ends the round with the reason, for everybody, and the referat is told', () => {
    const asked = aRound({ shared, deliveries: [delivered('kari'), delivered('ola')] });
    const round = accepted(withdraw(withoutOutbox(answered(asked, ['kari']))));
    expect(round).toMatchObject({ status: 'withdrawn', reason: 'Feil vedlegg', closedAt: NOW, waitingFor: [] });
    for (const field of ['closeDueAt', 'remindDueAt', 'runningIn']) expect(round).not.toHaveProperty(field);
    expect(round.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'withdrawn' });
    expect(wanted(round)).toEqual([
      ['round-told', undefined],
      ['seat-card-update', 'ola'],
      ['seat-card-update', 'kari'],
      ['shared-card-update', undefined],
    ]);
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('also a round that ended undecided can be withdrawn', () => {
    expect(accepted(withdraw(closed()))).toMatchObject({ status: 'withdrawn' });
  });

  test.each(['approved', 'withdrawn', 'replaced'] as const)('a round that is %s cannot', (status) => {
    expect(withdraw(aRound({ status }))).toEqual({ ok: false, refusal: 'not-running' });
  });
});

describe('liftToMeeting', () => {
  test('is noted with who and when; the round waits for nobody any more, and stays undecided', () => {
    const asked = aRound({ shared, deliveries: [delivered('kari'), delivered('ola')] });
    const round = accepted(liftToMeeting(withoutOutbox(closed(asked)), 'lise', clocks));
    expect(round).toMatchObject({ status: 'undecided', liftedToMeeting: { at: NOW, by: 'lise' } });
    expect(round).not.toHaveProperty('runningIn');
    expect(round.history.at(-1)).toEqual({ at: NOW, by: 'lise', what: 'lifted-to-meeting' });
    expect(wanted(round)).toEqual([
      ['round-told', undefined],
      ['seat-card-update', 'kari'],
      ['seat-card-update', 'ola'],
      ['shared-card-update', undefined],
    ]);
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('is refused for a round that is not undecided, and a second time', () => {
    const refused = { ok: false, refusal: 'not-undecided' };
    expect(liftToMeeting(aRound(), 'siv', clocks)).toEqual(refused);
    expect(liftToMeeting(lifted(), 'siv', clocks)).toEqual(refused);
  });
});

test.each([
  ['open', true, () => aRound()],
  ['undecided', true, () => closed()],
  ['undecided and taken to the meeting', false, lifted],
  ['approved', false, () => aRound({ status: 'approved' })],
  ['withdrawn', false, () => aRound({ status: 'withdrawn' })],
  ['replaced', false, () => aRound({ status: 'replaced' })],
] as const)('a round that is %s is running: %s', (_what, running, round) => {
  expect(isRunning(round())).toBe(running);
});

describe('loseNextRound', () => {
  const next = { textHash: hashOf('nytt'), deadline: THURSDAY };
  const replaced = () =>
    withoutOutbox(accepted(replaceText(aRound({ deliveries: [delivered('kari')] }), next, 'siv', clocks)));

  test('the round before is withdrawn, its referat is told, and so is whoever sent the new text', () => {
    const lost = loseNextRound(replaced(), 'lise', clocks);
    expect(lost).toMatchObject({ status: 'withdrawn', waitingFor: [] });
    expect(lost.history.at(-1)).toEqual({ at: NOW, by: 'bot', what: 'withdrawn' });
    expect(wanted(lost)).toEqual([
      ['round-told', undefined],
      ['seat-card-update', 'kari'],
      ['personal-card', undefined],
    ]);
    expect(lost.outbox.at(-1)).toMatchObject({ personId: 'lise', view: { view: 'notice', notice: 'round-lost' } });
    expect(roundSchema.parse(lost)).toEqual(lost);
  });

  test('happens once', () => {
    const lost = loseNextRound(replaced(), 'lise', clocks);
    expect(loseNextRound(lost, 'lise', clocks)).toBe(lost);
  });
});
