import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagePosts } from '../../../bot/local/page-posts.ts';
import {
  aMessageWith,
  anOffer,
  chatPath,
  GROUP,
  KARI,
  openRoom,
  type TestRoom,
  wholeChat,
} from '../../support/room.ts';

let open: TestRoom;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'utvalgsbot-guard-'));
  const manifest = join(dir, 'manifest.json');
  const commands = [{ id: 'ny', title: 'Ny sak', type: 'action', fetchTask: true }];
  await writeFile(manifest, JSON.stringify({ name: { short: 'Utvalgsbot' }, composeExtensions: [{ commands }] }));
  open = await openRoom({ chats: [{ ...GROUP, memberIds: ['kari', 'ola'] }], manifest });
});
afterAll(async () => {
  await open.close();
  await rm(dir, { recursive: true, force: true });
});

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

/** Everything that a page can ask of the room by POST, as the room's own page would ask it with effect. */
const POSTS: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  say: () => ({ person: 'kari', text: 'hjelp' }),
  'say-again': () => ({ person: 'kari', message: unsent }),
  press: () => ({ person: 'kari', message: sent, action: { type: 'Action.Execute', verb: 'x' } }),
  refresh: () => ({ person: 'kari', message: sent }),
  dialog: () => ({ person: 'kari', dialog: opened }),
  extension: () => ({ person: 'kari', chat: GROUP.id, command: 'ny' }),
  offer: () => ({ person: 'kari', message: offered, accept: false }),
  read: () => ({ person: 'kari', message: sent }),
  install: () => ({ person: 'kari', installed: false }),
  reach: () => ({ person: 'kari', blocked: true }),
  'chat-bot': () => ({ person: 'kari', chat: GROUP.id, installed: false }),
  'chat-member': () => ({ person: 'kari', chat: GROUP.id, member: 'ola', present: false }),
  'chat-name': () => ({ person: 'kari', chat: GROUP.id, name: 'Kapret' }),
  clock: () => ({ advance: 'hour' }),
  faults: () => ({ on: 'bot', lost: true }),
  'faults-clear': () => ({}),
};
const GETS = [
  '/api/chats/kari',
  '/api/stream?persons=kari',
  '/api/log/1',
  '/api/files/1',
  `/api/people?${new URLSearchParams({ person: 'kari', chat: GROUP.id, dataset: 'graph.microsoft.com/users' })}`,
];
const FOREIGNERS: readonly (readonly [string, () => Record<string, string>, number])[] = [
  ['under another host name', () => ({ host: `evil.example:${open.room.port}`, origin: `http://${own()}` }), 403],
  ['of another origin', () => ({ origin: 'https://evil.example' }), 403],
  ['that names no origin', () => ({}), 403],
  ['with a form', () => ({ origin: `http://${own()}`, 'content-type': 'application/x-www-form-urlencoded' }), 415],
  ['of another site', () => ({ origin: `http://${own()}`, 'sec-fetch-site': 'cross-site' }), 403],
];

/** What a foreign page might want to change, and the bot to hear. */
let sent = '';
let offered = '';
let unsent = '';
let opened = '';
const state = () => ({
  snapshot: JSON.stringify([chat(), open.room.world.chatsOf(KARI), open.room.world.chatOf(KARI, GROUP.id)]),
  reach: open.room.world.roster.reachOf('kari'),
  clock: open.room.clock.read().offsetMs,
  faults: open.room.faults.list(),
  heard: open.bot.heard.length,
});

describe('every way in', () => {
  beforeAll(async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [], refresh: { action: { type: 'Action.Execute' } } };
    const post = async (message: object) => {
      const { body } = await open.connector('POST', `${chatPath(KARI)}/activities`, message);
      return (body as { readonly id: string }).id;
    };
    sent = await post(aMessageWith(card));
    offered = await post(anOffer('Kvittering.docx', 10));
    open.bot.answer = ({ type }) => ({ status: type === 'message' ? 500 : 200 });
    unsent = (await open.room.api.say('kari', 'uten hell')).id;
    const task = {
      type: 'continue',
      value: { card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card } },
    };
    open.bot.answer = () => ({ body: { task } });
    const dialog = await open.room.api.press('kari', sent, {
      type: 'Action.Submit',
      data: { msteams: { type: 'task/fetch' } },
    });
    opened = dialog.kind === 'dialog' ? dialog.dialog.id : '';
    open.room.faults.addForBot({ late: true });
  });

  test('is one of those that are tried here', () => {
    const { api, clock, faults } = open.room;
    expect(Object.keys(POSTS)).toEqual([...pagePosts(api, clock, faults).keys()]);
  });

  test.each(
    Object.keys(POSTS).flatMap((path) =>
      FOREIGNERS.map(([who, headers, status]) => [path, who, headers, status] as const),
    ),
  )('POST %s does nothing for a page %s', async (path, _who, headers, status) => {
    const before = state();
    const body = JSON.stringify(POSTS[path]?.());
    expect(await ask('POST', `/api/${path}`, { host: own(), ...JSON_TYPE, ...headers() }, body)).toBe(status);
    expect(state()).toEqual(before);
  });

  test.each(GETS)('GET %s tells nothing to any of them', async (path) => {
    const readers = [
      { host: `evil.example:${open.room.port}` },
      { host: own(), origin: 'https://evil.example' },
      { host: own(), 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of readers) expect(await ask('GET', path, headers)).toBe(403);
  });

  test('does all of that for the room’s own page', async () => {
    open.room.faults.clear();
    const headers = { host: own(), origin: `http://${own()}`, 'sec-fetch-site': 'same-origin', ...JSON_TYPE };
    for (const path of Object.keys(POSTS))
      expect([path, await ask('POST', `/api/${path}`, headers, JSON.stringify(POSTS[path]?.()))]).toEqual([path, 200]);
  });
});

test('the room listens on this machine alone', async () => {
  expect(open.room.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
