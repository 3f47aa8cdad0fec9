import { outboxIndexes } from '../due.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { SAK_VERSION, type Sak, type SakStatus, sakSchema } from './record.ts';

export const sakDefinition: Definition<Sak> = {
  name: 'saker',
  schema: sakSchema,
  schemaVersion: SAK_VERSION,
  upcast: {},
  indexes: [
    { fields: ['openIn'] },
    { fields: ['meetingId'] },
    { fields: ['proposedBy', 'proposedAt'], sorted: 'date' },
    { fields: ['committeeId', 'status', 'proposedAt'], sorted: 'date' },
    { fields: ['draftOf'] },
    { fields: ['likeness'], many: true },
    ...outboxIndexes,
  ],
};

/** The questions the bot asks about saker. */
export const sakRepository = (collection: Collection<Sak>) => ({
  collection,
  /** What these committees have not finished with. */
  openIn: async (committeeIds: readonly string[]) =>
    (await collection.find({ openIn: { in: committeeIds } }, { limit: 500 })).records,
  /** The saker on a meeting's agenda, in no order. */
  onAgendaOf: async (meetingId: string) => (await collection.find({ meetingId }, { limit: 200 })).records,
  /** What this person has proposed, the newest first. */
  proposedBy: async (personId: string) =>
    (await collection.find({ proposedBy: personId }, { sort: 'proposedAt', limit: 500 })).records.toReversed(),
  /** What was proposed to a committee and stands so, the newest first, fifty at a time. */
  proposedTo: (committeeId: string, statuses: readonly SakStatus[], after?: string) =>
    collection.find(
      { committeeId, status: { in: statuses } },
      { sort: 'proposedAt', isReversed: true, limit: 50, ...(after !== undefined && { after }) },
    ),
  /** Those with any of these words in their title, of which a question reads a bounded number. */
  withWords: async (likeness: readonly string[]) =>
    (await collection.find({ likeness: { in: likeness } }, { limit: 300 })).records,
  /** What this person has begun and not sent. */
  draftsOf: async (personId: string) => (await collection.find({ draftOf: personId }, { limit: 20 })).records,
});
