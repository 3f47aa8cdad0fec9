import { pathToFileURL } from 'node:url';
import { type Engine, StoreUnusableError } from '../store/engine/engine.ts';
import { type Clock, createClock, roomOffset } from './clock.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { loadTheRest } from './later.ts';
import { linksOf } from './links.ts';
import { runUntilTold } from './local/lifeline.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openStore } from './open-store.ts';
import { receiver } from './receive.ts';
import { openRecords } from './records.ts';
import { type Server, startServer } from './server.ts';
import type { TabRoute } from './tab-api/routes.ts';
import { teamsBoundary } from './teams/boundary.ts';
import type { Deps, Receive } from './turn.ts';
import type { Work } from './work.ts';

// the first answer is on its way by then
const AFTER_FIRST_MS = 20;
// the work begins then, also when nobody has asked anything
const FIRST_WITHIN_MS = 250;

export type Bot = { readonly port: number; readonly stop: () => Promise<void> };

/** The composition root: engine, boundary, loops and server of one process. Throws `ConfigError`, `StoreUnusableError`. */
export async function startBot(config: Config): Promise<Bot> {
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  const engine = await openStore(config, log);
  const clock = createClock(config.mode === 'local' ? await roomOffset(config.roomUrl) : 0);
  const boundary = await teamsBoundary(config, { log, metrics });
  const deps = await depsOf(engine, clock, boundary.teams, config);
  if (config.mode === 'local') await (await import('./demo.ts')).seedDemo(deps, config.roomUrl);

  const work = workLater(async () => (await import('./work.ts')).startWork(deps, boundary.teams, { log, metrics }));
  const receive = receiver(deps, {
    deliverSoon: work.deliverSoon,
    moveClock: (offsetMs) => {
      clock.move(offsetMs);
      work.tickSoon();
    },
  });
  const receiveFirst = receiving(receive, work.begin);
  const server: Server = await startServer({
    host: config.host,
    port: config.port,
    endpoint: boundary.endpoint(receiveFirst),
    tab: tabLater(async () => {
      const { openTab } = await import('./tab-api/open.ts');
      return openTab(config, deps, receiveFirst, { log, metrics, port: () => server.port });
    }),
    ready: () => engine.ready(),
    metrics: () => metrics.registry.metrics(),
  }).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  // whoever asks first is answered first
  setTimeout(work.begin, FIRST_WITHIN_MS).unref();
  log('info', 'started', { mode: config.mode, port: server.port });
  return {
    port: server.port,
    stop: async () => {
      await server.close();
      await work.stop();
      await engine.close();
      log('info', 'stopped');
    },
  };
}

/** Receives; once the first one has been answered the work begins, and what the next ones may ask for is loaded. */
function receiving(receive: Receive, begin: () => void): Receive {
  let isFirst = true;
  return async (inbound) => {
    const answer = await receive(inbound);
    if (isFirst)
      setTimeout(() => {
        begin();
        void loadTheRest();
      }, AFTER_FIRST_MS).unref();
    isFirst = false;
    return answer;
  };
}

/** The tab, which is loaded when somebody first opens it. */
function tabLater(open: () => Promise<TabRoute>): TabRoute {
  let opening: Promise<TabRoute> | undefined;
  return async (...asked) => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return (await opening)(...asked);
  };
}

/** Work that is loaded when it begins, once; it finds by itself what was put into the outboxes before. */
function workLater(start: () => Promise<Work>): Work & { readonly begin: () => void } {
  let starting: Promise<Work> | undefined;
  let work: Work | undefined;
  let isStopped = false;
  return {
    begin: () => {
      if (isStopped) return;
      starting ??= start();
      void starting.then((started) => {
        work = started;
      });
    },
    deliverSoon: () => work?.deliverSoon(),
    tickSoon: () => work?.tickSoon(),
    stop: async () => {
      isStopped = true;
      await (await starting)?.stop();
    },
  };
}

async function depsOf(engine: Engine, clock: Clock, roster: Deps['roster'], config: Config): Promise<Deps> {
  return {
    ...(await openRecords(engine)),
    roster,
    allowedTenants: config.allowedTenants.map((tenant) => tenant.toLowerCase()),
    links: linksOf(config),
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
