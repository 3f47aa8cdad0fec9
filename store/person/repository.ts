import { outboxIndexes } from '../due.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { PERSON_VERSION, type Person, personSchema } from './record.ts';

export const personDefinition: Definition<Person> = {
  name: 'persons',
  schema: personSchema,
  schemaVersion: PERSON_VERSION,
  upcast: {},
  indexes: [...outboxIndexes],
};

/** The questions the bot asks about people: by id and by key. */
export const personRepository = (collection: Collection<Person>) => ({ collection });
