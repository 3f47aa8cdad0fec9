import { describe, expect, test } from 'vitest';
import type { Life } from '../../store/committee/life.ts';
import type { Committee } from '../../store/committee/record.ts';
import { isRotationDue, withLifeDue } from '../../store/committee/rules-dates.ts';
import {
  afterLead,
  closeCommittee,
  live,
  moveRotationOn,
  reopenCommittee,
  tellMeetings,
} from '../../store/committee/rules-life.ts';
import { aSeatWithVaras } from '../support/forfall.ts';
import { aCommittee, accepted, aSeat, NOW, REAL_NOW } from '../support/records.ts';

const by = { personId: 'siv', now: NOW };
const ROOM = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu' };
const living = (life: Life, overrides: Partial<Committee> = {}) => withLifeDue(aCommittee({ life, ...overrides }));
const lived = (committee: Committee, now: string) => live(committee, { now: new Date(now), realNow: REAL_NOW });
const toldTo = ({ outbox }: Committee) =>
  outbox.map((effect) => ('personId' in effect ? effect.personId : effect.kind)).toSorted();
const rotation = { on: '2026-06-01', represents: 'kommune', remindDays: 30 } as const;

describe('a temporary committee', () => {
  test('is told of its end 30 days before, and on the day', () => {
    const committee = living({ endsOn: '2026-06-11' });
    expect(committee.lifeDueAt).toEqual(new Date('2026-05-12T06:00:00Z'));
    const before = accepted(lived(committee, '2026-05-12T06:00:00Z'));
    expect(before.outbox.map((effect) => 'view' in effect && effect.view)).toEqual(
      Array.from({ length: 6 }, () => ({
        view: 'life-news',
        committeeId: 'committee-1',
        what: 'ends',
        on: '2026-06-11',
      })),
    );
    expect(before.lifeDueAt).toEqual(new Date('2026-06-11T06:00:00Z'));
    const after = accepted(lived({ ...before, outbox: [] }, '2026-06-11T06:00:00Z'));
    expect(after.outbox).toHaveLength(6);
    expect(after.lifeDueAt).toBeUndefined();
  });

  test('is told of a day off on the next working day: Easter, and a night', () => {
    // Maundy Thursday is 2 April 2026; the first working day after Easter is Tuesday the 7th
    expect(living({ evaluatesOn: '2026-05-02' }).lifeDueAt).toEqual(new Date('2026-04-07T06:00:00Z'));
    const night = accepted(lived(living({ evaluatesOn: '2026-03-02' }), '2026-03-02T22:00:00Z'));
    expect(night.contactDueAt).toEqual(new Date('2026-03-03T07:00:00Z'));
  });

  test('is told of once when both days have passed, however often it is looked at', () => {
    const committee = living({ endsOn: '2026-03-20' });
    const once = accepted(lived(committee, '2026-04-20T09:00:00Z'));
    expect(once.outbox).toHaveLength(6);
    expect(once.lifeDueAt).toBeUndefined();
    expect(lived(once, '2026-04-21T09:00:00Z')).toEqual({ ok: false, refusal: 'not-due' });
  });

  test('is told of in its conversation, by one message', () => {
    const committee = living({ endsOn: '2026-03-20' }, { conversation: ROOM });
    const [effect, ...others] = accepted(lived(committee, '2026-03-02T09:00:00Z')).outbox;
    expect(others).toEqual([]);
    expect(effect).toMatchObject({ kind: 'reply', ...ROOM, inWorkingHours: true });
  });

  test('is told of each matter once, though another one is due later', () => {
    const planned = [{ seatId: 'seat-kari', memberId: 'eva', was: 'kari', on: '2026-03-12', by: 'siv' }];
    const first = accepted(lived(living({ endsOn: '2026-03-20', planned }), '2026-03-02T09:00:00Z'));
    const later = accepted(lived({ ...first, outbox: [] }, '2026-03-11T23:00:00Z'));
    expect(later.outbox.flatMap((one) => ('view' in one ? one.view.view : []))).toEqual(
      Array.from({ length: 3 }, () => 'seat-changed'),
    );
    expect(later.life?.told).toEqual(['ends:2026-03-20:before']);
  });

  test('is told of anew when its day is moved, and not again for a day that was told of', () => {
    const told = accepted(lived(living({ endsOn: '2026-03-20' }), '2026-03-02T09:00:00Z'));
    const moved = withLifeDue({ ...told, life: { ...told.life, endsOn: '2026-09-18' } });
    expect(moved.lifeDueAt).toEqual(new Date('2026-08-19T06:00:00Z'));
    const back = withLifeDue({ ...moved, life: { ...moved.life, endsOn: '2026-03-20' } });
    expect(back.lifeDueAt).toEqual(new Date('2026-03-20T07:00:00Z'));
  });
});

