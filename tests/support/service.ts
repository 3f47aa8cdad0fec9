import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { readConfig } from '../../bot/config.ts';
import { startBot } from '../../bot/main.ts';
import type { Engine } from '../../store/engine/engine.ts';
import type { Fields } from './activities.ts';
import { type Answer, post } from './load.ts';
import type { Platform } from './platform.ts';
import { freePort } from './process.ts';
import { storeFile, withStore } from './rounds.ts';

export type Service = {
  readonly port: number;
  /** Posts an activity, signed by the platform unless a token is given. */
  readonly post: (activity: Fields, token?: string) => Promise<Answer>;
  /** Stops the bot and looks at what it has stored. */
  readonly stored: <T>(look: (engine: Engine) => Promise<T>) => Promise<T>;
  /** Stops the bot and counts what it has stored, by collection. */
  readonly records: () => Promise<Readonly<Record<string, number>>>;
  readonly close: () => Promise<void>;
};

const COLLECTIONS = ['committees', 'persons', 'conversations', 'referater', 'rounds', 'setups'];

/** A bot in service mode, in this process, with a store of its own that `seed` has filled. */
export async function startService(
  platform: Platform,
  seed: (engine: Engine) => Promise<unknown> = async () => {},
  env: NodeJS.ProcessEnv = {},
): Promise<Service> {
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-service-'));
  await withStore(dataDir, seed);
  const config = readConfig({ ...platform.env(dataDir, await freePort()), LOG_LEVEL: 'error', ...env }, []);
  // a managed identity is found through the process's own environment, which other tests share
  const credentials = { kind: 'room', url: `${platform.url}/identity` } as const;
  const bot = await startBot({ ...config, credentials });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= bot.stop();
    return stopping;
  };
  return {
    port: bot.port,
    post: async (activity, token) =>
      post(bot.port, { body: JSON.stringify(activity), token: token ?? (await platform.token()) }),
    stored: async (look) => {
      await stop();
      return withStore(dataDir, look);
    },
    records: async () => {
      await stop();
      const database = new Database(storeFile(dataDir));
      const count = (table: string) =>
        (database.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
      const counted = Object.fromEntries(COLLECTIONS.map((table) => [table, count(table)]));
      database.close();
      return counted;
    },
    close: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
