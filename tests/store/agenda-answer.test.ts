import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../store/meeting/record.ts';
import {
  answerMeeting,
  publishAgenda,
  remindOfMeeting,
  wantsMeetingReminder,
} from '../../store/meeting/rules-agenda-answer.ts';
import { unanswered } from '../../store/meeting/rules-agenda-silent.ts';
import { markActed } from '../../store/meeting/rules-call-answer.ts';
import { seatsOfVara } from '../../store/meeting/rules-holder.ts';
import { aSentMeeting } from '../support/agendas.ts';
import { aCalledMeeting, aCommitteeWithVaras, away, callsOf, lapsed, says } from '../support/forfall.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, accepted, aSeat, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const committee = aCommittee();
const shared = { serviceUrl: 'https://a.example/', conversationId: 'c', activityId: 'a' };
const sent = (changes: Partial<Meeting> = {}) => aSentMeeting([], { shared, ...changes });
const answer = (meeting: Meeting, personId = 'kari', comes = true, of = committee) =>
  answerMeeting(meeting, of, { personId, comes }, clocks);
const remind = (meeting: Meeting, now = NOW) => remindOfMeeting(meeting, committee, 'siv', { now, realNow: REAL_NOW });
const everybody = () => ['kari', 'ola', 'per'].reduce((meeting, person) => accepted(answer(meeting, person)), sent());

describe('«Kommer» and «Forfall»', () => {
  test.each([
    [true, 'comes'],
    [false, 'forfall-whole'],
  ])('is kept for the seat, without a reason: comes %s', (comes, what) => {
    const answered = accepted(answer(sent(), 'kari', comes));
    expect(answered.answers).toEqual([{ seatId: 'seat-kari', comes, at: NOW, by: 'kari' }]);
    expect(answered.history.at(0)).toEqual({ at: NOW, by: 'kari', what, seatId: 'seat-kari' });
    expect(answered.outbox.filter(({ kind }) => kind === 'shared-card-update')).toHaveLength(1);
  });

  test('«Forfall» is of the whole meeting, and «Kommer» after it takes the seat back', () => {
    const away = accepted(answer(sent(), 'kari', false));
    expect(away.forfall).toMatchObject([{ seatId: 'seat-kari', scope: { what: 'whole' }, by: 'kari' }]);
    const back = accepted(answer(away));
    expect(back.forfall).toMatchObject([{ takenBack: true }]);
    expect(back.answers).toEqual([{ seatId: 'seat-kari', comes: true, at: NOW, by: 'kari' }]);
    expect(back.history.at(-1)).toMatchObject({ what: 'forfall-taken-back' });
  });

  test('the newest answer of a seat counts, and others stay', () => {
    const both = accepted(answer(accepted(answer(sent(), 'kari')), 'ola'));
    const changed = accepted(answer(both, 'kari', false));
    expect(changed.answers.map(({ seatId, comes }) => [seatId, comes])).toEqual([
      ['seat-ola', true],
      ['seat-kari', false],
    ]);
  });

  test('the same answer again changes nothing', () => {
    const answered = accepted(answer(sent()));
    expect(accepted(answer(answered))).toBe(answered);
  });

  test('what another said for the seat is said anew by its member', () => {
    const answers = [{ seatId: 'seat-kari', comes: true, at: NOW, by: 'siv' }];
    expect(accepted(answer(sent({ answers }))).answers).toMatchObject([{ by: 'kari' }]);
  });

  test('somebody with two seats answers for both', () => {
    const two = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')] });
    const answered = accepted(answer(sent(), 'kari', true, two));
    expect(answered.answers.map(({ seatId }) => seatId)).toEqual(['seat-kari', 'seat-2']);
    const half = { ...answered, answers: answered.answers.slice(1) };
    expect(accepted(answer(half, 'kari', true, two)).answers).toHaveLength(2);
  });

  test.each([
    ['somebody without a seat', sent(), 'siv', 'no-seat'],
    ['before the agenda was sent', aMeeting(), 'kari', 'agenda-not-sent'],
    ['after a cancellation', sent({ state: 'cancelled' }), 'kari', 'meeting-over'],
    ['after the end', sent({ endsAt: NOW }), 'kari', 'meeting-over'],
  ])('%s is told so', (_what, meeting, personId, refusal) => {
    expect(answer(meeting, personId)).toEqual({ ok: false, refusal });
  });
});

