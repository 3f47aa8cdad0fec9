import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../bot/documents/csv.ts';

const textOf = (rows: readonly (readonly string[])[]) => Buffer.from(csvOf(rows)).toString('utf8');

describe('a table as a file', () => {
  test('says that its letters are UTF-8, parts cells with semicolons and ends every line as Windows does', () => {
    const bytes = Buffer.from(csvOf([['Møte', 'År']]));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.subarray(3).toString('utf8')).toBe('Møte;År\r\n');
  });

  test.each([
    ['a;b', '"a;b"'],
    ['a "b"', '"a ""b"""'],
    ['a\nb', '"a\nb"'],
    ['a, b', 'a, b'],
    ['', ''],
  ])('%j is written %j', (cell, written) => {
    expect(textOf([[cell, 'x']])).toBe(`\uFEFF${written};x\r\n`);
  });

  test.each(['=1+1', '+47', '-1', '@SUM(A1)', '\t=1'])('%j is text, and no formula', (cell) => {
    expect(textOf([[cell]])).toBe(`\uFEFF'${cell}\r\n`);
  });

  test('a formula that must be quoted is text too', () => {
    expect(textOf([['=A1;B1']])).toBe('\uFEFF"\'=A1;B1"\r\n');
    expect(textOf([['\r=1']])).toBe('\uFEFF"\'\r=1"\r\n');
  });
});
