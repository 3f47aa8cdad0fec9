import { describe, expect, test } from 'vitest';
import { emit } from '../../store/effect.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import {
  cancelMeeting,
  carryOn,
  isScheduled,
  keeping,
  moveMeeting,
  planMeeting,
  wantCalendar,
} from '../../store/meeting/rules-plan.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, accepted, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
/** Sunday: nobody is contacted. */
const SUNDAY = new Date('2026-03-01T09:00:00Z');
const conversation = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu' };
const committee = aCommittee({ conversation, people: ['kari', 'ola', 'per', 'lise', 'nina', 'siv'] });
const alone = aCommittee();
const startsAt = new Date('2026-04-15T10:00:00Z');
const endsAt = new Date('2026-04-15T12:00:00Z');
const WEDNESDAY = { startsAt, endsAt, mode: 'fysisk', place: 'UNN' } as const;
const planned = aMeeting({ keys: ['meeting:committee-1:2026-04-14'], place: 'Teams' });
const sending = { at: NOW, by: 'siv', revision: 1 };
const before = { startsAt: planned.startsAt, endsAt: planned.endsAt, mode: 'digitalt', place: 'Teams' };

const move = (meeting: Meeting, changes = {}, when = clocks, whose = committee) =>
  accepted(moveMeeting(meeting, { ...WEDNESDAY, ...changes }, whose, { personId: 'lise' }, when));
const cancel = (meeting: Meeting, reason?: string, when = clocks, whose = committee) =>
  accepted(cancelMeeting(meeting, reason, whose, 'siv', when));
const kinds = ({ outbox }: Meeting) => outbox.map(({ kind }) => kind);

describe('a meeting that is planned', () => {
  test('has the day to itself, and says who planned it', () => {
    const meeting = accepted(planMeeting('meeting-9', committee, WEDNESDAY, 'nina', NOW));
    expect(meeting).toMatchObject({
      id: 'meeting-9',
      committeeId: 'committee-1',
      tenantId: committee.tenantId,
      keys: ['meeting:committee-1:2026-04-15'],
      state: 'planned',
      sequence: 0,
      comingIn: 'committee-1',
      mode: 'fysisk',
      place: 'UNN',
      history: [{ at: NOW, by: 'nina', what: 'planned' }],
    });
    expect(meeting.outbox).toEqual([]);
  });

  test('is of the day that it is in Oslo, and need not say where', () => {
    const late = { startsAt: new Date('2026-04-14T22:30:00Z'), endsAt: new Date('2026-04-14T23:30:00Z') };
    const meeting = accepted(planMeeting('meeting-9', committee, late, 'siv', NOW));
    expect(meeting.keys).toEqual(['meeting:committee-1:2026-04-15']);
    expect(Object.keys(meeting)).not.toEqual(expect.arrayContaining(['mode']));
    expect('place' in meeting).toBe(false);
  });

  test.each(['kari', 'per', 'nobody'])('is not planned by %s', (personId) => {
    expect(planMeeting('m', committee, WEDNESDAY, personId, NOW)).toEqual({ ok: false, refusal: 'not-planner' });
  });

  test('stands where a schedule says when all of it is the same', () => {
    expect(isScheduled(planned, before as typeof WEDNESDAY)).toBe(true);
    for (const change of [{ startsAt }, { endsAt }, { mode: 'fysisk' as const }, { place: 'x' }])
      expect(isScheduled(planned, { ...(before as typeof WEDNESDAY), ...change })).toBe(false);
    expect(isScheduled(planned, { startsAt: planned.startsAt, endsAt: planned.endsAt })).toBe(false);
  });

  test('keeps what a pasted line does not say', () => {
    expect(keeping(planned, { startsAt, endsAt })).toEqual({ startsAt, endsAt, mode: 'digitalt', place: 'Teams' });
    expect(keeping(planned, WEDNESDAY)).toEqual(WEDNESDAY);
    const { mode: _mode, ...bare } = aMeeting();
    expect(keeping(bare, { startsAt, endsAt })).toEqual({ startsAt, endsAt });
  });
});

