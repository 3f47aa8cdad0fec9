import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Delivery } from '../../bot/attempt.ts';
import { deliverDue } from '../../bot/outbox.ts';
import { HeldBackError, UndeliveredError } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import type { Collection } from '../../store/engine/engine.ts';
import { releaseEffects } from '../../store/outbox.ts';
import type { Person } from '../../store/person/record.ts';
import { MINUTE } from '../support/bot-store.ts';
import { aGate, aWorkshop, type Workshop } from '../support/worker.ts';

const HOUR = 60 * MINUTE;
const never = () => new Promise<void>(() => {});
const fail = (why: UndeliveredError['why'], retryAt?: Date) => () => {
  throw new UndeliveredError(why, 'said no', retryAt);
};

let shop: Workshop;
beforeEach(async () => {
  shop = await aWorkshop();
});
afterEach(() => shop.close());

/** A worker of another process on the same data. */
const anotherWorker = async () => shop.worker(undefined, { collection: (await shop.connect()).persons.collection });

describe('an effect', () => {
  test('is sent when it is due, and leaves its record with what the delivery has to say there', async () => {
    await shop.waitsFor('kari', 'a');
    expect(await shop.pass(shop.worker())).toBe(1);
    expect(shop.sent).toEqual(['a']);
    expect(await shop.outboxOf('kari')).toEqual([]);
    expect(await shop.historyOf('kari')).toEqual(['got a']);
    expect(shop.reports).toEqual(['delivered a']);
    expect(await shop.pass(shop.worker())).toBe(0);
  });

  test('is not sent before it is due', async () => {
    await shop.waitsFor('kari', 'a');
    shop.wait(-1);
    expect(await shop.pass(shop.worker())).toBe(0);
    expect(shop.sent).toEqual([]);
  });

  test('is sent once by two processes that deliver at the same time', async () => {
    const people = Array.from({ length: 20 }, (_, i) => `person-${i}`);
    await Promise.all(people.map((id) => shop.waitsFor(id, `${id} a`, `${id} b`)));
    const untilNothing = async (delivery: Delivery<Person>) => {
      while ((await shop.pass(delivery)) > 0);
    };
    await Promise.all([untilNothing(shop.worker()), untilNothing(await anotherWorker())]);
    expect(shop.sent.toSorted()).toEqual(people.flatMap((id) => [`${id} a`, `${id} b`]).toSorted());
    for (const id of people) {
      expect(await shop.outboxOf(id)).toEqual([]);
      expect((await shop.historyOf(id)).toSorted()).toEqual([`got ${id} a`, `got ${id} b`]);
    }
    expect(new Set(shop.reports.map((report) => report.split(' ')[0]))).toEqual(new Set(['delivered']));
  });

  test('is not kept waiting by those before it in its record that are on their way', async () => {
    await shop.waitsFor('kari', ...Array.from({ length: 12 }, (_, i) => `effect-${i}`), 'last');
    await deliverDue(shop.worker(never), shop.shell);
    expect(shop.sent).not.toContain('last');
    expect(await shop.pass(shop.worker())).toBe(1);
    expect(shop.sent.at(-1)).toBe('last');
  });

  test('is sent again when the process that sent it died before it could say so, but not while it may live', async () => {
    await shop.waitsFor('kari', 'a');
    await deliverDue(shop.worker(never), shop.shell);
    shop.wait(MINUTE - 1);
    await shop.pass(await anotherWorker());
    expect(shop.sent).toEqual(['a']);
    shop.wait(1);
    await shop.pass(await anotherWorker());
    expect(shop.sent).toEqual(['a', 'a']);
    expect(await shop.historyOf('kari')).toEqual(['got a']);
    expect(await shop.outboxOf('kari')).toEqual([]);
  });

  test('is tried again in a minute when its delivery hits a bug, and keeps none of the others waiting', async () => {
    await shop.waitsFor('kari', 'a', 'b');
    await shop.waitsFor('ola', 'c');
    const buggy = shop.worker(({ key }) => {
      if (key === 'a') throw new TypeError('bug');
    });
    await shop.pass(buggy);
    expect(shop.reports.toSorted()).toEqual(['delivered b', 'delivered c', 'delivery-failed a']);
    shop.wait(MINUTE);
    await shop.pass(shop.worker());
    expect(shop.sent.toSorted()).toEqual(['a', 'a', 'b', 'c']);
  });

  test('that the receiver refuses for good is not sent again, and the reason is noted; the others arrive', async () => {
    await shop.waitsFor('kari', 'a', 'b', 'c');
    await shop.pass(shop.worker(({ key }) => key === 'b' && fail('blocked')()));
    expect((await shop.historyOf('kari')).toSorted()).toEqual(['got a', 'got c', 'missed b: blocked']);
    expect(await shop.outboxOf('kari')).toEqual([]);
    expect(shop.reports.toSorted()).toEqual(['delivered a', 'delivered c', 'delivery-refused b']);
    shop.wait(24 * HOUR);
    expect(await shop.pass(shop.worker())).toBe(0);
  });

  test('whose record cannot be read keeps nobody else waiting', async () => {
    for (const id of ['kari', 'ola', 'per']) await shop.waitsFor(id, `to ${id}`);
    shop.spoil('persons', 'ola');
    await shop.pass(shop.worker());
    expect(shop.sent.toSorted()).toEqual(['to kari', 'to per']);
  });

  test('whose record cannot be written is reported, and keeps nobody else waiting', async () => {
    await shop.waitsFor('kari', 'a');
    await shop.waitsFor('ola', 'b');
    const collection: Collection<Person> = {
      ...shop.persons,
      replace: async (record, expected) => {
        if (record.id === 'kari') throw new Error('disk');
        return shop.persons.replace(record, expected);
      },
    };
    expect(await shop.pass(shop.worker(undefined, { collection }))).toBe(1);
    expect(shop.reports.toSorted()).toEqual(['delivered b', 'delivery-failed a']);
    expect(shop.sent).toEqual(['b']);
  });
});

