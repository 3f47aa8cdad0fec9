import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { aMessage, anInstall, aPress, chatOf, type Fields, KARI, TENANT_ID } from '../support/activities.ts';
import { type Deployed, deploy, whenReady } from '../support/deployed.ts';
import { post, send } from '../support/load.ts';
import { BOT_TOKEN, type Call, type Platform, startPlatform } from '../support/platform.ts';
import { countAnswers, type Seeded, seedRounds, withStore } from '../support/rounds.ts';

// each test starts a process or two, and the machine may be busy
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const NAME = 'Kari Kvitnes';
const from = { id: `29:${KARI}`, aadObjectId: KARI, name: NAME };

let platform: Platform;
let dataDir: string;
const running = new Set<Deployed>();
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-deployed-'));
});
afterEach(async () => {
  await Promise.all([...running].map((bot) => bot.stop('SIGKILL')));
  running.clear();
  platform.reset();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(changed: NodeJS.ProcessEnv = {}): Promise<Deployed> {
  const bot = await deploy((port) => ({ ...platform.env(dataDir, port), ...changed }));
  running.add(bot);
  return bot;
}
async function startReady(): Promise<Deployed> {
  const bot = await start();
  await whenReady(bot);
  return bot;
}

const deliver = async ({ port }: Deployed, activity: Fields) =>
  post(port, { body: JSON.stringify(activity), token: await platform.token() });
const get = ({ port }: Deployed, path: string) => send(port, { method: 'GET', path });
const arrived = (count: number) => vi.waitFor(() => expect(platform.calls).toHaveLength(count), 10_000);
const cardIn = (call: Call | undefined) => JSON.stringify(JSON.parse(call?.body ?? '{}').attachments ?? '');

describe('a deployed bot', () => {
  test('is alive and ready, and counts', async () => {
    const bot = await startReady();
    expect(await get(bot, '/healthz')).toMatchObject({ status: 200, text: 'ok' });
    expect(await get(bot, '/readyz')).toMatchObject({ status: 200, text: 'ready' });
    expect((await get(bot, '/metrics')).text).toContain('utvalgsbot_turns_total');
  });

  test('greets whoever installs it and helps whoever asks, with the token of its managed identity', async () => {
    const bot = await startReady();
    expect((await deliver(bot, anInstall(platform.url, KARI, 'add', { from }))).status).toBe(200);
    expect((await deliver(bot, aMessage(platform.url, KARI, 'hjelp', { from }))).status).toBe(200);
    await arrived(2);
    for (const call of platform.calls) {
      expect(call).toMatchObject({ method: 'POST', authorization: `Bearer ${BOT_TOKEN}` });
      expect(decodeURIComponent(call.path)).toContain(`/v3/conversations/${chatOf(KARI)}/activities`);
      expect(cardIn(call)).toContain('AdaptiveCard');
    }
  });

  test('lets nobody in who is not signed, and does nothing for them', async () => {
    const bot = await startReady();
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(aMessage(platform.url, KARI, 'hjelp'));
    expect(await send(bot.port, { headers, body })).toMatchObject({ status: 401, text: '' });
    expect((await deliver(bot, aMessage(platform.url, KARI, 'hjelp'))).status).toBe(200);
    await arrived(1);
    expect((await get(bot, '/metrics')).text).toContain('utvalgsbot_rejected_total{reason="no-token"} 1');
  });

  test('writes lines of JSON that hold neither names, nor texts, nor tokens', async () => {
    const bot = await startReady();
    await deliver(bot, aMessage(platform.url, KARI, 'en hemmelig sak', { from }));
    await arrived(1);
    await bot.stop();
    const lines = bot.output().trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(['started', 'delivered', 'stopped']);
    for (const secret of [NAME, 'hemmelig', BOT_TOKEN, 'eyJ']) expect(bot.output()).not.toContain(secret);
    expect(bot.complaints()).toBe('');
  });
});

describe('a deployed bot that is told to stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s ends cleanly', async (signal) => {
    const bot = await startReady();
    expect(await bot.stop(signal)).toBe(0);
  });

  test('finds everything again when it is started the next time', async () => {
    let seeded: Seeded | undefined;
    await withStore(dataDir, async (engine) => {
      const place = { tenantId: TENANT_ID, serviceUrl: platform.url };
      seeded = await seedRounds(engine, { ...place, seats: 3, rounds: 1, prefix: 'service' });
    });
    const { roundIds: [roundId = ''] = [], objectIds: [who = ''] = [], textHash } = seeded ?? {};
    const message = aMessage(platform.url, KARI, 'hjelp');
    const first = await startReady();
    const receipt = await deliver(first, aPress(platform.url, who, { verb: 'round.approve', roundId, textHash }));
    expect(receipt.text).toContain('Du godkjente');
    await deliver(first, message);
    await arrived(1);
    expect(await first.stop()).toBe(0);

    const second = await startReady();
    const shown = await deliver(second, aPress(platform.url, who, { verb: 'round.show', roundId }));
    expect(shown.text).toContain('Du godkjente');
    await deliver(second, message);
    await deliver(second, aMessage(platform.url, KARI, 'hjelp'));
    await arrived(2);
    expect(await second.stop()).toBe(0);
    expect(await withStore(dataDir, (engine) => countAnswers(engine, [roundId]))).toMatchObject({ answers: 1 });
  });
});

test.each<[string, NodeJS.ProcessEnv]>([
  ['MicrosoftAppTenantId', { MicrosoftAppTenantId: undefined }],
  ['MicrosoftAppType', { MicrosoftAppType: '' }],
  ['MicrosoftAppPassword', { MicrosoftAppType: 'SingleTenant' }],
  ['MONGODB_URI', { STORE: undefined }],
  ['MicrosoftAppId', { MicrosoftAppId: '' }],
])('a bot that was deployed without %s says so and never listens', async (name, missing) => {
  const bot = await start(missing);
  expect(await bot.ended).toBe(1);
  expect(bot.complaints()).toMatch(new RegExp(`^Utvalgsbot kan ikke starte:\n${name} mangler.*\n(.+\n)?$`));
  expect(bot.output()).toBe('');
});
