import { existsSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Collection } from '../../store/engine/engine.ts';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import { acknowledged, aStoreProcess, type StoreProcess } from '../support/store-process.ts';
import { aSqliteStore, onFile } from '../support/store-sqlite.ts';
import { aThing, type Thing, thingDefinition } from '../support/store-things.ts';

const onUnreadable = () => {};

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

  async function opened<R>(use: (things: Collection<Thing>) => Promise<R>): Promise<R> {
    const engine = await sqliteEngine(store.file, { onUnreadable });
    try {
      return await use(await engine.collection(thingDefinition));
    } finally {
      await engine.close();
    }
  }

  async function expectAll(things: Collection<Thing>, { inserted, counted }: ReturnType<typeof acknowledged>) {
    for (const id of inserted) {
      expect((await things.get(id))?.id).toBe(id);
      expect((await things.getByKey(`key-${id}`))?.id).toBe(id);
      expect((await things.find({ tags: id })).records).toHaveLength(1);
    }
    expect((await things.get('counter'))?.count).toBeGreaterThanOrEqual(counted);
  }

  const isWhole = () =>
    onFile(
      store.file,
      (db) => (db.prepare('PRAGMA integrity_check').get([]) as { integrity_check: string }).integrity_check,
    );

  test('every write that was acknowledged is there after kill -9, five times in a row', async () => {
    await opened((things) => things.insert(aThing('counter')));
    let before = 0;
    for (const round of [1, 2, 3, 4, 5]) {
      other = aStoreProcess(['stream', 'sqlite', store.file]);
      await other.said('counted', 40 * round);
      await other.kill();
      const said = acknowledged(other);
      expect(said.inserted.length).toBeGreaterThanOrEqual(40 * round);
      before = await opened(async (things) => {
        await expectAll(things, { ...said, counted: before + said.counted });
        return (await things.get('counter'))?.count ?? 0;
      });
    }
    expect(isWhole()).toBe('ok');
  });

  test('a store killed while it is made is made by the next start', async () => {
    for (let round = 0; round < 5; round++) {
      other = aStoreProcess(['hold', 'sqlite', store.file]);
      // from before the file exists to just after it is open
      while (!existsSync(`${store.file}.lock`)) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setTimeout(resolve, round));
      await other.kill();
      expect(await opened((things) => things.insert(aThing(`round-${round}`)))).toBe('inserted');
    }
    expect(await opened((things) => things.get('round-0'))).toBeDefined();
  });

  test('a write that the disk refuses is told so and leaves nothing, and all others are there', async () => {
    await opened((things) => things.insert(aThing('counter')));
    other = aStoreProcess(['stream', 'sqlite', store.file], { fileBlocks: 2000 });
    await other.said('failed SqliteError');
    await other.ended;
    const said = acknowledged(other);
    expect(said.inserted.length).toBeGreaterThan(10);
    expect(isWhole()).toBe('ok');
    await opened(async (things) => {
      await expectAll(things, said);
      const { records } = await things.find({ tags: 'x' }, { limit: 500 });
      const stored = records.map(({ id }) => id);
      expect(stored.toSorted()).toEqual(said.inserted.slice(0, 500).toSorted());
      expect((await things.get('counter'))?.count).toBe(said.counted);
      // the disk has room again
      expect(await things.insert(aThing('later'))).toBe('inserted');
    });
  });

  test('the log beside the file does not grow for ever', async () => {
    await opened(async (things) => {
      for (let n = 0; n < 150; n++) await things.insert(aThing(`t${n}`, { text: 'x'.repeat(100_000) }));
      expect(statSync(`${store.file}-wal`).size).toBeLessThan(8_000_000);
    });
  });
});
