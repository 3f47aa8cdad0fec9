import { describe, expect, test } from 'vitest';
import type { Life } from '../../store/committee/life.ts';
import type { Committee } from '../../store/committee/record.ts';
import { withLifeDue } from '../../store/committee/rules-dates.ts';
import {
  afterLead,
  closeCommittee,
  contactsOf,
  live,
  moveRotationOn,
  reopenCommittee,
} from '../../store/committee/rules-life.ts';
import { planHolder, plannedIn, takeBackPlan } from '../../store/committee/rules-planned.ts';
import { aCommittee, accepted, aSeat, NOW, REAL_NOW } from '../support/records.ts';

const by = { personId: 'siv', now: NOW };
const living = (life: Life, overrides: Partial<Committee> = {}) => withLifeDue(aCommittee({ life, ...overrides }));
const rotation = { on: '2026-06-01', represents: 'helseforetak', remindDays: 30 } as const;
/** The moment at which those who appoint are reminded of it: the working day after Saturday 2 May. */
const REMINDED = new Date('2026-05-04T06:00:00Z');
const lineOf = ({ history }: Committee) => history.at(-1);

describe('the lead of a committee', () => {
  const seats = [aSeat('kari'), aSeat('ola', { represents: 'bruker' })];
  const led = (life: Life = { rotation }, chairId = 'ola') =>
    living(life, { seats, roles: { chairId, secretariatIds: ['siv'] } });
  const passesTo = (chairId: string, now = REMINDED, before = led()) =>
    afterLead(before, { ...before, roles: { ...before.roles, chairId } }, now);

  test('passes on from the moment its reminder is due, and the turn is of those whose lead ended', () => {
    expect(passesTo('kari').life?.rotation).toEqual({ ...rotation, on: '2027-06-01', represents: 'bruker' });
    const early = new Date(REMINDED.getTime() - 1);
    expect(passesTo('kari', early).life?.rotation).toEqual(rotation);
  });

  test('does not while the same person leads, nor where no rotation is planned', () => {
    const before = led();
    expect(afterLead(before, before, REMINDED)).toBe(before);
    const without = led({ endsOn: '2026-05-10' });
    expect(passesTo('kari', REMINDED, without).life).toEqual(without.life);
  });

  test('is the turn of the part that had it, when whoever led has no seat', () => {
    expect(passesTo('kari', REMINDED, led({ rotation }, 'lise')).life?.rotation?.represents).toBe('helseforetak');
  });

  test('is not taken for passed on by the news of something else', () => {
    const evaluated = led({ rotation: { ...rotation, on: '2026-12-01' }, evaluatesOn: '2026-05-05' });
    expect(passesTo('kari', REMINDED, evaluated).life?.rotation?.on).toBe('2026-12-01');
  });

  test('is moved on with a line in the history; not in a closed committee, nor where none is planned', () => {
    const moved = accepted(moveRotationOn(led(), { ...by, on: rotation.on }));
    expect(lineOf(moved)).toEqual({ at: NOW, by: 'siv', what: 'rotation-moved' });
    const closed = { ...led(), life: { rotation, closed: { at: NOW, by: 'siv' } } };
    expect(moveRotationOn(closed, { ...by, on: rotation.on })).toMatchObject({ refusal: 'committee-closed' });
    for (const without of [led({}), aCommittee()])
      expect(accepted(moveRotationOn(without, { ...by, on: rotation.on }))).toBe(without);
  });

  test('has nobody to remind where no rotation or no contact is known', () => {
    expect(contactsOf(aCommittee())).toEqual([]);
    expect(contactsOf(led({}))).toEqual([]);
    expect(contactsOf(led({ rotation: { ...rotation, represents: 'kommune' } }))).toEqual([]);
  });
});

describe('what has come due of a committee', () => {
  const lived = (committee: Committee, now: string) =>
    accepted(live(committee, { now: new Date(now), realNow: REAL_NOW }));

  test('is told of each matter, though several are due at once', () => {
    const { outbox } = lived(living({ endsOn: '2026-03-20', evaluatesOn: '2026-03-19' }), '2026-03-02T09:00:00Z');
    const told = outbox.map((effect) => 'view' in effect && effect.view.view === 'life-news' && effect.view.what);
    expect([...new Set(told)].toSorted()).toEqual(['ends', 'evaluates']);
  });

  test('is told once to a new holder who also runs the committee', () => {
    const planned = [{ seatId: 'seat-kari', memberId: 'siv', was: 'kari', on: '2026-03-12', by: 'siv' }];
    const { outbox } = lived(living({ planned }), '2026-03-12T09:00:00Z');
    const people = outbox.flatMap((effect) => (effect.kind === 'personal-card' ? effect.personId : []));
    expect(people.toSorted()).toEqual(['lise', 'siv']);
  });
});

