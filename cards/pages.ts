import { paragraph } from './elements.ts';
import { bytesOf } from './size.ts';

/**
 * What one page of a text may take of a message, in bytes as Teams counts them: the rest is for buttons, the summary
 * and a remark that could not be used, at worst all of them escaped.
 */
const PAGE_BYTES = 12 * 1024;
/** Pieces that a long paragraph is cut into, in characters, two to a page; fewer when they grow by being escaped. */
const PIECE = 2900;
const PIECE_BYTES = PAGE_BYTES / 2;

/** Items in pages, in their order: as many on each as fit, and one at least. One empty page when there are none. */
export function inPages<T>(items: readonly T[], pageBytes: number, sizeOf: (item: T) => number = bytesOf): T[][] {
  let page: T[] = [];
  const pages = [page];
  let bytes = 0;
  for (const item of items) {
    const more = sizeOf(item);
    if (page.length > 0 && bytes + more > pageBytes) {
      page = [];
      pages.push(page);
      bytes = 0;
    }
    page.push(item);
    bytes += more;
  }
  return pages;
}

/** A text in pages that fit a card, nothing left out. Cut between paragraphs; within one only when it fills a page. */
export function pagesOf(text: string, pageBytes = PAGE_BYTES): string[] {
  const paragraphs = text.split(/\n{2,}/).flatMap(pieces);
  return inPages(paragraphs, pageBytes, (piece) => bytesOf(paragraph(piece))).map((page) => page.join('\n\n'));
}

/** The page with this number, and how many there are; the last one when there are fewer. */
export function pageOf(
  text: string,
  wanted: number,
): { readonly text: string; readonly page: number; readonly pages: number } {
  const pages = pagesOf(text);
  const page = Math.min(wanted, pages.length - 1);
  return { text: pages[page] ?? '', page, pages: pages.length };
}

/** A paragraph, in pieces when it is too long for one page: cut at a line end or space where there is one. */
function pieces(text: string): string[] {
  const made: string[] = [];
  for (let rest = text; ; ) {
    const longest = longestPiece(rest);
    if (longest === rest.length) return [...made, rest];
    const cut = Math.max(rest.lastIndexOf('\n', longest), rest.lastIndexOf(' ', longest));
    const at = cut > longest / 2 ? cut + 1 : wholeCharacter(rest, longest);
    made.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at);
  }
}

function longestPiece(text: string): number {
  let longest = Math.min(PIECE, text.length);
  while (bytesOf(paragraph(text.slice(0, longest))) > PIECE_BYTES) longest = Math.floor(longest / 2);
  return longest;
}

/** Never between the two halves of one character. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
