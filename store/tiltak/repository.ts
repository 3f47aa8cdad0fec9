import { duePage, outboxIndexes } from '../due.ts';
import type { Collection, Definition, Page } from '../engine/engine.ts';
import { fromVersion1, TILTAK_VERSION, type Tiltak, tiltakSchema } from './record.ts';

export const tiltakDefinition: Definition<Tiltak> = {
  name: 'tiltak',
  schema: tiltakSchema,
  schemaVersion: TILTAK_VERSION,
  upcast: { 1: fromVersion1 },
  indexes: [
    { fields: ['committeeId'] },
    { fields: ['openIn'] },
    { fields: ['planId', 'order'], sorted: 'number' },
    { fields: ['ownerKeys'], many: true },
    { fields: ['askDueAt'], sorted: 'date' },
    ...outboxIndexes,
  ],
};

/** The questions the bot asks about tiltak. */
export const tiltakRepository = (collection: Collection<Tiltak>) => ({
  collection,
  /** What is to be asked about by this time, the one that waited longest first. */
  dueToAsk: (by: Date) => duePage(collection, 'askDueAt', by, 100),
  /** All that a committee has, also what is done and over. */
  of: (committeeId: string) => everyPage((after) => collection.find({ committeeId }, { limit: 500, ...after })),
  /** What a committee still has to do. */
  openIn: (committeeId: string) =>
    everyPage((after) => collection.find({ openIn: committeeId }, { limit: 500, ...after })),
  /** A plan's tiltak, in its order. */
  ofPlan: (planId: string) =>
    everyPage((after) => collection.find({ planId }, { sort: 'order', limit: 500, ...after })),
  /** What those with one of these names (`ownerKeysOf`) may answer for. */
  ownedBy: (keys: readonly string[]) =>
    everyPage((after) => collection.find({ ownerKeys: { in: keys } }, { limit: 500, ...after })),
});

/** Page after page, so that a long reading lets others in between. */
async function everyPage<T>(find: (after: { readonly after?: string }) => Promise<Page<T>>): Promise<readonly T[]> {
  const records: T[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Page<T> = await find(after === '' ? {} : { after });
    records.push(...page.records);
    after = page.next;
  }
  return records;
}
