import type { PlanColumns } from './record.ts';
import type { PlanRow } from './row.ts';

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
  | 'too-many-columns'
  | 'too-many-rows'
  | 'too-many-cells'
  | 'cell-too-long'
  | 'quote-open';

/** A problem, in which row, under which heading, and how much would be allowed, where that can be said. */
export type PlanProblemAt = {
  readonly problem: PlanProblem;
  readonly line?: number;
  readonly heading?: string;
  readonly most?: number;
};

/** A plan as it was read. With a problem, nothing of it may be stored. */
export type PlanRead = {
  readonly columns: PlanColumns;
  readonly rows: readonly PlanRow[];
  readonly problems: readonly PlanProblemAt[];
};
