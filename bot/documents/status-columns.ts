import type { PlanColumns, PlanField } from '../../store/plan/record.ts';

const WIDE: readonly PlanField[] = ['text', 'status', 'how'];
const MIDDLE: readonly PlanField[] = ['goal', 'focusArea', 'other'];

/** How wide each column is beside the others: what is read stands in the widest. */
export function sharesOf(columns: PlanColumns): number[] {
  return columns.map(({ field }) =>
    WIDE.includes(field) ? 6 : MIDDLE.includes(field) ? 4 : field === 'point' ? 1 : 3,
  );
}

/** The parts of a cell, each a paragraph or line of its own. */
export function partsOf(cell: string): string[] {
  return cell.split(/ \| |\n/);
}
