import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KeysUnavailableError, keysFrom } from '../../../bot/teams/keys.ts';
import { newKey } from '../../support/tokens.ts';

const DAY = 24 * 3600 * 1000;
const SILENCE = Symbol('no answer');

let server: Server;
let url: string;
/** What the key server answers, by path; a number is a status, a text is sent as it is. */
let pages: Record<string, unknown>;
let asked: string[];
let unanswered: boolean;
let at: number;
beforeEach(async () => {
  asked = [];
  unanswered = false;
  at = 0;
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const page = pages[path];
    if (page === SILENCE) {
      unanswered = true;
      response.once('close', () => (unanswered = false));
    } else if (typeof page === 'number') response.writeHead(page, { location: `${path}moved` }).end();
    else response.end(typeof page === 'string' ? page : JSON.stringify(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { jwk } = await newKey('first');
  pages = { '/': { jwks_uri: `${url}/keys` }, '/keys': { keys: [{ ...jwk, endorsements: ['msteams'] }] } };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const keys = (onFailure?: (error: unknown) => void) =>
  keysFrom(`${url}/`, { now: () => at, ...(onFailure && { onFailure }) });
/** From now on this page is found under another address. */
function move(path: string): void {
  pages[`${path}moved`] = pages[path];
  pages[path] = 307;
}
const fetches = () => asked.filter((path) => path === '/').length;

describe('the signing keys', () => {
  test('come with what each is good for', async () => {
    const { endorsements } = await keys()('first');
    expect(endorsements('first')).toEqual(['msteams']);
    expect(endorsements('second')).toBeUndefined();
  });

  test('are asked for once by fifty who wait at the same time', async () => {
    const find = keys();
    await Promise.all(Array.from({ length: 50 }, () => find('first')));
    expect(asked).toEqual(['/', '/keys']);
  });

  test('are asked for again after a day, and whoever has a known one does not wait for that', async () => {
    const find = keys();
    await find('first');
    at = DAY - 1;
    await find('first');
    expect(fetches()).toBe(1);
    at = DAY;
    pages['/'] = SILENCE;
    expect((await find('first')).endorsements('first')).toEqual(['msteams']);
    await vi.waitFor(() => expect({ unanswered, fetches: fetches() }).toEqual({ unanswered: true, fetches: 2 }));
  });

  test('that are new are found when a token names one, but at most every half minute', async () => {
    const find = keys();
    await find('first');
    const { jwk } = await newKey('second');
    pages['/keys'] = { keys: [jwk] };
    at = 29_999;
    expect((await find('second')).endorsements('second')).toBeUndefined();
    expect(fetches()).toBe(1);
    at = 30_000;
    expect((await find('second')).endorsements('second')).toEqual([]);
    expect(fetches()).toBe(2);
  });

  test('of another kind beside the usual ones do no harm', async () => {
    const { jwk } = await newKey('first');
    pages['/keys'] = { keys: [null, { kty: 'EC', kid: 'ec' }, { ...jwk, kid: '' }, { ...jwk, n: 1 }, jwk] };
    const { endorsements } = await keys()('first');
    expect([endorsements('first'), endorsements('ec'), endorsements('')]).toEqual([[], undefined, undefined]);
  });
});

describe('a fetch that fails', () => {
  test.each<[string, () => unknown]>([
    ['the metadata is not there', () => (pages['/'] = 404)],
    ['the metadata is no JSON', () => (pages['/'] = '<html>')],
    ['the metadata names no keys', () => (pages['/'] = {})],
    [
      'the metadata names keys that anybody could change',
      // this very server, under a name that is not known to be this machine's
      () => (pages['/'] = { jwks_uri: `${url.replace('127.0.0.1', '[::ffff:127.0.0.1]')}/keys` }),
    ],
    ['the metadata is elsewhere', () => move('/')],
    ['the keys are not there', () => (pages['/keys'] = 503)],
    ['the keys are elsewhere', () => move('/keys')],
    ['there are no keys', () => (pages['/keys'] = { keys: [] })],
    ['there is no key of the right kind', () => (pages['/keys'] = { keys: [{ kty: 'EC', kid: 'first' }] })],
    [
      'there is more than any key server says',
      () => (pages['/keys'] = { ...(pages['/keys'] as object), more: 'x'.repeat(1024 * 1024) }),
    ],
  ])('because %s is told once, and nobody is let in', async (_why, change) => {
    change();
    const onFailure = vi.fn();
    const find = keys(onFailure);
    await Promise.all(Array.from({ length: 20 }, () => expect(find('first')).rejects.toThrow(KeysUnavailableError)));
    expect(onFailure).toHaveBeenCalledOnce();
    expect(fetches()).toBe(1);
  });

  test('is not repeated for three seconds, and then it is', async () => {
    pages['/'] = 500;
    const find = keys();
    await expect(find('first')).rejects.toThrow(KeysUnavailableError);
    at = 2999;
    await expect(find('first')).rejects.toThrow(KeysUnavailableError);
    expect(fetches()).toBe(1);
    at = 3000;
    pages['/'] = { jwks_uri: `${url}/keys` };
    expect((await find('first')).endorsements('first')).toEqual(['msteams']);
  });

  test('leaves the keys that are there in use, for known tokens and for what a new one would need', async () => {
    const onFailure = vi.fn();
    const find = keys(onFailure);
    await find('first');
    at = 30_000;
    pages['/keys'] = 503;
    expect((await find('second')).endorsements('first')).toEqual(['msteams']);
    expect(onFailure).toHaveBeenCalledOnce();
  });
});