describe('an effect that failed for now', () => {
  /** How many seconds pass before it is sent again. */
  async function waited(): Promise<number> {
    const before = shop.sent.length;
    for (let seconds = 0; ; seconds++) {
      await shop.pass(shop.worker(fail('for-now')));
      if (shop.sent.length > before) return seconds;
      shop.wait(1000);
    }
  }

  test('is tried again after two seconds, then eight, then half a minute, a little later by chance', async () => {
    await shop.waitsFor('kari', 'a');
    expect(await waited()).toBe(0);
    for (const seconds of [2, 8, 32, 128]) {
      const after = await waited();
      expect(after).toBeGreaterThanOrEqual(seconds);
      expect(after).toBeLessThanOrEqual(Math.ceil(seconds * 1.2));
    }
    expect(new Set(shop.reports)).toEqual(new Set(['delivery-failed a']));
  });

  test('is not tried before the receiver said, and soon after that', async () => {
    await shop.waitsFor('kari', 'a');
    await shop.pass(shop.worker(fail('for-now', new Date(shop.clock.realNow.getTime() + 10 * MINUTE))));
    shop.wait(10 * MINUTE - 1);
    expect(await shop.pass(shop.worker())).toBe(0);
    shop.wait(2 * MINUTE + 1);
    expect(await shop.pass(shop.worker())).toBe(1);
    expect(await shop.historyOf('kari')).toEqual(['got a']);
  });

  test('does not come back together with those it failed together with', async () => {
    await shop.waitsFor('kari', ...Array.from({ length: 12 }, (_, i) => `effect-${i}`));
    await shop.pass(shop.worker(fail('for-now')));
    const dueAt = (await shop.outboxOf('kari')).map((effect) => effect.dueAt.getTime());
    expect(new Set(dueAt).size).toBeGreaterThan(1);
  });

  test('is given up at once when the eighth try failed, and that is noted', async () => {
    await shop.waitsFor('kari', 'a');
    while (shop.sent.length < 8) {
      expect(await shop.outboxOf('kari')).toHaveLength(1);
      await shop.pass(shop.worker(fail('for-now')));
      shop.wait(HOUR);
    }
    expect(await shop.outboxOf('kari')).toEqual([]);
    expect(await shop.historyOf('kari')).toEqual(['missed a: for-now']);
    expect(shop.reports.filter((report) => report === 'delivery-given-up a')).toHaveLength(1);
  });

  test('is given up as well when every try ended with the death of its process', async () => {
    await shop.waitsFor('kari', 'a');
    for (let hour = 0; hour < 24; hour++) {
      await deliverDue(shop.worker(never), shop.shell);
      shop.wait(HOUR);
    }
    await vi.waitFor(async () => expect(await shop.outboxOf('kari')).toEqual([]));
    expect(shop.sent).toHaveLength(8);
    expect(await shop.historyOf('kari')).toEqual(['missed a: for-now']);
  });
});

