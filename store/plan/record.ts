import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { day, id, instant, sha256 } from '../fields.ts';
import { MAX_CONTACTS, MAX_DUE, MAX_OWNER } from '../tiltak/record.ts';

export const PLAN_VERSION = 1;
export const MAX_PLAN_NAME = 200;
/** More columns than any plan has. */
export const MAX_COLUMNS = 60;
export const MAX_HEADING = 400;

/** What a column of a plan says. `other`: kept and written back, and not understood. */
export const planFieldSchema = z.enum([
  'focusArea',
  'goal',
  'how',
  'point',
  'text',
  'owner',
  'due',
  'status',
  'priority',
  'uncertain',
  'other',
]);
export type PlanField = z.infer<typeof planFieldSchema>;

export const planColumnsSchema = z
  .array(z.object({ heading: z.string().max(MAX_HEADING), field: planFieldSchema }))
  .max(MAX_COLUMNS);
export type PlanColumns = z.infer<typeof planColumnsSchema>;

const counts = {
  rows: z.int().nonnegative(),
  added: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  gone: z.int().nonnegative(),
};

export const planSchema = z.object({
  ...storedFields,
  committeeId: id,
  name: z.string().min(1).max(MAX_PLAN_NAME),
  // the document's own columns, in its order: the status table is written in them
  columns: planColumnsSchema,
  // whom the secretariat has named for an owner as it is written: for every tiltak of the plan that says the same
  contacts: z
    .array(z.object({ written: z.string().max(MAX_OWNER), personIds: z.array(id).max(MAX_CONTACTS) }))
    .max(500),
  // what the secretariat has said that a due time means, as it is written; without a day it has none
  dates: z.array(z.object({ written: z.string().max(MAX_DUE), on: day.optional() })).max(500),
  // a file that is being read into it: nobody else reads one into it before this time, which is real time. The same file
  // again goes on where it stopped
  importing: z.object({ key: id, by: id, until: instant, ...counts }).optional(),
  // each time it was read from a file
  imports: z
    .array(
      z.object({
        at: instant,
        by: id,
        fileName: z.string().max(300),
        sha256,
        ...counts,
      }),
    )
    .max(500),
  emitted: z.int().nonnegative(),
});

/** A handlingsplan: its tiltak are records of their own. */
export type Plan = z.infer<typeof planSchema>;

/** A committee has one plan of a name: this is the key that says so. */
export const planKey = (committeeId: string, name: string) => `plan:${committeeId}:${name.trim().toLowerCase()}`;

export function newPlan(fields: Pick<Plan, 'id' | 'tenantId' | 'committeeId' | 'name' | 'columns'>): Plan {
  const { committeeId, name } = fields;
  return {
    ...newlyStored({ ...fields, keys: [planKey(committeeId, name)] }, PLAN_VERSION),
    contacts: [],
    dates: [],
    imports: [],
    emitted: 0,
    ...fields,
  };
}
