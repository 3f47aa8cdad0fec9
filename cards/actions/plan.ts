import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { scopeSchema } from '../../store/plan/view.ts';
import { page, typed } from './fields.ts';

const importId = id;
const planId = id;
const at = z.int().nonnegative();
const part = z.int().positive().optional();
const tiltakId = id;
/** Longer than a form takes, so that it can say so. */
const long = z.string().max(150_000).optional();
/** What ten columns of a page hold, in their order. */
const fields = {
  ...{ field0: typed, field1: typed, field2: typed, field3: typed, field4: typed },
  ...{ field5: typed, field6: typed, field7: typed, field8: typed, field9: typed },
};

/** What the cards about a plan send: the reading of its file, and what it leaves open. */
export const planActions = [
  z.object({ verb: z.literal('plan.read'), fileId: id }),
  z.object({ verb: z.literal('plan.preview'), importId, page }),
  z.object({ verb: z.literal('plan.row-form'), importId, at, part }),
  z.object({
    verb: z.literal('plan.row'),
    importId,
    at,
    part,
    text: long,
    focusArea: long,
    owner: typed,
    due: typed,
    dueOn: typed,
    status: long,
  }),
  z.object({ verb: z.literal('plan.split-form'), importId, at }),
  z.object({ verb: z.literal('plan.split'), importId, at, parts: long }),
  z.object({ verb: z.literal('plan.columns-form'), importId, page }),
  z.object({ verb: z.literal('plan.columns'), importId, page, ...fields }),
  z.object({ verb: z.literal('plan.choose-form'), importId }),
  z.object({ verb: z.literal('plan.choose'), importId, plan: typed, name: typed }),
  z.object({ verb: z.literal('plan.difference'), importId, page }),
  z.object({ verb: z.literal('plan.use'), importId, revision: z.int().positive() }),
  z.object({ verb: z.literal('plan.drop'), importId }),
  z.object({ verb: z.literal('plan.done'), importId, page }),
  z.object({ verb: z.literal('plan.take-out'), importId }),
  z.object({ verb: z.literal('plan.ask'), planId, page }),
  z.object({ verb: z.literal('plan.contact-form'), planId, tiltakId, scope: scopeSchema }),
  z.object({
    verb: z.literal('plan.contact'),
    planId,
    tiltakId,
    scope: scopeSchema,
    ticked: long,
    picked: typed,
    name: typed,
    nobody: z.literal(true).optional(),
  }),
  z.object({ verb: z.literal('plan.date-form'), planId, tiltakId }),
  z.object({ verb: z.literal('plan.date'), planId, tiltakId, on: typed, none: z.literal(true).optional() }),
] as const;
