import { describe, expect, test } from 'vitest';
import type { Life } from '../../store/committee/life.ts';
import {
  appoint,
  MOST_PLAN_DAYS,
  readDay,
  readLife,
  readParty,
  reviseLife,
  type TypedLife,
} from '../../store/committee/rules-life-form.ts';
import { aCommittee, accepted, aSeat, NOW } from '../support/records.ts';

const by = { personId: 'siv', now: NOW };
const read = (typed: TypedLife, life?: Life) => readLife(typed, life, NOW);

describe('a day in a form', () => {
  const day = (text: string | undefined, stands?: string) => readDay(text, NOW, { stands, farthest: MOST_PLAN_DAYS });

  test.each(['2026-03-09', '9.3.2026', '09.03.26', '9. mars 2026', ' 9. MARS '])(
    'is read as it is written: %s',
    (text) => {
      expect(day(text)).toEqual({ day: '2026-03-09' });
    },
  );

  test('may be left out', () => {
    expect([day(undefined), day(' ')]).toEqual([{ day: undefined }, { day: undefined }]);
  });

  test.each([
    ['odd', 'snart'],
    ['odd', '2026-02-30'],
    ['past', '2026-03-01'],
    ['far', '2029-03-05'],
    ['far', '2099-01-01'],
  ])('is %s: %s', (problem, text) => {
    expect(day(text)).toEqual({ problem });
  });

  test('may be today, the farthest there is, or one that stands there though it has passed', () => {
    expect([day('2026-03-02'), day('2029-03-04'), day('2026-01-01', '2026-01-01')]).toEqual(
      ['2026-03-02', '2029-03-04', '2026-01-01'].map((one) => ({ day: one })),
    );
  });
});

describe('the dates of a committee', () => {
  test('may all be left out', () => {
    expect(read({ rotatesTo: 'ingen' })).toEqual({ dates: {} });
  });

  test('are read together, 30 days before unless told', () => {
    const typed = { evaluatesOn: '2026-06-01', endsOn: '2026-06-11', rotatesOn: '2027-01-01', rotatesTo: 'bruker' };
    const rotation = { on: '2027-01-01', represents: 'bruker', remindDays: 30 };
    expect(read(typed)).toEqual({ dates: { evaluatesOn: '2026-06-01', endsOn: '2026-06-11', rotation } });
    expect(read({ ...typed, remindDays: '0' })).toMatchObject({ dates: { rotation: { remindDays: 0 } } });
    expect(read({ ...typed, remindDays: '180' })).toMatchObject({ dates: { rotation: { remindDays: 180 } } });
  });

  test('name everything that is wrong with them', () => {
    const typed = {
      evaluatesOn: 'x',
      endsOn: '2020-01-01',
      rotatesOn: '2060-01-01',
      rotatesTo: 'ingen',
      remindDays: '181',
    };
    expect(read(typed)).toEqual({ problems: ['evaluates-odd', 'ends-past', 'rotates-far', 'remind-days'] });
    expect(read({ rotatesOn: '2027-01-01' })).toEqual({ problems: ['rotates-to'] });
    expect(read({ rotatesTo: 'kommune' })).toEqual({ problems: ['rotates-when'] });
    expect(read({ rotatesTo: 'kommune', rotatesOn: 'x' })).toEqual({ problems: ['rotates-odd'] });
    expect(read({ rotatesOn: '2027-01-01', rotatesTo: 'kommune', remindDays: '1,5' })).toEqual({
      problems: ['remind-days'],
    });
  });

  test('that have passed may stay', () => {
    const rotation = { on: '2026-01-01', represents: 'kommune', remindDays: 30 } as const;
    const life = { evaluatesOn: '2026-01-10', endsOn: '2026-02-01', rotation };
    const typed = { evaluatesOn: '2026-01-10', endsOn: '2026-02-01', rotatesOn: '2026-01-01', rotatesTo: 'kommune' };
    expect(read(typed, life)).toEqual({ dates: life });
  });

  test('are changed, noted and due; taken away they are due no more', () => {
    const dated = accepted(reviseLife(aCommittee(), { endsOn: '2026-06-11' }, by));
    expect(dated.life).toEqual({ endsOn: '2026-06-11' });
    expect(dated.lifeDueAt).toEqual(new Date('2026-05-12T06:00:00Z'));
    expect(dated.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'dates-changed' });
    expect(accepted(reviseLife(dated, { endsOn: '2026-06-11' }, { ...by, against: 7 }))).toBe(dated);
    const none = accepted(reviseLife(dated, {}, by));
    expect(none.life).toEqual({});
    expect(none.lifeDueAt).toBeUndefined();
  });

  test.each([
    ['not-secretariat', aCommittee(), { ...by, personId: 'kari' }],
    ['committee-closed', aCommittee({ life: { closed: { at: NOW, by: 'siv' } } }), by],
    ['changed-by-another', aCommittee(), { ...by, against: 4 }],
  ])('are not changed: %s', (refusal, committee, who) => {
    expect(reviseLife(committee, { endsOn: '2026-06-11' }, who)).toEqual({ ok: false, refusal });
    expect(
      appoint(
        committee,
        { seatId: 'seat-kari', party: 'x', contactId: undefined, ...('against' in who && { against: who.against }) },
        who,
      ),
    ).toEqual({ ok: false, refusal });
  });
});

describe('who fills a seat', () => {
  const seat = (party: string, contactId?: string, of = aCommittee()) =>
    accepted(appoint(of, { seatId: 'seat-kari', party, contactId }, by));

  test('is read without what is not seen, and has room for 200 characters', () => {
    expect(readParty('  Indre   Vik ')).toEqual({ party: 'Indre Vik' });
    expect(readParty(undefined)).toEqual({ party: '' });
    expect(readParty('x'.repeat(200))).toEqual({ party: 'x'.repeat(200) });
    expect(readParty('x'.repeat(201))).toEqual({ problem: 'party-too-long' });
  });

  test('is kept with the seat, and taken away', () => {
    const appointed = seat('Indre Vik', 'tor');
    expect(appointed.seats[0]).toEqual(aSeat('kari', { appointing: { party: 'Indre Vik', contactId: 'tor' } }));
    expect(appointed.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'appointing-changed', seatId: 'seat-kari' });
    expect(seat('Indre Vik', 'tor', appointed)).toBe(appointed);
    expect(seat('', 'tor', appointed).seats[0]?.appointing).toEqual({ contactId: 'tor' });
    expect(seat('Indre Vik', undefined, appointed).seats[0]?.appointing).toEqual({ party: 'Indre Vik' });
    expect(seat('', undefined, appointed).seats[0]).toEqual(aSeat('kari'));
  });

  test('is not said of a seat that is not there', () => {
    expect(appoint(aCommittee(), { seatId: 'seat-x', party: 'x', contactId: undefined }, by)).toMatchObject({
      refusal: 'no-such-seat',
    });
  });
});
