import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import type { Collection, Engine } from '../../store/engine/engine.ts';
import { UnreadableRecordError } from '../../store/engine/engine.ts';
import { describeProcesses } from './engine-contract-processes.ts';
import { describeQuestions } from './engine-contract-questions.ts';
import {
  aThing,
  at,
  countUp,
  idsOf,
  inserted,
  listener,
  newerDefinition,
  type TestStore,
  type Thing,
  thingDefinition,
} from './store-things.ts';

/** What every engine promises. Called once for each, from its own test file. */
export function describeEngine(name: string, make: () => Promise<TestStore>): void {
  describe(`the ${name} engine`, { timeout: 30_000 }, () => {
    let store: TestStore;
    let engine: Engine;
    let things: Collection<Thing>;
    const { told, onUnreadable } = listener();
    const engines: Engine[] = [];
    const connect = async () => {
      const made = await store.connect(onUnreadable);
      engines.push(made);
      return made;
    };
    beforeEach(async () => {
      told.length = 0;
      store = await make();
      engine = await connect();
      things = await engine.collection(thingDefinition);
    });
    afterEach(async () => {
      for (const open of engines.splice(0)) await open.close();
      await store.remove();
    });
    const insertAll = (...all: readonly Thing[]) => inserted(things, all);

    describe('reading and writing one record', () => {
      test('a record comes back as it was stored, with its dates, its lists and without what it did not have', async () => {
        const stored = aThing('a', {
          text: 'Ålesund «sak» \u0000 \u2028 🩺',
          dueAt: at(0),
          tags: ['x', 'y'],
          keys: ['key-1'],
          outbox: [{ kind: 'round-told', key: 'k', attempts: 1, dueAt: at(3) }],
          history: [{ at: at(1), by: 'siv', what: 'made' }],
        });
        expect(await things.insert(stored)).toBe('inserted');
        expect(await things.get('a')).toStrictEqual(stored);
        expect(await things.get('b')).toBeUndefined();
      });

      test('a field that is undefined is not stored at all', async () => {
        const record = { ...aThing('a'), ownerId: undefined, dueAt: undefined } as unknown as Thing;
        await things.insert(record);
        await things.replace({ ...record, version: 1 }, 0);
        expect(await store.storedFields('a')).not.toContain('ownerId');
        expect(await store.storedFields('a')).not.toContain('dueAt');
        expect(await things.get('a')).toStrictEqual(aThing('a', { version: 1 }));
      });

      test('an id is taken once: what is there stays as it is', async () => {
        await things.insert(aThing('a', { text: 'first' }));
        expect(await things.insert(aThing('a', { text: 'second', keys: ['key-2'] }))).toBe('duplicate');
        expect((await things.get('a'))?.text).toBe('first');
        expect(await things.getByKey('key-2')).toBeUndefined();
      });

      test('of two inserts of one id at the same moment one goes through', async () => {
        const said = await insertAll(aThing('a', { text: 'first' }), aThing('a', { text: 'second' }));
        expect(said.toSorted()).toEqual(['duplicate', 'inserted']);
      });

      test('a record is replaced only from the version that was expected', async () => {
        await things.insert(aThing('a'));
        expect(await things.replace(aThing('a', { version: 1, text: 'new' }), 0)).toBe('replaced');
        expect(await things.replace(aThing('a', { version: 1, text: 'late' }), 0)).toBe('conflict');
        expect(await things.replace(aThing('unknown', { version: 1 }), 0)).toBe('conflict');
        expect(await things.get('a')).toMatchObject({ text: 'new', version: 1 });
        expect(await things.get('unknown')).toBeUndefined();
      });

      test('of two replacements of one version at the same moment one goes through', async () => {
        await things.insert(aThing('a'));
        const said = await Promise.all(['x', 'y'].map((text) => things.replace(aThing('a', { version: 1, text }), 0)));
        expect(said.toSorted()).toEqual(['conflict', 'replaced']);
      });

      test('a replacement without a version to expect is refused', async () => {
        await things.insert(aThing('a'));
        const replaced = things.replace(aThing('a', { version: 1, text: 'new' }), undefined as unknown as number);
        expect(await replaced.catch(() => 'refused')).not.toBe('replaced');
        expect((await things.get('a'))?.text).toBe('thing a');
      });
    });

    describe('keys', () => {
      test('a record is found by any of its keys', async () => {
        await insertAll(aThing('a', { keys: ['one', 'two'] }), aThing('b', { keys: ['three'] }));
        expect((await things.getByKey('one'))?.id).toBe('a');
        expect((await things.getByKey('two'))?.id).toBe('a');
        expect((await things.getByKey('three'))?.id).toBe('b');
        expect(await things.getByKey('four')).toBeUndefined();
      });

      test('records without keys do not stand in each other’s way', async () => {
        expect(await insertAll(aThing('a'), aThing('b'))).toEqual(['inserted', 'inserted']);
        expect(await things.replace(aThing('a', { version: 1 }), 0)).toBe('replaced');
        expect((await things.get('a'))?.keys).toEqual([]);
      });

      test('a key that another record has is refused, on insert and on replace, and nothing is stored', async () => {
        await insertAll(aThing('a', { keys: ['one'] }), aThing('b', { keys: ['two'] }));
        expect(await things.insert(aThing('c', { keys: ['three', 'one'] }))).toBe('duplicate');
        expect(await things.get('c')).toBeUndefined();
        expect(await things.getByKey('three')).toBeUndefined();
        expect(await things.replace(aThing('b', { version: 1, keys: ['two', 'one'] }), 0)).toBe('duplicate');
        expect(await things.get('b')).toMatchObject({ version: 0, keys: ['two'] });
        expect((await things.getByKey('one'))?.id).toBe('a');
      });

      test('of two records that take one key at the same moment one gets it', async () => {
        const said = await insertAll(aThing('a', { keys: ['one'] }), aThing('b', { keys: ['one'] }));
        expect(said.toSorted()).toEqual(['duplicate', 'inserted']);
      });

      test('a key that was given up can be taken by another record', async () => {
        await insertAll(aThing('a', { keys: ['one', 'two'] }));
        expect(await things.replace(aThing('a', { version: 1, keys: ['two'] }), 0)).toBe('replaced');
        expect(await things.getByKey('one')).toBeUndefined();
        expect(await things.insert(aThing('b', { keys: ['one'] }))).toBe('inserted');
        expect((await things.getByKey('one'))?.id).toBe('b');
        expect((await things.getByKey('two'))?.id).toBe('a');
      });
    });

    describeQuestions(() => ({ things, store, told }));

    describe('time', () => {
      test('a newer program reads older records, and finds them by what it makes of them', async () => {
        await insertAll(aThing('a', { count: 3 }), aThing('b', { ownerId: 'kari' }), aThing('c', { keys: ['key-c'] }));
        await store.tamper('c', { text: 7 });
        await engine.close();
        const newer = await (await connect()).collection(newerDefinition);
        expect(await newer.get('a')).toMatchObject({ ownerId: 'nobody', schemaVersion: 2, version: 0 });
        expect(idsOf(await newer.find({ ownerId: 'nobody' }))).toEqual(['a']);
        expect(idsOf(await newer.find({ count: 3 }))).toEqual(['a']);
        expect(await newer.replace({ ...aThing('a', { count: 4, schemaVersion: 2, version: 1 }) }, 0)).toBe('replaced');
        expect(idsOf(await newer.find({ count: 4 }))).toEqual(['a']);
        await expect(newer.getByKey('key-c')).rejects.toThrow(UnreadableRecordError);
      });

      test('everything is there again after a clean close', async () => {
        await insertAll(aThing('a', { keys: ['one'], tags: ['x'], dueAt: at(1) }), aThing('b'));
        await change(things, 'b', countUp);
        await engine.close();
        const again = await (await connect()).collection(thingDefinition);
        expect((await again.getByKey('one'))?.dueAt).toEqual(at(1));
        expect(await again.get('b')).toMatchObject({ count: 1, version: 1 });
        expect(idsOf(await again.find({ tags: 'x' }))).toEqual(['a']);
      });

      test('closing finishes what is being written, may be repeated, and ends the answers', async () => {
        const writing = insertAll(aThing('a'), aThing('b'));
        await Promise.all([engine.close(), engine.close()]);
        expect(await writing).toEqual(['inserted', 'inserted']);
        expect(await engine.ready()).toBe(false);
        await expect(things.get('a')).rejects.toThrow();
        await expect(things.insert(aThing('c'))).rejects.toThrow();
        const again = await (await connect()).collection(thingDefinition);
        expect([(await again.get('a'))?.id, (await again.get('b'))?.id, await again.get('c')]).toEqual([
          'a',
          'b',
          undefined,
        ]);
      });

      test('an open engine says that it is ready', async () => {
        expect(await engine.ready()).toBe(true);
      });
    });

    describe('several at once', () => {
      test('changes from two connections to one record are all kept', async () => {
        await things.insert(aThing('a'));
        const others = await (await connect()).collection(thingDefinition);
        const each = Array.from({ length: 40 }, () => [change(things, 'a', countUp), change(others, 'a', countUp)]);
        const results = await Promise.all(each.flat());
        expect(results.every(({ ok }) => ok)).toBe(true);
        expect((await things.get('a'))?.count).toBe(80);
        expect((await others.get('a'))?.count).toBe(80);
      });

      test('one definition gives one collection, also when it is asked for twice at once', async () => {
        const [one, two] = await Promise.all([engine.collection(thingDefinition), engine.collection(thingDefinition)]);
        expect(one).toBe(two);
        expect(one).toBe(things);
      });

      test('a second connection reads what the first one was told is stored', async () => {
        const others = await (await connect()).collection(thingDefinition);
        await things.insert(aThing('a', { ownerId: 'kari' }));
        expect(idsOf(await others.find({ ownerId: 'kari' }))).toEqual(['a']);
        expect(await others.replace(aThing('a', { version: 1, ownerId: 'ola' }), 0)).toBe('replaced');
        expect(idsOf(await things.find({ ownerId: 'kari' }))).toEqual([]);
      });
    });
  });

  describeProcesses(name, make);
}
