import { z } from 'zod';
import { newlyStored, type Stored, storedFields } from '../../store/effect.ts';
import type { Collection, Definition, Engine, OnUnreadable } from '../../store/engine/engine.ts';
import { day, id, instant } from '../../store/fields.ts';
import { done } from '../../store/result.ts';

const thingSchema = z.object({
  ...storedFields,
  text: z.string(),
  count: z.int(),
  urgent: z.boolean(),
  ownerId: id.optional(),
  onDay: day.optional(),
  dueAt: instant.optional(),
  tags: z.array(id),
});
/** A record with every kind of field that an engine may be asked about. */
export type Thing = z.infer<typeof thingSchema>;

export const thingDefinition: Definition<Thing> = {
  name: 'things',
  schema: thingSchema,
  schemaVersion: 1,
  upcast: {},
  indexes: [
    { fields: ['dueAt'], sorted: 'date' },
    { fields: ['ownerId', 'dueAt'], sorted: 'date' },
    { fields: ['ownerId', 'count'], sorted: 'number' },
    { fields: ['ownerId', 'onDay'], sorted: 'text' },
    { fields: ['ownerId'] },
    { fields: ['urgent'] },
    { fields: ['tags'], many: true },
  ],
};

/** The same things as a newer program has them: with an owner where there was none, and one more index. */
export const newerDefinition: Definition<Thing> = {
  ...thingDefinition,
  schemaVersion: 2,
  upcast: { 1: (thing) => ({ ownerId: 'nobody', ...thing, schemaVersion: 2 }) },
  indexes: [...thingDefinition.indexes, { fields: ['count'] }],
};

export function aThing(id: string, overrides: Partial<Thing> = {}): Thing {
  return {
    ...newlyStored({ id, tenantId: 'tenant-1' }, 1),
    text: `thing ${id}`,
    count: 0,
    urgent: false,
    tags: [],
    ...overrides,
  };
}

/** A transition that counts one up. */
export const countUp = (thing: Thing) => done({ ...thing, count: thing.count + 1 });

export const idsOf = ({ records }: { readonly records: readonly Stored[] }) => records.map((record) => record.id);

/** A listener that remembers which records it was told about. */
export function listener() {
  const told: string[] = [];
  const onUnreadable: OnUnreadable = ({ collection, id }) => told.push(`${collection} ${id}`);
  return { told, onUnreadable };
}

/** Asks page by page until there is no more; `between` runs after each page. */
export async function allPages<T extends Stored>(
  collection: Collection<T>,
  where: Parameters<Collection<T>['find']>[0],
  options: NonNullable<Parameters<Collection<T>['find']>[1]>,
  between: (page: number) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 1; ; page++) {
    const found = await collection.find(where, { ...options, ...(after !== undefined && { after }) });
    ids.push(...idsOf(found));
    if (found.next === undefined) return ids;
    after = found.next;
    await between(page);
  }
}

export const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));

/** What inserting all of them at once said. */
export const inserted = (things: Collection<Thing>, all: readonly Thing[]) =>
  Promise.all(all.map((thing) => things.insert(thing)));

/** A database of one test, empty at first. */
export type TestStore = {
  /** Where it is, as `store-child.ts` takes it. */
  readonly child: readonly string[];
  /** One more connection to it, as another process would have. */
  readonly connect: (onUnreadable: OnUnreadable) => Promise<Engine>;
  /** Changes a stored document behind the engine's back. */
  readonly tamper: (id: string, fields: Record<string, unknown>) => Promise<void>;
  /** The fields that are really stored of a document. */
  readonly storedFields: (id: string) => Promise<readonly string[]>;
  /** True when the database itself finds nothing damaged. */
  readonly isWhole: () => Promise<boolean>;
  readonly remove: () => Promise<void>;
};
