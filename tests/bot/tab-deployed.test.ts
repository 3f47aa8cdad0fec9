import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { TAB_FILES } from '../../bot/tab-api/file-names.ts';
import { APP_ID } from '../support/activities.ts';
import { type Deployed, deploy, whenReady } from '../support/deployed.ts';
import { send } from '../support/load.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { TENANT } from '../support/records.ts';
import { tabClaims } from '../support/tab-service.ts';

// a process is started, and the machine may be busy
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let platform: Platform;
let dataDir: string;
let bot: Deployed;
beforeAll(async () => {
  platform = await startPlatform();
  dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-tab-'));
  bot = await deploy((port) => ({ ...platform.env(dataDir, port), ALLOWED_TENANTS: TENANT }));
  await whenReady(bot);
});
afterAll(async () => {
  await bot.stop('SIGKILL');
  platform.close();
  await rm(dataDir, { recursive: true, force: true });
});

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  send(bot.port, { method: 'GET', path, headers }, 0);
const policyOf = (policy: string) =>
  new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)] as const));

test('the page is shown inside Teams and the rest of Microsoft 365 alone, and runs nothing but its own files', async () => {
  const { status, headers, text } = await get('/tab/');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['x-content-type-options']).toBe('nosniff');
  const policy = policyOf(String(headers['content-security-policy']));
  expect(Object.fromEntries(policy)).toMatchObject({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
  for (const [rule, sources] of policy)
    if (rule !== 'frame-ancestors') for (const source of sources) expect(source).not.toMatch(/unsafe|\*|https?:/);
  const ancestors = policy.get('frame-ancestors') ?? [];
  expect(ancestors).toContain('https://teams.microsoft.com');
  for (const host of ancestors)
    expect(host).toMatch(
      /^https:\/\/(\*\.)?[\w.]*(teams\.microsoft\.com|cloud\.microsoft|microsoft365\.com|office\.com|office365\.com)$/,
    );
  expect(text).not.toContain('data-room');
});

test.each(['index.html', 'configure.html'])('%s has no script and no style of its own', async (name) => {
  const { text } = await get(`/tab/${name}`);
  expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
  const scripts = [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, body] of scripts) {
    expect(attributes).toMatch(/\ssrc="[\w.]+\.js"/);
    expect(body).toBe('');
  }
});

test.each([...TAB_FILES])('%s is sent compressed, and not again to whoever has it', async (name) => {
  const plain = await get(`/tab/${name}`);
  expect(plain.status).toBe(200);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.headers['cache-control']).toBe('no-cache');
  const response = await fetch(`http://127.0.0.1:${bot.port}/tab/${name}`, { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toBe(plain.text);
  const again = await get(`/tab/${name}`, { 'if-none-match': String(plain.headers.etag) });
  expect(again).toMatchObject({ status: 304, text: '' });
  expect((await get(`/tab/${name}`, { 'if-none-match': '"another"' })).status).toBe(200);
});

test.each([
  '/tab/nowhere.js',
  '/tab/../package.json',
  '/tab/%2e%2e/package.json',
  '/tab/..%2f..%2fpackage.json',
  '/tab/tab.ts',
  '/tab/index.html/',
  '/tab//index.html',
  '/tab/__proto__',
  '/tabs',
  `/tab/${'a'.repeat(7000)}`,
])('there is nothing at %s', async (path) => {
  const { status, text } = await get(path);
  expect(status).toBe(404);
  expect(text).toBe('');
});

test('the tab’s address without its slash leads to it', async () => {
  expect(await get('/tab')).toMatchObject({ status: 308, headers: { location: '/tab/' } });
});

test('there are no demo persons, and no token to be had', async () => {
  const authorization = `Bearer ${await platform.entra.sign(tabClaims('siv'))}`;
  for (const path of ['/api/tab/demo', '/api/tab/demo/', '/api/tab/demo/aud']) {
    expect((await get(path)).status).toBe(401);
    expect((await get(path, { authorization })).status).toBe(403);
  }
});

test('what was read has a tag of its own for each who reads, and is not sent again while it holds', async () => {
  const authorization = `Bearer ${await platform.entra.sign(tabClaims('siv'))}`;
  const first = await get('/api/tab/start', { authorization });
  expect(first.status).toBe(200);
  expect(JSON.parse(first.text)).toEqual({
    me: { name: 'siv', committees: [], chat: `https://teams.microsoft.com/l/chat/0/0?users=28:${APP_ID}` },
    path: 'waiting',
    page: { page: 'waiting', items: [] },
  });
  expect(first.headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: 'authorization' });
  const tag = String(first.headers.etag);
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
    const again = await get('/api/tab/start', { authorization, 'if-none-match': known });
    expect(again).toMatchObject({ status: 304, text: '' });
  }
  const other = `Bearer ${await platform.entra.sign(tabClaims('ove'))}`;
  expect((await get('/api/tab/start', { authorization: other, 'if-none-match': tag })).status).toBe(200);
  // whoever has the tag and no token is told nothing
  expect((await get('/api/tab/start', { 'if-none-match': tag })).status).toBe(401);
});

test('nothing of who asked, or of what, stands in the log', async () => {
  const authorization = `Bearer ${await platform.entra.sign(tabClaims('siv', { name: 'Siv Hemmelig' }))}`;
  await get('/api/tab/rounds/round-hemmelig', { authorization });
  const headers = { authorization, 'content-type': 'application/json' };
  const body = JSON.stringify({ id: 'press-0001', action: { verb: 'help.show', text: 'Hemmelig' } });
  expect((await send(bot.port, { path: '/api/tab/actions', headers, body }, 0)).status).toBe(200);
  expect(bot.output()).not.toMatch(/hemmelig/i);
  expect(bot.complaints()).toBe('');
  const { text } = await get('/metrics');
  expect(text).toContain('utvalgsbot_turns_total{kind="tab-action",outcome="handled"}');
});
