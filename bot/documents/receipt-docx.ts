import type { Paragraph } from 'docx';
import { matterText } from '../../cards/text/matter.ts';
import { receiptText as texts } from '../../cards/text/receipt.ts';
import type { ApprovedBy } from '../../store/committee/record.ts';
import type { Receipt } from '../../store/round/receipt.ts';
import { numberedPoints } from '../../store/typed-text.ts';
import { headingOf, paragraphOf, tableOf, written } from './paragraphs.ts';

/** The receipt as a document to archive: what was asked, who answered what and when, and how it ended. */
export async function receiptDocx(receipt: Receipt, wording: ApprovedBy): Promise<Uint8Array> {
  const title = texts.title(receipt);
  const { kind } = receipt.round;
  const proposal = receipt.matter?.proposal ?? [];
  return written(title, [
    ...texts.facts(receipt).map(([label, value]) => paragraphOf(`${label}: ${value}`)),
    ...(proposal.length > 0
      ? [headingOf(matterText.proposal), ...numberedPoints(proposal).map((point) => paragraphOf(point))]
      : []),
    headingOf(texts.outcomeHeading),
    ...texts.outcome(receipt, wording).map((line) => paragraphOf(line)),
    headingOf(texts.versionsHeading),
    ...receipt.versions.map((version, n) => paragraphOf(texts.version(version, n))),
    headingOf(texts.seatsHeading),
    tableOf([texts.columns, ...receipt.seats.map((seat) => texts.seat(seat, kind))], { hasHeader: true }),
    ...remarkLines(receipt),
    ...commentLines(receipt),
    headingOf(texts.historyHeading),
    ...receipt.history.map((line) => paragraphOf(texts.history(line, kind))),
  ]);
}

function remarkLines({ remarks }: Receipt): Paragraph[] {
  if (remarks.length === 0) return [];
  return [headingOf(texts.remarksHeading), ...remarks.map((remark) => paragraphOf(texts.remark(remark)))];
}

function commentLines(receipt: Receipt): Paragraph[] {
  const comments = texts.comments(receipt);
  if (comments.length === 0) return [];
  return [headingOf(texts.commentsHeading(receipt.round.kind)), ...comments.map((comment) => paragraphOf(comment))];
}
