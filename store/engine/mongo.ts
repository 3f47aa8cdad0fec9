import type { Stored } from '../effect.ts';
import type { Collection, Definition, Engine, OnUnreadable } from './engine.ts';
import { mongoCollection } from './mongo-collection.ts';
import { connect, databaseIn } from './mongo-connection.ts';

const DEFAULT_DATABASE = 'utvalgsbot';

type Options = { readonly onUnreadable: OnUnreadable };

/**
 * MongoDB: any number of processes share it. A write is acknowledged when a majority of the servers has it. The
 * database is the one in the address, else `utvalgsbot`. Throws `StoreUnusableError` when nobody answers for 5 s.
 */
export async function mongoEngine(uri: string, { onUnreadable }: Options): Promise<Engine> {
  const client = await connect(uri);
  const db = client.db(databaseIn(uri) ?? DEFAULT_DATABASE);
  const collections = new Map<string, Promise<Collection<never>>>();
  const writing = new Set<Promise<unknown>>();
  const finished = <R>(write: Promise<R>): Promise<R> => {
    const noted = write.finally(() => writing.delete(noted));
    writing.add(noted);
    return noted;
  };
  return {
    collection<T extends Stored>(definition: Definition<T>) {
      const known = collections.get(definition.name) as Promise<Collection<T>> | undefined;
      const collection = known ?? mongoCollection(db.collection(definition.name), definition, onUnreadable, finished);
      collections.set(definition.name, collection as unknown as Promise<Collection<never>>);
      return collection;
    },
    async ready() {
      try {
        await db.command({ ping: 1 });
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      await Promise.allSettled(writing);
      await client.close();
    },
  };
}
