import { describe, expect, test } from 'vitest';
import { nextReminder } from '../../store/round/ladder.ts';
import { type Round, roundSchema } from '../../store/round/record.ts';
import { loseHolder, noteReminder, wantsReminder } from '../../store/round/rules-deliver.ts';
import { remindDue, remindNow } from '../../store/round/rules-run.ts';
import { accepted, answered, aRound, DEADLINE, delivered, missed, NOW, REAL_NOW } from '../support/records.ts';

/** The first step of the ladder: Thursday 5 March, 08.00 in Oslo. */
const STEP = new Date('2026-03-05T07:00:00Z');
const at = (now: Date) => ({ now, realNow: REAL_NOW });
const asked = (overrides: Partial<Round> = {}) =>
  aRound({ deliveries: [delivered('kari'), delivered('ola')], ...overrides });
const wanted = ({ outbox }: Round) =>
  outbox.map((effect) => [effect.kind, 'holderId' in effect ? effect.holderId : undefined]);
const waiting = (kind: 'seat-card' | 'seat-reminder', holderId: string) =>
  ({ kind, key: `${kind}:9`, holderId, attempts: 1, dueAt: REAL_NOW }) as const;

describe('the ladder', () => {
  const next = (deadline: string, after: string, ladder = [2, 0]) =>
    nextReminder(ladder, new Date(deadline), new Date(after))?.toISOString();

  test.each([
    ['two working days before', '2026-03-02T09:00:00Z', '2026-03-05T07:00:00.000Z'],
    ['after that the morning of the last day', '2026-03-05T07:00:00Z', '2026-03-09T07:00:00.000Z'],
    ['after that nothing', '2026-03-09T07:00:00Z', undefined],
  ])('%s', (_what, after, then) => {
    expect(next('2026-03-09T14:00:00Z', after)).toBe(then);
  });

  // Maundy Thursday 2 April to Easter Monday 6 April 2026 are days off; summer time began on 29 March
  test.each([
    ['the Wednesday before Easter: Monday', '2026-04-01T13:00:00Z', '2026-03-30T06:00:00.000Z'],
    ['the Tuesday after Easter: the Tuesday before it', '2026-04-07T13:00:00Z', '2026-03-31T06:00:00.000Z'],
    ['the Wednesday after Easter: the Wednesday before it', '2026-04-08T13:00:00Z', '2026-04-01T06:00:00.000Z'],
    ['the Thursday after Easter: the Tuesday after it', '2026-04-09T13:00:00Z', '2026-04-07T06:00:00.000Z'],
  ])('with a deadline on %s', (_what, deadline, then) => {
    expect(next(deadline, '2026-03-20T09:00:00Z')).toBe(then);
  });

  test('over Easter the last day is still reminded of in the morning', () => {
    expect(next('2026-04-07T13:00:00Z', '2026-03-31T06:00:00Z')).toBe('2026-04-07T06:00:00.000Z');
  });

  test('a step that comes after the deadline on the last day is none', () => {
    expect(next('2026-03-09T07:00:00Z', '2026-03-06T09:00:00Z')).toBeUndefined();
    expect(next('2026-03-09T07:00:01Z', '2026-03-06T09:00:00Z')).toBe('2026-03-09T07:00:00.000Z');
  });

  test('is climbed in the order of time, however it was written, and may be empty', () => {
    expect(next('2026-03-09T14:00:00Z', '2026-03-02T09:00:00Z', [0, 1, 3])).toBe('2026-03-04T07:00:00.000Z');
    expect(next('2026-03-09T14:00:00Z', '2026-03-02T09:00:00Z', [])).toBeUndefined();
  });
});

