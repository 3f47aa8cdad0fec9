import type { Collection, Definition } from '../engine/engine.ts';
import { IMPORT_VERSION, type PlanImport, planImportSchema } from './import-record.ts';

export const planImportDefinition: Definition<PlanImport> = {
  name: 'imports',
  schema: planImportSchema,
  schemaVersion: IMPORT_VERSION,
  upcast: {},
  indexes: [],
};

/** The questions the bot asks about imports: by id. */
export const planImportRepository = (collection: Collection<PlanImport>) => ({ collection });
