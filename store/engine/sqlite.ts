import type { Stored } from '../effect.ts';
import type { Collection, Definition, Engine, OnUnreadable } from './engine.ts';
import { sqliteCollection } from './sqlite-collection.ts';
import { openFile } from './sqlite-file.ts';
import { writeQueue } from './sqlite-writes.ts';

type Options = { readonly onUnreadable: OnUnreadable };

/**
 * The embedded engine: one SQLite file, for one process. A write is acknowledged after its commit is on the disk
 * (WAL, synchronous=FULL); writes that wait at the same moment share one. Throws `StoreUnusableError`.
 */
export async function sqliteEngine(path: string, { onUnreadable }: Options): Promise<Engine> {
  const { connection, close } = openFile(path);
  const writes = writeQueue(connection);
  const collections = new Map<string, Promise<Collection<never>>>();
  let closing: Promise<void> | undefined;
  return {
    collection<T extends Stored>(definition: Definition<T>) {
      const known = collections.get(definition.name) as Promise<Collection<T>> | undefined;
      const collection = known ?? sqliteCollection(connection, writes, definition, onUnreadable);
      collections.set(definition.name, collection as unknown as Promise<Collection<never>>);
      return collection;
    },
    async ready() {
      try {
        return connection.prepare('SELECT 1 AS one').get() !== undefined;
      } catch {
        return false;
      }
    },
    close() {
      closing ??= writes.idle().then(close);
      return closing;
    },
  };
}
