import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Engine } from '../store/engine/engine.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

/** Where everything is stored: a database by its address, or a file of the embedded engine. */
export function storePlace(config: Config): { readonly uri: string } | { readonly file: string } {
  if (config.mode === 'service' && config.mongoUri !== undefined) return { uri: config.mongoUri };
  return { file: join(config.dataDir, 'utvalgsbot.db') };
}

/** The engine that the configuration names; its driver is loaded only then. Throws `StoreUnusableError`. */
export async function openStore(config: Config, log: Log): Promise<Engine> {
  const onUnreadable = (record: object) => log('error', 'record-unreadable', { ...record });
  const place = storePlace(config);
  if ('uri' in place) {
    const { mongoEngine } = await import('../store/engine/mongo.ts');
    return mongoEngine(place.uri, { onUnreadable });
  }
  mkdirSync(dirname(place.file), { recursive: true });
  const { sqliteEngine } = await import('../store/engine/sqlite.ts');
  return sqliteEngine(place.file, { onUnreadable });
}
