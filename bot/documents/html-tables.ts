import { DomUtils, parseDocument } from 'htmlparser2';
import { isTitle, labelled } from '../../store/plan/rules-headings.ts';
import type { Table } from '../../store/plan/table.ts';
import { elementsIn, type HtmlElement, type HtmlNode, partsIn } from './html-cells.ts';
import { rowsOf } from './html-rows.ts';

/** Longer is no heading, nor is what ends as a sentence does. */
const HEADING = /^.{1,150}(?<![.;,])$/u;
/** Below Word's own six ranks: a bold line, and a plain one that stands right before a table. */
const BOLD = 7;
const PLAIN = 8;

type Heading = { readonly rank: number; readonly text: string; readonly isGuessed: boolean };
/** How far a document is read. `stands`: what came last, which decides whether two headings belong together. */
type Place = {
  readonly tables: Table[];
  headings: readonly Heading[];
  line: number;
  last: 'heading' | 'text' | 'table';
};

/** The tables in HTML as mammoth makes it, each with the headings that it stands under, and its merged cells resolved. */
export function tablesInHtml(html: string): Table[] {
  const place: Place = { tables: [], headings: [], line: 0, last: 'text' };
  readNodes(parseDocument(html).children, place);
  return place.tables;
}

function readNodes(nodes: readonly HtmlNode[], place: Place): void {
  for (const node of nodes.filter(DomUtils.isTag)) {
    if (node.name === 'table') readTable(node, place);
    else readText(node, place);
  }
}

function readText(node: HtmlElement, place: Place): void {
  const text = partsIn([node]).join(' ').replace(/\s*:$/, '');
  if (text === '') return;
  const rank = rankOf(node);
  if (rank === undefined || !HEADING.test(text)) {
    place.last = 'text';
    place.headings = place.headings.filter((heading) => heading.rank !== PLAIN);
  } else addHeading(place, { rank, text, isGuessed: rank === PLAIN });
}

function rankOf(node: HtmlElement): number | undefined {
  const [, level] = /^h([1-6])$/.exec(node.name) ?? [];
  if (level !== undefined) return Number(level);
  if (node.name !== 'p') return undefined;
  const isBold = node.children.every((child) => partsIn([child]).length === 0 || isStrong(child));
  return isBold ? BOLD : PLAIN;
}

function isStrong(node: HtmlNode): boolean {
  return DomUtils.isTag(node) && (node.name === 'strong' || node.name === 'b');
}

/** A heading replaces those of its rank and below; one right after another of its rank may stand beside it. */
function addHeading(place: Place, heading: Heading): void {
  const above = place.headings.filter(({ rank }) => rank < heading.rank);
  const beside = place.headings.findLast(({ rank }) => rank === heading.rank);
  const isBeside = place.last === 'heading' && beside !== undefined && heading.rank !== PLAIN;
  // the document's own title, or what says by itself which it is, is no part of a heading
  const isOne = isBeside && !isTitle(beside.text) && labelled(heading.text).field === undefined;
  const together = isOne ? { ...heading, text: `${beside.text} / ${heading.text}`, isGuessed: true } : heading;
  place.headings = [...above, together];
  place.last = 'heading';
}

function readTable(table: HtmlElement, place: Place): void {
  const rows = elementsIn(table.children, /^tr$/);
  const cells = rows.map((row) => elementsIn(row.children, /^t[dh]$/));
  const isFrame = cells.every((row) => row.length === 1) && cells.some(([cell]) => hasTable(cell));
  if (isFrame) {
    // a table of one column around others is only a frame
    for (const [cell] of cells) if (cell) readNodes(cell.children, place);
    return;
  }
  const { headings } = place;
  // a plain line is no heading where there are real ones
  const real = headings.filter(({ rank }) => rank !== PLAIN);
  const said = real.length > 0 ? real : headings;
  place.tables.push({
    headings: said.map(({ text }) => text),
    ...(said.some(({ isGuessed }) => isGuessed) && { areHeadingsGuessed: true }),
    rows: rowsOf(cells, place.line + 1),
  });
  place.line += rows.length;
  place.headings = real;
  place.last = 'table';
}

function hasTable(cell: HtmlElement | undefined): boolean {
  return cell !== undefined && elementsIn(cell.children, /^table$/).length > 0;
}
