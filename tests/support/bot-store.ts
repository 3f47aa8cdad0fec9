import { openRecords } from '../../bot/records.ts';
import type { Deps } from '../../bot/turn.ts';
import type { Engine } from '../../store/engine/engine.ts';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import { someLinks } from './links.ts';
import { NOW, REAL_NOW, TENANT } from './records.ts';
import { aFolder, onFile } from './store-sqlite.ts';
import { aTeams } from './teams.ts';

export const MINUTE = 60_000;

/** The two clocks, as far apart as in the records; only a test moves them. */
export type Clock = { now: Date; realNow: Date };

export type BotStore = {
  readonly clock: Clock;
  /** Real time goes on, and the committee's with it. */
  readonly wait: (ms: number) => void;
  /** One more process that works on the same data. */
  readonly connect: () => Promise<Deps>;
  /** Makes a stored record one that cannot be read. */
  readonly spoil: (collection: 'rounds' | 'persons' | 'committees' | 'tiltak', id: string) => void;
  readonly close: () => Promise<void>;
};

/** What a bot works on, in a file of its own, in this folder: the real engine, and clocks that stand still. */
export function aBotStore(parent?: string): BotStore {
  const folder = aFolder(parent);
  const file = `${folder.path}/store.db`;
  const clock: Clock = { now: NOW, realNow: REAL_NOW };
  const engines: Engine[] = [];
  return {
    clock,
    wait(ms) {
      clock.now = new Date(clock.now.getTime() + ms);
      clock.realNow = new Date(clock.realNow.getTime() + ms);
    },
    async connect() {
      const engine = await sqliteEngine(file, { onUnreadable: () => {} });
      engines.push(engine);
      return {
        ...(await openRecords(engine)),
        roster: aTeams(),
        allowedTenants: [TENANT],
        links: someLinks,
        now: () => clock.now,
        realNow: () => clock.realNow,
      };
    },
    spoil: (collection, id) =>
      onFile(file, (db) => db.prepare(`UPDATE ${collection} SET doc = '{}' WHERE id = ?`).run([id])),
    async close() {
      for (const engine of engines) await engine.close();
      folder.remove();
    },
  };
}
