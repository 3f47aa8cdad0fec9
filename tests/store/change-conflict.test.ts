import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BusyRecordError, change } from '../../store/change.ts';
import { done, refuse } from '../../store/result.ts';
import { aSteeredCollection, type Steered } from '../support/memory-collection.ts';
import { aThing, countUp, type Thing } from '../support/store-things.ts';

const write = (text: string) => (thing: Thing) => done({ ...thing, text: thing.text + text });

let things: Steered<Thing>;
beforeEach(() => {
  things = aSteeredCollection(aThing('a', { text: '' }), aThing('b'));
});

describe('change, when another process writes the same record', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** Another process writes first, this many times. */
  const loseRaces = (times: number, theirs: (version: number) => Thing) => {
    let lost = 0;
    things.beforeReplace = ({ version }) => {
      if (lost++ < times) things.put(theirs(version));
    };
  };

  test('decides again on the newer record, and keeps what the other process wrote', async () => {
    loseRaces(3, (version) => aThing('a', { version, text: 'theirs, ' }));
    expect(await change(things, 'a', write('ours'))).toMatchObject({
      ok: true,
      value: { text: 'theirs, ours', version: 4 },
    });
    expect(await things.get('a')).toMatchObject({ text: 'theirs, ours' });
  });

  test('may refuse what it had accepted: the newer record decides', async () => {
    loseRaces(1, (version) => aThing('a', { version, urgent: true }));
    const unlessUrgent = (thing: Thing) => (thing.urgent ? refuse('urgent') : countUp(thing));
    expect(await change(things, 'a', unlessUrgent)).toEqual({ ok: false, refusal: 'urgent' });
    expect(await things.get('a')).toMatchObject({ count: 0, version: 1 });
  });

  test('gives up after two and a half seconds, with nothing stored, and says which record', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] });
    loseRaces(Number.POSITIVE_INFINITY, (version) => aThing('a', { version, text: 'theirs' }));
    const changing = change(things, 'a', countUp).catch((error: unknown) => error);
    let isOver = false;
    void changing.then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(2450);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(isOver).toBe(true);
    const error = await changing;
    expect(error).toBeInstanceOf(BusyRecordError);
    expect(error).toMatchObject({ name: 'BusyRecordError', message: 'record a kept changing for 2500 ms' });
    expect(things.replaced).toBe(0);
    expect(await things.get('a')).toMatchObject({ text: 'theirs', count: 0 });
  });

  test.each([
    [0.25, 5],
    [0.9, 18],
  ])('waits for up to twenty milliseconds before it tries again: chance %d is %d', async (chance, pause) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] });
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    loseRaces(1, (version) => aThing('a', { version }));
    const begun = performance.now();
    const changing = change(things, 'a', countUp).then(() => performance.now() - begun);
    await vi.advanceTimersByTimeAsync(100);
    expect(await changing).toBe(pause);
  });

  test('whoever comes later is written together with those who wait, and has its own two and a half seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] });
    let isBusy = true;
    things.beforeReplace = ({ version }) => isBusy && things.put(aThing('a', { version }));
    const first = change(things, 'a', countUp).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2000);
    const second = change(things, 'a', countUp);
    const third = change(things, 'a', countUp);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await first).toBeInstanceOf(BusyRecordError);
    isBusy = false;
    await vi.advanceTimersByTimeAsync(100);
    expect(await second).toMatchObject({ ok: true, value: { count: 2 } });
    expect(await third).toEqual(await second);
    expect(things.replaced).toBe(1);
  });
});

describe('those who wait for one record', () => {
  test.each([
    ['it went through', async () => change(things, 'a', countUp)],
    ['it was refused', async () => change(things, 'a', () => refuse('no'))],
    [
      'the database failed',
      async () => {
        things.beforeReplace = () => {
          things.beforeReplace = () => undefined;
          throw new Error('disk');
        };
        await expect(change(things, 'a', countUp)).rejects.toThrow('disk');
      },
    ],
  ])('the next one is served when %s', async (_what, earlier) => {
    await earlier();
    expect(await change(things, 'a', write('x'))).toMatchObject({ ok: true, value: { text: 'x' } });
  });

  test('what arrives in one turn of the event loop is one write', async () => {
    const arriving = Array.from({ length: 20 }, async (_, turns) => {
      for (let i = 0; i < turns; i++) await undefined;
      return change(things, 'a', countUp);
    });
    expect(await Promise.all(arriving)).toHaveLength(20);
    expect(await things.get('a')).toMatchObject({ count: 20 });
    expect(things.replaced).toBe(1);
  });

  test('what arrives while a write is under way is written after it, and together', async () => {
    let arrived: Promise<unknown>[] = [];
    things.beforeReplace = () => {
      if (arrived.length === 0) arrived = ['1', '2', '3'].map((text) => change(things, 'a', write(text)));
    };
    await change(things, 'a', write('0'));
    await Promise.all(arrived);
    expect(await things.get('a')).toMatchObject({ text: '0123' });
    expect(things.replaced).toBe(2);
  });

  test('a record that nobody waits for any more is left alone', async () => {
    await change(things, 'a', countUp);
    const { read } = things;
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(things.read).toBe(read);
  });

  test('a record that is slow to write keeps the others waiting no longer', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    things.beforeReplace = ({ id }) => (id === 'a' ? held : undefined);
    const slow = change(things, 'a', countUp);
    expect(await change(things, 'b', countUp)).toMatchObject({ ok: true, value: { id: 'b', count: 1 } });
    expect(await things.get('a')).toMatchObject({ count: 0 });
    release();
    expect(await slow).toMatchObject({ ok: true, value: { id: 'a', count: 1 } });
  });
});
