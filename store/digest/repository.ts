import { duePage, outboxIndexes } from '../due.ts';
import type { Collection, Definition } from '../engine/engine.ts';
import { DIGEST_VERSION, type Digest, digestSchema } from './record.ts';

export const digestDefinition: Definition<Digest> = {
  name: 'digests',
  schema: digestSchema,
  schemaVersion: DIGEST_VERSION,
  upcast: {},
  indexes: [{ fields: ['sendDueAt'], sorted: 'date' }, ...outboxIndexes],
};

/** The questions the bot asks about digests. */
export const digestRepository = (collection: Collection<Digest>) => ({
  collection,
  /** Those whose next digest may be sent by this time, the one that waited longest first. */
  dueToSend: (by: Date) => duePage(collection, 'sendDueAt', by, 50),
});
