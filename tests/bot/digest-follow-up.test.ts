import { afterEach, describe, expect, test } from 'vitest';
import { tick } from '../../bot/scheduler.ts';
import type { Deps } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import { cancelMeeting, moveMeeting, planMeeting } from '../../store/meeting/rules-plan.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { aChase, type Chase, ofKari, wordsIn } from '../support/chase.ts';
import { aCommittee, accepted, NOW, REAL_NOW } from '../support/records.ts';

let chase: Chase;
afterEach(() => chase.end());

const committee = aCommittee();
const clocks = () => ({ now: chase.clock.now, realNow: REAL_NOW });
const noon = (day: string) => ({ startsAt: new Date(`${day}T10:00:00Z`), endsAt: new Date(`${day}T12:00:00Z`) });
const begin = async (tiltak: readonly Tiltak[] = [ofKari()]) => {
  chase = await aChase({ tiltak });
};
const plan = async (day: string, id = 'm') =>
  chase.deps.meetings.collection.insert(accepted(planMeeting(id, committee, noon(day), 'siv', chase.clock.now)));
const asked = () => chase.cards('kari').length;

describe('before a meeting', () => {
  test('owners are asked three weeks ahead, whatever their dates say, and once', async () => {
    await begin([ofKari({ due: 'juni 2026', dueOn: '2026-06-30' })]);
    await plan('2026-04-14');
    await chase.runAt('2026-03-23T09:00:00Z');
    expect(asked()).toBe(0);
    await chase.runAt('2026-03-24T07:00:00Z');
    expect(asked()).toBe(1);
    await chase.press('kari', chase.newest('kari'), 'Send svarene', { class0: 'in-progress' });
    for (const day of ['2026-03-31', '2026-04-07', '2026-04-13']) await chase.runAt(`${day}T09:00:00Z`);
    expect(asked()).toBe(1);
  });

  test('that was planned at short notice owners are asked at once; nobody who has answered this week is', async () => {
    await begin();
    await plan('2026-03-12');
    await chase.run();
    expect(asked()).toBe(1);
    await chase.press('kari', chase.newest('kari'), 'Send svarene', { class0: 'in-progress' });
    await plan('2026-03-10', 'sooner');
    for (const day of ['2026-03-04', '2026-03-09']) await chase.runAt(`${day}T09:00:00Z`);
    expect(asked()).toBe(1);
  });

  test('that was moved owners are asked three weeks before the new time, and not twice for a day more', async () => {
    await begin();
    await plan('2026-04-14');
    await change(chase.deps.meetings.collection, 'm', (meeting) =>
      moveMeeting(meeting, noon('2026-05-12'), committee, { personId: 'siv' }, clocks()),
    );
    await chase.runAt('2026-03-24T09:00:00Z');
    expect(asked()).toBe(0);
    await chase.runAt('2026-04-21T09:00:00Z');
    expect(asked()).toBe(1);
    await chase.press('kari', chase.newest('kari'), 'Send svarene', { class0: 'in-progress' });
    await chase.runAt('2026-04-29T09:00:00Z');
    await change(chase.deps.meetings.collection, 'm', (meeting) =>
      moveMeeting(meeting, noon('2026-05-13'), committee, { personId: 'siv' }, clocks()),
    );
    await chase.run();
    expect(asked()).toBe(1);
  });

  test('that was cancelled nobody is asked', async () => {
    await begin();
    await plan('2026-04-14');
    const result = await change(chase.deps.meetings.collection, 'm', (meeting) =>
      cancelMeeting(meeting, undefined, committee, 'siv', clocks()),
    );
    expect(accepted(result)).not.toHaveProperty('followUpDueAt');
    await chase.runAt('2026-03-24T09:00:00Z');
    expect(asked()).toBe(0);
  });

  test('whoever wants to be left alone for a month is, and is asked when it is over', async () => {
    await begin([{ ...ofKari(), snoozedUntil: '2026-04-01', askDueAt: new Date('2026-04-01T06:00:00Z') }]);
    await plan('2026-04-14');
    await chase.runAt('2026-03-24T09:00:00Z');
    expect(asked()).toBe(0);
    await chase.runAt('2026-04-07T06:30:00Z');
    expect(asked()).toBe(1);
    expect(await chase.tiltak()).not.toHaveProperty('snoozedUntil');
  });
});