describe('the lead that passes on', () => {
  const seats = [
    aSeat('kari', { appointing: { party: 'Storvik kommune', contactId: 'tor' } }),
    aSeat('ola', { represents: 'helseforetak', appointing: { contactId: 'anne' } }),
    aSeat('per', { appointing: { contactId: 'tor' } }),
  ];

  test('is reminded of to those who appoint, the chair and the secretariat: 30 days before, once', () => {
    const committee = living({ rotation }, { seats });
    // 2 May 2026 is a Saturday
    expect(committee.lifeDueAt).toEqual(new Date('2026-05-04T06:00:00Z'));
    const told = accepted(lived(committee, '2026-05-04T06:00:00Z'));
    expect(toldTo(told)).toEqual(['lise', 'siv', 'tor']);
    expect(told.lifeDueAt).toBeUndefined();
    expect(lived(told, '2026-06-01T09:00:00Z')).toEqual({ ok: false, refusal: 'not-due' });
  });

  test('is due from its day on, until the day is moved on by a year', () => {
    const committee = living({ rotation });
    const on = (now: string, of = committee) => isRotationDue(of, new Date(now));
    expect(on('2026-05-31T21:59:00Z')).toBe(false);
    expect(on('2026-05-31T22:00:00Z')).toBe(true);
    const now = new Date('2026-06-03T09:00:00Z');
    const moved = accepted(moveRotationOn(committee, { ...by, now, on: rotation.on }));
    expect(moved.life?.rotation).toEqual({ ...rotation, on: '2027-06-01' });
    expect(on('2026-06-03T09:00:00Z', moved)).toBe(false);
    expect(accepted(moveRotationOn(moved, { ...by, now, on: rotation.on }))).toBe(moved);
  });

  test('has a day in the year after a leap year too, and is always ahead', () => {
    const now = new Date('2030-03-01T09:00:00Z');
    const leap = living({ rotation: { ...rotation, on: '2028-02-29' } });
    expect(accepted(moveRotationOn(leap, { ...by, now, on: '2028-02-29' })).life?.rotation?.on).toBe('2031-02-28');
  });

  test('has passed on when there is another chair: next year is the turn of those whose lead ended', () => {
    const led = living(
      { rotation: { ...rotation, represents: 'helseforetak' } },
      { seats, roles: { chairId: 'kari', secretariatIds: ['siv'] } },
    );
    const other = { ...led, roles: { ...led.roles, chairId: 'ola' } };
    const at = (now: string) => afterLead(led, other, new Date(now)).life?.rotation;
    expect(at('2026-05-20T09:00:00Z')).toEqual({ ...rotation, on: '2027-06-01', represents: 'kommune' });
    // long before it is time: somebody left
    expect(at('2026-03-20T09:00:00Z')).toEqual(led.life?.rotation);
  });

  test('is moved by nobody but those who run the committee', () => {
    expect(moveRotationOn(living({ rotation }), { personId: 'kari', now: NOW, on: rotation.on })).toEqual({
      ok: false,
      refusal: 'not-secretariat',
    });
  });
});

describe('a committee', () => {
  const nothing = { rounds: 0, meetings: 0, nominations: 0 };
  const planned = [{ seatId: 'seat-kari', memberId: 'eva', was: 'kari', on: '2026-05-01', by: 'siv' }];
  const committee = () => living({ endsOn: '2026-06-11', rotation, planned });
  const closed = () => accepted(closeCommittee(committee(), nothing, by));

  test('that is closed has nothing left to fire, and keeps its records', () => {
    expect(closed()).toMatchObject({ life: { endsOn: '2026-06-11', closed: { at: NOW, by: 'siv' } } });
    expect(closed().lifeDueAt).toBeUndefined();
    expect(closed().life?.planned).toBeUndefined();
    expect(closed().seats).toEqual(committee().seats);
    expect(closed().history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'closed' });
    expect(accepted(closeCommittee(closed(), nothing, by)).history).toHaveLength(1);
  });

  test.each(['rounds', 'meetings', 'nominations'] as const)('is not closed while there are %s', (what) => {
    expect(closeCommittee(committee(), { ...nothing, [what]: 1 }, by)).toEqual({ ok: false, refusal: 'still-running' });
  });

  test('is closed by those who run it, as they saw it', () => {
    expect(closeCommittee(committee(), nothing, { ...by, personId: 'kari' })).toMatchObject({
      refusal: 'not-secretariat',
    });
    expect(closeCommittee(committee(), nothing, { ...by, against: 5 })).toMatchObject({
      refusal: 'changed-by-another',
    });
  });

  test('is opened again by the secretariat, with what is still ahead and nothing that passed', () => {
    const open = accepted(reopenCommittee(closed(), { personId: 'siv', now: new Date('2026-05-20T09:00:00Z') }));
    expect(open.life?.closed).toBeUndefined();
    expect(open.lifeDueAt).toEqual(new Date('2026-06-11T06:00:00Z'));
    expect(accepted(reopenCommittee(open, by))).toBe(open);
    expect(reopenCommittee(closed(), { ...by, personId: 'lise' })).toEqual({ ok: false, refusal: 'not-secretariat' });
    const alone = { ...closed(), roles: { chairId: 'lise', secretariatIds: [] } };
    expect(accepted(reopenCommittee(alone, { ...by, personId: 'lise' })).life?.closed).toBeUndefined();
  });

  test('tells its meetings which seats somebody else has, and which are gone', () => {
    const before = aCommittee({ seats: [aSeat('kari'), aSeat('ola'), aSeat('per')] });
    const after = { ...before, seats: [aSeat('kari', { memberId: 'eva' }), aSeat('ola'), aSeat('ny')] };
    expect(told(before, after)).toEqual(['holder-changed of seat-kari', 'holder-changed of seat-per']);
  });

  test('tells them which seats have other varas, in whatever order they stand', () => {
    const having = (...varas: string[]) => aCommittee({ seats: [aSeatWithVaras('kari', varas), aSeat('ola')] });
    expect(told(having(), having('vera'))).toEqual(['varas-changed of seat-kari']);
    expect(told(having('vera', 'viggo'), having('viggo'))).toEqual(['varas-changed of seat-kari']);
    expect(told(having('vera', 'viggo'), having('viggo', 'vera'))).toEqual([]);
  });
});

/** What the meetings are told. */
function told(before: Committee, after: Committee): string[] {
  const { outbox } = tellMeetings(before, after, { now: NOW, realNow: REAL_NOW });
  return outbox.map((effect) => `${effect.kind} of ${'seatId' in effect && effect.seatId}`);
}
