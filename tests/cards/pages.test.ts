import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inPages, pageOf, pagesOf } from '../../cards/pages.ts';

const folded = (text: string) => text.replace(/\s+/g, '');

describe('a text in pages', () => {
  test('a short text is one page', () => {
    expect(pagesOf('Sak 1\n\nSak 2')).toEqual(['Sak 1\n\nSak 2']);
  });

  test('together the pages hold every character, each page fits, and no character is cut in two', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('\n\n', '\n', '😀'.repeat(5000), '*'.repeat(9000), 'ord '.repeat(2000)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const pages = pagesOf(text);
        expect(folded(pages.join(''))).toBe(folded(text));
        for (const page of pages) {
          expect(page).not.toMatch(/\p{Surrogate}/u);
          expect(page.length).toBeLessThan(12_000);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('200,000 characters are some thirty pages, and a page beyond the last is the last', () => {
    const text = Array.from({ length: 2000 }, (_, n) => `Avsnitt ${n}: ${'tekst '.repeat(15)}`).join('\n\n');
    const { pages } = pageOf(text, 0);
    expect(pages).toBeGreaterThan(15);
    expect(pageOf(text, 10_000)).toMatchObject({ page: pages - 1, pages });
  });
});

describe('a list in pages', () => {
  const bytes = (item: number) => item;

  test('each page holds what fits, in order', () => {
    expect(inPages([4, 4, 4, 1, 9], 9, bytes)).toEqual([[4, 4], [4, 1], [9]]);
  });

  test('what is larger than a page has one of its own', () => {
    expect(inPages([1, 20, 1], 9, bytes)).toEqual([[1], [20], [1]]);
  });

  test('no items are one empty page', () => {
    expect(inPages([], 9, bytes)).toEqual([[]]);
  });

  test('is measured as Teams counts, unless told', () => {
    expect(inPages(['a', 'b', 'c'], 12)).toEqual([['a', 'b'], ['c']]);
  });
});