describe('a committee that is opened again', () => {
  const nothing = { rounds: 0, meetings: 0, nominations: 0 };
  const closed = (life: Life) => accepted(closeCommittee(living(life), nothing, by));
  const opened = (life: Life, now = NOW) => accepted(reopenCommittee(closed(life), { personId: 'siv', now }));

  test('says who did it, and tells nothing that came due meanwhile, to the moment', () => {
    const open = opened({ rotation }, REMINDED);
    expect(lineOf(open)).toEqual({ at: REMINDED, by: 'siv', what: 'reopened' });
    expect(open.life?.told).toHaveLength(1);
    expect(open.lifeDueAt).toBeUndefined();
    expect(opened({ rotation }, new Date(REMINDED.getTime() - 1)).lifeDueAt).toEqual(REMINDED);
  });

  test('remembers what was told before it was closed, and nothing where nothing was', () => {
    expect(opened({ endsOn: '2026-06-11' }).life).toEqual({ endsOn: '2026-06-11' });
    expect(opened({ endsOn: '2026-03-20', told: ['ends:2026-03-20:before'] }).life?.told).toEqual([
      'ends:2026-03-20:before',
    ]);
  });
});

describe('what is planned for seats', () => {
  const plan = (committee: Committee, seatId: string, memberId: string | undefined, on: string) =>
    accepted(planHolder(committee, { seatId, memberId, on }, by));
  const both = () => plan(plan(aCommittee(), 'seat-kari', 'eva', '2026-06-01'), 'seat-ola', undefined, '2026-05-01');

  test('stands in the order of its days, and in the history with whom it is about', () => {
    expect(plannedIn(both()).map(({ on }) => on)).toEqual(['2026-05-01', '2026-06-01']);
    expect(both().history).toEqual([
      { at: NOW, by: 'siv', what: 'holder-planned', seatId: 'seat-kari', onBehalfOf: 'eva' },
      { at: NOW, by: 'siv', what: 'holder-planned', seatId: 'seat-ola' },
    ]);
    const three = plan(both(), 'seat-per', 'anne', '2026-05-15');
    expect(plannedIn(three).map(({ seatId }) => seatId)).toEqual(['seat-ola', 'seat-per', 'seat-kari']);
  });

  test('is moved to another day, and taken back alone', () => {
    const later = plan(both(), 'seat-kari', 'eva', '2026-07-01');
    expect(plannedIn(later).map(({ on }) => on)).toEqual(['2026-05-01', '2026-07-01']);
    const back = accepted(takeBackPlan(both(), 'seat-ola', by));
    expect(plannedIn(back).map(({ seatId }) => seatId)).toEqual(['seat-kari']);
    expect(lineOf(back)).toEqual({ at: NOW, by: 'siv', what: 'holder-plan-taken-back', seatId: 'seat-ola' });
  });

  test('does not let somebody in who leaves their other seat later only', () => {
    const leaving = plan(aCommittee(), 'seat-kari', undefined, '2026-06-01');
    const moving = { seatId: 'seat-ola', memberId: 'kari' };
    expect(planHolder(leaving, { ...moving, on: '2026-05-01' }, by)).toMatchObject({ refusal: 'has-seat' });
    expect(planHolder(leaving, { ...moving, on: '2026-06-01' }, by)).toMatchObject({ ok: true });
  });

  test('for a later day stays when an earlier one is carried out', () => {
    const now = new Date('2026-05-01T09:00:00Z');
    const lived = accepted(live(both(), { now, realNow: REAL_NOW }));
    expect(plannedIn(lived).map(({ seatId }) => seatId)).toEqual(['seat-kari']);
    expect(lived.seats.map(({ memberId }) => memberId).slice(0, 2)).toEqual(['kari', undefined]);
  });
});
