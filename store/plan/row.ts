import { z } from 'zod';
import { day } from '../fields.ts';

/** Why somebody should look at a row before it is used. */
export const doubtSchema = z.enum([
  // «Tiltak» is empty: what it is about stands above it
  'no-text',
  // several paragraphs in one cell, which may be several tiltak
  'several-tiltak',
  // one cell for several rows
  'text-merged',
  'owner-merged',
  'due-merged',
  'due-unknown',
  'due-no-year',
  'due-no-day',
  'due-no-meeting',
  'owner-unknown',
  'owner-collective',
  // what a column holds, or which heading says the focus area
  'column-guessed',
  'heading-guessed',
  // the file says so itself
  'marked',
]);
export type Doubt = z.infer<typeof doubtSchema>;

/** The most characters that each part of a row may have; the longest status that was seen has 1,228. */
export const ROW_LIMITS = {
  ...{ focusArea: 2000, goal: 2000, how: 4000, point: 40, text: 4000, owner: 1000 },
  ...{ due: 200, status: 4000, priority: 400, uncertain: 400, other: 4000 },
} as const;
const upTo = (field: keyof typeof ROW_LIMITS) => z.string().max(ROW_LIMITS[field]);

/** A row of a plan as it was read: texts as written, parts of one cell joined by « | ». */
export const planRowSchema = z.object({
  line: z.int().positive(),
  focusArea: upTo('focusArea').optional(),
  goal: upTo('goal').optional(),
  how: upTo('how').optional(),
  point: upTo('point').optional(),
  // empty when the cell is: then its goal, or how, says what it is about
  text: upTo('text'),
  owner: upTo('owner'),
  due: upTo('due'),
  dueOn: day.optional(),
  status: upTo('status'),
  priority: upTo('priority').optional(),
  // every cell as written, in the file's own columns
  cells: z.array(z.string().max(20_000)).max(60),
  doubts: z.array(doubtSchema),
});
export type PlanRow = z.infer<typeof planRowSchema>;
