import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../store/meeting/record.ts';
import {
  addItem,
  buildAgenda,
  fixedOf,
  fixedSakId,
  isFor,
  mayStand,
  moveItem,
  orderItems,
  proposedOrder,
  takeOut,
  touchAgenda,
} from '../../store/meeting/rules-agenda.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, accepted, NOW, REAL_NOW } from '../support/records.ts';

const by = { personId: 'siv', now: NOW };
const clocks = { now: NOW, realNow: REAL_NOW };
const opening = fixedSakId('meeting-1', 'innkalling');
const last = fixedSakId('meeting-1', 'eventuelt');
const ids = ({ items }: Meeting) => items.map(({ sakId }) => sakId);
const anAgenda = (sakIds: readonly string[] = ['a', 'b', 'c'], changes: Partial<Meeting> = {}) => ({
  ...accepted(buildAgenda(aMeeting(), sakIds, by)),
  ...changes,
});
const sending = { at: NOW, by: 'siv', revision: 1 };

describe('what an agenda is proposed to hold', () => {
  test('is what comes first at every meeting, then the saker, then the rest', () => {
    const fixed = ['innkalling', 'oppfolging', 'kort-orientering', 'neste-mote'] as const;
    const of = (kind: (typeof fixed)[number]) => fixedSakId('m', kind);
    expect(proposedOrder('m', fixed, ['a', 'b'])).toEqual([
      of('innkalling'),
      of('oppfolging'),
      'a',
      'b',
      of('kort-orientering'),
      of('neste-mote'),
    ]);
    expect(proposedOrder('m', ['eventuelt'], ['a'])).toEqual(['a', fixedSakId('m', 'eventuelt')]);
    expect(proposedOrder('m', ['godkjenning-av-referat'], ['a'])).toEqual([
      fixedSakId('m', 'godkjenning-av-referat'),
      'a',
    ]);
    expect(proposedOrder('m', [], ['a'])).toEqual(['a']);
  });

  test('has the fixed saker that the committee chose, else the usual ones', () => {
    expect(fixedOf(aCommittee())).toEqual(['innkalling', 'eventuelt', 'neste-mote']);
    const chosen = aCommittee({ settings: { roundDays: 7, agenda: { fixed: ['evaluering'] } } });
    expect(fixedOf(chosen)).toEqual(['evaluering']);
  });

  test('a sak is for the meeting it wishes, for an earlier one, or for the next one', () => {
    const later = [{ id: 'meeting-2' }];
    const meeting = { id: 'meeting-1' };
    expect(isFor({ wishedMeetingId: 'meeting-1' }, meeting, later)).toBe(true);
    expect(isFor({ wishedMeetingId: 'meeting-1' }, meeting, [meeting])).toBe(true);
    expect(isFor({ wishedMeetingId: 'meeting-0' }, meeting, later)).toBe(true);
    expect(isFor({}, meeting, later)).toBe(true);
    expect(isFor({ wishedMeetingId: 'meeting-2' }, meeting, later)).toBe(false);
  });

  test('a sak may stand on it when it is accepted, or stands there already', () => {
    expect(mayStand({ status: 'accepted' }, 'meeting-1')).toBe(true);
    expect(mayStand({ status: 'scheduled', meetingId: 'meeting-1' }, 'meeting-1')).toBe(true);
    expect(mayStand({ status: 'scheduled', meetingId: 'meeting-2' }, 'meeting-1')).toBe(false);
    expect(mayStand({ status: 'withdrawn' }, 'meeting-1')).toBe(false);
  });
});

describe('building', () => {
  test('puts the saker there in their order, and says who did it', () => {
    const built = anAgenda();
    expect(ids(built)).toEqual(['a', 'b', 'c']);
    expect(built.agendaRevision).toBe(1);
    expect(built.history).toEqual([{ at: NOW, by: 'siv', what: 'agenda-changed' }]);
  });

  test('again leaves the agenda as it is, also one that was emptied', () => {
    const emptied = accepted(takeOut(anAgenda(['a']), 'a', by));
    expect(accepted(buildAgenda(emptied, ['a', 'b'], by))).toBe(emptied);
  });

  test('takes no more saker than an agenda may have', () => {
    const many = Array.from({ length: 120 }, (_, n) => `sak-${n}`);
    expect(ids(anAgenda(many))).toHaveLength(100);
  });
});

describe('moving', () => {
  test.each([
    ['b', 'up', ['b', 'a', 'c']],
    ['b', 'down', ['a', 'c', 'b']],
    ['a', 'up', ['a', 'b', 'c']],
    ['c', 'down', ['a', 'b', 'c']],
  ] as const)('%s %s', (sakId, to, order) => {
    const moved = accepted(moveItem(anAgenda(), sakId, to, by));
    expect(ids(moved)).toEqual(order);
    expect(moved.agendaRevision).toBe(2);
  });

  test('a sak that is not there is refused', () => {
    expect(moveItem(anAgenda(), 'x', 'up', by)).toEqual({ ok: false, refusal: 'not-on-agenda' });
  });
});

