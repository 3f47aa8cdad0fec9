import type { PlanRead } from '../../store/plan/read.ts';
import type { FieldsByHand } from '../../store/plan/rules-columns.ts';
import { readPlan } from '../../store/plan/rules-read.ts';
import { readTables } from './read-tables.ts';

/** A plan as a file says it. With a problem nothing of it may be stored. `byHand`: columns that somebody set. */
export async function readPlanFile(bytes: Uint8Array, byHand: FieldsByHand = {}): Promise<PlanRead> {
  const read = await readTables(bytes);
  return 'problem' in read ? { columns: [], rows: [], problems: [read] } : readPlan(read.tables, byHand);
}
