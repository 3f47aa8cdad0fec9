import { describe, expect, test } from 'vitest';
import type { Committee } from '../../store/committee/record.ts';
import { live } from '../../store/committee/rules-life.ts';
import { planHolder, plannedIn, takeBackPlan } from '../../store/committee/rules-planned.ts';
import { aVara } from '../support/forfall.ts';
import { aVacantSeat } from '../support/members.ts';
import { aCommittee, accepted, aSeat, NOW, REAL_NOW } from '../support/records.ts';

const by = { personId: 'siv', now: NOW };
const DAY = '2026-03-05';
/** The beginning of that day in Oslo, which is an hour ahead in March. */
const BEGINS = new Date('2026-03-04T23:00:00Z');

const plan = (committee: Committee, memberId: string | undefined, seatId = 'seat-kari', on = DAY) =>
  planHolder(committee, { seatId, memberId, on }, by);
const planned = () => accepted(plan(aCommittee(), 'eva'));
const lived = (committee: Committee, now = BEGINS) => live(committee, { now, realNow: REAL_NOW });
const told = ({ outbox }: Committee) =>
  outbox.flatMap((effect) => (effect.kind === 'personal-card' ? [[effect.personId, effect.view]] : []));

describe('a seat that goes to somebody else on a day', () => {
  test('is theirs from the beginning of that day in Oslo, and not before', () => {
    expect(lived(planned(), new Date(BEGINS.getTime() - 1))).toEqual({ ok: false, refusal: 'not-due' });
    const moved = accepted(lived(planned()));
    expect(moved.seats[0]).toEqual(aSeat('kari', { memberId: 'eva' }));
    expect(moved.people).toContain('eva');
    expect(moved.people).not.toContain('kari');
    expect(moved.history.at(-1)).toEqual({
      at: BEGINS,
      by: 'bot',
      what: 'holder-changed',
      seatId: 'seat-kari',
      onBehalfOf: 'siv',
    });
  });

  test('is so after the bot was down for weeks, and only once', () => {
    const moved = accepted(lived(planned(), new Date('2026-04-20T09:00:00Z')));
    expect(moved.seats[0]?.memberId).toBe('eva');
    expect(plannedIn(moved)).toEqual([]);
    expect(moved.lifeDueAt).toBeUndefined();
    expect(lived(moved, new Date('2026-05-20T09:00:00Z'))).toEqual({ ok: false, refusal: 'not-due' });
  });

  test('is told to the new holder and to those who run the committee, in working hours', () => {
    const moved = accepted(lived(planned()));
    const view = { view: 'seat-changed', committeeId: 'committee-1', seatId: 'seat-kari', on: DAY, memberId: 'eva' };
    expect(told(moved)).toEqual(['eva', 'lise', 'siv'].map((who) => [who, { ...view, outcome: 'moved' }]));
    expect(moved.outbox.filter(({ kind }) => kind === 'personal-card').map(({ contactAt }) => contactAt)).toEqual(
      Array.from({ length: 3 }, () => new Date('2026-03-05T07:00:00Z')),
    );
    expect(moved.outbox[0]).toMatchObject({ kind: 'holder-changed', seatId: 'seat-kari', dueAt: REAL_NOW });
  });

  test('may become vacant, and a vacant one may be filled', () => {
    expect(accepted(lived(accepted(plan(aCommittee(), undefined)))).seats[0]).toEqual(aVacantSeat('kari'));
    const filled = accepted(lived(accepted(plan(aCommittee(), 'eva', 'seat-ledig'))));
    expect(filled.seats[3]).toEqual(aSeat('ledig', { memberId: 'eva' }));
  });

  test('leaves its varas as they are, but for whoever takes over', () => {
    const appointing = { party: 'Indre Vik kommune' };
    const committee = aCommittee({ seats: [aSeat('kari', { varas: [aVara('eva'), aVara('tor')], appointing })] });
    const moved = accepted(lived(accepted(plan(committee, 'eva'))));
    expect(moved.seats[0]).toMatchObject({ varas: [aVara('tor')], appointing });
    expect(moved.varaIds).toEqual(['tor']);
  });

  test('leaves their roles to those who have them', () => {
    const led = aCommittee({ roles: { chairId: 'kari', secretariatIds: ['siv'] } });
    expect(accepted(lived(accepted(plan(led, 'eva')))).roles).toEqual(led.roles);
  });

  test('is not moved when another has got it meanwhile: those who run the committee are told', () => {
    const other = { ...planned(), seats: [aSeat('kari', { memberId: 'tor' })] };
    const after = accepted(lived(other));
    expect(after.seats).toEqual(other.seats);
    expect(told(after)).toEqual(
      ['lise', 'siv'].map((who) => [who, expect.objectContaining({ outcome: 'other-holder' })]),
    );
  });

  test('is not moved when it is gone, or its new holder has got another one', () => {
    const outcomeWith = (seats: Committee['seats']) => told(accepted(lived({ ...planned(), seats })))[0]?.[1];
    expect(outcomeWith([aSeat('ola')])).toMatchObject({ outcome: 'seat-gone' });
    expect(outcomeWith([aSeat('kari'), aSeat('eva')])).toMatchObject({ outcome: 'has-seat' });
  });

  test('is nobody’s news when it is so already', () => {
    const after = accepted(lived({ ...planned(), seats: [aSeat('kari', { memberId: 'eva' })] }));
    expect(after.outbox).toEqual([]);
    expect(plannedIn(after)).toEqual([]);
  });
});

