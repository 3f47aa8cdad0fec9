import { describe, expect, test } from 'vitest';
import { newCommittee } from '../../store/committee/record.ts';
import { type Meeting, meetingSchema } from '../../store/meeting/record.ts';
import { answerMeeting } from '../../store/meeting/rules-agenda-answer.ts';
import { answerCall } from '../../store/meeting/rules-call-answer.ts';
import { reportForfall, takeBackForfall } from '../../store/meeting/rules-forfall.ts';
import { cancelMeeting, moveMeeting, type Schedule } from '../../store/meeting/rules-plan.ts';
import { riskDue, weighRisk } from '../../store/meeting/rules-risk.ts';
import { aSentMeeting } from '../support/agendas.ts';
import { aVara } from '../support/forfall.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, accepted, aSeat, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const NEAR = new Date('2026-04-09T06:00:00Z');
const people = Array.from({ length: 10 }, (_, k) => `m${k}`);
const vara = (personId: string) => [aVara(personId)];
const committee = aCommittee({ seats: people.map((id) => aSeat(id)), settings: { roundDays: 7 } });
const withVara = {
  ...committee,
  ...newCommittee({ ...committee, seats: people.map((id) => aSeat(id, id === 'm5' ? { varas: vara('vera') } : {})) }),
};

const warned = ({ outbox }: Meeting) =>
  outbox.flatMap((effect) =>
    effect.kind === 'personal-card' && effect.view.view === 'meeting-risk' ? [effect.personId] : [],
  );
const forfallOf = (count: number, meeting = aSentMeeting([]), of = committee, at = clocks) =>
  people
    .slice(0, count)
    .reduce(
      (current, id) =>
        accepted(reportForfall(current, of, { seatId: `seat-${id}`, personId: id, scope: { what: 'whole' } }, at)),
      meeting,
    );
const back = (meeting: Meeting, id: string) =>
  accepted(takeBackForfall(meeting, committee, { seatId: `seat-${id}`, personId: id }, clocks));
const said = (meeting: Meeting, id: string, comes: boolean, now = NOW) =>
  accepted(answerMeeting(meeting, committee, { personId: id, comes }, { now, realNow: REAL_NOW }));