describe('a reminder', () => {
  test('goes to those who have not answered, each once, and to nobody else', () => {
    const two = aCommittee({ seats: [aSeat('kari'), aSeat('ola'), aSeat('ola', { id: 'seat-2' })] });
    const reminded = accepted(remindOfMeeting(accepted(answer(sent())), two, 'siv', clocks));
    const reminders = reminded.outbox.filter(({ kind }) => kind === 'agenda-reminder');
    expect(reminders).toMatchObject([{ personId: 'ola', inWorkingHours: true }]);
    expect(reminded.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'agenda-reminded' });
  });

  test('goes once on a working day', () => {
    const once = accepted(remind(sent()));
    expect(remind(once)).toEqual({ ok: false, refusal: 'meeting-reminded-today' });
    expect(remind(once, new Date('2026-03-03T09:00:00Z'))).toMatchObject({ ok: true });
  });

  test('asked for in the evening counts for the working day that it goes out on', () => {
    const evening = accepted(remind(sent(), new Date('2026-03-06T18:00:00Z')));
    expect(evening.remindedOn).toBe('2026-03-09');
    expect(remind(evening, new Date('2026-03-09T09:00:00Z'))).toEqual({ ok: false, refusal: 'meeting-reminded-today' });
  });

  test('of a meeting within a day goes at once, whatever the hour', () => {
    const startsAt = new Date('2026-03-07T17:00:00Z');
    const evening = new Date('2026-03-06T18:00:00Z');
    const soon = accepted(remind(sent({ startsAt }), evening));
    expect(soon.remindedOn).toBe('2026-03-06');
    const reminders = soon.outbox.filter(({ kind }) => kind === 'agenda-reminder');
    expect(reminders).not.toEqual([]);
    for (const one of reminders) expect(one).not.toHaveProperty('inWorkingHours');
    const far = accepted(remind(sent({ startsAt: new Date('2026-03-07T18:00:00Z') }), evening));
    for (const one of far.outbox) expect(one).toMatchObject({ inWorkingHours: true });
  });

  test.each([
    ['when all have answered', () => everybody(), 'all-have-said'],
    ['before the agenda was sent', () => aMeeting(), 'agenda-not-sent'],
    ['of a meeting that is over', () => sent({ endsAt: NOW }), 'meeting-over'],
  ] as const)('%s is refused', (_what, meeting, refusal) => {
    expect(remind(meeting())).toEqual({ ok: false, refusal });
  });

  test('finds nobody who has answered meanwhile, and nobody once the meeting is over', () => {
    const answered = accepted(answer(sent()));
    expect(unanswered(answered, committee)).toEqual(['ola', 'per']);
    expect(wantsMeetingReminder(answered, committee, 'ola', NOW)).toBe(true);
    expect(wantsMeetingReminder(answered, committee, 'kari', NOW)).toBe(false);
    expect(wantsMeetingReminder({ ...answered, state: 'cancelled' }, committee, 'ola', NOW)).toBe(false);
  });
});

describe('the publication of an agenda', () => {
  test('is registered, with the place where one is said', () => {
    const published = accepted(publishAgenda(sent(), 'www.eksempel.no', 'siv', clocks));
    expect(published.agendaPublished).toEqual({ at: NOW, by: 'siv', where: 'www.eksempel.no' });
    expect(published.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'agenda-published' });
    expect(accepted(publishAgenda(sent(), undefined, 'siv', clocks)).agendaPublished).toEqual({ at: NOW, by: 'siv' });
  });

  test('is registered once, and only of an agenda that was sent', () => {
    const published = accepted(publishAgenda(sent(), undefined, 'siv', clocks));
    expect(publishAgenda(published, 'x', 'siv', clocks)).toEqual({ ok: false, refusal: 'agenda-published-before' });
    expect(publishAgenda(aMeeting(), 'x', 'siv', clocks)).toEqual({ ok: false, refusal: 'agenda-not-sent' });
  });
});

describe('«Kommer» and «Forfall» of a vara', () => {
  const asked = () => accepted(away(accepted(away(aCalledMeeting(), 'kari')), 'ola'));
  const of = aCommitteeWithVaras();

  test('is the answer to what they were called in for, and a yes is to one seat', () => {
    const yes = accepted(answer(asked(), 'vera', true, of));
    expect(seatsOfVara(yes, 'vera')).toEqual(['seat-kari']);
    expect(accepted(answer(yes, 'vera', true, of))).toEqual(yes);
    const no = accepted(answer(asked(), 'vera', false, of));
    expect([callsOf(no), callsOf(no, 'seat-ola:whole')]).toEqual([
      [
        ['vera', 'declined'],
        ['viggo', 'asked'],
      ],
      [
        ['vera', 'declined'],
        ['odd', 'asked'],
      ],
    ]);
  });

  test('is a yes to the seat that nobody else has taken meanwhile', () => {
    const late = accepted(lapsed(asked(), new Date('2026-03-03T09:00:00Z')));
    const viggo = accepted(says(late, 'viggo', true));
    expect(seatsOfVara(accepted(answer(viggo, 'vera', true, of)), 'vera')).toEqual(['seat-ola']);
    const both = accepted(says(viggo, 'odd', true, 'seat-ola:whole'));
    expect(answer(both, 'vera', true, of)).toEqual({ ok: false, refusal: 'seat-covered' });
  });

  test('is no answer of somebody who was not called in, and no way out once they have acted', () => {
    expect(answer(asked(), 'odd', true, of)).toEqual({ ok: false, refusal: 'no-seat' });
    const yes = accepted(answer(asked(), 'vera', true, of));
    const acted = accepted(markActed(yes, { seatId: 'seat-kari', personId: 'vera' }, NOW));
    expect(answer(acted, 'vera', false, of)).toEqual({ ok: false, refusal: 'vara-has-acted' });
  });
});
