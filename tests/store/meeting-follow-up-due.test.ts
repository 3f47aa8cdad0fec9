import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../store/meeting/record.ts';
import { followUpDue, fromVersion1, withFollowUp, withoutFollowUp } from '../../store/meeting/rules-follow-up-due.ts';
import { aMeeting } from '../support/meetings.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

// three weeks before the meeting of 14 April, in the morning in Oslo
const DUE = new Date('2026-03-24T07:00:00Z');
const clocks = (now: Date) => ({ now, realNow: REAL_NOW });
const soon = (changes: Partial<Meeting> = {}) =>
  aMeeting({ startsAt: new Date('2026-03-10T11:00:00Z'), endsAt: new Date('2026-03-10T13:00:00Z'), ...changes });

describe('a meeting that is planned or moved', () => {
  test('has its tiltak asked about three weeks before, and at once when that is over', () => {
    expect(withFollowUp(aMeeting(), NOW).followUpDueAt).toEqual(DUE);
    expect(withFollowUp(soon(), NOW).followUpDueAt).toEqual(new Date('2026-02-17T07:00:00Z'));
  });

  test('that has asked once asks again only when it is moved to more than three weeks from now', () => {
    const asked = { followedUpAt: NOW };
    expect(withFollowUp(aMeeting(asked), NOW).followUpDueAt).toEqual(DUE);
    expect(withFollowUp(aMeeting(asked), new Date(DUE.getTime() - 1)).followUpDueAt).toEqual(DUE);
    expect(withFollowUp(aMeeting({ ...asked, followUpDueAt: DUE }), DUE)).not.toHaveProperty('followUpDueAt');
    expect(withFollowUp(soon(asked), NOW)).not.toHaveProperty('followUpDueAt');
  });

  test('that is cancelled asks nobody', () => {
    expect(withoutFollowUp(aMeeting({ followUpDueAt: DUE }))).toEqual(aMeeting());
    const plain = aMeeting();
    expect(withoutFollowUp(plain)).toBe(plain);
  });
});

describe('three weeks before a meeting', () => {
  const due = (changes: Partial<Meeting> = {}) => aMeeting({ followUpDueAt: DUE, ...changes });

  test('its committee’s tiltak are asked about, once', () => {
    const asked = accepted(followUpDue(due(), clocks(DUE)));
    expect(asked).toMatchObject({ followedUpAt: DUE, outbox: [{ kind: 'ask-tiltak', dueAt: REAL_NOW }] });
    expect(asked).not.toHaveProperty('followUpDueAt');
    expect(followUpDue(asked, clocks(DUE))).toEqual({ ok: false, refusal: 'not-due' });
  });

  test('is not a moment sooner', () => {
    const before = clocks(new Date(DUE.getTime() - 1));
    expect(followUpDue(due(), before)).toEqual({ ok: false, refusal: 'not-due' });
  });

  test('nobody is asked for one that has begun, or that is not coming', () => {
    const { comingIn: _over, ...held } = due();
    for (const [meeting, now] of [
      [due(), aMeeting().startsAt],
      [held, DUE],
    ] as const) {
      const over = accepted(followUpDue(meeting, clocks(now)));
      expect(over).toMatchObject({ outbox: [] });
      expect(over).not.toHaveProperty('followUpDueAt');
      expect(over).not.toHaveProperty('followedUpAt');
    }
  });
});

test('a meeting of the first version that is still to come is asked for too, and no other', () => {
  const startsAt = '2026-04-14T10:00:00.000Z';
  const stored = { schemaVersion: 1, startsAt, comingIn: 'committee-1' };
  expect(fromVersion1(stored)).toEqual({ ...stored, schemaVersion: 2, followUpDueAt: DUE });
  expect(fromVersion1({ ...stored, startsAt: new Date(startsAt) })).toMatchObject({ followUpDueAt: DUE });
  for (const other of [
    { startsAt },
    { comingIn: 'committee-1' },
    { startsAt: 0, comingIn: 'committee-1' },
    { startsAt: 'soon', comingIn: 'committee-1' },
  ])
    expect(fromVersion1(other)).toEqual({ ...other, schemaVersion: 2 });
});
