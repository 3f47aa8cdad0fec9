import { z } from 'zod';
import { day } from '../fields.ts';

/** Why somebody should look at a row before it is used. */
export const doubtSchema = z.enum([
  // «Tiltak» is empty: what it is about stands above it
  'no-text',
  // several paragraphs in one cell, which may be several tiltak
  'several-tiltak',
  // one cell for several rows
  'owner-merged',
  'due-merged',
  'due-unknown',
  'due-no-year',
  'due-no-day',
  'due-no-meeting',
  'owner-unknown',
  'owner-collective',
  // the file says so itself
  'marked',
]);
export type Doubt = z.infer<typeof doubtSchema>;

/** A row of a plan as it was read: texts as written, parts of one cell joined by « | ». */
export const planRowSchema = z.object({
  line: z.int().positive(),
  focusArea: z.string().max(2000).optional(),
  goal: z.string().max(2000).optional(),
  how: z.string().max(4000).optional(),
  point: z.string().max(40).optional(),
  // empty when the cell is: then its goal, or how, says what it is about
  text: z.string().max(4000),
  owner: z.string().max(1000),
  due: z.string().max(200),
  dueOn: day.optional(),
  status: z.string().max(4000),
  priority: z.string().max(400).optional(),
  // every cell as written, in the file's own columns
  cells: z.array(z.string().max(20_000)).max(60),
  doubts: z.array(doubtSchema),
});
export type PlanRow = z.infer<typeof planRowSchema>;
