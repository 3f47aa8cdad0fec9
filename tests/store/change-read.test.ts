import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import type { Collection } from '../../store/engine/engine.ts';
import { aSteeredCollection } from '../support/memory-collection.ts';
import { aThing, countUp, type Thing } from '../support/store-things.ts';

test('what arrives while the record is being read is written with those who waited for it', async () => {
  const things = aSteeredCollection(aThing('a'));
  const later: Promise<unknown>[] = [];
  const far: Collection<Thing> = {
    ...things,
    async get(id) {
      await nextTurn();
      if (later.length === 0) later.push(change(far, 'a', countUp));
      return things.get(id);
    },
  };
  expect(await change(far, 'a', countUp)).toMatchObject({ ok: true, value: { count: 2, version: 1 } });
  expect(await Promise.all(later)).toMatchObject([{ ok: true, value: { count: 2, version: 1 } }]);
  expect(things.replaced).toBe(1);
});
