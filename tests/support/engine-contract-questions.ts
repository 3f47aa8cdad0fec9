import { beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import { type Collection, UnindexedQueryError, UnreadableRecordError } from '../../store/engine/engine.ts';
import { allPages, aThing, at, countUp, idsOf, inserted, type TestStore, type Thing } from './store-things.ts';

type Subject = {
  readonly things: Collection<Thing>;
  readonly store: TestStore;
  /** What was reported as unreadable. */
  readonly told: readonly string[];
};

/** The part of the contract about finding records. */
export function describeQuestions(subject: () => Subject): void {
  let { things, store, told } = {} as Subject;
  beforeEach(() => {
    ({ things, store, told } = subject());
  });
  const insertAll = (...all: readonly Thing[]) => inserted(things, all);

  describe('questions', () => {
    test('equality finds the records that have the value, by id', async () => {
      await insertAll(
        aThing('c', { ownerId: 'kari' }),
        aThing('a', { ownerId: 'kari' }),
        aThing('b', { ownerId: 'ola' }),
        aThing('d'),
      );
      expect(idsOf(await things.find({ ownerId: 'kari' }))).toEqual(['a', 'c']);
      expect(idsOf(await things.find({ ownerId: 'nobody' }))).toEqual([]);
    });

    test('true and false can be asked for', async () => {
      await insertAll(aThing('a', { urgent: true }), aThing('b'));
      expect(idsOf(await things.find({ urgent: true }))).toEqual(['a']);
      expect(idsOf(await things.find({ urgent: false }))).toEqual(['b']);
    });

    test('a choice finds the records of all its values in one order', async () => {
      await insertAll(
        aThing('a', { ownerId: 'kari', dueAt: at(3) }),
        aThing('b', { ownerId: 'ola', dueAt: at(1) }),
        aThing('c', { ownerId: 'kari', dueAt: at(2) }),
        aThing('d', { ownerId: 'per', dueAt: at(0) }),
      );
      const where = { ownerId: { in: ['kari', 'ola', 'kari', 'nobody'] } };
      expect(idsOf(await things.find(where, { sort: 'dueAt' }))).toEqual(['b', 'c', 'a']);
      expect(idsOf(await things.find(where))).toEqual(['a', 'b', 'c']);
      expect(idsOf(await things.find(where, { sort: 'dueAt', limit: 2 }))).toEqual(['b', 'c']);
      expect(idsOf(await things.find({ ownerId: { in: [] } }))).toEqual([]);
    });

    test('what is due is found from the limit backwards, the limit included, and what has no time never', async () => {
      await insertAll(
        aThing('a', { dueAt: at(2) }),
        aThing('b', { dueAt: at(1) }),
        aThing('c', { dueAt: at(3) }),
        aThing('d'),
        aThing('e', { dueAt: at(2) }),
      );
      expect(idsOf(await things.find({ dueAt: { atMost: at(2) } }, { sort: 'dueAt' }))).toEqual(['b', 'a', 'e']);
      expect(idsOf(await things.find({ dueAt: { atMost: at(2) } }))).toEqual(['b', 'a', 'e']);
      expect(idsOf(await things.find({ dueAt: { atMost: at(0) } }))).toEqual([]);
    });

    test('equality and due can be asked together', async () => {
      await insertAll(
        aThing('a', { ownerId: 'kari', dueAt: at(2) }),
        aThing('b', { ownerId: 'ola', dueAt: at(1) }),
        aThing('c', { ownerId: 'kari', dueAt: at(5) }),
        aThing('d', { ownerId: 'kari' }),
      );
      expect(idsOf(await things.find({ ownerId: 'kari', dueAt: { atMost: at(3) } }))).toEqual(['a']);
    });

    test('a time is found by that very time', async () => {
      await insertAll(aThing('a', { dueAt: at(1) }), aThing('b', { dueAt: at(2) }), aThing('c'));
      expect(idsOf(await things.find({ dueAt: at(2) }))).toEqual(['b']);
    });

    test('numbers sort as numbers and days as days, and a record without the sort field is left out', async () => {
      await insertAll(
        aThing('a', { ownerId: 'kari', count: 10, onDay: '2026-03-02' }),
        aThing('b', { ownerId: 'kari', count: 9, onDay: '2025-12-31' }),
        aThing('c', { ownerId: 'kari', count: -1 }),
      );
      expect(idsOf(await things.find({ ownerId: 'kari' }, { sort: 'count' }))).toEqual(['c', 'b', 'a']);
      expect(idsOf(await things.find({ ownerId: 'kari' }, { sort: 'onDay' }))).toEqual(['b', 'a']);
    });

    test('a list field is asked for one of its values, or for any of several, each record once', async () => {
      await insertAll(aThing('a', { tags: ['x', 'y'] }), aThing('b', { tags: ['y'] }), aThing('c'));
      expect(idsOf(await things.find({ tags: 'y' }))).toEqual(['a', 'b']);
      expect(idsOf(await things.find({ tags: 'x' }))).toEqual(['a']);
      expect(idsOf(await things.find({ tags: { in: ['y', 'x'] } }))).toEqual(['a', 'b']);
      await things.replace(aThing('a', { version: 1, tags: ['z'] }), 0);
      expect(idsOf(await things.find({ tags: 'y' }))).toEqual(['b']);
      expect(idsOf(await things.find({ tags: 'z' }))).toEqual(['a']);
    });

    test('a count is that of all pages, also of a choice, of what is due and of one value of a list', async () => {
      const kari = Array.from({ length: 120 }, (_, i) =>
        aThing(`k${i}`, { ownerId: 'kari', onDay: '2026-03-02', tags: ['x'] }),
      );
      await insertAll(...kari, aThing('a', { ownerId: 'ola', dueAt: at(1), tags: ['x', 'y'] }), aThing('b'));
      expect(await things.count({ ownerId: 'kari' })).toBe(120);
      expect(await things.count({ ownerId: 'nobody' })).toBe(0);
      expect(await things.count({ ownerId: { in: ['kari', 'ola', 'kari'] } })).toBe(121);
      expect(await things.count({ ownerId: { in: ['kari', 'ola'] } }, { sort: 'onDay' })).toBe(120);
      expect(await things.count({ dueAt: { atMost: at(2) } })).toBe(1);
      expect(await things.count({ tags: 'x' })).toBe(121);
    });

    test('a count that no index serves, or that would count a record twice, is refused', async () => {
      await expect(things.count({ text: 'x' })).rejects.toThrow(UnindexedQueryError);
      await expect(things.count({ tags: { in: ['x', 'y'] } })).rejects.toThrow(UnindexedQueryError);
    });

    test('a question that no index serves is refused', async () => {
      const unserved = [
        things.find({ text: 'x' }),
        things.find({}),
        things.find({ urgent: true, ownerId: 'kari' }),
        things.find({ ownerId: 'kari' }, { sort: 'text' }),
        things.find({ dueAt: { atMost: at(1) } }, { sort: 'count' }),
        things.find({}, { sort: 'tags' }),
      ];
      for (const question of unserved) await expect(question).rejects.toThrow(UnindexedQueryError);
    });

    test('a condition without a value, or with an operator for one, is refused: it would widen the question', async () => {
      const odd = [undefined, null, Number.NaN, new Date(Number.NaN), { in: [undefined] }, { $gt: '' }, ['kari']];
      for (const ownerId of odd as unknown as string[])
        await expect(things.find({ ownerId, dueAt: { atMost: at(1) } })).rejects.toThrow(UnindexedQueryError);
    });
  });

  describe('pages', () => {
    const many = Array.from({ length: 23 }, (_, i) =>
      aThing(`t${String(i).padStart(2, '0')}`, { ownerId: 'kari', dueAt: at(i % 3), tags: ['x'] }),
    );
    const inOrder = many
      .toSorted((a, b) => Number(a.dueAt) - Number(b.dueAt) || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);

    test('pages together hold every record once, in order, also where many have the same sort value', async () => {
      await insertAll(...many);
      const byId = many.map(({ id }) => id);
      expect(await allPages(things, { dueAt: { atMost: at(9) } }, { limit: 5 })).toEqual(inOrder);
      expect(await allPages(things, { ownerId: { in: ['ola', 'kari'] } }, { sort: 'dueAt', limit: 4 })).toEqual(
        inOrder,
      );
      expect(await allPages(things, { ownerId: 'kari' }, { limit: 7 })).toEqual(byId);
      expect(await allPages(things, { tags: 'x' }, { limit: 7 })).toEqual(byId);
      expect(await allPages(things, { ownerId: 'kari' }, { sort: 'count', limit: 6 })).toEqual(byId);
    });

    test('pages the other way round hold every record once too, the greatest first', async () => {
      await insertAll(...many);
      const back = { sort: 'dueAt', isReversed: true } as const;
      const reversed = inOrder.toReversed();
      expect(await allPages(things, { dueAt: { atMost: at(9) } }, { ...back, limit: 5 })).toEqual(reversed);
      expect(await allPages(things, { ownerId: { in: ['ola', 'kari'] } }, { ...back, limit: 4 })).toEqual(reversed);
      expect(idsOf(await things.find({ dueAt: { atMost: at(1) } }, { ...back, limit: 1 }))).toEqual(['t22']);
      await expect(things.find({ ownerId: 'kari' }, { isReversed: true })).rejects.toThrow(UnindexedQueryError);
    });

    test('a record that comes or goes between two pages moves no other one', async () => {
      await insertAll(...many);
      const [seenFirst = '', gone = ''] = [inOrder[0], inOrder[10]];
      const seen = await allPages(things, { dueAt: { atMost: at(9) } }, { limit: 5 }, async (page) => {
        if (page !== 1) return;
        for (const id of [seenFirst, gone])
          expect(await things.replace(aThing(id, { ownerId: 'kari', version: 1 }), 0)).toBe('replaced');
        await insertAll(aThing('before-the-cursor', { dueAt: at(0) }), aThing('z-behind-it', { dueAt: at(0) }));
      });
      const firstMinute = inOrder.filter((_, i) => i < 8);
      const later = inOrder.filter((id, i) => i >= 8 && id !== gone);
      expect(seen).toEqual([...firstMinute, 'z-behind-it', ...later]);
    });

    test('a page is full or the last, and holds 100 unless told otherwise', async () => {
      await insertAll(...Array.from({ length: 101 }, (_, i) => aThing(`t${i}`, { ownerId: 'kari' })));
      const first = await things.find({ ownerId: 'kari' });
      expect(first.records).toHaveLength(100);
      const second = await things.find({ ownerId: 'kari' }, { after: first.next ?? '' });
      expect(second.records).toHaveLength(1);
      expect(second.next).toBeUndefined();
      expect((await things.find({ ownerId: 'kari' }, { limit: 500 })).records).toHaveLength(101);
    });

    test.each([0, 501, 1.5, Number.NaN])('a page of %s records is refused', async (limit) => {
      await expect(things.find({ ownerId: 'kari' }, { limit })).rejects.toThrow(RangeError);
    });

    test('a cursor is safe in an address, and one that no such page gave out is refused', async () => {
      await insertAll(...many);
      const { next = '' } = await things.find({ ownerId: 'kari' }, { limit: 1 });
      expect(next).toMatch(/^[\w-]+$/);
      for (const after of ['', 'x', '{}', Buffer.from('["plain",{},"a"]').toString('base64url')])
        await expect(things.find({ ownerId: 'kari' }, { after })).rejects.toThrow('not a cursor');
      await expect(things.find({ ownerId: 'kari' }, { sort: 'dueAt', after: next })).rejects.toThrow('another order');
    });
  });

  describe('records that cannot be read', () => {
    beforeEach(async () => {
      const all = ['a', 'b', 'c', 'd'].map((id) =>
        aThing(id, { ownerId: 'kari', dueAt: at(1), keys: [`key-${id}`], tags: ['x'] }),
      );
      await insertAll(...all);
    });

    test('are named when they are asked for, and the rest goes on working', async () => {
      await store.tamper('b', { count: 'many' });
      await expect(things.get('b')).rejects.toThrow(UnreadableRecordError);
      await expect(things.get('b')).rejects.toThrow(/things b .*count/);
      await expect(things.getByKey('key-b')).rejects.toThrow(UnreadableRecordError);
      expect((await things.get('a'))?.id).toBe('a');
      expect(await things.replace(aThing('a', { version: 1 }), 0)).toBe('replaced');
      expect(await things.insert(aThing('new'))).toBe('inserted');
      await expect(change(things, 'b', countUp)).rejects.toThrow(UnreadableRecordError);
    });

    test('are left out of a page and reported, and the pages go on behind them', async () => {
      await store.tamper('b', { count: 'many' });
      await store.tamper('c', { tags: 7 });
      expect(await allPages(things, { dueAt: { atMost: at(2) } }, { limit: 1 })).toEqual(['a', 'd']);
      expect(told).toEqual(['things b', 'things c']);
      const page = await things.find({ ownerId: 'kari' }, { limit: 2 });
      expect(idsOf(page)).toEqual(['a']);
      expect(idsOf(await things.find({ ownerId: 'kari' }, { limit: 2, after: page.next ?? '' }))).toEqual(['d']);
    });

    test('say nothing about what they hold', async () => {
      await store.tamper('b', { count: 'Kari Nordmann' });
      const error = await things.get('b').catch((caught: unknown) => caught);
      expect(String(error)).not.toContain('Kari');
    });

    test('that a newer program wrote are refused', async () => {
      await store.tamper('b', { schemaVersion: 2 });
      await expect(things.get('b')).rejects.toThrow(/schemaVersion 2/);
      expect(idsOf(await things.find({ ownerId: 'kari' }))).toEqual(['a', 'c', 'd']);
      expect(told).toEqual(['things b']);
    });
  });
}