describe('a meeting that is moved', () => {
  test('stands elsewhere, with a higher sequence, and its old day is free', () => {
    expect(move(planned)).toMatchObject({
      ...WEDNESDAY,
      keys: ['meeting:committee-1:2026-04-15'],
      sequence: 1,
      history: [{ at: NOW, by: 'lise', what: 'moved' }],
    });
    const { mode, place } = move(planned, { mode: undefined, place: undefined });
    expect([mode, place]).toEqual([undefined, undefined]);
  });

  test('is told once in the conversation, from what was before', () => {
    expect(move(planned).outbox).toMatchObject([
      { kind: 'reply', ...conversation, view: { view: 'meeting-news', meetingId: 'meeting-1', was: before } },
    ]);
  });

  test('twice before anybody was told is told once, from what they know', () => {
    const twice = move(move(planned), { place: 'Rådhuset' });
    expect(twice.outbox).toMatchObject([{ kind: 'reply', view: { was: before } }]);
    expect(twice.sequence).toBe(2);
  });

  test('while the news of the first time is on its way is told again, under a key of its own', () => {
    const first = move(planned);
    const claimed = { ...first, outbox: first.outbox.map((effect) => ({ ...effect, attempts: 1 })) };
    const twice = move(claimed, { place: 'Rådhuset' });
    expect(twice.outbox).toMatchObject([
      { view: { was: before } },
      { view: { was: { startsAt, place: 'UNN', mode: 'fysisk' } } },
    ]);
    expect(new Set(twice.outbox.map(({ key }) => key)).size).toBe(2);
  });

  test('of a committee without a conversation is told to each of its people but whoever moved it', () => {
    const told = move(planned, {}, clocks, alone).outbox;
    expect(told).toMatchObject(
      alone.people
        .filter((personId) => personId !== 'lise')
        .map((personId) => ({ kind: 'personal-card', personId, view: { view: 'meeting-news' } })),
    );
    expect(told).toHaveLength(alone.people.length - 1);
    expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
    const again = move(move(planned, {}, clocks, alone), { place: 'x' }, clocks, alone).outbox;
    expect(again).toHaveLength(told.length);
    expect(again[0]).toMatchObject({ view: { was: before } });
  });

  test('gives a new file to those who have it in their calendar and are still in the committee', () => {
    const wanted = ['kari', 'gone', 'ola'].reduce((one, who) => accepted(wantCalendar(one, who)), planned);
    expect(move(wanted).outbox.slice(1)).toMatchObject(
      ['kari', 'ola'].map((personId) => ({
        kind: 'offer-file',
        personId,
        offer: { what: 'calendar', committeeId: 'committee-1', meetingId: 'meeting-1' },
      })),
    );
    expect(kinds(move(move(wanted), { place: 'x' }))).toEqual(['reply', 'offer-file', 'offer-file']);
  });

  test('is told in working hours, unless it was or is within a day', () => {
    const later = { now: SUNDAY, realNow: REAL_NOW };
    expect(move(planned, {}, later).outbox[0]).toMatchObject({
      inWorkingHours: true,
      contactAt: new Date('2026-03-02T07:00:00Z'),
    });
    const eve = { now: new Date('2026-04-12T10:00:01Z'), realNow: REAL_NOW };
    expect(move(planned, {}, { ...eve, now: new Date('2026-04-13T10:00:01Z') }).outbox[0]).not.toHaveProperty(
      'inWorkingHours',
    );
    const soon = { startsAt: new Date('2026-04-13T10:00:00Z'), endsAt: new Date('2026-04-13T12:00:00Z') };
    expect(move(planned, soon, eve).outbox[0]).not.toHaveProperty('inWorkingHours');
    expect(move(planned, {}, { ...eve, now: new Date('2026-04-13T10:00:00Z') }).outbox[0]).toHaveProperty(
      'inWorkingHours',
    );
  });

  test('keeps what else waits to be sent', () => {
    const reply = { kind: 'reply', key: 'r', ...conversation, view: { view: 'help' } } as const;
    const told = { kind: 'sak-told', key: 's', sakId: 'sak-1', news: { what: 'postponed', meetingId: 'm' } } as const;
    const busy = emit(planned, { realNow: REAL_NOW }, reply, told);
    expect(kinds(move(busy))).toEqual(['reply', 'sak-told', 'reply']);
    expect(move(busy).outbox[2]).toMatchObject({ view: { was: before } });
  });

  test('renews the card that its agenda has in the conversation', () => {
    const called = { ...planned, shared: { ...conversation, activityId: 'a' } };
    expect(kinds(move(called))).toEqual(['reply', 'shared-card-update']);
    expect(kinds(cancel(called))).toEqual(['reply', 'shared-card-update']);
  });

  test('renews the agenda cards in the chats of its people and its varas, and of nobody who has left', () => {
    const vera = { varaId: 'vera', varaName: 'vera', state: 'accepted', askedAt: NOW, answerBy: NOW } as const;
    const forfall: Meeting['forfall'] = [
      { id: 'f', seatId: 'seat-ola', scope: { what: 'whole' }, at: NOW, by: 'ola', calls: [vera] },
    ];
    const cards = ['kari', 'gone', 'vera'].map((personId) => ({ personId, ...conversation, activityId: personId }));
    const renewed = ({ outbox }: Meeting) =>
      outbox.flatMap((effect) => (effect.kind === 'agenda-card-update' ? effect.personId : []));
    expect(renewed(move({ ...planned, cards }))).toEqual(['kari']);
    const { startsAt, endsAt } = planned;
    expect(renewed(move({ ...planned, cards, forfall }, { startsAt, endsAt }))).toEqual(['kari', 'vera']);
    expect(renewed(cancel({ ...planned, cards, forfall }))).toEqual(['kari', 'vera']);
  });

  test('to another time asks everybody anew, and to another place nobody', () => {
    const answers = [{ seatId: 'seat-kari', comes: true, at: NOW, by: 'kari' }];
    const answered = { ...planned, answers, remindedOn: '2026-03-02' };
    expect(move(answered).answers).toEqual([]);
    expect(move(answered)).not.toHaveProperty('remindedOn');
    const longer = { startsAt: planned.startsAt, endsAt: new Date(planned.endsAt.getTime() + 1) };
    expect(move(answered, longer).answers).toEqual([]);
    const { startsAt: from, endsAt: to } = planned;
    expect(move(answered, { startsAt: from, endsAt: to })).toMatchObject({ answers, remindedOn: '2026-03-02' });
  });

  test('to what it is already is no change', () => {
    const moved = move(planned);
    expect(move(moved)).toBe(moved);
  });

  test.each([
    ['by somebody who does not arrange meetings', planned, 'kari', undefined, 'not-planner'],
    ['when it is cancelled', { ...planned, state: 'cancelled' as const }, 'siv', undefined, 'plan-cancelled'],
    ['when it is held', { ...planned, state: 'held' as const }, 'siv', undefined, 'plan-held'],
    ['when its time has passed', { ...planned, endsAt: NOW }, 'siv', undefined, 'plan-past'],
    ['while its agenda is being sent', { ...planned, sending }, 'siv', undefined, 'agenda-being-sent'],
    ['from a form that is older than it', { ...planned, sequence: 2 }, 'siv', 1, 'plan-changed'],
  ])('is not %s', (_when, meeting, personId, against, refusal) => {
    expect(moveMeeting(meeting, WEDNESDAY, committee, { personId, against }, clocks)).toEqual({ ok: false, refusal });
  });

  test('to another year is not moved once its agenda was sent: its saker have numbers of the year', () => {
    const sent = { ...planned, state: 'called' as const, sent: sending };
    const by = { personId: 'siv' };
    // New Year's Eve in UTC is New Year's Day in Oslo
    const newYear = { startsAt: new Date('2026-12-31T23:30:00Z'), endsAt: new Date('2027-01-01T00:30:00Z') };
    expect(moveMeeting(sent, newYear, committee, by, clocks)).toEqual({ ok: false, refusal: 'agenda-other-year' });
    expect(moveMeeting(sent, WEDNESDAY, committee, by, clocks).ok).toBe(true);
    expect(moveMeeting(planned, newYear, committee, by, clocks).ok).toBe(true);
  });

  test('from a form that is of today is moved, and one that is there already is never refused for its age', () => {
    const newer = { ...planned, sequence: 2 };
    expect(moveMeeting(newer, WEDNESDAY, committee, { personId: 'siv', against: 2 }, clocks).ok).toBe(true);
    const there = { startsAt: newer.startsAt, endsAt: newer.endsAt, mode: 'digitalt', place: 'Teams' } as const;
    expect(moveMeeting(newer, there, committee, { personId: 'siv', against: 1 }, clocks).ok).toBe(true);
  });
});