test('a measure without a date is asked about once a quarter, and one whose date passes the day after', async () => {
  await begin([ofKari({ id: 'a' }), ofKari({ id: 'b', dueOn: '2026-03-10' })]);
  await chase.runAt('2026-03-10T09:00:00Z');
  expect(asked()).toBe(0);
  await chase.runAt('2026-03-11T07:00:00Z');
  expect(wordsIn(chase.newest('kari'))).toContain('Hent tall (b)');
  await chase.press('kari', chase.newest('kari'), 'Send svarene', { class0: 'delayed' });
  await chase.runAt('2026-05-29T09:00:00Z');
  expect(asked()).toBe(1);
  await chase.runAt('2026-06-01T09:00:00Z');
  expect(wordsIn(chase.newest('kari'))).toContain('Hent tall (a)');
  // answered without a new date: it has none to come
  await chase.runAt('2026-06-15T09:00:00Z');
  expect(wordsIn(chase.newest('kari'))).toContain('Hent tall (b)');
});

test('in a closed committee nothing is asked', async () => {
  const closed = aCommittee({ life: { ...committee.life, closed: { at: NOW, by: 'siv' } } } as never);
  chase = await aChase({ tiltak: [ofKari({ dueOn: '2026-02-01' })], committees: [closed] });
  await chase.run();
  await chase.runAt('2026-03-12T09:00:00Z');
  expect(asked()).toBe(0);
});

test('whoever owns nothing that can be reached is not asked: a committee without leader and secretariat', async () => {
  const empty = aCommittee({ id: 'committee-2', roles: { secretariatIds: [] } });
  chase = await aChase({
    committees: [committee, empty],
    tiltak: [
      ofKari({ contactIds: [], ownerRef: { kind: 'committee', committeeId: 'committee-2' }, dueOn: '2026-02-01' }),
    ],
  });
  await chase.run();
  expect(chase.teams.requests).toEqual([]);
  expect(await chase.tiltak()).toMatchObject({ askDueAt: new Date('2026-03-09T07:00:00Z') });
});

test('nobody hears of it at night, at weekends or in the common holiday', async () => {
  await begin([ofKari({ dueOn: '2026-06-29' })]);
  await chase.runAt('2026-06-30T20:00:00Z');
  for (const day of ['2026-07-01', '2026-07-15', '2026-07-31', '2026-08-01', '2026-08-02'])
    await chase.runAt(`${day}T09:00:00Z`);
  expect(asked()).toBe(0);
  await chase.runAt('2026-08-03T05:59:00Z');
  expect(asked()).toBe(0);
  await chase.runAt('2026-08-03T06:00:00Z');
  expect(asked()).toBe(1);
});

describe('two bots on one store', () => {
  test('send each digest once', async () => {
    await begin(
      Array.from({ length: 12 }, (_, n) =>
        ofKari({ id: `t${n}`, contactIds: [['kari', 'ola', 'per'][n % 3] ?? ''], dueOn: '2026-02-01' }),
      ),
    );
    const other = await chase.connect();
    await Promise.all([chase.run(), chase.run(other)]);
    for (const person of ['kari', 'ola', 'per']) expect(chase.cards(person)).toHaveLength(1);
  });

  test('of which one dies between sending and writing it down: the card comes again, and no answer is lost', async () => {
    await begin([ofKari({ id: 'a', dueOn: '2026-02-01' }), ofKari({ id: 'b', dueOn: '2026-02-02' })]);
    const { collection } = chase.deps.digests;
    const dying: Deps = {
      ...chase.deps,
      digests: {
        ...chase.deps.digests,
        collection: {
          ...collection,
          replace: async (digest, expected) => {
            if (digest.sent !== undefined) throw new Error('killed');
            return collection.replace(digest, expected);
          },
        },
      },
    };
    await chase.run(dying);
    expect(asked()).toBe(1);
    const answered = await chase.press('kari', chase.newest('kari'), 'Send svarene', { class0: 'done' });
    expect(wordsIn(answered)).toContain('Hent tall (b)');
    chase.clock.realNow = new Date(chase.clock.realNow.getTime() + 5 * 60_000);
    await chase.run();
    expect(asked()).toBe(2);
    expect(wordsIn(chase.newest('kari'))).not.toContain('Hent tall (a)');
    expect(await chase.tiltak('a')).toMatchObject({ statuses: [{ class: 'done' }], asks: [] });
    expect((await chase.tiltak('b')).asks).toHaveLength(1);
    expect(await tick(chase.deps, () => undefined)).toBe(0);
  });
});
