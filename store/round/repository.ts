import { duePage, outboxIndexes } from '../due.ts';
import { startingAt } from '../engine/cursor.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { ROUND_VERSION, type Round, roundSchema } from './record.ts';

export const roundDefinition: Definition<Round> = {
  name: 'rounds',
  schema: roundSchema,
  schemaVersion: ROUND_VERSION,
  upcast: {},
  indexes: [
    { fields: ['closeDueAt'], sorted: 'date' },
    { fields: ['remindDueAt'], sorted: 'date' },
    { fields: ['runningIn', 'deadline'], sorted: 'date' },
    { fields: ['waitingFor'], many: true },
    { fields: ['committeeId', 'openedAt'], sorted: 'date' },
    ...outboxIndexes,
  ],
};

/** The questions the bot asks about rounds. */
export const roundRepository = (collection: Collection<Round>) => ({
  collection,
  /** Open rounds whose deadline had passed at `by`, the one that waited longest first. */
  dueToClose: (by: Date) => duePage(collection, 'closeDueAt', by, 50),
  /** Open rounds in which a step of the ladder has come. */
  dueToRemind: (by: Date) => duePage(collection, 'remindDueAt', by, 50),
  /** Rounds of these committees that are open, or that ended undecided and wait for the secretariat. */
  running: async (committeeIds: readonly string[]) =>
    (await collection.find({ runningIn: { in: committeeIds } }, { sort: 'deadline', limit: 20 })).records,
  /** Open rounds of a committee, and those that ended undecided; at most the first 500 by deadline. */
  allRunning: async (committeeId: string) =>
    (await collection.find({ runningIn: committeeId }, { sort: 'deadline', limit: 500 })).records,
  /** A committee's rounds that were opened in this time, the oldest first; at most 500. */
  openedBetween: async (committeeId: string, from: Date, until: Date) => {
    const where = { committeeId, openedAt: { atMost: until } };
    return (await collection.find(where, { sort: 'openedAt', after: startingAt(from), limit: 500 })).records;
  },
  /** The first one that a committee ever opened. */
  firstOf: async (committeeId: string) =>
    (await collection.find({ committeeId }, { sort: 'openedAt', limit: 1 })).records,
  /** Open rounds in which this person is asked, answered or not. */
  asking: async (personId: string) => (await collection.find({ waitingFor: personId }, { limit: 20 })).records,
});
