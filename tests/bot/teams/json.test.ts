import { describe, expect, test } from 'vitest';
import { parseObject } from '../../../bot/teams/json.ts';

const parse = (text: string) => parseObject(Buffer.from(text));
const nested = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

describe('a body', () => {
  test('that is an object is read', () => {
    expect(parse('{"text":"«Hei» på deg \\"\\\\\\" 😀","n":[1,{}]}')).toEqual({
      text: '«Hei» på deg "\\" 😀',
      n: [1, {}],
    });
  });

  test.each(['', ' ', '{', '[]', '"{}"', '1', 'null', 'true', '{"a":}', '{}{}', '\ufeff{}', '{"a":1,}', "{'a':1}"])(
    'that is none is nothing: %s',
    (text) => {
      expect(parse(text)).toBeUndefined();
    },
  );

  test('may be 64 levels deep and no deeper', () => {
    expect(parse(nested(64))).toBeDefined();
    expect(parse(nested(65))).toBeUndefined();
    expect(parse(`{"a":${'{"a":'.repeat(64)}1${'}'.repeat(64)}}`)).toBeUndefined();
    expect(parse(nested(100_000))).toBeUndefined();
  });

  test('is as deep as its brackets, not as those that somebody wrote', () => {
    expect(parse(`{"text":"${'[{'.repeat(100)}"}`)).toBeDefined();
    expect(parse(`{"text":"\\"${'[{'.repeat(100)}"}`)).toBeDefined();
    expect(parse(`{"text":"\\\\","deep":${'['.repeat(64)}${']'.repeat(64)}}`)).toBeUndefined();
    expect(parse(`{"list":[${'[],{},'.repeat(1000)}0]}`)).toBeDefined();
  });

  test('names no prototype', () => {
    const value = parse('{"__proto__":{"isAdmin":true},"constructor":1}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value?.isAdmin).toBeUndefined();
  });

  test.each([
    ['\\ud83d', '\ufffd'],
    ['\\ude00', '\ufffd'],
    ['a\\uD83Db', 'a\ufffdb'],
    ['\\ud83d\\ude00', '😀'],
    ['\\ud83d\\ud83d\\ude00', '\ufffd😀'],
  ])('with half a character has a whole one in its place: %s', (said, read) => {
    expect(parse(`{"list":["${said}"]}`)).toEqual({ list: [read] });
  });

  test('with bytes that are no UTF-8 is read all the same', () => {
    expect(parseObject(Buffer.from('7b2261223a22ff227d', 'hex'))).toEqual({ a: '\ufffd' });
  });
});
