import type { Collection as Documents, Filter, IndexDescription } from 'mongodb';
import type { Stored } from '../effect.ts';
import { type Cursor, fromCursor } from './cursor.ts';
import { indexFor, isAtMost, valuesOf } from './document.ts';
import type { Definition, FindOptions, IndexSpec, Where } from './engine.ts';

/** A record with its id as _id, and without `keys` when it has none: the unique index would take [] for a key. */
export type Document = { _id: string; version: number; [field: string]: unknown };

/** A question as MongoDB takes it. */
export type Question = {
  /** Ranges of one index, one for each value of a choice and each half of a cursor; merged, they are the answer. */
  readonly ranges: readonly Filter<Document>[];
  readonly sort: Readonly<Record<string, 1 | -1>>;
  readonly range: string | undefined;
};

// below every value of its kind, and no value of another kind: an absent one is never in a range from here
const LOWEST = { date: new Date('0001-01-01T00:00:00Z'), number: Number.NEGATIVE_INFINITY, text: '' } as const;
const lowest = <T>({ sorted = 'text' }: IndexSpec<T>) => ({ $gte: LOWEST[sorted] });

/** Throws `UnindexedQueryError`, and `RangeError` for a bad cursor, as the other engine does. */
export function questionFor<T extends Stored>(
  definition: Definition<T>,
  where: Where<T>,
  options: FindOptions<T>,
): Question {
  const index = indexFor(definition, where, options);
  const conditions: Record<string, unknown> = where;
  const range: string | undefined = index.fields.find((field) => isAtMost(conditions[field])) ?? options.sort;
  const equal = index.fields.filter((field) => field !== range);
  const after = options.after === undefined ? undefined : fromCursor(options.after, { sorted: range !== undefined });
  const way = options.isReversed ? -1 : 1;
  const starts = range === undefined ? startsById(after) : startsIn(range, index, conditions[range], after, way);
  return {
    ranges: choices(equal, conditions).flatMap((chosen) => starts.map((start) => ({ ...chosen, ...start }))),
    sort: range === undefined ? { _id: 1 } : { [range]: way, _id: way },
    range,
  };
}

function startsById(after: Cursor | undefined) {
  return [after === undefined ? {} : { _id: { $gt: after.id } }];
}

/** What follows a cursor is the rest of its own sort value, then those beyond it: each is one range of the index. */
function startsIn<T>(range: string, index: IndexSpec<T>, condition: unknown, after: Cursor | undefined, way: 1 | -1) {
  const upTo = isAtMost(condition) ? { $lte: condition.atMost } : {};
  if (after === undefined) return [{ [range]: { ...lowest(index), ...upTo } }];
  if (way === -1)
    return [{ [range]: after.at, _id: { $lt: after.id } }, { [range]: { ...lowest(index), $lt: after.at } }];
  return [{ [range]: after.at, _id: { $gt: after.id } }, { [range]: { $gt: after.at, ...upTo } }];
}

/** Every combination of the values that the conditions allow. */
function choices(fields: readonly string[], conditions: Record<string, unknown>): Record<string, unknown>[] {
  return fields.reduce<Record<string, unknown>[]>(
    (made, field) =>
      made.flatMap((chosen) => valuesOf(conditions[field]).map((value) => ({ ...chosen, [field]: value }))),
    [{}],
  );
}

/** Makes the indexes of a collection; those that are there already stay. */
export async function makeIndexes<T extends Stored>(
  documents: Documents<Document>,
  { indexes }: Definition<T>,
): Promise<void> {
  const wanted = indexes.map(
    (index): IndexDescription => ({
      name: `by_${index.fields.join('_')}`,
      key: Object.fromEntries([...index.fields, '_id'].map((field) => [field, 1])),
      ...(index.sorted && { partialFilterExpression: { [index.fields.at(-1) ?? '']: lowest(index) } }),
    }),
  );
  await documents.createIndexes([
    { name: 'keys', key: { keys: 1 }, unique: true, sparse: true },
    { name: 'schemaVersion', key: { schemaVersion: 1 } },
    ...wanted,
  ]);
}
