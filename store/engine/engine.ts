import type { z } from 'zod';
import type { Stored } from '../effect.ts';

/**
 * The whole query language both engines support, on top-level fields: equality (of an array field: it contains the
 * value), choice, and "due by", which never matches an absent time.
 */
export type Where<T> = {
  readonly [K in keyof T]?: Condition<T[K] extends readonly (infer E)[] | undefined ? E : NonNullable<T[K]>>;
};
type Condition<V> = V | { readonly in: readonly V[] } | { readonly atMost: Date };

/**
 * An index, named by its fields in order. `many` marks an array field, which stands alone in its index. `sorted` says
 * what the last field holds where questions sort by it or ask what is due; records without it are not in the index.
 */
export type IndexSpec<T> = {
  readonly fields: readonly (keyof T & string)[];
  readonly many?: true;
  readonly sorted?: 'date' | 'number' | 'text';
};

/** What a collection holds: its schema, the indexes its queries need, and how documents of older versions are read. */
export type Definition<T extends Stored> = {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly schemaVersion: number;
  /** `upcast[n]` turns a document of schemaVersion n into one of n + 1. */
  readonly upcast: Readonly<Record<number, (document: Record<string, unknown>) => Record<string, unknown>>>;
  readonly indexes: readonly IndexSpec<T>[];
};

export type FindOptions<T> = {
  /** At most this many, 1 to 500; default 100. */
  readonly limit?: number;
  /** Ascending by this field, then by id; by id alone when left out. */
  readonly sort?: keyof T & string;
  /** The other way round: the greatest first. Only with `sort`. */
  readonly isReversed?: true;
  /** The `next` of the page before; or a value to start at, from `startingAt`. */
  readonly after?: string;
};

/** One page of records. `next` is there when more may follow; a record that cannot be read is left out and reported. */
export type Page<T> = { readonly records: readonly T[]; readonly next?: string };

/** What repositories are built from. `replace` is the only way to change a record. */
export interface Collection<T extends Stored> {
  /** The record, or undefined. Throws `UnreadableRecordError` when the stored document fails its schema. */
  get(id: string): Promise<T | undefined>;
  /** The one record that has this key among its `keys`. */
  getByKey(key: string): Promise<T | undefined>;
  /** Throws `UnindexedQueryError` when no index of the definition serves the question. */
  find(where: Where<T>, options?: FindOptions<T>): Promise<Page<T>>;
  /** How many records this finds on all its pages; none of them is read. Of an array field one value can be asked for. */
  count(where: Where<T>, options?: Pick<FindOptions<T>, 'sort'>): Promise<number>;
  /** `duplicate`: the id, or one of the keys, is taken; nothing was stored. */
  insert(record: T): Promise<'inserted' | 'duplicate'>;
  /** Stores `record` if the stored version is still `expected`; the caller has already set the new version. */
  replace(record: T, expected: number): Promise<'replaced' | 'conflict' | 'duplicate'>;
}

/** A database. One definition gives one collection, made with its indexes when it is first asked for. */
export interface Engine {
  collection<T extends Stored>(definition: Definition<T>): Promise<Collection<T>>;
  /** True when the database answers. */
  ready(): Promise<boolean>;
  /** Finishes what is being written, then lets go of the database. */
  close(): Promise<void>;
}

/** Told about each record that a query left out because it cannot be read. Ids only, never content. */
export type OnUnreadable = (record: {
  readonly collection: string;
  readonly id: string;
  readonly problem: string;
}) => void;

/** A stored document that fails its schema, or that a newer program wrote. The rest of the collection keeps working. */
export class UnreadableRecordError extends Error {
  override readonly name = 'UnreadableRecordError';
  readonly collection: string;
  readonly id: string;
  constructor(collection: string, id: string, problem: string) {
    super(`${collection} ${id} cannot be read: ${problem}`);
    this.collection = collection;
    this.id = id;
  }
}

/** A question that would read what it does not return: a mistake of ours, found by the first test that asks it. */
export class UnindexedQueryError extends Error {
  override readonly name = 'UnindexedQueryError';
}

/**
 * The file or database cannot be used: not ours, damaged, newer than the program, or in use by another process. Its
 * message is for the operator, in Norwegian.
 */
export class StoreUnusableError extends Error {
  override readonly name = 'StoreUnusableError';
}
