import {
  type Document as Bson,
  type Collection as Documents,
  type Filter,
  MongoClient,
  MongoServerError,
} from 'mongodb';
import type { Stored } from '../effect.ts';
import { type Cursor, merged, pageSize, toCursor } from './cursor.ts';
import { decode } from './document.ts';
import {
  type Collection,
  type Definition,
  type Engine,
  type OnUnreadable,
  StoreUnusableError,
  UnreadableRecordError,
} from './engine.ts';
import { type Document, makeIndexes, questionFor } from './mongo-query.ts';

const DUPLICATE_KEY = 11_000;
const PATIENCE_MS = 5000;
const DEFAULT_DATABASE = 'utvalgsbot';

type Options = { readonly onUnreadable: OnUnreadable; readonly database?: string };

/**
 * MongoDB: any number of processes share it. A write is acknowledged when a majority of the servers has it. The
 * database is the one in the address, else `utvalgsbot`. Throws `StoreUnusableError` when nobody answers for 5 s.
 */
export async function mongoEngine(uri: string, { onUnreadable, database }: Options): Promise<Engine> {
  const client = await connect(uri);
  const db = client.db(database ?? databaseIn(uri) ?? DEFAULT_DATABASE);
  const collections = new Map<string, Promise<Collection<never>>>();
  const writing = new Set<Promise<unknown>>();
  const finished = <R>(write: Promise<R>): Promise<R> => {
    const noted = write.finally(() => writing.delete(noted));
    writing.add(noted);
    return noted;
  };
  return {
    collection<T extends Stored>(definition: Definition<T>) {
      const made = async () => {
        const documents = db.collection<Document>(definition.name);
        await makeIndexes(documents, definition);
        await bringUpToDate(documents, definition);
        return collectionOf(documents, definition, onUnreadable, finished);
      };
      const known = collections.get(definition.name) as Promise<Collection<T>> | undefined;
      const collection = known ?? made();
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

async function connect(uri: string): Promise<MongoClient> {
  let client: MongoClient | undefined;
  try {
    client = new MongoClient(uri, { serverSelectionTimeoutMS: PATIENCE_MS, writeConcern: { w: 'majority' } });
    await client.connect();
    await client.db().command({ ping: 1 });
    return client;
  } catch (cause) {
    await client?.close();
    // the address holds a password: only the hosts are named
    const hosts = client?.options.hosts.join(', ') ?? 'the address in MONGODB_URI';
    throw new StoreUnusableError(`MongoDB at ${hosts} cannot be used: ${(cause as Error).message}`, { cause });
  }
}

function databaseIn(uri: string): string | undefined {
  const name = /^[^/]+\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];
  return name === undefined ? undefined : decodeURIComponent(name);
}

const encode = <T extends Stored>({ id, keys, ...rest }: T): Document => ({
  _id: id,
  ...rest,
  ...(keys.length > 0 && { keys }),
});
const read = <T extends Stored>(definition: Definition<T>, { _id, ...rest }: Document): T =>
  decode(definition, _id, { id: _id, keys: [], ...rest });

function collectionOf<T extends Stored>(
  documents: Documents<Document>,
  definition: Definition<T>,
  onUnreadable: OnUnreadable,
  finished: <R>(write: Promise<R>) => Promise<R>,
): Collection<T> {
  const one = async (filter: Filter<Document>) => {
    const found = await documents.findOne(filter);
    return found === null ? undefined : read(definition, found);
  };
  return {
    get: (id) => one({ _id: { $eq: id } }),
    getByKey: (key) => one({ keys: { $eq: key } }),
    async find(where, options = {}) {
      const limit = pageSize(options.limit);
      const { match, ranges, sort, range } = questionFor(definition, where, options);
      const projection = { _id: 1, ...(range !== undefined && { [range]: 1 }) };
      const placed = ranges.map((filter) => documents.find(filter, { projection, sort, limit }).toArray());
      const places = merged(
        (await Promise.all(placed)).map((found) => found.map((document) => placeOf(document, range))),
        limit,
      );
      // asked again, because another process may have changed a record since its place was read
      const ids = places.map(({ id }) => id);
      const found = ids.length === 0 ? [] : await documents.find({ $and: [{ _id: { $in: ids } }, match] }).toArray();
      const byId = new Map(found.map((document) => [document._id, document]));
      const records = ids.flatMap((id) => {
        const document = byId.get(id);
        if (document === undefined) return [];
        try {
          return [read(definition, document)];
        } catch (error) {
          if (!(error instanceof UnreadableRecordError)) throw error;
          onUnreadable({ collection: definition.name, id, problem: error.message });
          return [];
        }
      });
      const last = places.at(-1);
      return { records, ...(last && places.length === limit && { next: toCursor(last) }) };
    },
    insert: (record) =>
      finished(
        unlessDuplicate(async () => {
          await documents.insertOne(encode(record), { ignoreUndefined: true });
          return 'inserted' as const;
        }),
      ),
    replace: (record, expected) => finished(replaceIf(documents, record, { version: expected })),
  };
}

/** Replaces a document that is as expected. An undefined in the filter would be dropped with those of the record. */
async function replaceIf<T extends Stored>(
  documents: Documents<Document>,
  record: T,
  expected: { readonly version: number; readonly schemaVersion?: number },
) {
  if (!Number.isInteger(expected.version)) throw new TypeError('a record is replaced from a version');
  const { _id, ...rest } = encode(record);
  return unlessDuplicate(async () => {
    const { matchedCount } = await documents.replaceOne({ _id, ...expected }, rest, { ignoreUndefined: true });
    return matchedCount === 1 ? ('replaced' as const) : ('conflict' as const);
  });
}

async function unlessDuplicate<R>(write: () => Promise<R>): Promise<R | 'duplicate'> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return 'duplicate';
    throw error;
  }
}

function placeOf(document: Bson, range: string | undefined): Cursor {
  return { at: range === undefined ? null : document[range], id: document._id };
}

/**
 * Rewrites documents of older schemaVersions, because the indexes see what is stored and not what it is read as. Those
 * that cannot be read stay as they are, to be named when somebody asks for them.
 */
async function bringUpToDate<T extends Stored>(documents: Documents<Document>, definition: Definition<T>) {
  for await (const document of documents.find({ schemaVersion: { $lt: definition.schemaVersion } })) {
    try {
      const { version, schemaVersion } = document as Document & { schemaVersion: number };
      await replaceIf(documents, read(definition, document), { version, schemaVersion });
    } catch (error) {
      if (!(error instanceof UnreadableRecordError)) throw error;
    }
  }
}
