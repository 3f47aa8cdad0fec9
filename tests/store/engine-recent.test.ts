import { expect, test } from 'vitest';
import { remembering } from '../../store/engine/recent.ts';

/** Reads documents as their length, and counts how often. */
function reader() {
  const reads: string[] = [];
  const read = remembering((id, doc) => {
    reads.push(id);
    if (doc === 'bad') throw new Error('bad');
    return { length: doc.length };
  });
  return { read, reads };
}

test('the same text of the same record is read once', () => {
  const { read, reads } = reader();
  expect(read('a', 'text')).toBe(read('a', 'text'));
  expect(reads).toEqual(['a']);
});

test('another text of it, and the same text of another record, are read', () => {
  const { read, reads } = reader();
  read('a', 'text');
  expect(read('a', 'other text')).toEqual({ length: 10 });
  expect(read('a', 'text')).toEqual({ length: 4 });
  read('b', 'text');
  expect(reads).toEqual(['a', 'a', 'a', 'b']);
});

test('what cannot be read is tried again each time', () => {
  const { read, reads } = reader();
  expect(() => read('a', 'bad')).toThrow('bad');
  expect(() => read('a', 'bad')).toThrow('bad');
  expect(read('a', 'good')).toEqual({ length: 4 });
  expect(reads).toEqual(['a', 'a', 'a']);
});

test('a long document is never kept, nor an older text of it', () => {
  const { read, reads } = reader();
  const long = 'x'.repeat(64 * 1024 + 1);
  read('a', 'text');
  read('a', long);
  read('a', long);
  read('a', 'text');
  expect(reads).toEqual(['a', 'a', 'a', 'a']);
});

test('what was asked for longest ago gives way when there is too much', () => {
  const { read, reads } = reader();
  const doc = 'x'.repeat(64 * 1024);
  for (let n = 0; n < 64; n++) read(`doc-${n}`, doc);
  read('doc-0', doc);
  expect(reads).toHaveLength(64);
  read('one-more', doc);
  read('doc-0', doc);
  expect(reads).toHaveLength(65);
  read('doc-1', doc);
  expect(reads.at(-1)).toBe('doc-1');
});
