import type { Written } from '../tiltak/record.ts';
import type { PlanRow } from './row.ts';

/**
 * A row as it is to be stored. `read`: as the file has it, when somebody has mended it; `part`: which of the several
 * tiltak that one row was divided into.
 */
export type WantedRow = PlanRow & { readonly read?: Written; readonly part?: number };

/** What a row says, cell by cell. */
export function writtenOf({ focusArea, goal, how, point, text, owner, due, status }: Written): Written {
  // filled in one by one: spreading takes six times as long, and a large plan has 10,000 of them
  const written: Written = { text, owner, due, status };
  if (focusArea !== undefined) written.focusArea = focusArea;
  if (goal !== undefined) written.goal = goal;
  if (how !== undefined) written.how = how;
  if (point !== undefined) written.point = point;
  return written;
}

/** What the file says of a row, whatever was mended in it. */
export function readAs(row: WantedRow): Written {
  return row.read ?? writtenOf(row);
}

/** What a tiltak is called by: its text, else what stands above it. «–» when only its other cells say anything. */
export function subjectOf({ text, how, goal, focusArea }: Omit<Written, 'owner' | 'due' | 'status'>): string {
  return [text, how, goal, focusArea].find((said) => said) ?? '–';
}
