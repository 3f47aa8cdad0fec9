import { describe, expect, test } from 'vitest';
import { MAX_MINUTES_TEXT, MAX_VEDTAK_TEXT, readProtocol } from '../../store/meeting/rules-points.ts';
import { pointsIn, pointsText } from '../../store/typed-text.ts';

describe('the points of a vedtak', () => {
  test.each([
    ['one alone', 'SSU støtter forslaget.', ['SSU støtter forslaget.']],
    ['numbered', '1. Første.\n2. Andre.', ['Første.', 'Andre.']],
    ['numbered with parentheses', '1) Første.\n2) Andre.', ['Første.', 'Andre.']],
    ['numbered, with empty lines', '1. Første.\n\n2. Andre.\r\n', ['Første.', 'Andre.']],
    ['a line end within a point', '1. Første\nlinje to\n2. Andre', ['Første\nlinje to', 'Andre']],
    ['a number that is not the next', '1. Første\n3. mars møtes vi\n2. Andre', ['Første\n3. mars møtes vi', 'Andre']],
    ['empty lines alone', 'Første.\n \nAndre.', ['Første.', 'Andre.']],
    ['a line each, without numbers', 'Første\nAndre', ['Første', 'Andre']],
    ['a word that begins as a month', '1. Marsjen\n2. Separat avtale', ['Marsjen', 'Separat avtale']],
    ['a number that begins with another than one', '12. mars møtes vi', ['12. mars møtes vi']],
    ['a day at the beginning', '1. mars møtes vi.', ['1. mars møtes vi.']],
    ['a day as the next number', '1. Første\n2. Mai møtes vi', ['Første\n2. Mai møtes vi']],
    ['an empty point', '1. \n2. Andre', ['Andre']],
    ['nothing', ' \n ', []],
    [
      'ten of them',
      Array.from({ length: 10 }, (_, n) => `${n + 1}. p${n}`).join('\n'),
      Array.from({ length: 10 }, (_, n) => `p${n}`),
    ],
  ])('%s', (_what, text, points) => {
    expect(pointsIn(text)).toEqual(points);
  });

  test.each([[['Ett punkt.']], [['Ett punkt\npå to linjer.']], [['Første.', 'Andre\nlinje to.', 'Tredje.']], [[]]])(
    'written and read again are the same: %j',
    (points) => {
      expect(pointsIn(pointsText(points))).toEqual(points);
    },
  );

  test('one alone has no number', () => {
    expect(pointsText(['Ja.'])).toBe('Ja.');
    expect(pointsText(['Ja.', 'Nei.'])).toBe('1. Ja.\n2. Nei.');
  });
});

describe('what was typed about a sak', () => {
  test('is read whole, with control characters and strange line ends mended', () => {
    expect(
      readProtocol({
        outcome: ' vedtak ',
        text: ' Drøftet.\r\nLenge.\u0007 ',
        vedtak: '1. Ja.\r\n2. Nei.',
        approves: 'a, b,,',
      }),
    ).toEqual({
      entry: { outcome: 'vedtak', text: 'Drøftet.\nLenge.', vedtak: ['Ja.', 'Nei.'], approves: ['a', 'b'] },
    });
  });

  test('has no vedtak where none was made, whatever stands in its field', () => {
    expect(readProtocol({ outcome: 'utsatt', vedtak: 'SSU støtter …' })).toEqual({
      entry: { outcome: 'utsatt', vedtak: [] },
    });
  });

  const point = 'x'.repeat(4000);
  test.each([
    ['no outcome', {}, ['outcome']],
    ['another outcome', { outcome: 'kanskje' }, ['outcome']],
    ['a text too long', { outcome: 'ingen', text: 'x'.repeat(MAX_MINUTES_TEXT + 1) }, ['minutes-text-too-long']],
    ['a point too long', { outcome: 'vedtak', vedtak: `${point}x` }, ['vedtak-too-long']],
    [
      'a vedtak too long',
      {
        outcome: 'vedtak',
        vedtak: Array.from({ length: 6 }, (_, n) => `${n + 1}. ${point}`)
          .join('\n')
          .slice(0, MAX_VEDTAK_TEXT + 1),
      },
      ['vedtak-too-long'],
    ],
    [
      'too many points',
      { outcome: 'vedtak', vedtak: Array.from({ length: 31 }, (_, n) => `${n + 1}. p`).join('\n') },
      ['points-too-many'],
    ],
    ['a phrase to be filled in', { outcome: 'vedtak', vedtak: 'Ja.\n\nSSU støtter …' }, ['vedtak-unfinished']],
    ['a phrase to be filled in, with a stop', { outcome: 'vedtak', vedtak: 'SSU støtter ….' }, ['vedtak-unfinished']],
    ['three dots', { outcome: 'vedtak', vedtak: 'SSU støtter ...' }, ['vedtak-unfinished']],
    [
      'the placeholder of the template',
      { outcome: 'vedtak', vedtak: 'Vedtak utformes i møtet.' },
      ['vedtak-unfinished'],
    ],
    ['all of it at once', { text: 'x'.repeat(MAX_MINUTES_TEXT + 1) }, ['outcome', 'minutes-text-too-long']],
  ])('is refused with %s', (_what, typed, problems) => {
    expect(readProtocol(typed)).toEqual({ problems });
  });

  test.each([
    ['a text as long as may be', { outcome: 'ingen', text: 'x'.repeat(MAX_MINUTES_TEXT) }],
    ['a point as long as may be', { outcome: 'vedtak', vedtak: point }],
    [
      'as many points as may be',
      { outcome: 'vedtak', vedtak: Array.from({ length: 30 }, (_, n) => `${n + 1}. p`).join('\n') },
    ],
    ['dots within a point', { outcome: 'vedtak', vedtak: 'Fra 1 … til 3.' }],
    ['a vedtak about the placeholder', { outcome: 'vedtak', vedtak: 'At vedtak utformes i møtet, er bra.' }],
  ])('is taken with %s', (_what, typed) => {
    expect(readProtocol(typed)).toHaveProperty('entry');
  });
});
