import type { Round } from '../store/round/record.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  marked,
  paragraph,
} from './elements.ts';
import { inPages } from './pages.ts';
import { bytesOf } from './size.ts';
import { type Change, changesText, type Piece } from './text/changes.ts';
import { roundText } from './text/round.ts';

/** What one page of changes may take of a message, in bytes as Teams counts them. */
const PAGE_BYTES = 26 * 1024;

/** What changed between two texts, readable without colour: before and now, with the words that differ in bold. */
export function changesCard(
  round: Round,
  changes: readonly Change[],
  { wanted = 0, from }: { readonly wanted?: number; readonly from: Execute['data'] },
): Card {
  const pages = inPages(changes.flatMap(lines), PAGE_BYTES);
  const page = Math.min(wanted, pages.length - 1);
  const to = (next: number) => ({ verb: 'round.changes', roundId: round.id, page: next }) as const;
  const turn: Execute[] = [
    ...(page > 0 ? [button('Forrige side', to(page - 1))] : []),
    ...(page < pages.length - 1 ? [button('Neste side', to(page + 1))] : []),
  ];
  return card(
    heading(changesText.title),
    paragraph(roundText.statusTitle(round)),
    paragraph(changes.length === 0 ? changesText.none : changesText.about(changes.length)),
    ...(pages.length > 1 ? [paragraph(roundText.page(page, pages.length))] : []),
    ...(pages[page] ?? []),
    buttons(...turn, button(changesText.back, from)),
  );
}

/** A side is told in pieces, however long the paragraph is: each fits a page, at worst with every character escaped. */
const PIECE = 500;
const PIECE_BYTES = 8 * 1024;

function lines({ before, now }: Change, n: number): Element[] {
  const label = before.length === 0 ? changesText.added : now.length === 0 ? changesText.removed : changesText.changed;
  return [paragraph(`${n + 1}. ${label}`), ...side(changesText.before, before), ...side(changesText.now, now)];
}

function side(said: string, pieces: readonly Piece[]): Element[] {
  if (pieces.length === 0) return [];
  const cut = pieces.flatMap(({ text, isMarked }) => cutUp(text).map((part) => ({ text: part, isMarked })));
  const label: Piece = { text: `${said} `, isMarked: false };
  const frame = bytesOf(marked([]));
  return inPages([label, ...cut], PIECE_BYTES, (piece) => bytesOf(marked([piece])) - frame).map(marked);
}

/** A text in parts, none of them cut between the two halves of one character. */
function cutUp(text: string): string[] {
  const characters = [...text];
  const parts = Math.ceil(characters.length / PIECE);
  return Array.from({ length: parts }, (_, n) => characters.slice(n * PIECE, (n + 1) * PIECE).join(''));
}
