import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Plan, PlanColumns } from './record.ts';

/** How long a file is read into a plan before somebody else may: whoever began may have stopped half-way. */
const LEASE_MS = 120_000;

export type Counts = Pick<Plan['imports'][number], 'rows' | 'added' | 'changed' | 'gone'>;

/** Reserves a plan for a file that is read into it. The same file again goes on, and keeps what it was counted to be. */
export function beginImport(
  plan: Plan,
  {
    key,
    by,
    columns,
    ...counts
  }: Counts & { readonly key: string; readonly by: string; readonly columns: PlanColumns },
  realNow: Date,
): Result<Plan, 'import-under-way'> {
  const { importing } = plan;
  if (importing !== undefined && importing.key !== key && importing.until > realNow) return refuse('import-under-way');
  const until = new Date(realNow.getTime() + LEASE_MS);
  const begun = importing?.key === key ? { ...importing, until } : { key, by, until, ...counts };
  return done({ ...plan, columns, importing: begun });
}

/** All rows of a file are stored. Safe to repeat. */
export function endImport(
  plan: Plan,
  { key, fileName, sha256 }: { readonly key: string; readonly fileName: string; readonly sha256: string },
  now: Date,
): Result<Plan, never> {
  const { importing, ...rest } = plan;
  if (importing?.key !== key) return done(plan);
  const { by, rows, added, changed, gone } = importing;
  const told = { at: now, by, fileName, sha256, rows, added, changed, gone };
  return done(
    note({ ...rest, imports: [...plan.imports, told].slice(-MAX_IMPORTS) }, { at: now, by, what: 'imported' }),
  );
}

const MAX_IMPORTS = 500;