describe('an effect that the limits of Teams hold back', () => {
  const heldBack = (ms: number) => () => {
    throw new HeldBackError(new Date(shop.clock.realNow.getTime() + ms));
  };

  test('comes back when there is room for it, spends no attempt and waits with nobody’s help', async () => {
    await shop.waitsFor('kari', 'a');
    for (let i = 0; i < 20; i++) {
      await shop.pass(shop.worker(heldBack(2 * MINUTE)));
      expect(await shop.outboxOf('kari')).toMatchObject([{ key: 'a', attempts: 0 }]);
      shop.wait(2 * MINUTE - 1);
      expect(await shop.pass(await anotherWorker())).toBe(0);
      shop.wait(1);
    }
    // another process knows nothing of these limits, and need not
    expect(await shop.pass(await anotherWorker())).toBe(1);
    expect(await shop.historyOf('kari')).toEqual(['got a']);
    expect(new Set(shop.reports)).toEqual(new Set(['delivery-held-back a', 'delivered a']));
  });

  test('keeps none of the others waiting', async () => {
    await shop.waitsFor('kari', ...Array.from({ length: 30 }, (_, i) => `busy-${i}`), 'other');
    const busy = shop.worker(({ key }) => key.startsWith('busy') && heldBack(MINUTE)());
    while ((await shop.pass(busy)) > 0);
    expect(await shop.historyOf('kari')).toEqual(['got other']);
    expect(await shop.outboxOf('kari')).toHaveLength(30);
  });

  test('that failed before keeps the attempts that it has spent', async () => {
    await shop.waitsFor('kari', 'a');
    await shop.pass(shop.worker(fail('for-now')));
    shop.wait(3000);
    await shop.pass(shop.worker(heldBack(1000)));
    expect(await shop.outboxOf('kari')).toMatchObject([{ attempts: 1 }]);
  });
});

describe('a worker that stalled', () => {
  /** A worker that has claimed «a» and stands still until the one minute that it had is over. */
  async function stalled() {
    await shop.waitsFor('kari', 'a');
    const gate = aGate();
    const { sent: started } = await deliverDue(
      shop.worker(() => gate.passed),
      shop.shell,
    );
    shop.wait(MINUTE);
    return async (error?: Error) => {
      gate.open(error);
      await Promise.all(started);
    };
  }

  test('cannot move the claim of the one that took over', async () => {
    const wake = await stalled();
    await deliverDue(shop.worker(never), shop.shell);
    const claimed = await shop.outboxOf('kari');
    await wake(new UndeliveredError('for-now', 'late', shop.clock.realNow));
    expect(await shop.outboxOf('kari')).toEqual(claimed);
    expect(claimed).toMatchObject([{ attempts: 2 }]);
  });

  test('but delivered after all settles it, and the failure of the one that took over changes nothing', async () => {
    const wake = await stalled();
    const gate = aGate();
    const { sent: started } = await deliverDue(
      shop.worker(() => gate.passed),
      shop.shell,
    );
    await wake();
    gate.open(new UndeliveredError('for-now', 'too late'));
    await Promise.all(started);
    expect(await shop.outboxOf('kari')).toEqual([]);
    expect(await shop.historyOf('kari')).toEqual(['got a']);
  });
});

describe('an effect that must wait for working hours', () => {
  const morning = new Date('2026-03-03T07:00:00Z');

  test('is put off instead of sent, and sent when it is released', async () => {
    await shop.waitsFor('kari', 'a');
    expect(await shop.pass(shop.worker(undefined, { heldUntil: () => morning }))).toBe(1);
    expect(await shop.outboxOf('kari')).toMatchObject([{ key: 'a', attempts: 0, contactAt: morning }]);
    shop.wait(HOUR);
    expect(await shop.pass(shop.worker())).toBe(0);

    await change(shop.persons, 'kari', (person) => releaseEffects(person, morning, shop.clock.realNow));
    expect(await shop.pass(shop.worker())).toBe(1);
    expect(shop.sent).toEqual(['a']);
  });

  test('keeps none of the others waiting', async () => {
    await shop.waitsFor('kari', 'a', 'b');
    await shop.pass(shop.worker(undefined, { heldUntil: ({ key }) => (key === 'a' ? morning : undefined) }));
    expect(shop.sent).toEqual(['b']);
  });
});
