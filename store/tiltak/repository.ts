import { duePage, outboxIndexes } from '../due.ts';
import { startingAt, toCursor } from '../engine/cursor.ts';
import type { Collection, Definition, Page } from '../engine/engine.ts';
import { placeInList, TILTAK_VERSION, type Tiltak, tiltakSchema } from './record.ts';
import { fromVersion1, fromVersion2 } from './upcast.ts';

export const tiltakDefinition: Definition<Tiltak> = {
  name: 'tiltak',
  schema: tiltakSchema,
  schemaVersion: TILTAK_VERSION,
  upcast: { 1: fromVersion1, 2: fromVersion2 },
  indexes: [
    { fields: ['committeeId'] },
    { fields: ['openIn'] },
    { fields: ['planId', 'order'], sorted: 'number' },
    { fields: ['committeeId', 'listed'], sorted: 'text' },
    { fields: ['planId', 'listed'], sorted: 'text' },
    { fields: ['ownerKeys'], many: true },
    { fields: ['askDueAt'], sorted: 'date' },
    ...outboxIndexes,
  ],
};

/** The questions the bot asks about tiltak. */
export const tiltakRepository = (collection: Collection<Tiltak>) => ({
  collection: listed(collection),
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
  /** A page of a committee's tiltak, or a plan's, as they stand in a list. `after`: a place, `placeOf`, or where one begins. */
  page: (of: InList, options: { readonly limit: number; readonly after?: string }) =>
    collection.find(of, { sort: 'listed', ...options }),
  /** What those with one of these names (`ownerKeysOf`) may answer for. */
  ownedBy: (keys: readonly string[]) =>
    everyPage((after) => collection.find({ ownerKeys: { in: keys } }, { limit: 500, ...after })),
});

type InList = { readonly committeeId: string } | { readonly planId: string };

/** The place of a tiltak in the list that a page came from: the next page begins after it. */
export function placeOf({ id, listed = '' }: Pick<Tiltak, 'id' | 'listed'>): string {
  return toCursor({ at: listed, id });
}

/** Where the part of a list begins whose places sort from here. */
export const placeFrom = startingAt;

/** Whatever is written says where it stands in a list: no rule has to think of it. */
function listed(collection: Collection<Tiltak>): Collection<Tiltak> {
  const placed = (tiltak: Tiltak): Tiltak => ({ ...tiltak, listed: placeInList(tiltak) });
  return {
    ...collection,
    insert: (tiltak) => collection.insert(placed(tiltak)),
    replace: (tiltak, expected) => collection.replace(placed(tiltak), expected),
  };
}

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
