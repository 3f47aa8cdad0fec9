import type { Collection as Documents, Filter, IndexDescription } from 'mongodb';
import type { Stored } from '../effect.ts';
import { type Cursor, fromCursor } from './cursor.ts';
import { indexFor, isAtMost, isIn } from './document.ts';
import type { Definition, FindOptions, Where } from './engine.ts';

/** A record with its id as _id, and without `keys` when it has none: the unique index would take [] for a key. */
export type Document = { _id: string; version: number; [field: string]: unknown };

/** A question as MongoDB takes it. */
export type Question = {
  /** What a record of the answer is like. */
  readonly match: Filter<Document>;
  /** Ranges of one index, one for each value of a choice and each half of a cursor; merged, they are the answer. */
  readonly ranges: readonly Filter<Document>[];
  readonly sort: Readonly<Record<string, 1>>;
  readonly range: string | undefined;
};

/** Throws `UnindexedQueryError`, and `RangeError` for a bad cursor, as the other engine does. */
export function questionFor<T extends Stored>(
  definition: Definition<T>,
  where: Where<T>,
  options: FindOptions<T>,
): Question {
  const { fields } = indexFor(definition, where, options);
  const conditions: Record<string, unknown> = where;
  const range: string | undefined = fields.find((field) => isAtMost(conditions[field])) ?? options.sort;
  const equal = fields.filter((field) => field !== range);
  const bounded = range === undefined ? {} : { [range]: boundOf(conditions[range]) };
  const after = options.after === undefined ? undefined : fromCursor(options.after, { sorted: range !== undefined });
  const starts = after === undefined ? [bounded] : startsAfter(after, range, bounded);
  return {
    match: { ...Object.fromEntries(equal.map((field) => [field, chosenBy(conditions[field])])), ...bounded },
    ranges: choices(equal, conditions).flatMap((chosen) => starts.map((start) => ({ ...chosen, ...start }))),
    sort: range === undefined ? { _id: 1 } : { [range]: 1, _id: 1 },
    range,
  };
}

// both ends, so that an absent time never matches and the index range is closed
function boundOf(condition: unknown) {
  return isAtMost(condition) ? { $gte: new Date(0), $lte: condition.atMost } : { $exists: true };
}

function chosenBy(condition: unknown) {
  return isIn(condition) ? { $in: condition.in } : { $eq: condition };
}

/** What follows a cursor: the rest of its own sort value, then the greater ones. Each is one range of the index. */
function startsAfter({ at, id }: Cursor, range: string | undefined, bounded: Record<string, object>) {
  if (range === undefined) return [{ _id: { $gt: id } }];
  const { $exists: _any, $gte: _lowest, ...highest } = bounded[range] as Record<string, unknown>;
  return [{ [range]: at, _id: { $gt: id } }, { [range]: { $gt: at, ...highest } }];
}

function choices(fields: readonly string[], conditions: Record<string, unknown>): Record<string, unknown>[] {
  return fields.reduce<Record<string, unknown>[]>(
    (made, field) => {
      const condition = conditions[field];
      const values = isIn(condition) ? [...new Set(condition.in)] : [condition];
      return made.flatMap((chosen) => values.map((value) => ({ ...chosen, [field]: { $eq: value } })));
    },
    [{}],
  );
}

/** Makes the indexes of a collection; those that are there already stay. */
export async function makeIndexes<T extends Stored>(
  documents: Documents<Document>,
  { indexes }: Definition<T>,
): Promise<void> {
  const wanted = indexes.map(
    ({ fields }): IndexDescription => ({
      name: `by_${fields.join('_')}`,
      key: Object.fromEntries([...fields, '_id'].map((field) => [field, 1])),
      // the last field is the one that is absent when a record is not due: the index holds only what may be found
      partialFilterExpression: { [fields.at(-1) ?? '']: { $exists: true } },
    }),
  );
  await documents.createIndexes([
    { name: 'keys', key: { keys: 1 }, unique: true, sparse: true },
    { name: 'schemaVersion', key: { schemaVersion: 1 } },
    ...wanted,
  ]);
}
