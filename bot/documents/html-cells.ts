import { DomUtils, type parseDocument } from 'htmlparser2';
import { partsOf } from '../../store/plan/table.ts';
import { readableText } from './html-text.ts';

export type HtmlNode = ReturnType<typeof parseDocument>['children'][number];
export type HtmlElement = Extract<HtmlNode, { attribs: object }>;

/** What begins and ends a line of its own. */
const BLOCK = /^(p|h[1-6]|li|ul|ol|br|div|table|thead|tbody|tr|td|th|blockquote|pre)$/;
/** A reference to a note or a comment is a number that belongs to no text. */
const NOTE = /^#(foot|end)note|^#comment/;
/** Deeper than anybody nests tables and lists. */
const MAX_DEPTH = 60;

/** The paragraphs, list items and lines in these nodes, also those of tables inside them. */
export function partsIn(nodes: readonly HtmlNode[]): string[] {
  return partsOf(textIn(nodes, 0));
}

function textIn(nodes: readonly HtmlNode[], depth: number): string {
  if (depth > MAX_DEPTH) return '';
  return nodes
    .map((node) => {
      if (DomUtils.isText(node)) return readableText(node.data).replace(/\s+/g, ' ');
      if (!DomUtils.isTag(node) || NOTE.test(node.attribs.href ?? '')) return '';
      const text = textIn(node.children, depth + 1);
      return BLOCK.test(node.name) ? `\n${text}\n` : text;
    })
    .join('');
}

/** The elements of this name in these nodes, not looking into tables that stand inside them. */
export function elementsIn(nodes: readonly HtmlNode[], name: RegExp, depth = 0): HtmlElement[] {
  if (depth > MAX_DEPTH) return [];
  return nodes.filter(DomUtils.isTag).flatMap((node) => {
    if (name.test(node.name)) return [node];
    return node.name === 'table' ? [] : elementsIn(node.children, name, depth + 1);
  });
}
