import type { Collection, Definition } from '../engine/engine.ts';
import { SETUP_VERSION, type Setup, setupSchema } from './record.ts';

export const setupDefinition: Definition<Setup> = {
  name: 'setups',
  schema: setupSchema,
  schemaVersion: SETUP_VERSION,
  upcast: {},
  indexes: [{ fields: ['openFor'] }],
};

/** The questions the bot asks about set-ups. */
export const setupRepository = (collection: Collection<Setup>) => ({
  collection,
  /** Those that this person has begun and not finished; at most fifty. */
  openOf: async (personId: string) => (await collection.find({ openFor: personId }, { limit: 50 })).records,
});
