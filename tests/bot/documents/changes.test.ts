import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../bot/documents/changes.ts';

/** A change as one reads it: what is marked stands in brackets. */
async function read(before: string, now: string): Promise<string[]> {
  const side = (pieces: readonly { readonly text: string; readonly isMarked: boolean }[]) =>
    pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');
  return (await changesBetween(before, now)).map((change) => `${side(change.before)} -> ${side(change.now)}`);
}

describe('what changed between two texts', () => {
  test('equal texts have no changes', async () => {
    expect(await read('Sak 1\n\nSak 2', 'Sak 1\n\nSak 2')).toEqual([]);
  });

  test('shows the words that differ within a paragraph, and leaves the others out', async () => {
    expect(await read('Sak 1\n\nSSU støtter forslaget.\n\nSak 3', 'Sak 1\n\nSSU avviser forslaget.\n\nSak 3')).toEqual([
      'SSU [støtter] forslaget. -> SSU [avviser] forslaget.',
    ]);
  });

  test.each([
    ['a new paragraph', 'A b c\n\nG h i', 'A b c\n\nD e f\n\nG h i', [' -> D e f']],
    ['a paragraph taken out', 'A b c\n\nD e f\n\nG h i', 'A b c\n\nG h i', ['D e f -> ']],
    [
      'a paragraph put in before one that was changed',
      'en to tre',
      'ny linje\n\nen to fire',
      [' -> ny linje', 'en to [tre] -> en to [fire]'],
    ],
    ['a paragraph that was wholly rewritten', 'gammelt', 'nytt', ['[gammelt] -> [nytt]']],
    ['white space between paragraphs alone', 'en\n\nto', 'en\n\n\n\nto', []],
  ])('%s', async (_what, before, now, changes) => {
    expect(await read(before, now)).toEqual(changes);
  });

  test('two texts of 200,000 characters that have nothing in common are still told apart', async () => {
    const text = (word: string) =>
      Array.from({ length: 4000 }, (_, n) => `${word} ${n} ${'x'.repeat(40)}`).join('\n\n');
    expect((await changesBetween(text('en'), text('to'))).length).toBeGreaterThan(0);
    expect(await changesBetween('a'.repeat(200_000), 'b'.repeat(200_000))).toHaveLength(1);
  });
});
