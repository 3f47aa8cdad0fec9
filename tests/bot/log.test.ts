import { describe, expect, test } from 'vitest';
import { createLog, type Level } from '../../bot/log.ts';

/** What the log writes of one event; undefined when it writes nothing. */
function written(fields: Readonly<Record<string, unknown>>, level: Level = 'error', lowest: Level = 'debug') {
  const lines: string[] = [];
  createLog(lowest, (line) => lines.push(line))(level, 'turn-failed', fields);
  expect(lines.length).toBeLessThanOrEqual(1);
  return lines[0];
}
const errorIn = (error: unknown) => JSON.parse(written({ error }) ?? '').error;

describe('a line', () => {
  test('is one JSON object with time, level, event and ids', () => {
    const line = written({ turnId: 'turn_1', text: 'to\nlinjer' });
    expect(line).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(line ?? '')).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: 'error',
      event: 'turn-failed',
      turnId: 'turn_1',
      text: 'to\nlinjer',
    });
  });

  test.each<[Level, Level, boolean]>([
    ['debug', 'debug', true],
    ['debug', 'info', false],
    ['info', 'warn', false],
    ['warn', 'warn', true],
    ['error', 'warn', true],
  ])('of level %s from level %s up is written: %s', (level, lowest, isWritten) => {
    expect(written({}, level, lowest) !== undefined).toBe(isWritten);
  });

  test('that JSON cannot say is written without what it carried', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    for (const odd of [circular, { n: 1n }])
      expect(JSON.parse(written(odd) ?? '')).toMatchObject({ event: 'turn-failed', unreadable: true });
  });
});

describe('an error', () => {
  test('is its name, code, message and where it was thrown', () => {
    const error = Object.assign(new TypeError('x is not a function'), { code: 'ERR_X', more: 'left out' });
    expect(errorIn(error)).toEqual({
      name: 'TypeError',
      code: 'ERR_X',
      message: 'x is not a function',
      stack: expect.arrayContaining([expect.stringMatching(/^at .*log\.test/)]),
    });
  });

  test('has its causes with it, three deep at most', () => {
    const deep = [5, 4, 3, 2, 1].reduce((cause: Error | undefined, n) => new Error(`${n}`, { cause }), undefined);
    const { cause } = errorIn(deep);
    expect(cause).toMatchObject({ message: '2', cause: { message: '3', cause: { message: '4' } } });
    expect(cause.cause.cause).not.toHaveProperty('cause');
    expect(errorIn(new Error('x', { cause: 'text' }))).not.toHaveProperty('cause');
  });

  test('is short, however much was said', () => {
    expect(errorIn(new Error('x'.repeat(100_000))).message).toHaveLength(500);
    expect(errorIn(new Error('x')).stack.length).toBeLessThanOrEqual(8);
  });

  test.each<[string, string, string]>([
    ['a token', 'jwt eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2ln-_x expired', 'jwt [token] expired'],
    ['half a token', 'got eyJhbGciOiJSUzI1NiJ9', 'got [token]'],
    ['a header', 'sent authorization: Bearer abc.def', 'sent authorization: Bearer [token]'],
    ['a password in an address', 'mongodb://bot:hemmelig@db.example/x failed', 'mongodb://[user]@db.example/x failed'],
    ['a secret in a form', 'grant_type=x&client_secret=a.b~c&scope=y', 'grant_type=x&client_secret=[secret]&scope=y'],
    [
      'a signature in an address',
      'GET https://x.example/f?sv=1&sig=a%2Bb failed',
      'GET https://x.example/f?sv=1&sig=[secret] failed',
    ],
    ['an e-mail address', 'no such user kari.nordmann@fjelldal.kommune.no.', 'no such user [address].'],
    ['an address with letters of ours', '«åse@sandøy.no»', '«[address]»'],
  ])('that quotes %s is written without it', (_what, message, safe) => {
    expect(errorIn(new Error(message)).message).toBe(safe);
    expect(errorIn(new Error('outer', { cause: new Error(message) })).cause.message).toBe(safe);
  });

  test('in a list or a field of a field is reduced as well', () => {
    const line = written({ errors: [new Error('Bearer abc')], at2: { error: new Error('x@y.no') } });
    expect(JSON.parse(line ?? '')).toMatchObject({
      errors: [{ message: 'Bearer [token]' }],
      at2: { error: { message: '[address]' } },
    });
  });
});