describe('remindDue', () => {
  test('reminds everybody who has not answered, and plans the next step', () => {
    const round = accepted(remindDue(asked(), at(STEP)));
    expect(wanted(round)).toEqual([
      ['seat-reminder', 'kari'],
      ['seat-reminder', 'ola'],
    ]);
    expect(round.remindDueAt).toEqual(new Date('2026-03-09T07:00:00Z'));
    expect(round.outbox[0]).toMatchObject({ inWorkingHours: true, dueAt: REAL_NOW });
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('whoever has answered is never reminded', () => {
    expect(wanted(accepted(remindDue(answered(asked(), ['kari']), at(STEP))))).toEqual([['seat-reminder', 'ola']]);
  });

  test('who had the card before they were lost is reminded of it, and gets no second one', () => {
    const asking = asked({ deliveries: [delivered('kari')] });
    const lost = loseHolder(asking, { holderId: 'kari', why: 'blocked' }, at(NOW));
    expect(wanted(accepted(remindDue(lost, at(STEP))))).toContainEqual(['seat-reminder', 'kari']);
  });

  test('whom the card never reached gets the card instead: a reminder of something unseen says nothing', () => {
    const round = asked({ deliveries: [delivered('kari'), missed('ola')] });
    expect(wanted(accepted(remindDue(round, at(STEP))))).toEqual([
      ['seat-reminder', 'kari'],
      ['seat-card', 'ola'],
    ]);
    expect(wanted(accepted(remindDue(asked({ deliveries: [] }), at(STEP))))).toEqual([
      ['seat-card', 'kari'],
      ['seat-card', 'ola'],
    ]);
  });

  test('a card that is about to be renewed in place is no reason to be quiet', () => {
    const renewal = { ...waiting('seat-card', 'ola'), kind: 'seat-card-update' } as const;
    expect(wanted(accepted(remindDue(asked({ outbox: [renewal] }), at(STEP))))).toContainEqual([
      'seat-reminder',
      'ola',
    ]);
  });

  test('the last step leaves none', () => {
    const last = asked({ remindDueAt: new Date('2026-03-09T07:00:00Z') });
    expect(accepted(remindDue(last, at(new Date('2026-03-09T07:00:00Z'))))).not.toHaveProperty('remindDueAt');
  });

  test('a bot that was down over both steps reminds once, when it is back', () => {
    const lastDay = new Date('2026-03-09T10:00:00Z');
    const round = accepted(remindDue(asked(), at(lastDay)));
    expect(wanted(round)).toHaveLength(2);
    expect(round).not.toHaveProperty('remindDueAt');
    expect(remindDue(round, at(lastDay))).toEqual({ ok: false, refusal: 'not-due' });
  });

  test('a bot that is back on a Saturday waits until Monday morning', () => {
    const round = accepted(remindDue(asked(), at(new Date('2026-03-07T10:00:00Z'))));
    const monday = new Date('2026-03-09T07:00:00Z');
    expect(round.outbox.map(({ contactAt }) => contactAt)).toEqual([monday, monday]);
    // that morning is a step as well, and what is on its way is not sent twice
    expect(wanted(accepted(remindDue(round, at(monday))))).toHaveLength(2);
  });

  test.each([
    ['whose card came today', { deliveries: [delivered('kari'), delivered('ola', STEP)] }],
    ['who was reminded today for the first time', { reminders: [{ holderId: 'ola', at: STEP }] }],
    [
      'who was reminded today',
      { reminders: [...['2026-03-03T09:00:00Z', STEP].map((time) => ({ holderId: 'ola', at: new Date(time) }))] },
    ],
    ['whose reminder is on its way', { outbox: [waiting('seat-reminder', 'ola')] }],
    ['whose card is on its way', { deliveries: [delivered('kari')], outbox: [waiting('seat-card', 'ola')] }],
  ])('somebody %s hears nothing more that day', (_what, overrides) => {
    const round = accepted(remindDue(asked(overrides), at(STEP)));
    const added = round.outbox.filter(({ key }) => !key.endsWith(':9'));
    expect(added.map((effect) => ('holderId' in effect ? effect.holderId : ''))).toEqual(['kari']);
    expect(round.remindDueAt).toEqual(new Date('2026-03-09T07:00:00Z'));
  });

  test('somebody whose card failed today is tried again today: they have heard nothing', () => {
    const round = asked({ deliveries: [delivered('kari'), { ...missed('ola'), at: STEP }] });
    expect(wanted(accepted(remindDue(round, at(STEP))))).toContainEqual(['seat-card', 'ola']);
  });

  test('what was heard yesterday is no reason to be quiet today', () => {
    const yesterday = new Date('2026-03-04T22:30:00Z');
    const round = asked({ reminders: [{ holderId: 'ola', at: yesterday }] });
    expect(wanted(accepted(remindDue(round, at(STEP))))).toHaveLength(2);
  });

  test('is not due before its step, after the deadline, nor in a round without one', () => {
    const refused = { ok: false, refusal: 'not-due' };
    expect(remindDue(asked(), at(DEADLINE))).toEqual(refused);
    expect(remindDue(asked(), at(new Date(STEP.getTime() - 1)))).toEqual(refused);
    const { remindDueAt: _none, ...without } = asked();
    expect(remindDue(without, at(STEP))).toEqual(refused);
  });
});

describe('remindNow', () => {
  const TUESDAY = new Date('2026-03-03T09:00:00Z');
  const now = (round: Round, time = TUESDAY) => remindNow(round, 'siv', at(time));

  test('reminds those who have not answered, and notes who wanted it', () => {
    const round = accepted(now(answered(asked(), ['kari'])));
    expect(wanted(round)).toEqual([['seat-reminder', 'ola']]);
    expect(round.history.at(-1)).toEqual({ at: TUESDAY, by: 'siv', what: 'reminded' });
    expect(round.remindDueAt).toEqual(STEP);
  });

  test('in the evening the reminder waits for the next morning', () => {
    const round = accepted(now(asked(), new Date('2026-03-03T18:00:00Z')));
    expect(round.contactDueAt).toEqual(new Date('2026-03-04T07:00:00Z'));
  });

  test('somebody with two seats is reminded once', () => {
    const [first] = asked().seats;
    const seats = asked().seats.map((seat) => ({ ...seat, holderId: first?.holderId ?? '' }));
    expect(wanted(accepted(now(asked({ seats }))))).toEqual([['seat-reminder', 'kari']]);
  });

  test.each([
    ['a round that is over', () => asked({ status: 'undecided' }), TUESDAY, 'not-open'],
    ['a round whose deadline has passed', asked, DEADLINE, 'not-open'],
    [
      'when everybody has answered',
      () => answered(asked(), ['kari', { kind: 'realitet', text: 'Nei' }], ['ola']),
      TUESDAY,
      'everybody-answered',
    ],
    ['on the day the cards came', asked, NOW, 'reminded-today'],
    ['a second time that day', () => accepted(now(asked())), TUESDAY, 'reminded-today'],
  ] as const)('refuses %s', (_what, round, time, refusal) => {
    expect(now(round(), time)).toEqual({ ok: false, refusal });
  });
});

describe('a reminder that is about to be sent', () => {
  test('is wanted while the round is open and its holder has not answered', () => {
    expect(wantsReminder(asked(), 'kari', STEP)).toBe(true);
  });

  test.each([
    ['answered meanwhile', () => answered(asked(), ['kari']), 'kari', STEP],
    ['gave the seat away meanwhile', asked, 'vera', STEP],
    ['the round ended meanwhile', () => asked({ status: 'withdrawn' }), 'kari', STEP],
    ['the deadline passed meanwhile', asked, 'kari', DEADLINE],
  ] as const)('is not sent: %s', (_what, round, holderId, now) => {
    expect(wantsReminder(round(), holderId, now)).toBe(false);
  });

  test('that arrived is noted after those before it', () => {
    const at = (now: Date) => ({ now, realNow: REAL_NOW });
    const round = noteReminder(noteReminder(asked(), 'kari', at(NOW)), 'ola', at(STEP));
    expect(round.reminders).toEqual([
      { holderId: 'kari', at: NOW },
      { holderId: 'ola', at: STEP },
    ]);
  });
});
