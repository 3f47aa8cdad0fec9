import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Collection } from '../../store/engine/engine.ts';
import { type Acknowledged, acknowledged, aStoreProcess, type StoreProcess } from './store-process.ts';
import { aThing, type TestStore, type Thing, thingDefinition } from './store-things.ts';

/** The part of the contract about processes: what one was told is stored outlives it. */
export function describeProcesses(name: string, make: () => Promise<TestStore>): void {
  describe(`a process that uses the ${name} engine`, { timeout: 60_000 }, () => {
    let store: TestStore;
    let other: StoreProcess | undefined;
    beforeEach(async () => {
      store = await make();
    });
    afterEach(async () => {
      await other?.kill();
      await store.remove();
    });

    test('may be killed with -9 in a stream of writes: every one that was acknowledged is there, five times in a row', async () => {
      await opened(store, (things) => things.insert(aThing('counter')));
      let before = 0;
      for (const atLeast of [20, 40, 60, 80, 100]) {
        other = aStoreProcess(['stream', ...store.child]);
        await other.said('counted', atLeast);
        await other.kill();
        const said = acknowledged(other);
        expect(said.inserted.length).toBeGreaterThanOrEqual(atLeast);
        before = await opened(store, async (things) => {
          await expectAll(things, { ...said, counted: before + said.counted });
          return (await things.get('counter'))?.count ?? 0;
        });
      }
      expect(await store.isWhole()).toBe(true);
    });
  });
}

/** Opens a store, does something with its things and closes it again. */
export async function opened<R>(store: TestStore, use: (things: Collection<Thing>) => Promise<R>): Promise<R> {
  const engine = await store.connect(() => {});
  try {
    return await use(await engine.collection(thingDefinition));
  } finally {
    await engine.close();
  }
}

/** Everything that a process was told is stored can be read, by id, by key and by index. */
export async function expectAll(things: Collection<Thing>, { inserted, counted }: Acknowledged): Promise<void> {
  const found = await Promise.all(
    inserted.map(async (id) => {
      const [byId, byKey, { records }] = await Promise.all([
        things.get(id),
        things.getByKey(`key-${id}`),
        things.find({ tags: id }),
      ]);
      return [byId?.id, byKey?.id, ...records.map((record) => record.id)];
    }),
  );
  expect(found).toEqual(inserted.map((id) => [id, id, id]));
  expect((await things.get('counter'))?.count).toBeGreaterThanOrEqual(counted);
}
