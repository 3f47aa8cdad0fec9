import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../store/engine/engine.ts';
import { mongoEngine } from '../../store/engine/mongo.ts';
import { type Platform, startPlatform, TENANT_ID } from '../support/platform.ts';
import { aBotProcess, approvalsOf, type BotProcess, press } from '../support/presses.ts';
import { countAnswers, seedRounds } from '../support/rounds.ts';
import { aMongoDatabase } from '../support/store-mongo.ts';

const PROCESSES = 4;
const SEATS = 160;

let platform: Platform;
let database: Awaited<ReturnType<typeof aMongoDatabase>>;
let engine: Engine;
let bots: readonly BotProcess[] = [];
beforeEach(async () => {
  platform = await startPlatform();
  database = await aMongoDatabase();
  engine = await mongoEngine(database.address, { onUnreadable: () => {} });
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.end()));
  await engine.close();
  await database.remove();
  platform.close();
});

function env(port: number): NodeJS.ProcessEnv {
  const { STORE: _file, ...service } = platform.env(tmpdir(), port);
  return { ...service, MONGODB_URI: database.address };
}

test(`${SEATS} answers to one round, given to ${PROCESSES} processes at once, all land, once, within 3 s`, async () => {
  const options = { tenantId: TENANT_ID, serviceUrl: platform.url, seats: SEATS, rounds: 2, prefix: 'four' };
  const seeded = await seedRounds(engine, options);
  bots = await Promise.all(Array.from({ length: PROCESSES }, () => aBotProcess(env)));
  const pressAll = async (round: number) => {
    const shots = await approvalsOf(platform, seeded, round);
    const started = performance.now();
    const told = await Promise.all(shots.map((shot, i) => press(bots[i % PROCESSES]?.port ?? 0, shot)));
    return { told: told.filter(Boolean).length, ms: performance.now() - started };
  };
  // one round warms the processes up, the other one counts
  expect((await pressAll(1)).told).toBe(SEATS);
  const { told, ms } = await pressAll(0);
  expect(told).toBe(SEATS);
  expect(await countAnswers(engine, seeded.roundIds.slice(0, 1))).toMatchObject({ answers: SEATS, twice: false });
  expect(ms).toBeLessThan(3000);
}, 60_000);
