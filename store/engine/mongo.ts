import { type Collection as Documents, type Filter, MongoClient, MongoServerError } from 'mongodb';
import type { Stored } from '../effect.ts';
import { fromCursor, pageSize, toCursor } from './cursor.ts';
import { decode, indexFor, isAtMost, isIn } from './document.ts';
import {
  type Collection,
  type Definition,
  type Engine,
  type FindOptions,
  type OnUnreadable,
  StoreUnusableError,
  UnreadableRecordError,
  type Where,
} from './engine.ts';

const DUPLICATE_KEY = 11_000;
const PATIENCE_MS = 5000;
const DEFAULT_DATABASE = 'utvalgsbot';

type Options = { readonly onUnreadable: OnUnreadable; readonly database?: string };
// a record with its id as _id, and without `keys` when it has none: an empty array would be a key of its own
type Document = { _id: string; version: number } & Record<string, unknown>;

/**
 * MongoDB: any number of processes share it. A write is acknowledged when a majority of the servers has it. The
 * database is the one in the address, else `utvalgsbot`. Throws `StoreUnusableError` when nobody answers for 5 s.
 */
export async function mongoEngine(uri: string, { onUnreadable, database }: Options): Promise<Engine> {
  const client = new MongoClient(uri, {
    serverSelectionTimeoutMS: PATIENCE_MS,
    writeConcern: { w: 'majority' },
    ignoreUndefined: true,
  });
  try {
    await client.connect();
    await client.db().command({ ping: 1 });
  } catch (cause) {
    await client.close();
    throw new StoreUnusableError('the MongoDB server in MONGODB_URI does not answer', { cause });
  }
  const named = new URL(uri.replace(/^mongodb(\+srv)?:/, 'http:').replace(/(\/\/[^/?]*?),[^/?]*/, '$1')).pathname.slice(
    1,
  );
  const db = client.db(database ?? (named || DEFAULT_DATABASE));
  return {
    async collection<T extends Stored>(definition: Definition<T>) {
      const documents = db.collection<Document>(definition.name);
      await documents.createIndex({ keys: 1 }, { unique: true, sparse: true });
      for (const { fields } of definition.indexes)
        await documents.createIndex(Object.fromEntries([...fields, '_id'].map((field) => [field, 1])));
      return collectionOf(documents, definition, onUnreadable);
    },
    async ready() {
      await db.command({ ping: 1 });
      return true;
    },
    async close() {
      await client.close();
    },
  };
}

function collectionOf<T extends Stored>(
  documents: Documents<Document>,
  definition: Definition<T>,
  onUnreadable: OnUnreadable,
): Collection<T> {
  const read = ({ _id, ...rest }: Document) => decode(definition, _id, { id: _id, keys: [], ...rest });
  const encode = ({ id, keys, ...rest }: T): Document => ({ _id: id, ...rest, ...(keys.length > 0 && { keys }) });
  const unlessDuplicate = async <R>(write: () => Promise<R>): Promise<R | 'duplicate'> => {
    try {
      return await write();
    } catch (error) {
      if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return 'duplicate';
      throw error;
    }
  };
  return {
    async get(id) {
      const found = await documents.findOne({ _id: { $eq: id } });
      return found === null ? undefined : read(found);
    },
    async getByKey(key) {
      const found = await documents.findOne({ keys: { $eq: key } } as Filter<Document>);
      return found === null ? undefined : read(found);
    },
    async find(where, options = {}) {
      const limit = pageSize(options.limit);
      const { filter, sort, range } = questionOf(definition, where, options);
      const found = await documents.find(filter).sort(sort).limit(limit).toArray();
      const records = found.flatMap((document) => {
        try {
          return [read(document)];
        } catch (error) {
          if (!(error instanceof UnreadableRecordError)) throw error;
          onUnreadable({ collection: definition.name, id: document._id, problem: error.message });
          return [];
        }
      });
      const last = found.at(-1);
      if (last === undefined || found.length < limit) return { records };
      const at = range === undefined ? null : last[range];
      return {
        records,
        next: toCursor({ at: at instanceof Date ? at.toISOString() : (at as string | number | null), id: last._id }),
      };
    },
    insert: (record) =>
      unlessDuplicate(async () => {
        await documents.insertOne(encode(record) as never);
        return 'inserted' as const;
      }),
    replace: (record, expected) =>
      unlessDuplicate(async () => {
        const { _id, ...rest } = encode(record);
        const { matchedCount } = await documents.replaceOne({ _id, version: expected }, rest as never);
        return matchedCount === 1 ? ('replaced' as const) : ('conflict' as const);
      }),
  };
}

/** A question as MongoDB takes it. Throws `UnindexedQueryError`, as the other engine does. */
export function questionOf<T extends Stored>(definition: Definition<T>, where: Where<T>, options: FindOptions<T>) {
  const index = indexFor(definition, where, options);
  const conditions = Object.entries(where).filter(([, condition]) => condition !== undefined);
  const due = conditions.find(([, condition]) => isAtMost(condition))?.[0];
  const range = due ?? options.sort;
  const filter: Record<string, unknown> = Object.fromEntries(
    conditions.map(([field, condition]) => [field, conditionOf(condition)]),
  );
  // an absent value is no place in an order
  if (range !== undefined && due === undefined) filter[range] = { $exists: true };
  if (options.after !== undefined) {
    const { at, id } = fromCursor(options.after);
    if (range === undefined) filter._id = { $gt: id };
    else {
      const value = isInstant(at) ? new Date(at as string) : at;
      filter.$or = [{ [range]: { $gt: value } }, { [range]: value, _id: { $gt: id } }];
    }
  }
  const sort: Record<string, 1> = range === undefined ? { _id: 1 } : { [range]: 1, _id: 1 };
  return { filter: filter as Filter<Document>, sort, range, index };
}

function conditionOf(condition: unknown): unknown {
  if (isIn(condition)) return { $in: condition.in };
  // both ends, so that an absent time never matches and the index range is closed
  if (isAtMost(condition)) return { $gte: new Date(0), $lte: condition.atMost };
  return { $eq: condition };
}

function isInstant(at: unknown): boolean {
  return typeof at === 'string' && /^\d{4}-\d{2}-\d{2}T.*Z$/.test(at);
}
