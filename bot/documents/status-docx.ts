import { PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import { type TableSection, tableText } from '../../cards/text/tiltak-table.ts';
import type { PlanColumns } from '../../store/plan/record.ts';
import { headingOf, paragraphOf, proseOf, writable, written } from './paragraphs.ts';
import { partsOf, sharesOf } from './status-columns.ts';

/** How it goes with a plan, and what is new in it, each with its lines. */
export type StatusReport = {
  readonly title: string;
  readonly about: readonly string[];
  readonly columns: PlanColumns;
  readonly sections: readonly TableSection[];
  readonly changes?: {
    readonly title: string;
    readonly lines: readonly { readonly text: string; readonly said: readonly string[] }[];
  };
};

/** A4 on its side, with narrow margins, in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE };
const MARGIN = 850;
const WIDTH = A4.height - 2 * MARGIN;

/** «Status for handlingsplan» in the plan's own columns. */
export function statusDocx({ title, about, columns, sections, changes }: StatusReport): Promise<Uint8Array> {
  const page = { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } };
  const body = [
    ...about.map((line) => paragraphOf(line)),
    ...sections.flatMap((section, n) => [...headsOf(section, sections[n - 1]), tableOf(columns, section.rows)]),
    ...(changes ? changesOf(changes) : []),
  ];
  return written(title, body, { page });
}

/** What stands above a table: its focus area where that is another one, and its goal. */
function headsOf({ area, goal }: TableSection, before: TableSection | undefined): Paragraph[] {
  return [
    ...(area && area !== before?.area ? [headingOf(area)] : []),
    ...(goal ? [headingOf(tableText.goal(goal), 3)] : []),
  ];
}

function tableOf(columns: PlanColumns, rows: TableSection['rows']): Table {
  const shares = sharesOf(columns);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((WIDTH * share) / all));
  const row = (cells: readonly string[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      children: cells.map(
        (cell, n) =>
          new TableCell({
            width: { size: widths[n] ?? 0, type: WidthType.DXA },
            ...(isHeader && { shading: { fill: 'E7E9EB' } }),
            children: partsOf(cell).map((part) => cellParagraph(part, isHeader)),
          }),
      ),
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

/** In half points: more fits in a narrow column. */
const SMALL = 18;

function cellParagraph(text: string, bold: boolean): Paragraph {
  return new Paragraph({
    spacing: { after: 40 },
    children: [new TextRun({ text: writable(text), bold, size: SMALL })],
  });
}

function changesOf({ title, lines }: NonNullable<StatusReport['changes']>): Paragraph[] {
  return [
    headingOf(title),
    ...lines.flatMap(({ text, said }) => [paragraphOf(text, { bold: true }), ...said.flatMap(proseOf)]),
  ];
}
