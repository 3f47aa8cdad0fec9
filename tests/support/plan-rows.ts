import type { PlanRead } from '../../store/plan/read.ts';
import type { Cell, Table } from '../../store/plan/table.ts';

/** «^» goes on from above, «<» from the left; bars keep parts apart. */
export function aTable(lines: readonly (readonly string[])[], more: Partial<Table> = {}): Table {
  const above: (readonly string[])[] = [];
  const cellOf = (written: string, column: number): Cell => {
    if (written === '<') return { parts: [], continues: 'left' };
    if (written === '^') return { parts: above[column] ?? [], continues: 'above' };
    above[column] = written === '' ? [] : written.split(' | ');
    return { parts: above[column] ?? [] };
  };
  return { headings: [], rows: lines.map((cells, n) => ({ line: n + 1, cells: cells.map(cellOf) })), ...more };
}

/** Rows as `focus area > goal: text (owner, due)`, without what is empty. */
export function inShort({ rows }: PlanRead): string[] {
  return rows.map(({ focusArea, goal, text, owner, due }) => {
    const place = [focusArea, goal].filter(Boolean).join(' > ');
    const facts = [owner, due].filter(Boolean).join(', ');
    return `${place}: ${text}${facts && ` (${facts})`}`;
  });
}
