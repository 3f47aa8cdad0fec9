import { expect, test, vi } from 'vitest';
import { later, loadTheRest } from '../../bot/later.ts';

test('functions are loaded once, when one of them is first called', async () => {
  const load = vi.fn(async () => ({ one: async (n: number) => n + 1, two: async (n: number) => n + 2 }));
  const { one, two } = later(['one', 'two'], load);
  expect(load).not.toHaveBeenCalled();
  expect(await Promise.all([one(1), two(1), one(2)])).toEqual([2, 3, 3]);
  expect(load).toHaveBeenCalledOnce();
});

test('what nobody has asked for is loaded in the end, and not again when somebody does', async () => {
  const load = vi.fn(async () => ({ one: async () => 'one' }));
  const { one } = later(['one'], load);
  await loadTheRest();
  expect(load).toHaveBeenCalledOnce();
  expect(await one()).toBe('one');
  expect(load).toHaveBeenCalledOnce();
});

test('what cannot be loaded keeps nothing else from being loaded, and is tried again when it is called', async () => {
  const fine = vi.fn(async () => ({ two: async () => 'two' }));
  let isThere = false;
  const { one } = later(['one'], async () => {
    if (!isThere) throw new Error('not there');
    return { one: async () => 'one' };
  });
  later(['two'], fine);
  await loadTheRest();
  expect(fine).toHaveBeenCalledOnce();
  isThere = true;
  expect(await one()).toBe('one');
});
