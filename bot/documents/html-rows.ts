import type { Cell, TableRow } from '../../store/plan/table.ts';
import { type HtmlElement, partsIn } from './html-cells.ts';

/** Word has no table with more columns. */
const MAX_COLUMNS = 63;
const EMPTY: Cell = { parts: [] };

/** What a cell leaves for the same column in the rows below it. */
type Left = { readonly rows: number; readonly cell: Cell };

/** Rows of cells in which every merged cell stands in each place that it covers. `line`: the number of the first row. */
export function rowsOf(rows: readonly (readonly HtmlElement[])[], line: number): TableRow[] {
  const above: (Left | undefined)[] = [];
  return rows.map((row, n) => ({ line: line + n, cells: cellsOf(row, above) }));
}

function cellsOf(row: readonly HtmlElement[], above: (Left | undefined)[]): Cell[] {
  const cells: Cell[] = [];
  const passMerged = () => {
    for (let left = above[cells.length]; left !== undefined && left.rows > 0; left = above[cells.length]) {
      above[cells.length] = { ...left, rows: left.rows - 1 };
      cells.push(left.cell);
    }
  };
  for (const element of row) {
    passMerged();
    const parts = partsIn(element.children);
    const [wide, high] = [spanOf(element.attribs.colspan), spanOf(element.attribs.rowspan)];
    for (let column = 0; column < wide && cells.length < MAX_COLUMNS; column++) {
      const isFirst = column === 0;
      above[cells.length] = {
        rows: high - 1,
        cell: isFirst ? { parts, continues: 'above' } : { ...EMPTY, continues: 'left' },
      };
      cells.push(isFirst ? { parts } : { ...EMPTY, continues: 'left' });
    }
  }
  passMerged();
  return cells;
}

function spanOf(written: string | undefined): number {
  const span = Number(written ?? 1);
  return Number.isInteger(span) && span > 0 ? span : 1;
}
