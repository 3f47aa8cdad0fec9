import type { Stored } from './effect.ts';
import type { Collection, Where } from './engine/engine.ts';

/** What serves the questions for waiting effects: every collection that sends something has these. */
export const outboxIndexes = [
  { fields: ['outboxDueAt'], sorted: 'date' },
  { fields: ['contactDueAt'], sorted: 'date' },
] as const;

type DueField<T> = { [K in keyof T & string]: NonNullable<T[K]> extends Date ? K : never }[keyof T & string];

/**
 * Records whose due time has come, the one that waited longest first. Records that cannot be read are passed over,
 * however many there are, so that they keep nobody else waiting.
 */
export async function duePage<T extends Stored>(
  collection: Collection<T>,
  field: DueField<T>,
  by: Date,
  limit: number,
): Promise<readonly T[]> {
  const where = { [field]: { atMost: by } } as Where<T>;
  let page = await collection.find(where, { sort: field, limit });
  while (page.records.length === 0 && page.next !== undefined)
    page = await collection.find(where, { sort: field, limit, after: page.next });
  return page.records;
}
