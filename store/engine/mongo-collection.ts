import { type Collection as Documents, type Filter, MongoServerError } from 'mongodb';
import type { Stored } from '../effect.ts';
import type { Cursor } from './cursor.ts';
import { checkCountable, decode } from './document.ts';
import { type Collection, type Definition, type OnUnreadable, UnreadableRecordError } from './engine.ts';
import { type Document, makeIndexes, questionFor } from './mongo-query.ts';
import { merged, pageAt, pageSize } from './page.ts';

const DUPLICATE_KEY = 11_000;

const encode = <T extends Stored>({ id, keys, ...rest }: T): Document => ({
  _id: id,
  ...rest,
  ...(keys.length > 0 && { keys }),
});
const read = <T extends Stored>(definition: Definition<T>, { _id, ...rest }: Document): T =>
  decode(definition, _id, { id: _id, keys: [], ...rest });

/** A collection with its indexes, its documents brought up to the newest schemaVersion. `finished` is told each write. */
export async function mongoCollection<T extends Stored>(
  documents: Documents<Document>,
  definition: Definition<T>,
  onUnreadable: OnUnreadable,
  finished: <R>(write: Promise<R>) => Promise<R>,
): Promise<Collection<T>> {
  await makeIndexes(documents, definition);
  await bringUpToDate(documents, definition);
  const one = async (filter: Filter<Document>) => {
    const found = await documents.findOne(filter);
    return found === null ? undefined : read(definition, found);
  };
  return {
    get: (id) => one({ _id: { $eq: id } }),
    getByKey: (key) => one({ keys: { $eq: key } }),
    async find(where, options = {}) {
      const limit = pageSize(options.limit);
      const { ranges, sort, range } = questionFor(definition, where, options);
      const found = await Promise.all(ranges.map((filter) => documents.find(filter, { sort, limit }).toArray()));
      const placed = found.map((page) => page.map((document) => placeOf(document, range)));
      return pageAt(
        merged(placed, limit, options.isReversed),
        limit,
        ({ document }) => read(definition, document),
        onUnreadable,
      );
    },
    async count(where, options = {}) {
      const { ranges } = questionFor(definition, where, options);
      checkCountable(definition, where, options);
      const counts = await Promise.all(ranges.map((filter) => documents.countDocuments(filter)));
      return counts.reduce((sum, n) => sum + n, 0);
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

function placeOf(document: Document, range: string | undefined) {
  const at = range === undefined ? null : (document[range] as Cursor['at']);
  return { at, id: document._id, document };
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
