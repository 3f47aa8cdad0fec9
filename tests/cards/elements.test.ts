import { describe, expect, test } from 'vitest';
import { button, buttonRows, card, marked, mentioning, plain, prose } from '../../cards/elements.ts';
import { elementsOf, expectValidCard, linesOf } from '../support/cards.ts';

describe('what people wrote', () => {
  test.each([
    ['Markdown', '*fet* _kursiv_ `kode` ~strek~ |', '\\*fet\\* \\_kursiv\\_ \\`kode\\` \\~strek\\~ \\|'],
    ['a link', '[her](https://eksempel.no)', '\\[her\\](https://eksempel.no)'],
    ['HTML', '<b>fet</b>', '\\<b\\>fet\\</b\\>'],
    ['a character by its HTML name', 'A &amp; B &#39; &', 'A \\&amp; B \\&#39; &'],
    ['a backslash', 'a\\b', 'a\\\\b'],
    ['a heading, a list and a line', '# a\n- b\n+ c\n= d', '\\# a\n\n\\- b\n\n\\+ c\n\n\\= d'],
    ['numbered points', '1. a\n 2) b', '1\\. a\n\n 2\\) b'],
    ['numbers that are none', '12/26 og 1.5', '12/26 og 1.5'],
    ['lines of any kind', 'a\nb\r\nc\rd', 'a\n\nb\n\nc\n\nd'],
    ['empty lines', 'a\n\n\n\nb', 'a\n\nb'],
  ])('%s stays what it is', (_what, written, escaped) => {
    expect(plain(written)).toBe(escaped);
  });

  test('a text keeps its paragraphs apart', () => {
    const { items } = prose('a\nb\n\n\nc') as { items: readonly { text: string }[] };
    expect(items.map(({ text }) => text)).toEqual(['a\n\nb', 'c']);
  });
});

describe('what stands out', () => {
  const textOf = (...pieces: Parameters<typeof marked>[0]) => (marked(pieces) as { text: string }).text;
  const bold = (text: string) => ({ text, isMarked: true });
  const usual = (text: string) => ({ text, isMarked: false });

  test('is bold, with the stars close to the words', () => {
    expect(textOf(usual('SSU '), bold(' støtter '), usual('det'))).toBe('SSU  **støtter** det');
  });

  test('is escaped within the stars', () => {
    expect(textOf(bold('a*b'))).toBe('**a\\*b**');
  });

  test('is bold line by line, and white space is not', () => {
    expect(textOf(bold('a\nb'), usual('c'), bold(' '))).toBe('**a**\n\n**b**c ');
  });

  test('stars never meet: neighbours are one piece', () => {
    expect(textOf(bold('a'), bold('b'), usual('c'), usual('d'))).toBe('**ab**cd');
  });
});

describe('a mention', () => {
  const line = (...names: readonly string[]) =>
    mentioning(
      'Dette gjelder ',
      names.map((name, n) => ({ id: `29:${n}`, name })),
      '.',
    );

  test('stands in the text letter for letter as it is described', () => {
    const { element, entities } = line('Kari Vik', 'Ola <b>*Lie*</b> [x](y)');
    const { text } = element as { text: string };
    expect(text).toBe('Dette gjelder <at>Kari Vik</at>, <at>Ola b Lie /b x (y)</at>.');
    for (const { text: mention, mentioned } of entities) {
      expect(text).toContain(mention);
      expect(mention).toBe(`<at>${mentioned.name}</at>`);
    }
    expect(entities.map(({ mentioned }) => mentioned.id)).toEqual(['29:0', '29:1']);
  });

  test('of somebody whose name has no letter left is still one', () => {
    expect(line('<*>').entities[0]?.text).toBe('<at>–</at>');
  });
});

describe('rows of buttons', () => {
  const some = (count: number) => Array.from({ length: count }, (_, n) => button(`${n}`, { verb: 'help.show' }));
  test.each([
    [1, [1]],
    [6, [6]],
    [7, [6, 1]],
    [13, [6, 6, 1]],
  ])('%i buttons', (count, rows) => {
    const shown = card(...buttonRows(some(count)));
    expectValidCard(shown);
    const sets = elementsOf(shown).flatMap((element) => (element.type === 'ActionSet' ? element.actions.length : []));
    expect(sets).toEqual(rows);
  });

  test('no buttons are no row', () => {
    expect(buttonRows([])).toEqual([]);
  });
});

test('the lines of a card are what people read', () => {
  expect(linesOf(card(marked([{ text: 'a*b', isMarked: true }])))).toEqual(['a*b']);
});
