import { duePage, outboxIndexes } from '../due.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { NOMINATION_VERSION, type Nomination, nominationSchema } from './record.ts';

export const nominationDefinition: Definition<Nomination> = {
  name: 'nominations',
  schema: nominationSchema,
  schemaVersion: NOMINATION_VERSION,
  upcast: {},
  indexes: [
    { fields: ['endDueAt'], sorted: 'date' },
    { fields: ['remindDueAt'], sorted: 'date' },
    { fields: ['runningIn'] },
    { fields: ['waitingFor'], many: true },
    ...outboxIndexes,
  ],
};

/** The questions the bot asks about nominations. */
export const nominationRepository = (collection: Collection<Nomination>) => ({
  collection,
  /** Open nominations whose deadline has passed, and whose secretariat has not been told. */
  dueToEnd: (by: Date) => duePage(collection, 'endDueAt', by, 50),
  /** Open nominations in which a step of the ladder has come. */
  dueToRemind: (by: Date) => duePage(collection, 'remindDueAt', by, 50),
  /** Open nominations of these committees; at most thirty. */
  running: async (committeeIds: readonly string[]) =>
    (await collection.find({ runningIn: { in: committeeIds } }, { limit: 30 })).records,
  /** Nominations in which this person is asked to propose somebody, or whether they will; at most thirty. */
  asking: async (personId: string) => (await collection.find({ waitingFor: personId }, { limit: 30 })).records,
});
