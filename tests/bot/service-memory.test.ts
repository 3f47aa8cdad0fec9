import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_ID, aMessage, KARI } from '../support/activities.ts';
import { type Deployed, deploy, whenReady } from '../support/deployed.ts';
import { fire, type Shot } from '../support/load.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { ISSUER, unsigned } from '../support/tokens.ts';

const MEGABYTE = 1024 * 1024;
const FEW = 2000;
const MANY = 20_000;

let platform: Platform;
let dataDir: string;
let bot: Deployed;
beforeAll(async () => {
  platform = await startPlatform();
  dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-memory-'));
  bot = await deploy((port) => platform.env(dataDir, port), { measured: true });
  await whenReady(bot);
}, 30_000);
afterAll(async () => {
  await bot.stop();
  platform.close();
  await rm(dataDir, { recursive: true, force: true });
});

const tenantId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
// nobody says how long a forged tenant is; of this length, keeping one of each would be seen
const PADDING = 'x'.repeat(2000);
const signature = Buffer.alloc(256, 7).toString('base64url');

/** Tokens of as many tenants, half under Bot Framework's name and half under the tenant's own; a known key has signed none. */
function forged(from: number, to: number): Shot[] {
  const exp = Math.floor(Date.now() / 1000) + 3600;
  return Array.from({ length: to - from }, (_, i) => {
    const tenant = tenantId(from + i);
    const tid = `${tenant}${PADDING}`;
    const iss = i % 2 === 0 ? ISSUER : `https://sts.windows.net/${tid}/`;
    const claims = { iss, aud: APP_ID, appid: APP_ID, tid, serviceurl: platform.url, exp };
    const body = JSON.stringify(aMessage(platform.url, KARI, 'referat', { channelData: { tenant: { id: tenant } } }));
    return { body, token: unsigned({ alg: 'RS256', kid: 'channel', typ: 'JWT' }, claims, signature) };
  });
}

const isRefused = ({ status, text }: { readonly status: number; readonly text: string }) =>
  status === 401 && text === '';

test(`after ${MANY} forged requests of as many tenants the process holds at most 20 MB more than after ${FEW}`, async () => {
  await fire(bot.port, forged(0, FEW), isRefused);
  const after = await bot.memory();
  await fire(bot.port, forged(FEW, MANY), isRefused);
  const later = await bot.memory();
  expect((later.held - after.held) / MEGABYTE).toBeLessThan(20);
  expect((later.rss - after.rss) / MEGABYTE).toBeLessThan(20);
  expect(platform.asked.keys).toBe(1);
  expect(platform.calls).toEqual([]);
}, 60_000);