describe('an order that was typed', () => {
  const order = (typed: string, revision = 1) => orderItems(anAgenda(), { typed, revision }, by);

  test.each([
    ['3, 1, 2', ['c', 'a', 'b']],
    ['3;1 2', ['c', 'a', 'b']],
    [' 2 ', ['b', 'a', 'c']],
    ['3,1', ['c', 'a', 'b']],
  ])('«%s»: what is not named follows in the order it has', (typed, expected) => {
    expect(ids(accepted(order(typed)))).toEqual(expected);
  });

  test.each(['', ' , ', '0', '4', '1, 1', '1, x', '-1', '1.5', '=1', '1, 2, 3, 4', '0001'])(
    '«%s» is refused',
    (typed) => {
      expect(order(typed)).toEqual({ ok: false, refusal: 'bad-order' });
    },
  );

  test('of an agenda that was changed meanwhile is refused', () => {
    expect(order('2', 0)).toEqual({ ok: false, refusal: 'agenda-changed-meanwhile' });
  });
});

describe('adding and taking out', () => {
  test('a new sak comes before what stands last at every meeting', () => {
    const agenda = anAgenda([opening, 'a', last]);
    expect(ids(accepted(addItem(agenda, 'b', by)))).toEqual([opening, 'a', 'b', last]);
    expect(ids(accepted(addItem(anAgenda([opening, last]), 'b', by)))).toEqual([opening, 'b', last]);
    expect(ids(accepted(addItem(anAgenda([last]), 'b', by)))).toEqual(['b', last]);
    expect(ids(accepted(addItem(anAgenda(['a', last, 'c']), 'b', by)))).toEqual(['a', last, 'c', 'b']);
  });

  test('once the agenda was sent it comes last of all, as its number does', () => {
    expect(ids(accepted(addItem(anAgenda(['a', last], { sent: sending }), 'b', by)))).toEqual(['a', last, 'b']);
  });

  test('one that is there already changes nothing', () => {
    const agenda = anAgenda();
    expect(accepted(addItem(agenda, 'a', by))).toBe(agenda);
  });

  test('a full agenda takes no more', () => {
    const full = anAgenda(Array.from({ length: 100 }, (_, n) => `sak-${n}`));
    expect(addItem(full, 'x', by)).toEqual({ ok: false, refusal: 'agenda-full' });
  });

  test('a sak is taken out, and one that is not there changes nothing', () => {
    const agenda = anAgenda();
    expect(ids(accepted(takeOut(agenda, 'b', by)))).toEqual(['a', 'c']);
    expect(accepted(takeOut(agenda, 'x', by))).toBe(agenda);
  });

  test('one that was sent with its number stays, and one that was added since may go', () => {
    const agenda = anAgenda([], { items: [{ sakId: 'a', attachments: [] }, { sakId: 'b' }] });
    expect(takeOut(agenda, 'a', by)).toEqual({ ok: false, refusal: 'already-numbered' });
    expect(ids(accepted(takeOut(agenda, 'b', by)))).toEqual(['a']);
  });
});

describe('an agenda that is not to be changed', () => {
  const changes: readonly [string, (meeting: Meeting) => unknown][] = [
    ['moving', (meeting) => moveItem(meeting, 'a', 'down', by)],
    ['ordering', (meeting) => orderItems(meeting, { typed: '2', revision: meeting.agendaRevision }, by)],
    ['adding', (meeting) => addItem(meeting, 'x', by)],
    ['taking out', (meeting) => takeOut(meeting, 'a', by)],
    ['another text', (meeting) => touchAgenda(meeting, by, clocks)],
  ];

  test.each(changes)('%s is refused while it is being sent', (_what, change) => {
    expect(change(anAgenda(undefined, { sending }))).toEqual({ ok: false, refusal: 'agenda-being-sent' });
  });

  test.each(changes)('%s is refused once the meeting was held or cancelled', (_what, change) => {
    for (const state of ['held', 'cancelled'] as const)
      expect(change(anAgenda(undefined, { state }))).toEqual({ ok: false, refusal: 'meeting-over' });
  });

  test.each(changes)('%s goes through in a meeting that is called', (_what, change) => {
    expect(change(anAgenda(undefined, { state: 'called' }))).toMatchObject({ ok: true });
  });
});

describe('another text', () => {
  test('makes what was previewed before another agenda', () => {
    const touched = accepted(touchAgenda(anAgenda(), by, clocks));
    expect(touched.agendaRevision).toBe(2);
    expect(touched.outbox).toEqual([]);
  });

  test('renews the card of an agenda that was sent', () => {
    const shared = { serviceUrl: 'https://a.example/', conversationId: 'c', activityId: 'a' };
    const touched = accepted(touchAgenda(anAgenda(['a'], { sent: sending, shared }), by, clocks));
    expect(touched.outbox).toMatchObject([{ kind: 'shared-card-update' }]);
  });
});
