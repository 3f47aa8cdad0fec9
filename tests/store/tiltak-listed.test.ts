import { expect, test } from 'vitest';
import { newTiltak, type Status, type Tiltak } from '../../store/tiltak/record.ts';
import { tiltakDefinition, tiltakRepository } from '../../store/tiltak/repository.ts';
import { aSqliteStore } from '../support/store-sqlite.ts';

const done: Status = { class: 'done', at: new Date('2026-02-03T12:00:00Z'), by: 'kari', from: 'answer' };
const tiltak = (id: string, changes: Partial<Tiltak> = {}): Tiltak => ({
  ...newTiltak({ id, tenantId: 't', committeeId: 'c', planId: 'p', text: 'Hent tall' }),
  ...changes,
});

test('a list has what is to be done first, by its day, then what has none, what is done, and what was taken out', async () => {
  const store = await aSqliteStore();
  const engine = await store.connect(() => {});
  try {
    const { page, collection } = tiltakRepository(await engine.collection(tiltakDefinition));
    for (const one of [
      tiltak('taken out', { state: 'closed', dueOn: '2026-01-01' }),
      tiltak('done', { statuses: [done], dueOn: '2026-01-01', order: 9 }),
      tiltak('undated, later in the plan', { order: 12 }),
      tiltak('undated', { order: 2 }),
      tiltak('in March', { dueOn: '2026-03-01' }),
      tiltak('in January, later in the plan', { dueOn: '2026-01-01', order: 10 }),
      tiltak('in January', { dueOn: '2026-01-01', order: 9 }),
    ])
      await collection.insert(one);
    const expected = [
      'in January',
      'in January, later in the plan',
      'in March',
      'undated',
      'undated, later in the plan',
      'done',
      'taken out',
    ];
    for (const of of [{ committeeId: 'c' }, { planId: 'p' }])
      expect((await page(of, { limit: 50 })).records.map(({ id }) => id)).toEqual(expected);
  } finally {
    await engine.close();
    await store.remove();
  }
});
