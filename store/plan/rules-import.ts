import { done, type Result, refuse } from '../result.ts';
import { type Difference, MAX_LINES, type Mended, type PlanImport } from './import-record.ts';
import type { PlanField } from './record.ts';
import type { Merge } from './rules-merge.ts';
import { type WantedRow, writtenOf } from './wanted.ts';

export type ImportRefusal =
  | 'plan-used'
  | 'plan-half'
  | 'plan-dropped'
  | 'import-changed'
  | 'not-your-import'
  | 'row-gone';

/** What is previewed may be changed by whoever dropped the file, until it is used. */
function changed(given: PlanImport, personId: string, change: Partial<PlanImport>): Result<PlanImport, ImportRefusal> {
  const refusal = closedTo(given, personId);
  if (refusal !== undefined) return refuse(refusal);
  return done({ ...given, ...change, revision: given.revision + 1 });
}

function closedTo({ by, state }: PlanImport, personId: string): ImportRefusal | undefined {
  if (by !== personId) return 'not-your-import';
  if (state === 'dropped') return 'plan-dropped';
  if (state === 'storing') return 'plan-half';
  return state === 'preview' ? undefined : 'plan-used';
}

/** Into which plan it is read. */
export function choosePlan(
  given: PlanImport,
  { committeeId, planName }: { readonly committeeId: string; readonly planName: string },
  personId: string,
): Result<PlanImport, ImportRefusal> {
  return changed(given, personId, { committeeId, planName });
}

/** One row as it is meant; several: it is divided into these. */
export function mendRow(
  given: PlanImport,
  at: number,
  rows: readonly Mended[],
  personId: string,
): Result<PlanImport, ImportRefusal> {
  if (given.rows[at] === undefined) return refuse('row-gone');
  const others = given.edits.filter((edit) => edit.at !== at);
  return changed(given, personId, { edits: [...others, { at, rows: [...rows] }] });
}

/** What its columns hold was set by hand, and it was read anew: what was mended in its rows is read anew too. */
export function readAnew(
  given: PlanImport,
  {
    columns,
    rows,
    byHand,
  }: Pick<PlanImport, 'columns' | 'rows'> & { readonly byHand: Readonly<Record<string, PlanField>> },
  personId: string,
): Result<PlanImport, ImportRefusal> {
  return changed(given, personId, { columns, rows, byHand: { ...byHand }, edits: [] });
}

/** «Avbryt»: nothing of it is stored. */
export function dropImport(given: PlanImport, personId: string): Result<PlanImport, ImportRefusal> {
  if (given.by === personId && given.state === 'dropped') return done(given);
  return changed(given, personId, { state: 'dropped' });
}

/** The same file is asked for again after «Avbryt». */
export function openAgain(given: PlanImport, personId: string): Result<PlanImport, 'not-your-import'> {
  if (given.by !== personId) return refuse('not-your-import');
  return done(given.state === 'dropped' ? { ...given, state: 'preview', revision: given.revision + 1 } : given);
}

/** «Les inn»: what was shown is what is stored, and what was begun goes on. */
export function useImport(
  given: PlanImport,
  revision: number,
  { planId, difference }: { readonly planId: string; readonly difference: Difference },
  personId: string,
): Result<PlanImport, ImportRefusal> {
  if (given.by === personId && given.state === 'storing') return done(given);
  const refusal = closedTo(given, personId);
  if (refusal !== undefined) return refuse(refusal);
  if (given.revision !== revision) return refuse('import-changed');
  return done({ ...given, state: 'storing', planId, difference });
}

/** All of it is stored. Safe to repeat. */
export function endUse(given: PlanImport): Result<PlanImport, never> {
  return done(given.state === 'storing' ? { ...given, state: 'used' } : given);
}

/** The plan is being read into by somebody else: it waits as it was. */
export function waitAgain(given: PlanImport): Result<PlanImport, never> {
  if (given.state !== 'storing') return done(given);
  const { planId: _plan, difference: _difference, ...rest } = given;
  return done({ ...rest, state: 'preview' });
}

/** The rows as they are to be stored. `at`: the place of the row that each comes from. */
export function wantedRows({
  rows,
  edits,
}: Pick<PlanImport, 'rows' | 'edits'>): (WantedRow & { readonly at: number })[] {
  const mended = new Map(edits.map((edit) => [edit.at, edit.rows]));
  return rows.flatMap((row, at) => {
    const parts = mended.get(at);
    if (parts === undefined) return { ...row, at };
    const { dueOn: _due, focusArea: _area, ...kept } = row;
    const read = writtenOf(row);
    return parts.map((part, n) => ({
      ...kept,
      ...part,
      at,
      read,
      doubts: [],
      ...(parts.length > 1 && { part: n + 1 }),
    }));
  });
}

const MAX_SHOWN = 200;
const short = (text: string) => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)} …` : text);

/** What a file makes of a plan, in few words. */
export function differenceOf({ added, changed, unchanged, gone }: Merge): Difference {
  return {
    added: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    gone: gone.length,
    lines: [
      ...added.map(({ id, text }) => ({ what: 'added' as const, tiltakId: id, text: short(text) })),
      ...changed.map(({ before, changes }) => ({
        what: 'changed' as const,
        tiltakId: before.id,
        text: short(before.text),
        changes: changes.map((one) => ({ field: one.field, before: short(one.before), after: short(one.after) })),
      })),
      ...gone.map(({ id, text }) => ({ what: 'gone' as const, tiltakId: id, text: short(text) })),
    ].slice(0, MAX_LINES),
  };
}
