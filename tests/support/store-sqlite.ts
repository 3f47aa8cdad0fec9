import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import type { TestStore } from './store-things.ts';

/** A folder of one test. */
export function aFolder(parent = tmpdir()): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(parent, 'utvalgsbot-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Where files are kept in memory, if there is such a place: for what writes so often that the disk would be all it waits for. */
export const inMemory = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** Runs SQL on a store's file behind the engine's back. */
export function onFile<R>(file: string, work: (database: Database.Database) => R): R {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

export async function aSqliteStore(): Promise<TestStore & { readonly file: string }> {
  const folder = aFolder();
  const file = join(folder.path, 'store.db');
  const stored = (id: string) =>
    onFile(file, (db) =>
      JSON.parse((db.prepare('SELECT doc FROM things WHERE id = ?').get([id]) as { doc: string }).doc),
    );
  return {
    file,
    child: ['sqlite', file],
    connect: (onUnreadable) => sqliteEngine(file, { onUnreadable }),
    async tamper(id, fields) {
      const doc = JSON.stringify({ ...stored(id), ...fields });
      onFile(file, (db) => db.prepare('UPDATE things SET doc = ? WHERE id = ?').run([doc, id]));
    },
    storedFields: async (id) => Object.keys(stored(id)),
    isWhole: async () =>
      onFile(file, (db) => {
        const said = db.prepare('PRAGMA integrity_check').get([]) as { readonly integrity_check: string };
        return said.integrity_check === 'ok';
      }),
    remove: async () => folder.remove(),
  };
}
