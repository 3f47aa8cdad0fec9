import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';

/** What is wrong with a file as a plan, and where. */
export const unreadSchema = z
  .array(
    z.object({
      problem: id,
      line: z.int().positive().optional(),
      heading: z.string().max(400).optional(),
      most: z.int().nonnegative().optional(),
    }),
  )
  .max(10);
export type Unread = z.infer<typeof unreadSchema>;

/** What a contact is named for: an owner as it is written, all of a focus area that has no owner, or one tiltak. */
export const scopeSchema = z.enum(['owner', 'area', 'tiltak']);
export type Scope = z.infer<typeof scopeSchema>;

const importId = id;
const planId = id;
const at = z.int().nonnegative();
const part = z.int().positive().optional();

/** What is shown of a plan that is read from a file, and of what it leaves open. */
export const planViews = [
  // a file that is no plan, and nothing else either
  z.object({ view: z.literal('plan-unread'), name: z.string().max(300), unread: unreadSchema }),
  z.object({ view: z.literal('plan-preview'), importId, page, problem: id.optional() }),
  z.object({ view: z.literal('plan-row-form'), importId, at, part, ...form }),
  z.object({ view: z.literal('plan-split-form'), importId, at, ...form }),
  z.object({ view: z.literal('plan-columns-form'), importId, page, unread: unreadSchema.optional() }),
  z.object({ view: z.literal('plan-choose-form'), importId, ...form }),
  z.object({ view: z.literal('plan-difference'), importId, page }),
  z.object({ view: z.literal('plan-done'), importId, page, problem: id.optional() }),
  z.object({ view: z.literal('plan-ask'), planId, page, problem: id.optional() }),
  z.object({ view: z.literal('plan-contact-form'), planId, tiltakId: id, scope: scopeSchema, ...form }),
  z.object({ view: z.literal('plan-date-form'), planId, tiltakId: id, ...form }),
] as const;
