import { outboxIndexes } from '../due.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { NUMBERS_VERSION, type Numbers, numbersSchema } from './record.ts';

export const numbersDefinition: Definition<Numbers> = {
  name: 'numbers',
  schema: numbersSchema,
  schemaVersion: NUMBERS_VERSION,
  upcast: {},
  indexes: [...outboxIndexes],
};

/** The ledgers of saksnumre. */
export const numbersRepository = (collection: Collection<Numbers>) => ({ collection });
