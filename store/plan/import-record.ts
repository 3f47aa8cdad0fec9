import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { id, sha256 } from '../fields.ts';
import { MAX_DUE, MAX_OWNER, MAX_STATUS, MAX_TILTAK } from '../tiltak/record.ts';
import { MAX_PLAN_NAME, planColumnsSchema, planFieldSchema } from './record.ts';
import { planRowSchema } from './row.ts';

export const IMPORT_VERSION = 1;
/** More is read with `npm run import`: what is shown row by row lies in one record. */
export const MAX_IMPORT_ROWS = 2000;
export const MAX_IMPORT_BYTES = 6 * 1024 * 1024;
/** So many differences are kept, at most: a plan that was read on the command line may have more. */
export const MAX_LINES = 6000;
/** One row may be divided into so many tiltak. */
export const MAX_PARTS = 20;

const mendedSchema = planRowSchema.pick({ focusArea: true, dueOn: true }).extend({
  text: z.string().min(1).max(MAX_TILTAK),
  owner: z.string().max(MAX_OWNER),
  due: z.string().max(MAX_DUE),
  status: z.string().max(MAX_STATUS),
});
export type Mended = z.infer<typeof mendedSchema>;

const changeSchema = z.object({ field: z.string().max(20), before: z.string().max(400), after: z.string().max(400) });
const countsSchema = {
  added: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  gone: z.int().nonnegative(),
};

/** What a file makes of a plan, as people are shown it. */
export const differenceSchema = z.object({
  ...countsSchema,
  // each in few words, the new ones first, then what is changed, then what is not in the file
  lines: z
    .array(
      z.object({
        what: z.enum(['added', 'changed', 'gone']),
        tiltakId: id,
        text: z.string().max(400),
        changes: z.array(changeSchema).max(9).optional(),
      }),
    )
    .max(MAX_LINES),
});
export type Difference = z.infer<typeof differenceSchema>;

export const planImportSchema = z.object({
  ...storedFields,
  by: id,
  // the file as it was dropped into the chat
  fileId: id,
  fileName: z.string().max(300),
  sha256,
  // absent: to be chosen, for whoever reads it runs several committees
  committeeId: id.optional(),
  planName: z.string().min(1).max(MAX_PLAN_NAME),
  columns: planColumnsSchema,
  // columns that were set by hand: heading and what it holds
  byHand: z.record(z.string().max(400), planFieldSchema),
  rows: z.array(planRowSchema).max(MAX_IMPORT_ROWS),
  // what was mended, by the row's place; several in one: it is divided
  edits: z.array(z.object({ at: z.int().nonnegative(), rows: z.array(mendedSchema).min(1).max(MAX_PARTS) })),
  // storing: it was begun, and goes on where it stopped
  state: z.enum(['preview', 'storing', 'used', 'dropped']),
  // grows with every change of what is shown: only what was seen is stored
  revision: z.int().positive(),
  // the plan it was read into, and what became different
  planId: id.optional(),
  difference: differenceSchema.optional(),
});

/** A plan that was read from a file and shown: what was understood, and what somebody has mended, until it is stored. */
export type PlanImport = z.infer<typeof planImportSchema>;

type Read = Pick<
  PlanImport,
  'id' | 'tenantId' | 'by' | 'fileId' | 'fileName' | 'sha256' | 'planName' | 'columns' | 'rows'
>;

export function newPlanImport(fields: Read & Pick<PlanImport, 'committeeId'>): PlanImport {
  return { ...newlyStored(fields, IMPORT_VERSION), ...fields, byHand: {}, edits: [], state: 'preview', revision: 1 };
}
