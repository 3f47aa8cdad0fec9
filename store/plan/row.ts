/** What a column of a plan holds. `uncertain`: the plan's own mark on a row that somebody should look at. */
export type PlanField =
  | 'focusArea'
  | 'goal'
  | 'how'
  | 'point'
  | 'text'
  | 'owner'
  | 'due'
  | 'status'
  | 'priority'
  | 'uncertain'
  | 'other';

/** Why a person should look at a row. The last two come when its owner is looked up. */
export type Doubt =
  | 'no-text'
  | 'several-tiltak'
  | 'text-merged'
  | 'owner-merged'
  | 'due-merged'
  | 'due-no-year'
  | 'due-no-day'
  | 'due-unknown'
  | 'due-next-meeting'
  | 'column-guessed'
  | 'heading-guessed'
  | 'marked'
  | 'owner-unknown'
  | 'owner-collective';

/** One row of a plan: one tiltak, or several that stand in one cell. */
export type PlanRow = {
  readonly line: number;
  readonly focusArea?: string;
  readonly goal?: string;
  readonly how?: string;
  readonly point?: string;
  /** As written, parts joined by ` | `; empty when the cell is: then goal or how says what it is about. */
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly status: string;
  /** The last day meant, `YYYY-MM-DD`, when it is understood. */
  readonly dueOn?: string;
  readonly priority?: string;
  /** All cells as written, one for each of the plan's columns: the report writes them back. */
  readonly cells: readonly string[];
  readonly doubts: readonly Doubt[];
};

export type PlanColumn = { readonly heading: string; readonly field: PlanField };

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
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly PlanRow[];
  readonly problems: readonly PlanProblemAt[];
};
