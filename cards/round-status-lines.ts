import type { Round } from '../store/round/record.ts';
import type { Tally } from '../store/round/rules-count.ts';
import { type Element, heading, paragraph } from './elements.ts';
import { inPages, pagesOf } from './pages.ts';
import { commentText, holderText, remarkText, unreachedText } from './text/round.ts';
import { innspillText } from './text/round-innspill.ts';
import { statusText } from './text/round-status.ts';
import { wordsOf } from './text/round-words.ts';

type SeatList = Tally['yes'];
/** One line of what a round holds, under its heading. */
export type Line = { readonly under?: string; readonly element: Element };

/** Everything that is told of people, line by line. */
export function linesOf(round: Round, counted: Tally): readonly Line[] {
  const isOpen = round.status === 'open';
  const silent = isOpen ? [...silentSeats(counted), ...stillOnTheWay(counted)] : silentSeats(counted);
  return [
    ...people(wordsOf(round).yes, counted.yes),
    ...people(statusText.against, counted.against),
    ...people(statusText.abstained, counted.abstained),
    ...people(statusText.heard, counted.heard),
    ...people(statusText.lifted, counted.lifted),
    ...people(statusText.notAnswered, silent),
    ...people(statusText.absent, counted.absent),
    ...recusedLines(round),
    ...notReached(counted, isOpen).map(unreachedLine),
    ...counted.remarks.map(({ seat, remark }): Line => {
      return { under: statusText.remarks, element: paragraph(remarkText(seat, remark)) };
    }),
    ...counted.comments.flatMap((said) => commentLines(round, said)),
  ];
}

/** How many remarks are among these lines. */
export function remarksIn(lines: readonly Line[]): number {
  return lines.filter(({ under }) => under === statusText.remarks).length;
}

/** The lines with a heading wherever a new one begins, also at the top of a page. */
export function elementsOf(lines: readonly Line[]): Element[] {
  return lines.flatMap(({ under, element }, i) =>
    under !== undefined && under !== lines[i - 1]?.under ? [heading(under), element] : [element],
  );
}

/** While the round is open only a failed delivery is «ikke nådd»; afterwards so is one that never arrived. */
export function notReached({ notReached: all }: Tally, isOpen: boolean): Tally['notReached'] {
  return isOpen ? all.filter(({ why }) => why !== undefined) : all;
}

/** Those whose card has neither arrived nor failed yet. */
export function stillOnTheWay({ notReached: all }: Tally): SeatList {
  return all.filter(({ why }) => why === undefined).map(({ seat }) => seat);
}

function silentSeats({ silent }: Tally): SeatList {
  return silent.map(({ seat }) => seat);
}

/** What one paragraph of names may take of a message: a list that is longer goes on in the next one. */
const NAMES_BYTES = 4 * 1024;

function people(title: string, seats: SeatList): Line[] {
  if (seats.length === 0) return [];
  return inPages(seats.map(holderText), NAMES_BYTES).map((names, n): Line => {
    const label = n === 0 ? title : statusText.continued(title);
    return { element: paragraph(`${label}: ${names.join('; ')}`) };
  });
}

/** Seats that are inhabil, apart from all that is counted. */
function recusedLines({ recused = [] }: Round): Line[] {
  const names = recused.map(({ seatName, holderName }) => (holderName ? `${holderName} (${seatName})` : seatName));
  return inPages(names, NAMES_BYTES)
    .filter((page) => page.length > 0)
    .map((page): Line => ({ element: paragraph(`${statusText.recused}: ${page.join('; ')}`) }));
}

/** What somebody said, in as many paragraphs as a card takes; the first one says who. */
function commentLines(round: Round, { seat, comment, choice }: Tally['comments'][number]): Line[] {
  const under = round.kind === 'innspill' ? innspillText.heading : statusText.comments;
  return pagesOf(`${holderText(seat)}${wordsOf(round).spoke(choice)}: ${commentText(comment)}`, NAMES_BYTES).map(
    (text) => ({
      under,
      element: paragraph(text),
    }),
  );
}

function unreachedLine({ seat, why }: Tally['notReached'][number]): Line {
  return {
    under: statusText.notReached,
    element: paragraph(`${holderText(seat)}: ${unreachedText[why ?? 'failed']}.`),
  };
}
