import type { Wanted } from '../store/digest/rules-wanted.ts';
import { isOverdue, type Tiltak } from '../store/tiltak/record.ts';
import type { CardAction } from './actions.ts';
import { askedBlock, newsBlock, refusedBlock, type Slotted } from './digest-blocks.ts';
import {
  button,
  buttonRows,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  paragraph,
  submit,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { inPages } from './pages.ts';
import { bytesOf, fitting, shortened } from './size.ts';
import { registeredText, digestText as text, tiltakTitle } from './text/digest.ts';

/** What could not be registered, as it was typed. */
export type Again = {
  readonly tiltakId: string;
  readonly problem: string;
  readonly class?: string | undefined;
  readonly text?: string | undefined;
  readonly due?: string | undefined;
};

/** What a digest shows of one tiltak that was not asked for just now. */
export type DigestShown = {
  /** In the order in which they are shown. */
  readonly wanted: readonly Wanted[];
  /** What was registered just now, and what could not be. */
  readonly saved: readonly Tiltak[];
  readonly again: readonly { readonly tiltak: Tiltak; readonly typed: Again; readonly isOpen: boolean }[];
  readonly page?: number | undefined;
  readonly notice?: string | undefined;
  readonly rhythm: 'weekly' | 'daily';
  readonly awayUntil?: string | undefined;
  readonly nameOf: (personId: string) => string;
  readonly committeeOf: (tiltak: Tiltak) => string;
  /** Whether there is a leader who can be told that nobody answers for it. */
  readonly leaderHears: (tiltak: Tiltak) => boolean;
  readonly today: string;
};

/** What the tiltak of one page may take of a message; the rest is for what stands around them. */
const PAGE_BYTES = 27 * 1024;
/** Few enough to be seen to the end on a telephone. */
const ON_A_PAGE = 5;
const LONGEST_SAVED = 120;

/** What somebody is asked and told of tiltak: answered in place, page by page. */
export function digestCard(shown: DigestShown): Card {
  const { wanted, again, today } = shown;
  const asked = wanted.filter(({ item, tiltak }) => item.want === 'ask' && !isAgain(shown, tiltak));
  const news = wanted.filter(({ item }) => item.want !== 'ask');
  // what was typed stays on one page: nothing keeps it on another
  const typed = again.map(({ tiltak, typed: kept, isOpen }) =>
    isOpen ? askedBlock(shown, tiltak, kept) : refusedBlock(shown, tiltak, kept.problem),
  );
  const others = [...asked.map(({ tiltak }) => askedBlock(shown, tiltak)), ...news.map((one) => newsBlock(shown, one))];
  const groups = [...(typed.length > 0 ? [typed] : []), ...others.map((block) => [block])];
  const pages = inPages(groups, PAGE_BYTES, sizeOf).map((page) => page.flat());
  const page = Math.min(shown.page ?? 0, pages.length - 1);
  const waiting = asked.length + again.filter(({ isOpen }) => isOpen).length;
  const overdue = [...asked, ...again].filter(({ tiltak }) => isOverdue(tiltak, today)).length;
  return fitting(
    (lines) =>
      card(
        heading(waiting === 0 && news.length > 0 ? text.news : text.title),
        ...noticeLines(shown.notice),
        ...savedElements(shown, lines),
        ...(shown.awayUntil !== undefined ? [paragraph(text.awayUntil(shown.awayUntil))] : []),
        ...(waiting > 0 ? [paragraph(text.waiting(waiting, overdue))] : []),
        ...(groups.length === 0 ? [paragraph(text.nothing)] : []),
        ...pageElements(pages[page] ?? [], page),
        ...(pages.length > 1 ? [paragraph(text.page(page, pages.length))] : []),
        ...buttonRows(aroundButtons(shown, page, pages.length)),
      ),
    Math.max(1, shown.saved.length),
  );
}

function sizeOf(blocks: readonly Slotted[]): number {
  return blocks.reduce((sum, block) => sum + Math.max(bytesOf(block.elements(0)), PAGE_BYTES / ON_A_PAGE), 0);
}

function isAgain({ again }: DigestShown, { id }: Tiltak): boolean {
  return again.some(({ tiltak }) => tiltak.id === id);
}

function savedElements({ saved, nameOf, committeeOf, today }: DigestShown, lines: number): Element[] {
  if (saved.length === 0) return [];
  return [
    paragraph(text.saved),
    ...saved
      .slice(0, lines)
      .map((tiltak) =>
        paragraph(
          `${tiltakTitle(tiltak, committeeOf(tiltak), LONGEST_SAVED)} – ${shortened(registeredText(tiltak, nameOf, today), 2 * LONGEST_SAVED)}`,
        ),
      ),
  ];
}

/** The blocks of a page, each with its number, and one button for all that is answered on it. */
function pageElements(blocks: readonly Slotted[], page: number): Element[] {
  const askedOn: { tiltakId: string; seen: number }[] = [];
  const elements = blocks.map((block): Element => {
    if (block.asks) askedOn.push(block.asks);
    return { type: 'Container', separator: true, items: block.elements(Math.max(0, askedOn.length - 1)) };
  });
  if (askedOn.length === 0) return elements;
  const send: CardAction = { verb: 'digest.answer', asked: askedOn, ...(page > 0 && { page }) };
  return [...elements, ...buttonRows([submit(text.send, send)])];
}

function aroundButtons({ rhythm, awayUntil }: DigestShown, page: number, pages: number): Execute[] {
  return [
    ...(page > 0 ? [button(text.previous, { verb: 'digest.show', page: page - 1 })] : []),
    ...(page < pages - 1 ? [button(text.next, { verb: 'digest.show', page: page + 1 })] : []),
    awayUntil === undefined
      ? button(text.away, { verb: 'digest.away-form' })
      : button(text.back, { verb: 'digest.back' }),
    rhythm === 'weekly'
      ? button(text.daily, { verb: 'digest.rhythm', rhythm: 'daily' })
      : button(text.weekly, { verb: 'digest.rhythm', rhythm: 'weekly' }),
  ];
}
