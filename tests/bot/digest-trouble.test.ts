import { afterEach, describe, expect, test } from 'vitest';
import { tick } from '../../bot/scheduler.ts';
import { change } from '../../store/change.ts';
import { answerStatus } from '../../store/tiltak/rules-status.ts';
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
