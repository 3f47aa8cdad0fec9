import type { Stored } from '../../store/effect.ts';
import type { Collection } from '../../store/engine/engine.ts';

/** A collection in memory, where a test decides what another process writes between a read and the write after it. */
export type Steered<T extends Stored> = Collection<T> & {
  /** Stores a record as another process would. */
  readonly put: (record: T) => void;
  /** Runs before each replacement, which waits for it. */
  beforeReplace: (record: T) => unknown;
  /** How many replacements went through, and how often a record was read. */
  replaced: number;
  read: number;
};

export function aSteeredCollection<T extends Stored>(...records: readonly T[]): Steered<T> {
  const stored = new Map(records.map((record) => [record.id, record]));
  const owner = (key: string) => [...stored.values()].find(({ keys }) => keys.includes(key));
  const isTaken = ({ id, keys }: T) => keys.some((key) => (owner(key)?.id ?? id) !== id);
  const collection: Steered<T> = {
    replaced: 0,
    read: 0,
    beforeReplace: () => undefined,
    put: (record) => stored.set(record.id, record),
    async get(id) {
      collection.read++;
      return stored.get(id);
    },
    async getByKey(key) {
      return owner(key);
    },
    async find() {
      throw new Error('a steered collection answers no questions');
    },
    async count() {
      throw new Error('a steered collection answers no questions');
    },
    async insert(record) {
      if (stored.has(record.id) || isTaken(record)) return 'duplicate';
      stored.set(record.id, record);
      return 'inserted';
    },
    async replace(record, expected) {
      await collection.beforeReplace(record);
      if (stored.get(record.id)?.version !== expected) return 'conflict';
      if (isTaken(record)) return 'duplicate';
      stored.set(record.id, record);
      collection.replaced++;
      return 'replaced';
    },
  };
  return collection;
}