describe('the warning', () => {
  test('goes to the chair and the secretariat at once when too few can come any more, and not before', () => {
    expect(warned(forfallOf(5))).toEqual([]);
    const risky = forfallOf(6);
    expect(warned(risky)).toEqual(['lise', 'siv']);
    expect(risky.riskToldAt).toEqual(NOW);
    expect(risky.history.map(({ what }) => what)).toContain('at-risk');
    expect(meetingSchema.parse(risky)).toEqual(risky);
  });

  test('goes once, however many more cannot come', () => {
    const sent = { ...forfallOf(6), outbox: [] };
    expect(warned(forfallOf(9, sent))).toEqual([]);
  });

  test('waits for working hours, and does not when the meeting is within a day', () => {
    const night = { now: new Date('2026-03-02T20:00:00Z'), realNow: REAL_NOW };
    const held = forfallOf(6, aSentMeeting([]), committee, night).outbox.filter(
      ({ kind, contactAt }) => kind === 'personal-card' && contactAt?.getTime() === Date.parse('2026-03-03T07:00:00Z'),
    );
    expect(held.length).toBeGreaterThan(0);
    const soon = { now: new Date('2026-04-13T20:00:00Z'), realNow: REAL_NOW };
    const late = forfallOf(6, aSentMeeting([]), committee, soon).outbox.filter(
      (effect) => effect.kind === 'personal-card' && effect.view.view === 'meeting-risk',
    );
    expect(late.map(({ contactAt }) => contactAt)).toEqual([undefined, undefined]);
  });

  test('is not sent when the meeting recovers before anybody has seen it', () => {
    const recovered = back(forfallOf(6), 'm0');
    expect(warned(recovered)).toEqual([]);
    expect(recovered).not.toHaveProperty('riskToldAt');
  });

  test('goes again when the meeting had recovered in between', () => {
    const seen = { ...forfallOf(6), outbox: [] };
    const again = said({ ...back(seen, 'm0'), outbox: [] }, 'm0', false);
    expect(warned(again)).toEqual(['lise', 'siv']);
  });

  test('waits while a vara is asked, and goes when the vara says no', () => {
    const asked = forfallOf(6, aSentMeeting([]), withVara);
    expect(warned(asked)).toEqual([]);
    const answer = { forfallId: 'seat-m5:whole', personId: 'vera', yes: false };
    expect(warned(accepted(answerCall(asked, withVara, answer, clocks)))).toEqual(['lise', 'siv']);
    expect(warned(accepted(answerCall(asked, withVara, { ...answer, yes: true }, clocks)))).toEqual([]);
  });

  test('goes also when a meeting fails before its agenda was sent', () => {
    expect(warned(forfallOf(6, aMeeting()))).toEqual(['lise', 'siv']);
  });

  test('is not told of a meeting of which nothing is known yet, however few have a seat', () => {
    const demanding = { ...committee, settings: { roundDays: 7, quorum: 11 } };
    expect(warned(weighRisk(aMeeting(), demanding, clocks))).toEqual([]);
    expect(warned(weighRisk(aSentMeeting([]), demanding, clocks))).toEqual(['lise', 'siv']);
    expect(warned(forfallOf(1, aMeeting(), demanding))).toEqual(['lise', 'siv']);
  });

  test('is told once to a chair who is the secretariat too', () => {
    const one = { ...committee, roles: { chairId: 'siv', secretariatIds: ['siv'] } };
    expect(warned(forfallOf(6, aSentMeeting([]), one))).toEqual(['siv']);
  });

  test.each<[string, Partial<Meeting>]>([
    ['held', { state: 'held' }],
    ['cancelled', { state: 'cancelled' }],
    ['past', { endsAt: NOW }],
  ])('is not told of a meeting that is %s', (_what, changes) => {
    const { riskToldAt: _told, ...risky } = forfallOf(6);
    expect(warned(weighRisk({ ...risky, outbox: [], ...changes }, committee, clocks))).toEqual([]);
  });
});

describe('where forfall stands', () => {
  const told = ({ outbox }: Meeting) =>
    outbox.flatMap((effect) =>
      effect.kind === 'personal-card' && effect.view.view === 'forfall-status' ? [effect.personId] : [],
    );

  test('is told by the warning that it makes, and not in another message', () => {
    expect(told(forfallOf(5))).toEqual(['lise', 'siv']);
    expect(told(forfallOf(6))).toEqual([]);
    expect(told(forfallOf(7))).toEqual([]);
  });

  test('is told by itself to those who have the warning already', () => {
    expect(told(forfallOf(7, { ...forfallOf(6), outbox: [] }))).toEqual(['lise', 'siv']);
  });

  test('is told all the same when the meeting recovers before the warning was sent', () => {
    const recovered = back(forfallOf(6), 'm0');
    expect(warned(recovered)).toEqual([]);
    expect(told(recovered)).toEqual(['lise', 'siv']);
  });

  test('is told of a vara who comes when that was why the meeting recovered', () => {
    const answer = { forfallId: 'seat-m5:whole', personId: 'vera' };
    const no = accepted(
      answerCall(forfallOf(6, aSentMeeting([]), withVara), withVara, { ...answer, yes: false }, clocks),
    );
    const yes = accepted(answerCall(no, withVara, { ...answer, yes: true }, clocks));
    expect([warned(yes), told(yes)]).toEqual([[], ['lise', 'siv']]);
  });
});

test('a committee that is closed hears of no danger', () => {
  const closed = { ...committee, life: { ...committee.life, closed: { at: NOW, by: 'siv' } } };
  const risky = weighRisk(forfallOf(6), closed, clocks);
  expect(warned(risky)).toEqual([]);
  expect(risky).not.toHaveProperty('riskDueAt');
});

