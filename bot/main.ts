import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Stored } from '../store/effect.ts';
import { type Engine, StoreUnusableError } from '../store/engine/engine.ts';
import type { Delivery, Shell } from './attempt.ts';
import { type Clock, createClock, roomOffset } from './clock.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { deliveries } from './deliver.ts';
import { seedDemo } from './demo.ts';
import { loadTheRest } from './later.ts';
import { runUntilTold } from './local/lifeline.ts';
import { createLog, type Log } from './log.ts';
import { startLoop } from './loop.ts';
import { createMetrics } from './metrics.ts';
import { startDelivery } from './outbox.ts';
import { receiver } from './receive.ts';
import { openRecords } from './records.ts';
import { tick } from './scheduler.ts';
import { startServer } from './server.ts';
import { teamsBoundary } from './teams/boundary.ts';
import type { Deps, Receive } from './turn.ts';

const TICK_MS = 1000;
// a receiver that says «in a second» is not kept waiting for two
const DELIVERY_MS = 250;
// the first answer is on its way by then
const AFTER_FIRST_MS = 20;
/** What becomes of effects when nothing is wrong. */
const EXPECTED = ['delivered', 'delivery-held-back'];

export type Bot = { readonly port: number; readonly stop: () => Promise<void> };

/** The composition root: engine, boundary, loops and server of one process. Throws `ConfigError`, `StoreUnusableError`. */
export async function startBot(config: Config): Promise<Bot> {
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  const engine = await openStore(config, log);
  const clock = createClock(config.mode === 'local' ? await roomOffset(config.roomUrl) : 0);
  const boundary = await teamsBoundary(config, { log, metrics });
  const deps = await depsOf(engine, clock, boundary.teams, config.allowedTenants);
  if (config.mode === 'local') await seedDemo(deps, config.roomUrl);

  const outboxes = deliveries(deps, boundary.teams);
  const shell: Shell = {
    now: deps.realNow,
    report: (event, fields) => {
      metrics.deliveries.inc({ outcome: event });
      log(EXPECTED.includes(event) ? 'info' : 'warn', event, fields);
    },
  };
  const onError = (error: unknown) => log('error', 'pass-failed', { error });
  const onFailure = (recordId: string, error: unknown) => log('error', 'record-failed', { recordId, error });
  // one each: somebody's reply does not wait until a round has reached its 160 seats
  const delivering = Object.values(outboxes).map((outbox) =>
    startDelivery(outbox as unknown as Delivery<Stored>, shell, DELIVERY_MS, onError),
  );
  const deliverSoon = () => {
    for (const { soon } of delivering) soon();
  };
  const ticking = startLoop(
    async () => {
      const due = await tick(deps, onFailure);
      metrics.due.inc(due);
      if (due > 0) deliverSoon();
      return due > 0;
    },
    TICK_MS,
    onError,
  );
  const receive = receiver(deps, {
    deliverSoon,
    moveClock: (offsetMs) => {
      clock.move(offsetMs);
      ticking.soon();
    },
  });
  const stopLoops = () => Promise.all([ticking, ...delivering].map(({ stop }) => stop()));
  const server = await startServer({
    host: config.host,
    port: config.port,
    endpoint: boundary.endpoint(receiving(receive)),
    ready: () => engine.ready(),
    metrics: () => metrics.registry.metrics(),
  }).catch(async (error: unknown) => {
    await stopLoops();
    await engine.close();
    throw error;
  });
  log('info', 'started', { mode: config.mode, port: server.port });
  return {
    port: server.port,
    stop: async () => {
      await server.close();
      await stopLoops();
      await engine.close();
      log('info', 'stopped');
    },
  };
}

/** Receives, and once the first one has been answered loads what the next ones may ask for. */
function receiving(receive: Receive): Receive {
  let isFirst = true;
  return async (inbound) => {
    const answer = await receive(inbound);
    if (isFirst) setTimeout(() => void loadTheRest(), AFTER_FIRST_MS).unref();
    isFirst = false;
    return answer;
  };
}

/** The engine that the configuration names; its driver is loaded only then. */
async function openStore(config: Config, log: Log): Promise<Engine> {
  const onUnreadable = (record: object) => log('error', 'record-unreadable', { ...record });
  if (config.mode === 'service' && config.mongoUri !== undefined) {
    const { mongoEngine } = await import('../store/engine/mongo.ts');
    return mongoEngine(config.mongoUri, { onUnreadable });
  }
  mkdirSync(config.dataDir, { recursive: true });
  const { sqliteEngine } = await import('../store/engine/sqlite.ts');
  return sqliteEngine(join(config.dataDir, 'utvalgsbot.db'), { onUnreadable });
}

async function depsOf(
  engine: Engine,
  clock: Clock,
  roster: Deps['roster'],
  allowedTenants: readonly string[],
): Promise<Deps> {
  return {
    ...(await openRecords(engine)),
    roster,
    allowedTenants: allowedTenants.map((tenant) => tenant.toLowerCase()),
    now: clock.now,
    realNow: () => new Date(),
  };
}

/** Starts the bot as this process, until it is told to stop. What the operator got wrong is said in words. */
export async function run(): Promise<void> {
  try {
    const bot = await startBot(readConfig());
    runUntilTold(bot.stop);
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof StoreUnusableError)) throw error;
    process.stderr.write(`Utvalgsbot kan ikke starte:\n${error.message}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
