import { afterEach, describe, expect, test } from 'vitest';
import { tick } from '../../bot/scheduler.ts';
import type { Deps } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import { answerStatus } from '../../store/tiltak/rules-status.ts';
import { MINUTE } from '../support/bot-store.ts';
import { aChase, type Chase, ofKari, wordsIn } from '../support/chase.ts';
import { aCommittee, NOW } from '../support/records.ts';

let chase: Chase;
afterEach(() => chase.end());

const overdue = (id: string, changes: Parameters<typeof ofKari>[0] = {}) =>
  ofKari({ id, due: 'februar', dueOn: '2026-02-20', ...changes });

describe('what cannot be read', () => {
  test('keeps nobody from the digest that asks about the rest', async () => {
    chase = await aChase({ tiltak: [overdue('a'), overdue('b')] });
    // on a Sunday all of it waits
    await chase.runAt('2026-03-01T10:00:00Z');
    chase.spoil('tiltak', 'a');
    await chase.runAt(NOW);
    expect(chase.cards('kari')).toHaveLength(1);
    expect(wordsIn(chase.newest('kari'))).toContain('Hent tall (b)');
    expect(await chase.tiltak('b')).toMatchObject({ asks: [{ personId: 'kari' }] });
  });

  test('in a committee keeps no other committee from being asked', async () => {
    chase = await aChase({
      committees: [aCommittee(), aCommittee({ id: 'committee-2' })],
      tiltak: [overdue('a', { committeeId: 'committee-2' }), overdue('b')],
    });
    chase.spoil('committees', 'committee-2');
    const failed: string[] = [];
    await tick(chase.deps, (id) => failed.push(id));
    expect(failed).toEqual(['a']);
    expect((await chase.tiltak('b')).outbox).toMatchObject([{ kind: 'digest-wants', personId: 'kari' }]);
  });
});

test('what is answered while the card is on its way was asked about before: it counts as no silence', async () => {
  chase = await aChase({ tiltak: [overdue('a'), overdue('b')] });
  chase.teams.answer = async ({ kind }) => {
    if (kind !== 'post') return;
    chase.wait(2000);
    await change(chase.deps.tiltak.collection, 'a', (tiltak) =>
      answerStatus(tiltak, { class: 'in-progress' }, { personId: 'kari', from: 'answer' }, chase.clock.now),
    );
    chase.wait(3000);
  };
  await chase.run();
  expect((await chase.tiltak('a')).asks).toEqual([]);
  expect((await chase.tiltak('b')).asks).toHaveLength(1);
});

test('whoever answers everything before a digest that died on its way is tried again gets no other one that week', async () => {
  chase = await aChase({ tiltak: [overdue('a'), ofKari({ id: 'b', due: '3. mars', dueOn: '2026-03-03' })] });
  const { collection } = chase.deps.digests;
  const replace: typeof collection.replace = async (digest, expected) => {
    if (digest.sent !== undefined) throw new Error('killed');
    return collection.replace(digest, expected);
  };
  await chase.run({ ...chase.deps, digests: { ...chase.deps.digests, collection: { ...collection, replace } } });
  await chase.press('kari', chase.newest('kari'), 'Send svarene', { class0: 'done' });
  chase.wait(5 * MINUTE);
  await chase.run();
  await chase.runAt('2026-03-04T09:00:00Z');
  expect(chase.cards('kari')).toHaveLength(1);
  await chase.runAt('2026-03-09T09:00:00Z');
  expect(wordsIn(chase.newest('kari'))).toContain('Hent tall (b)');
});

test('news that cannot be put into a digest is tried again the next day', async () => {
  const silent = { ...overdue('a'), asks: [1, 2, 3].map((digest) => ({ personId: 'kari', digest, at: NOW })) };
  chase = await aChase({ tiltak: [{ ...silent, askDueAt: NOW }] });
  const broken: Deps = {
    ...chase.deps,
    digests: {
      ...chase.deps.digests,
      collection: { ...chase.deps.digests.collection, get: () => Promise.reject(new Error('broken')) },
    },
  };
  for (let tries = 0; tries < 9; tries++) {
    await chase.run(broken);
    chase.clock.realNow = new Date(chase.clock.realNow.getTime() + 130 * MINUTE);
  }
  expect((await chase.tiltak('a')).outbox).toMatchObject([{ kind: 'digest-wants', personId: 'siv', want: 'silent' }]);
  chase.clock.realNow = new Date(chase.clock.realNow.getTime() + 24 * 60 * MINUTE);
  await chase.run();
  expect(wordsIn(chase.newest('siv'))).toContain('kari er spurt 3 ganger uten å svare');
});