describe('the third working day before a meeting', () => {
  const called = weighRisk(aSentMeeting([]), committee, clocks);
  const at = (now: Date) => ({ now, realNow: REAL_NOW });

  test('is when it is weighed whether enough have said that they come', () => {
    expect(called.riskDueAt).toEqual(NEAR);
    expect(riskDue(called, committee, at(new Date(NEAR.getTime() - 1)))).toEqual({ ok: false, refusal: 'not-due' });
    const weighed = accepted(riskDue(called, committee, at(NEAR)));
    expect(warned(weighed)).toEqual(['lise', 'siv']);
    expect(weighed).not.toHaveProperty('riskDueAt');
    expect(riskDue(weighed, committee, at(NEAR))).toEqual({ ok: false, refusal: 'not-due' });
  });

  test('says nothing when enough have', () => {
    const enough = people.slice(0, 5).reduce((meeting, id) => said(meeting, id, true), called);
    const weighed = accepted(riskDue(enough, committee, at(NEAR)));
    expect(warned(weighed)).toEqual([]);
    // one of them has forfall after all
    expect(warned(said(weighed, 'm0', false, NEAR))).toEqual(['lise', 'siv']);
  });

  test('after it, those who say that they come end the danger', () => {
    const weighed = accepted(riskDue(called, committee, at(NEAR)));
    const enough = people.slice(0, 5).reduce((meeting, id) => said(meeting, id, true, NEAR), weighed);
    expect(warned(enough)).toEqual([]);
    expect(enough).not.toHaveProperty('riskToldAt');
  });

  test('is not waited for once the meeting is over, or when it would come after it has begun', () => {
    const over = accepted(riskDue({ ...called, state: 'held' }, committee, at(NEAR)));
    expect(over).not.toHaveProperty('riskDueAt');
    expect(warned(over)).toEqual([]);
    const sent = { at: new Date('2026-04-13T12:00:00Z'), by: 'siv', revision: 1 };
    expect(weighRisk(aSentMeeting([], { sent }), committee, at(sent.at))).not.toHaveProperty('riskDueAt');
  });

  test('weighed again, nothing changes', () => {
    expect(weighRisk(called, committee, clocks)).toBe(called);
  });
});

describe('a meeting that is moved or cancelled', () => {
  const move = (meeting: Meeting, changes: Partial<Schedule>) => {
    const { startsAt, endsAt } = meeting;
    const schedule = { startsAt, endsAt, mode: 'digitalt' as const, ...changes };
    return accepted(moveMeeting(meeting, schedule, committee, { personId: 'siv' }, clocks));
  };

  test('starts anew at another time', () => {
    const startsAt = new Date('2026-04-21T10:00:00Z');
    const moved = move(forfallOf(6), { startsAt, endsAt: new Date('2026-04-21T12:00:00Z') });
    expect(warned(moved)).toEqual([]);
    expect(moved).not.toHaveProperty('riskToldAt');
    expect(moved.riskDueAt).toEqual(new Date('2026-04-16T06:00:00Z'));
    expect(warned(forfallOf(6, { ...moved, outbox: [] }))).toEqual(['lise', 'siv']);
  });

  test('stays in danger when only its place is another', () => {
    const seen = { ...forfallOf(6), outbox: [] };
    const moved = move(seen, { place: 'Rådhuset' });
    expect(moved.riskToldAt).toEqual(NOW);
    expect(warned(moved)).toEqual([]);
  });

  test('is weighed no more when it is cancelled, and no warning goes', () => {
    const cancelled = accepted(cancelMeeting(forfallOf(6), undefined, committee, 'siv', clocks));
    expect(warned(cancelled)).toEqual([]);
    expect(cancelled).not.toHaveProperty('riskDueAt');
  });
});