describe('a meeting that is cancelled', () => {
  const agenda = aMeeting({
    keys: planned.keys,
    items: [{ sakId: 'sak-1' }, { sakId: 'sak-2' }],
    coming: [{ title: 'Beredskap' }],
  });

  test('stays, with its reason, and its day is free', () => {
    const gone = cancel(agenda, 'Forfall');
    expect(gone).toMatchObject({
      state: 'cancelled',
      keys: [],
      sequence: 1,
      cancelled: { at: NOW, by: 'siv', reason: 'Forfall' },
      items: agenda.items,
      history: [{ at: NOW, by: 'siv', what: 'cancelled' }],
    });
    expect(gone).not.toHaveProperty('comingIn');
    expect(cancel(agenda).cancelled).not.toHaveProperty('reason');
  });

  test('is told, gives its saker back, and what was named for later goes on', () => {
    expect(cancel(agenda).outbox).toMatchObject([
      { kind: 'reply', view: { view: 'meeting-news' } },
      { kind: 'sak-told', sakId: 'sak-1', news: { what: 'postponed', meetingId: 'meeting-1' } },
      { kind: 'sak-told', sakId: 'sak-2', news: { what: 'postponed', meetingId: 'meeting-1' } },
      { kind: 'carry-coming' },
    ]);
    expect(new Set(cancel(agenda).outbox.map(({ key }) => key)).size).toBe(4);
    expect(kinds(cancel(planned))).toEqual(['reply']);
  });

  test('again is no change', () => {
    const gone = cancel(agenda);
    expect(cancel(gone, 'noe annet')).toBe(gone);
  });

  test('is told in working hours when its time has passed, and at once on the day that it was to be', () => {
    const at = (time: string) => cancel(planned, undefined, { now: new Date(time), realNow: REAL_NOW }).outbox[0];
    expect(at(`${planned.endsAt.toISOString().slice(0, 11)}21:00:00Z`)).toHaveProperty('inWorkingHours');
    expect(at(new Date(planned.endsAt.getTime() - 1).toISOString())).not.toHaveProperty('inWorkingHours');
  });

  test('is not cancelled by somebody who does not arrange meetings, or once it is held', () => {
    expect(cancelMeeting(agenda, undefined, committee, 'ola', clocks)).toMatchObject({ refusal: 'not-planner' });
    const held = { ...agenda, state: 'held' as const };
    expect(cancelMeeting(held, undefined, committee, 'siv', clocks)).toMatchObject({ refusal: 'plan-held' });
  });

  test('is not cancelled while its agenda is being sent', () => {
    const busy = { ...agenda, sending };
    expect(cancelMeeting(busy, undefined, committee, 'siv', clocks)).toMatchObject({ refusal: 'agenda-being-sent' });
  });

  test('has nothing to carry on when nothing was named', () => {
    expect(carryOn(planned, clocks)).toBe(planned);
    expect(carryOn(agenda, clocks).outbox).toMatchObject([{ kind: 'carry-coming', dueAt: REAL_NOW }]);
  });
});
