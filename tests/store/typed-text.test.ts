import { describe, expect, test } from 'vitest';
import { manyLines, oneLine, pointsIn } from '../../store/typed-text.ts';

describe('a name or title', () => {
  test('stands on one line, without what no eye sees', () => {
    expect(oneLine('  Møteplan \r\n for\t2027\u2028\u200bi \ufeff SSU ')).toBe('Møteplan for 2027 i SSU');
    expect(oneLine('a\u0007\u0007b')).toBe('a b');
    expect(oneLine(undefined)).toBe('');
  });

  test('has no mark that turns what follows around', () => {
    expect(oneLine('Sak \u202ednas\u202c og \u2066vann\u2069')).toBe('Sak dnas og vann');
    expect(manyLines('En\u202b\nto\u202a tre\u202d \u2067 \u2068.')).toBe('En\nto tre  .');
  });
});

describe('a longer text', () => {
  test('has one kind of line end, its tabs, and no other control characters', () => {
    expect(manyLines('\n En\r\nto\rtre\u2028fire\u2029fem\tseks\u0007\u0000 \n')).toBe('En\nto\ntre\nfire\nfem\tseks');
    expect(manyLines(undefined)).toBe('');
  });
});

describe('the points of a proposal', () => {
  test.each([
    ['nothing', undefined, []],
    ['empty lines', ' \n\n ', []],
    ['one a line', 'SSU vedtar planen.\n\n  SSU ber om den. ', ['SSU vedtar planen.', 'SSU ber om den.']],
    ['numbered', '1. Vedtas.\n2.  Sendes.', ['Vedtas.', 'Sendes.']],
    ['numbered with brackets', ' 1) Vedtas.\n 2) Sendes.', ['Vedtas.', 'Sendes.']],
    ['numbered, with lines within a point', '1. Vedtas\nslik:\n2. Sendes.', ['Vedtas\nslik:', 'Sendes.']],
    [
      'a number that is not the next one belongs to the text',
      '1. Vedtas\n3. juni.\n2. Sendes.',
      ['Vedtas\n3. juni.', 'Sendes.'],
    ],
    ['a number within a line begins no point', 'Se punkt 1. og mer\nOg 2. mer', ['Se punkt 1. og mer', 'Og 2. mer']],
    [
      'a number without a space is part of the text',
      '1.februar er frist.\nSendes.',
      ['1.februar er frist.', 'Sendes.'],
    ],
    [
      'a number that would be the next one, where none has a number',
      'Fristen er\n2. juli.',
      ['Fristen er', '2. juli.'],
    ],
    ['not numbered from 1: one a line', 'Frist:\n1. juni\n2. juli', ['Frist:', '1. juni', '2. juli']],
    [
      'more than nine',
      Array.from({ length: 12 }, (_, n) => `${n + 1}. Punkt`).join('\n'),
      Array.from({ length: 12 }, () => 'Punkt'),
    ],
  ])('%s', (_case, text, points) => {
    expect(pointsIn(text)).toEqual(points);
  });
});
