import type { Committee } from '../store/committee/record.ts';
import { mayRunRounds } from '../store/committee/rules.ts';
import type { StoredFile } from '../store/file/record.ts';
import {
  type Difference,
  MAX_IMPORT_BYTES,
  MAX_IMPORT_ROWS,
  newPlanImport,
  type PlanImport,
} from '../store/plan/import-record.ts';
import type { PlanRead } from '../store/plan/read.ts';
import type { Plan } from '../store/plan/record.ts';
import type { Doubt } from '../store/plan/row.ts';
import { doubtsWith } from '../store/plan/rules-doubts.ts';
import { differenceOf, wantedRows } from '../store/plan/rules-import.ts';
import type { Unread } from '../store/plan/view.ts';
import type { WantedRow } from '../store/plan/wanted.ts';
import { idFrom } from './ids.ts';
import { nextMeetingOn, previewPlan } from './plan-store.ts';
import type { Deps } from './turn.ts';
import { runBy } from './views/view.ts';

/** A row as the preview shows it. `at`: its place in the file. */
export type ShownRow = { readonly at: number; readonly row: WantedRow; readonly doubts: readonly Doubt[] };
/** What a file would make of the plan that was chosen. */
export type Previewed = {
  readonly rows: readonly ShownRow[];
  /** Absent while no committee is chosen. */
  readonly into?: {
    readonly committee: Committee;
    readonly plan: Plan;
    readonly isNew: boolean;
    readonly difference: Difference;
  };
};

/** A table as text: nothing but a handlingsplan or a list of members is read from it. */
export function isSheetOfText(name: string): boolean {
  return /\.csv$/i.test(name);
}

/** Whether a file is a table by its name: something is said of one that is none. */
export function isSheet(name: string): boolean {
  return /\.(csv|xlsx)$/i.test(name);
}

/** What a document without a plan in it lacks: it is something else, and nothing is said of it. */
export const NO_PLAN: readonly string[] = ['file-unreadable', 'file-not-plan', 'no-table', 'no-columns', 'no-rows'];

/** A plan in a file, or what is wrong with it as one. */
export async function planIn(bytes: Uint8Array, byHand: PlanImport['byHand'] = {}): Promise<PlanRead> {
  const { readPlanFile } = await import('./documents/read-plan.ts');
  return readPlanFile(bytes, byHand);
}

/** Why a table was not taken for a plan, as it is told: the first few of what is wrong. */
export function unreadOf({ problems }: Pick<PlanRead, 'problems'>): Unread {
  return problems.slice(0, 10).map(({ problem, line, heading, most }) => ({
    problem,
    ...(line !== undefined && { line }),
    ...(heading !== undefined && { heading: heading.slice(0, 400) }),
    ...(most !== undefined && { most }),
  }));
}

/** Whether a plan is too large to be shown in the chat row by row. */
export function isTooLarge({ rows }: Pick<PlanRead, 'rows'>): boolean {
  return rows.length > MAX_IMPORT_ROWS || Buffer.byteLength(JSON.stringify(rows)) > MAX_IMPORT_BYTES;
}

/** The import of a file that somebody has dropped, with the plan that is most likely meant. */
export async function importOf(deps: Deps, personId: string, file: StoredFile, read: PlanRead): Promise<PlanImport> {
  const committees = await runBy(deps, personId);
  const only = committees.length === 1 ? committees[0] : undefined;
  const plans = only === undefined ? [] : await deps.plans.of(only.id);
  const meant = plans.find(({ imports }) => imports.some(({ fileName }) => fileName === file.name)) ?? newest(plans);
  const byName = file.name
    .replace(/\.[^.]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return newPlanImport({
    id: idFrom('import', file.id),
    tenantId: file.tenantId,
    by: personId,
    fileId: file.id,
    fileName: file.name,
    sha256: file.sha256,
    ...(only && { committeeId: only.id }),
    planName: meant?.name ?? (byName || file.name),
    columns: read.columns,
    rows: [...read.rows],
  });
}

function newest(plans: readonly Plan[]): Plan | undefined {
  const lastAt = ({ imports }: Plan) => imports.at(-1)?.at.getTime() ?? 0;
  return plans.toSorted((a, b) => lastAt(b) - lastAt(a))[0];
}

/** Somebody's own import, with the committee that it is for; else the notice that says why not. */
export async function ownImport(
  deps: Deps,
  personId: string,
  importId: string,
): Promise<{ readonly planImport: PlanImport; readonly committee?: Committee } | { readonly refused: string }> {
  const planImport = await deps.imports.collection.get(importId);
  if (planImport === undefined) return { refused: 'not-found' };
  if (planImport.by !== personId) return { refused: 'not-your-import' };
  const { committeeId } = planImport;
  if (committeeId === undefined) return { planImport };
  const committee = await deps.committees.collection.get(committeeId);
  if (committee === undefined) return { refused: 'not-found' };
  // whoever has lost the right to it since sees nothing more of the committee's plan
  return mayRunRounds(committee, personId) ? { planImport, committee } : { refused: 'not-for-you' };
}

/** A row as it is meant by now; the first part of one that was divided, unless told which. */
export function shownRow(planImport: PlanImport, at: number, part: number | undefined) {
  const rows = wantedRows(planImport).filter((row) => row.at === at);
  return rows.find((one) => one.part === part) ?? rows[0];
}

/** What an import shows and would do, by what is stored now. */
export async function previewedOf(
  deps: Deps,
  planImport: PlanImport,
  committee: Committee | undefined,
): Promise<Previewed> {
  const rows = wantedRows(planImport);
  if (committee === undefined) return { rows: rows.map(({ at, ...row }) => ({ at, row, doubts: row.doubts })) };
  const now = deps.now();
  const { planName: name, columns, by } = planImport;
  const { plan, isNew, merge, directory } = await previewPlan(deps, { committee, name, columns, rows, by, now });
  const doubtsOf = doubtsWith(plan, directory, await nextMeetingOn(deps, committee.id, now));
  return {
    rows: rows.map(({ at, ...row }) => ({ at, row, doubts: doubtsOf(row) })),
    into: { committee, plan, isNew, difference: differenceOf(merge) },
  };
}
