import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoom, type TestRoom, wholeChat } from '../../support/room.ts';

let open: TestRoom;
beforeAll(async () => {
  open = await openRoom();
});
afterAll(() => open.close());

const own = () => `127.0.0.1:${open.room.port}`;
const localhost = () => `localhost:${open.room.port}`;
const chat = () => wholeChat(open.room, open.room.api.person('kari'));

/** Asks with exactly these headers, which `fetch` would not let anybody set. */
function ask(method: string, path: string, headers: Record<string, string>, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: open.room.port, method, path, headers }, (response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FILE = '/api/files?person=kari&name=x.docx';
const SAY = JSON.stringify({ person: 'kari', text: 'hjelp' });

describe('the page’s own origin', () => {
  test.each([own, localhost])('may drive the room', async (host) => {
    const before = chat().length;
    const headers = { host: host(), origin: `http://${host()}`, 'sec-fetch-site': 'same-origin', ...JSON_TYPE };
    expect(await ask('POST', '/api/say', headers, SAY)).toBe(200);
    expect(chat()).toHaveLength(before + 1);
    expect(await ask('GET', '/api/stream?persons=kari', { host: host() })).toBe(200);
    expect(await ask('GET', '/', { host: host() })).toBe(200);
  });
});

describe('another page in the same browser', () => {
  test.each<[string, () => Record<string, string>]>([
    ['names its origin', () => ({ origin: 'https://evil.example' })],
    ['is on another port of this machine', () => ({ origin: 'http://127.0.0.1:1' })],
    ['is on the same host with https', () => ({ origin: `https://${own()}` })],
    ['hides its origin', () => ({ origin: 'null' })],
    ['names none', () => ({})],
    ['is a part of a site that begins alike', () => ({ origin: `http://${own()}.evil.example` })],
    [
      'claims the right origin from another site',
      () => ({ origin: `http://${own()}`, 'sec-fetch-site': 'cross-site' }),
    ],
    ['claims the right origin from another port', () => ({ origin: `http://${own()}`, 'sec-fetch-site': 'same-site' })],
  ])('that %s changes nothing', async (_what, headers) => {
    const before = chat().length;
    const clock = open.room.clock.read().offsetMs;
    const asked = { host: own(), ...JSON_TYPE, ...headers() };
    expect(await ask('POST', '/api/say', asked, SAY)).toBe(403);
    expect(await ask('POST', '/api/clock', asked, JSON.stringify({ advance: 'next-day' }))).toBe(403);
    expect(await ask('POST', FILE, { ...asked, 'content-type': 'application/octet-stream' }, 'x')).toBe(403);
    expect(chat()).toHaveLength(before);
    expect(open.room.clock.read().offsetMs).toBe(clock);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
    'cannot send a form, which needs no leave (%s)',
    async (type) => {
      const headers = { host: own(), origin: `http://${own()}`, ...(type && { 'content-type': type }) };
      expect(await ask('POST', '/api/say', headers, SAY)).toBe(415);
      expect(await ask('POST', FILE, headers, 'x')).toBe(415);
    },
  );

  test.each(['/api/chats/kari', '/api/stream?persons=kari', '/api/log/1', '/api/files/1'])(
    'cannot read %s',
    async (path) => {
      expect(await ask('GET', path, { host: own(), origin: 'https://evil.example' })).toBe(403);
      expect(await ask('GET', path, { host: own(), 'sec-fetch-site': 'cross-site' })).toBe(403);
    },
  );

  test.each(['/', '/page.js', '/api/chats/kari', '/clock', '/keys', '/identity', '/v3/conversations', '/files/1'])(
    'gets nothing of %s by making its own name point here',
    async (path) => {
      const headers = { host: `evil.example:${open.room.port}`, origin: `http://evil.example:${open.room.port}` };
      expect(await ask('GET', path, headers)).toBe(403);
    },
  );

  test('is told by the page’s own headers that it may neither frame it nor add script to it', async () => {
    const { headers } = await fetch(open.room.url);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('the room listens on this machine alone', async () => {
  expect(open.room.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
