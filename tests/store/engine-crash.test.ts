import { existsSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectAll, opened } from '../support/engine-contract-processes.ts';
import { acknowledged, aStoreProcess, type StoreProcess } from '../support/store-process.ts';
import { aSqliteStore } from '../support/store-sqlite.ts';
import { aThing } from '../support/store-things.ts';

describe('a store whose process ends badly', { timeout: 60_000 }, () => {
  let store: Awaited<ReturnType<typeof aSqliteStore>>;
  let other: StoreProcess | undefined;
  beforeEach(async () => {
    store = await aSqliteStore();
  });
  afterEach(async () => {
    await other?.kill();
    await store.remove();
  });

  test('one killed while it is made is made by the next start', async () => {
    for (let round = 0; round < 5; round++) {
      other = aStoreProcess(['hold', ...store.child]);
      // from before the file exists to just after it is open
      while (!existsSync(`${store.file}.lock`)) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setTimeout(resolve, round));
      await other.kill();
      expect(await opened(store, (things) => things.insert(aThing(`round-${round}`)))).toBe('inserted');
    }
    expect(await opened(store, (things) => things.get('round-0'))).toBeDefined();
  });

  test('a write that the disk refuses is told so and leaves nothing, and all others are there', async () => {
    await opened(store, (things) => things.insert(aThing('counter')));
    other = aStoreProcess(['stream', ...store.child], { fileBlocks: 2000 });
    await other.said('failed SqliteError');
    await other.ended;
    const said = acknowledged(other);
    expect(said.inserted.length).toBeGreaterThan(10);
    expect(await store.isWhole()).toBe(true);
    await opened(store, async (things) => {
      await expectAll(things, said);
      const { records } = await things.find({ tags: 'x' }, { limit: 500 });
      const stored = records.map(({ id }) => id);
      expect(stored.toSorted()).toEqual(said.inserted.toSorted().slice(0, 500));
      expect((await things.get('counter'))?.count).toBe(said.counted);
      // the disk has room again
      expect(await things.insert(aThing('later'))).toBe('inserted');
    });
  });

  test('the log beside the file does not grow for ever', async () => {
    await opened(store, async (things) => {
      for (let n = 0; n < 150; n++) await things.insert(aThing(`t${n}`, { text: 'x'.repeat(100_000) }));
      expect(statSync(`${store.file}-wal`).size).toBeLessThan(8_000_000);
    });
  });
});
