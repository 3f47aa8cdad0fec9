import { COLUMNS_ON_PAGE } from '../../cards/plan-forms.ts';
import { change } from '../../store/change.ts';
import type { Mended, PlanImport } from '../../store/plan/import-record.ts';
import { type PlanField, planFieldSchema } from '../../store/plan/record.ts';
import { readParts, readRow } from '../../store/plan/rules-form.ts';
import { mendRow, readAnew } from '../../store/plan/rules-import.ts';
import { isTooLarge, ownImport, planIn, shownRow, unreadOf } from '../plan-import.ts';
import type { Handlers } from '../turn.ts';
import { notice, show, typedFrom } from './answers.ts';
import { refused } from './plan.ts';

/** What somebody mends in a plan before it is stored. */
export const planMendHandlers = {
  'plan.row-form': async (_deps, _turn, { importId, at, part }) =>
    show({ view: 'plan-row-form', importId, at, ...(part !== undefined && { part }) }),

  'plan.row': async (deps, { person }, { verb: _verb, importId, at, part, ...fields }) => {
    const own = await ownImport(deps, person.id, importId);
    if ('refused' in own) return notice(own.refused);
    const row = shownRow(own.planImport, at, part);
    if (row === undefined) return refused(importId, 'row-gone');
    const read = readRow({ ...fields, status: fields.status ?? row.status });
    if ('problems' in read)
      return show({
        view: 'plan-row-form',
        importId,
        at,
        ...(part !== undefined && { part }),
        typed: typedFrom(fields),
        problems: [...read.problems],
      });
    const mended = await change(deps.imports.collection, importId, (one) =>
      mendRow(one, at, withPart(one, { at, part }, read.row), person.id),
    );
    return mended.ok
      ? show({ view: 'plan-preview', importId, problem: 'row-mended' })
      : refused(importId, mended.refusal);
  },

  'plan.split-form': async (_deps, _turn, { importId, at }) => show({ view: 'plan-split-form', importId, at }),

  'plan.split': async (deps, { person }, { importId, at, parts }) => {
    const own = await ownImport(deps, person.id, importId);
    if ('refused' in own) return notice(own.refused);
    const row = own.planImport.rows[at];
    if (row === undefined) return refused(importId, 'row-gone');
    const read = readParts(row, parts);
    if ('problems' in read)
      return show({ view: 'plan-split-form', importId, at, typed: typedFrom({ parts }), problems: [...read.problems] });
    const divided = await change(deps.imports.collection, importId, (one) => mendRow(one, at, read.rows, person.id));
    return divided.ok
      ? show({ view: 'plan-preview', importId, problem: 'row-split' })
      : refused(importId, divided.refusal);
  },

  'plan.columns-form': async (_deps, _turn, { importId, page }) =>
    show({ view: 'plan-columns-form', importId, ...(page !== undefined && { page }) }),

  'plan.columns': async (deps, { person }, { verb: _verb, importId, page = 0, ...fields }) => {
    const own = await ownImport(deps, person.id, importId);
    if ('refused' in own) return notice(own.refused);
    const { planImport } = own;
    const file = await deps.files.collection.get(planImport.fileId);
    if (file === undefined) return notice('not-found');
    const byHand = { ...planImport.byHand, ...chosenIn(planImport, page, fields) };
    const read = await planIn(Buffer.from(file.base64, 'base64'), byHand);
    if (read.problems.length > 0) return show({ view: 'plan-columns-form', importId, page, unread: unreadOf(read) });
    if (isTooLarge(read)) return notice('plan-too-large');
    const { columns, rows } = read;
    const result = await change(deps.imports.collection, importId, (one) =>
      readAnew(one, { columns, rows: [...rows], byHand }, person.id),
    );
    return result.ok
      ? show({ view: 'plan-preview', importId, problem: 'columns-set' })
      : refused(importId, result.refusal);
  },
} satisfies Partial<Handlers>;

/** A row that was divided keeps its other parts. */
function withPart(
  { edits }: PlanImport,
  { at, part }: { readonly at: number; readonly part: number | undefined },
  row: Mended,
): Mended[] {
  const before = edits.find((edit) => edit.at === at)?.rows ?? [];
  if (part === undefined || before.length < 2) return [row];
  return before.map((one, n) => (n + 1 === part ? row : one));
}

/** What was chosen for the columns of a page, where it is another than what was understood. */
function chosenIn(
  { columns }: PlanImport,
  page: number,
  fields: Readonly<Record<string, string | undefined>>,
): Record<string, PlanField> {
  const here = columns.slice(page * COLUMNS_ON_PAGE, (page + 1) * COLUMNS_ON_PAGE);
  return Object.fromEntries(
    here.flatMap(({ heading, field }, n) => {
      const chosen = planFieldSchema.safeParse(fields[`field${n}`]);
      return chosen.success && chosen.data !== field && heading !== '' ? [[heading, chosen.data] as const] : [];
    }),
  );
}
