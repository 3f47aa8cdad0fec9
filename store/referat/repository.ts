import { outboxIndexes } from '../due.ts';
import { startingAt } from '../engine/cursor.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { REFERAT_VERSION, type Referat, referatSchema } from './record.ts';

export const referatDefinition: Definition<Referat> = {
  name: 'referater',
  schema: referatSchema,
  schemaVersion: REFERAT_VERSION,
  upcast: {},
  indexes: [
    { fields: ['activeIn', 'meetingOn'], sorted: 'text' },
    { fields: ['committeeId', 'meetingOn'], sorted: 'text' },
    ...outboxIndexes,
  ],
};

/** The questions the bot asks about referater. */
export const referatRepository = (collection: Collection<Referat>) => ({
  collection,
  /** Those that are not published yet, the newest meeting first; at most the first 500 by the day of their meeting. */
  active: async (committeeIds: readonly string[]) => {
    const question = { activeIn: { in: committeeIds } };
    const { records } = await collection.find(question, { sort: 'meetingOn', limit: 500 });
    return records.toReversed();
  },
  /** Those of meetings on this day or later, whatever became of them, the oldest meeting first; at most 500. */
  since: async (committeeIds: readonly string[], on: string) => {
    const options = { sort: 'meetingOn', after: startingAt(on), limit: 500 } as const;
    return (await collection.find({ committeeId: { in: committeeIds } }, options)).records;
  },
});
