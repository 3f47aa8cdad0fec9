import { outboxIndexes } from '../due.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { TILTAK_VERSION, type Tiltak, tiltakSchema } from './record.ts';

export const tiltakDefinition: Definition<Tiltak> = {
  name: 'tiltak',
  schema: tiltakSchema,
  schemaVersion: TILTAK_VERSION,
  upcast: {},
  indexes: [{ fields: ['committeeId'] }, ...outboxIndexes],
};

/** The questions the bot asks about tiltak. */
export const tiltakRepository = (collection: Collection<Tiltak>) => ({
  collection,
  /** What a committee has decided that somebody does; at most 500. */
  of: async (committeeId: string) => (await collection.find({ committeeId }, { limit: 500 })).records,
});