describe('people who change places on the same day', () => {
  test('do: nobody has two seats meanwhile', () => {
    const first = aCommittee();
    expect(plan(first, 'ola')).toEqual({ ok: false, refusal: 'has-seat' });
    const leaving = accepted(plan(first, undefined, 'seat-ola'));
    const swapped = accepted(plan(accepted(plan(leaving, 'ola')), 'kari', 'seat-ola'));
    const moved = accepted(lived(swapped));
    expect(moved.seats.slice(0, 2).map(({ memberId }) => memberId)).toEqual(['ola', 'kari']);
  });

  test('have no second seat when the one who was to have theirs has got another', () => {
    const leaving = accepted(plan(accepted(plan(aCommittee(), 'eva', 'seat-ola')), 'ola'));
    const seats = [...leaving.seats, aSeat('eva')];
    const after = accepted(lived({ ...leaving, seats }));
    expect(after.seats).toEqual(seats);
    expect(told(after).map(([, view]) => view)).toEqual(
      Array.from({ length: 4 }, () => expect.objectContaining({ outcome: 'has-seat' })),
    );
  });
});

describe('a plan', () => {
  test('for the same seat takes the place of the one before it', () => {
    const again = accepted(plan(planned(), 'tor', 'seat-kari', '2026-03-04'));
    expect(plannedIn(again)).toEqual([
      { seatId: 'seat-kari', memberId: 'tor', was: 'kari', on: '2026-03-04', by: 'siv' },
    ]);
    expect(again.lifeDueAt).toEqual(new Date('2026-03-03T23:00:00Z'));
  });

  test('made twice is one, and taken back it is none', () => {
    expect(accepted(plan(planned(), 'eva')).history).toHaveLength(1);
    const back = accepted(takeBackPlan(planned(), 'seat-kari', by));
    expect(plannedIn(back)).toEqual([]);
    expect(back.lifeDueAt).toBeUndefined();
    expect(accepted(takeBackPlan(back, 'seat-kari', by))).toBe(back);
  });

  test.each([
    [
      'by a member',
      'not-secretariat',
      () => planHolder(aCommittee(), { seatId: 'seat-kari', memberId: 'eva', on: DAY }, { ...by, personId: 'kari' }),
    ],
    [
      'taken back by a member',
      'not-secretariat',
      () => takeBackPlan(planned(), 'seat-kari', { ...by, personId: 'kari' }),
    ],
    ['for a seat that is not there', 'no-such-seat', () => plan(aCommittee(), 'eva', 'seat-x')],
    ['for whoever has it', 'holds-already', () => plan(aCommittee(), 'kari')],
    ['for somebody who has another', 'has-seat', () => plan(aCommittee(), 'ola')],
    ['for somebody who is planned for another', 'has-seat', () => plan(planned(), 'eva', 'seat-ola')],
    [
      'from an older version',
      'changed-by-another',
      () => planHolder(aCommittee(), { seatId: 'seat-kari', memberId: 'eva', on: DAY, against: 7 }, by),
    ],
    [
      'in a closed committee',
      'committee-closed',
      () => plan(aCommittee({ life: { closed: { at: NOW, by: 'siv' } } }), 'eva'),
    ],
  ])('%s is refused', (_what, refusal, act) => {
    expect(act()).toEqual({ ok: false, refusal });
  });
});
