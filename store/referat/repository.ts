import type { Collection, Definition } from '../engine/engine.ts';
import { REFERAT_VERSION, type Referat, referatSchema } from './record.ts';

export const referatDefinition: Definition<Referat> = {
  name: 'referater',
  schema: referatSchema,
  schemaVersion: REFERAT_VERSION,
  upcast: {},
  indexes: [
    { fields: ['draftIn', 'meetingOn'], sorted: 'text' },
    { fields: ['outboxDueAt'], sorted: 'date' },
    { fields: ['contactDueAt'], sorted: 'date' },
  ],
};

/** The questions the bot asks about referater. */
export const referatRepository = (collection: Collection<Referat>) => ({
  collection,
  /** Drafts that were not sent yet, by the day of their meeting. */
  drafts: async (committeeIds: readonly string[]) =>
    (await collection.find({ draftIn: { in: committeeIds } }, { sort: 'meetingOn', limit: 20 })).records,
});
export type ReferatRepository = ReturnType<typeof referatRepository>;
