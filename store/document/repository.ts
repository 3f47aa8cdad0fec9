import type { Collection, Definition } from '../engine/engine.ts';
import { DOCUMENT_VERSION, type Document, documentSchema } from './record.ts';

export const documentDefinition: Definition<Document> = {
  name: 'documents',
  schema: documentSchema,
  schemaVersion: DOCUMENT_VERSION,
  upcast: {},
  indexes: [{ fields: ['draftIn'] }],
};

/** The questions the bot asks about documents. */
export const documentRepository = (collection: Collection<Document>) => ({
  collection,
  /** What these committees have begun and not sent. */
  draftsIn: async (committeeIds: readonly string[]) =>
    (await collection.find({ draftIn: { in: committeeIds } }, { limit: 100 })).records,
});
export type DocumentRepository = ReturnType<typeof documentRepository>;
