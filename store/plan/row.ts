import { z } from 'zod';
import { day } from '../fields.ts';
import type { PlanColumns } from './record.ts';

/** Why somebody should look at a row before it is used. The owner's come when it is looked up. */
export const doubtSchema = z.enum([
  // «Tiltak» is empty: what it is about stands above it
  'no-text',
  // several paragraphs in one cell, which may be several tiltak
  'several-tiltak',
  // one cell for several rows
  'text-merged',
  'owner-merged',
  'due-merged',
  'due-no-year',
  'due-no-day',
  'due-unknown',
  'due-next-meeting',
  'column-guessed',
  'heading-guessed',
  // the file says so itself
  'marked',
  'owner-unknown',
  'owner-collective',
]);
export type Doubt = z.infer<typeof doubtSchema>;

/** A row of a plan as it was read: one tiltak, or several that stand in one cell. Parts of one cell joined by « | ». */
export const planRowSchema = z
  .object({
    line: z.int().positive(),
    focusArea: z.string().max(2000).optional(),
    goal: z.string().max(2000).optional(),
    how: z.string().max(4000).optional(),
    point: z.string().max(40).optional(),
    // empty when the cell is: then its goal, or how, says what it is about
    text: z.string().max(4000),
    owner: z.string().max(1000),
    due: z.string().max(200),
    // the last day meant, when it is understood
    dueOn: day.optional(),
    status: z.string().max(4000),
    priority: z.string().max(400).optional(),
    // every cell as written, one for each of the plan's columns: the report writes them back
    cells: z.array(z.string().max(20_000)).max(60).readonly(),
    doubts: z.array(doubtSchema).readonly(),
  })
  .readonly();
export type PlanRow = z.infer<typeof planRowSchema>;

export type { PlanField } from './record.ts';
export type PlanColumn = PlanColumns[number];
/** What is wrong with a file as a plan. */
export type PlanProblem =
  | 'file-empty'
  | 'file-too-large'
  | 'file-unreadable'
  | 'file-not-plan'
  | 'file-old-format'
  | 'no-table'
  | 'no-columns'
  | 'no-rows'
  | 'column-unknown'
  | 'too-many-rows'
  | 'cell-too-long'
  | 'too-many-cells'
  | 'quote-open';

/** `heading`: the one that was set by hand and that no table has. */
export type PlanProblemAt = { readonly problem: PlanProblem; readonly line?: number; readonly heading?: string };

/** A plan as it was read. With a problem, nothing of it may be stored. */
export type PlanRead = {
  readonly columns: PlanColumns;
  readonly rows: readonly PlanRow[];
  readonly problems: readonly PlanProblemAt[];
};
