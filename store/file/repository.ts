import type { Collection, Definition } from '../engine/engine.ts';
import { FILE_VERSION, fileSchema, type StoredFile } from './record.ts';

export const fileDefinition: Definition<StoredFile> = {
  name: 'files',
  schema: fileSchema,
  schemaVersion: FILE_VERSION,
  upcast: {},
  indexes: [],
};

/** The questions the bot asks about files: by id. */
export const fileRepository = (collection: Collection<StoredFile>) => ({ collection });
