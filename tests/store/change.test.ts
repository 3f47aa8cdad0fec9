import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import type { Collection, Engine } from '../../store/engine/engine.ts';
import { done, type Result, refuse } from '../../store/result.ts';
import { aSqliteStore } from '../support/store-sqlite.ts';
import { aThing, countUp, type TestStore, type Thing, thingDefinition } from '../support/store-things.ts';

const write = (text: string) => (thing: Thing) => done({ ...thing, text: thing.text + text });
const refuseIt = () => refuse('no');
const leaveIt = (thing: Thing): Result<Thing, never> => done(thing);
const break_ = (): never => {
  throw new TypeError('bug');
};
const takeKey = (key: string) => (thing: Thing) => done({ ...thing, keys: [...thing.keys, key] });

describe('change, on the embedded engine', () => {
  let store: TestStore;
  let engine: Engine;
  let things: Collection<Thing>;
  beforeEach(async () => {
    store = await aSqliteStore();
    engine = await store.connect(() => {});
    things = await engine.collection(thingDefinition);
    await things.insert(aThing('a', { text: '', keys: ['key-a'] }));
  });
  afterEach(async () => {
    await engine.close();
    await store.remove();
  });

  test('160 changes that wait for one record are a few writes, and none is lost', async () => {
    const results = await Promise.all(Array.from({ length: 160 }, () => change(things, 'a', countUp)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const stored = await things.get('a');
    expect(stored?.count).toBe(160);
    // the version counts the writes
    expect(stored?.version).toBeLessThan(5);
  });

  test('whoever was shown an earlier version is refused, also when both are written together', async () => {
    const claim = (letter: string) => (thing: Thing) =>
      thing.version === 0 ? done({ ...thing, text: letter }) : refuse('changed-meanwhile');
    const results = await Promise.all([change(things, 'a', claim('x')), change(things, 'a', claim('y'))]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
    expect(await things.get('a')).toMatchObject({ text: 'x', version: 1 });
  });

  test('changes are applied in the order they came, each to what the one before it left', async () => {
    await Promise.all(['e', 'n', ' ', 't', 'o'].map((letter) => change(things, 'a', write(letter))));
    expect(await things.get('a')).toMatchObject({ text: 'en to' });
  });

  test('every caller gets its own answer, and a refusal in the middle stops none of the others', async () => {
    const results = await Promise.all([
      change(things, 'a', countUp),
      change(things, 'a', refuseIt),
      change(things, 'a', leaveIt),
      change(things, 'a', countUp),
    ]);
    const stored = await things.get('a');
    expect(stored?.count).toBe(2);
    const accepted = { ok: true, value: stored };
    expect(results).toEqual([accepted, { ok: false, refusal: 'no' }, accepted, accepted]);
  });

  test('a change that throws fails its own caller and no other', async () => {
    const [before, broken, after] = await Promise.allSettled([
      change(things, 'a', countUp),
      change(things, 'a', break_),
      change(things, 'a', countUp),
    ]);
    expect(broken).toMatchObject({ status: 'rejected', reason: new TypeError('bug') });
    expect([before.status, after.status]).toEqual(['fulfilled', 'fulfilled']);
    expect((await things.get('a'))?.count).toBe(2);
  });

  test.each([
    ['a change that leaves the record as it was', leaveIt],
    ['a refusal', refuseIt],
  ])('%s stores nothing', async (_what, transition) => {
    await change(things, 'a', transition as (thing: Thing) => Result<Thing, string>);
    expect(await things.get('a')).toMatchObject({ version: 0 });
  });

  test('a record that does not exist is said to be not found, to everybody who asked', async () => {
    const results = await Promise.all([change(things, 'b', countUp), change(things, 'b', leaveIt)]);
    expect(results).toEqual(Array.from({ length: 2 }, () => ({ ok: false, refusal: 'not-found' })));
    expect(await things.get('b')).toBeUndefined();
  });

  test('each write is a new version, and its caller gets the record as it is stored', async () => {
    for (const version of [1, 2, 3]) {
      const result = await change(things, 'a', countUp);
      expect(result).toMatchObject({ ok: true, value: { version, count: version } });
      expect(result).toEqual({ ok: true, value: await things.get('a') });
    }
  });

  test('taking a key that another record has fails that caller and no other, and the key stays where it was', async () => {
    await things.insert(aThing('b', { keys: ['key-b'] }));
    const results = await Promise.allSettled([
      change(things, 'a', countUp),
      change(things, 'a', takeKey('key-b')),
      change(things, 'a', takeKey('key-c')),
      change(things, 'a', countUp),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { message: 'record a would take a key that another record has' } });
    expect(await things.get('a')).toMatchObject({ count: 2, keys: ['key-a', 'key-c'] });
    expect((await things.getByKey('key-b'))?.id).toBe('b');
  });

  test('changes from two connections at once are all kept', async () => {
    const second = await store.connect(() => {});
    const others = await second.collection(thingDefinition);
    const both = Array.from({ length: 30 }, () => [change(things, 'a', countUp), change(others, 'a', countUp)]);
    await Promise.all(both.flat());
    expect((await things.get('a'))?.count).toBe(60);
    await second.close();
  });

  test('a database that is gone fails everybody who waits, and whoever comes later', async () => {
    await engine.close();
    const results = await Promise.allSettled([change(things, 'a', countUp), change(things, 'a', countUp)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(change(things, 'a', countUp)).rejects.toThrow();
  });
});
