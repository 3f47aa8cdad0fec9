import { duePage, outboxIndexes } from '../due.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { COMMITTEE_VERSION, type Committee, committeeSchema } from './record.ts';

export const committeeDefinition: Definition<Committee> = {
  name: 'committees',
  schema: committeeSchema,
  schemaVersion: COMMITTEE_VERSION,
  upcast: {},
  indexes: [
    { fields: ['people'], many: true },
    { fields: ['varaIds'], many: true },
    { fields: ['tenantId', 'shortName'], sorted: 'text' },
    { fields: ['lifeDueAt'], sorted: 'date' },
    ...outboxIndexes,
  ],
};

/** The questions the bot asks about committees. */
export const committeeRepository = (collection: Collection<Committee>) => ({
  collection,
  /** Committees in which this person has a seat or a role. */
  of: async (personId: string) => (await collection.find({ people: personId })).records,
  /** Committees in which this person is vara for a seat. */
  withVara: async (personId: string) => (await collection.find({ varaIds: personId })).records,
  /** Committees in which any of these people has a seat or a role, each once. */
  sharing: async (personIds: readonly string[]) => {
    const { records } = await collection.find({ people: { in: personIds } }, { limit: 500 });
    return [...new Map(records.map((committee) => [committee.id, committee])).values()];
  },
  /** Committees for which something that was planned is due by this time, the one that waited longest first. */
  dueToLive: (by: Date) => duePage(collection, 'lifeDueAt', by, 50),
  /** The committees of an organisation, in the order of their short names; at most the first 300. */
  inTenant: async (tenantId: string) =>
    (await collection.find({ tenantId }, { sort: 'shortName', limit: 300 })).records,
});
