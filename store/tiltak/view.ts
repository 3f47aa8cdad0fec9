import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';
import { statusClassSchema } from './status-class.ts';

/** Which tiltak of a plan are shown: those that stand in one class, or that lack something. */
export const filterSchema = z.enum([
  'all',
  'overdue',
  'no-owner',
  'no-contact',
  'no-due',
  ...statusClassSchema.options,
  'prose',
  'none',
  'closed',
]);
export type Filter = z.infer<typeof filterSchema>;

/** A plan; without one, what its committee has decided in its saker. */
export const ofPlan = { committeeId: id, planId: id.optional() };

/** What is shown of tiltak: to those who may answer for them, and to the committee that has them. */
export const tiltakViews = [
  // the viewer's own, and the plans of the viewer's committees
  z.object({ view: z.literal('tiltak'), page }),
  z.object({ view: z.literal('tiltak-plan'), ...ofPlan, problem: id.optional() }),
  // `area`: which of the plan's focus areas, the first one 0
  z.object({ view: z.literal('tiltak-list'), ...ofPlan, filter: filterSchema.optional(), area: page, page }),
  z.object({ view: z.literal('tiltak-changes'), ...ofPlan, page }),
  z.object({ view: z.literal('tiltak-one'), tiltakId: id, page, problem: id.optional() }),
  z.object({ view: z.literal('tiltak-edit'), tiltakId: id, ...form }),
  z.object({ view: z.literal('tiltak-close'), tiltakId: id }),
  z.object({ view: z.literal('tiltak-add'), ...ofPlan, newId: id, ...form }),
] as const;
