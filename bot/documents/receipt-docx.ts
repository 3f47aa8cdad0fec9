import { Document, Packer, type Paragraph } from 'docx';
import { receiptText as texts } from '../../cards/text/receipt.ts';
import type { ApprovedBy } from '../../store/committee/record.ts';
import type { Receipt } from '../../store/round/receipt.ts';
import { headingOf, paragraphOf, tableOf, writable } from './paragraphs.ts';

/** The receipt as a document to archive: what was asked, who answered what and when, and how it ended. */
export async function receiptDocx(receipt: Receipt, wording: ApprovedBy): Promise<Uint8Array> {
  const title = texts.title(receipt.referat.title);
  const document = new Document({
    title: writable(title),
    creator: 'Utvalgsbot',
    sections: [
      {
        children: [
          headingOf(title, 1),
          ...texts.facts(receipt).map(([label, value]) => paragraphOf(`${label}: ${value}`)),
          headingOf(texts.outcomeHeading),
          ...texts.outcome(receipt, wording).map((line) => paragraphOf(line)),
          headingOf(texts.versionsHeading),
          ...receipt.versions.map((version, n) => paragraphOf(texts.version(version, n))),
          headingOf(texts.seatsHeading),
          tableOf([texts.columns, ...receipt.seats.map((seat) => texts.seat(seat))], { hasHeader: true }),
          ...remarkLines(receipt),
          headingOf(texts.historyHeading),
          ...receipt.history.map((line) => paragraphOf(texts.history(line))),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function remarkLines({ remarks }: Receipt): Paragraph[] {
  if (remarks.length === 0) return [];
  return [headingOf(texts.remarksHeading), ...remarks.map((remark) => paragraphOf(texts.remark(remark)))];
}
