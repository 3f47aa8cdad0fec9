import type { PlanRead } from '../../store/plan/read.ts';
import type { FieldsByHand } from '../../store/plan/rules-columns.ts';
import { openTables } from './read-tables.ts';

/**
 * Looks at what kind a file is, and says how the plan in it is read: to be called, once. Whoever has something else to do
 * does it after this, while the file is read in a thread of its own. `byHand`: columns that somebody set.
 */
export async function openPlanFile(bytes: Uint8Array): Promise<(byHand?: FieldsByHand) => Promise<PlanRead>> {
  const opened = await openTables(bytes);
  return async (byHand = {}) => {
    const reading = 'problem' in opened ? opened : opened.read();
    const [read, { readPlan }] = await Promise.all([reading, import('../../store/plan/rules-read.ts')]);
    return 'problem' in read ? { columns: [], rows: [], problems: [read] } : readPlan(read.tables, byHand);
  };
}

/** A plan as a file says it. With a problem nothing of it may be stored. `byHand`: columns that somebody set. */
export async function readPlanFile(bytes: Uint8Array, byHand: FieldsByHand = {}): Promise<PlanRead> {
  const read = await openPlanFile(bytes);
  return read(byHand);
}
