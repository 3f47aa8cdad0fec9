import { fileText } from '../cards/text/file.ts';
import { roundName } from '../cards/text/round.ts';
import type { Offer } from '../store/offer.ts';
import { receiptOf } from '../store/round/receipt.ts';
import { innspillDocx, matterDocx, signedDocx } from './documents/matter-docx.ts';
import { fileName } from './file-name.ts';
import type { Made } from './made-file.ts';
import { namesIn } from './names.ts';
import type { Deps } from './turn.ts';

/** What a round without a referat is about, or the innspill that came in it. */
export async function matterFile(
  deps: Deps,
  { what, roundId }: Extract<Offer, { what: 'matter' | 'innspill' }>,
): Promise<Made | undefined> {
  const round = await deps.rounds.collection.get(roundId);
  if (round?.matter === undefined) return undefined;
  const title = roundName(round);
  if (what === 'matter')
    return {
      name: `${fileName(title)}.docx`,
      description: fileText.offerMatter(title),
      edition: '',
      bytes: await matterDocx(round, round.matter),
    };
  return {
    name: `${fileName(fileText.innspillName(title))}.docx`,
    description: fileText.offerInnspill(title),
    edition: String(round.version),
    bytes: await innspillDocx(round),
  };
}

/** A document as it was signed, with who did it and when; undefined as long as somebody has not. */
export async function signedFile(
  deps: Deps,
  { roundId }: Extract<Offer, { what: 'signed' }>,
): Promise<Made | undefined> {
  const round = await deps.rounds.collection.get(roundId);
  if (round?.matter === undefined || round.kind !== 'signering' || round.status !== 'approved') return undefined;
  const title = roundName(round);
  return {
    name: `${fileName(fileText.signedName(title))}.docx`,
    description: fileText.offerSigned(title),
    edition: String(round.version),
    bytes: await signedDocx(round, round.matter),
  };
}

/** What became of a round, to archive. */
export async function receiptFile(
  deps: Deps,
  { roundId, format }: Extract<Offer, { what: 'receipt' }>,
): Promise<Made | undefined> {
  const round = await deps.rounds.collection.get(roundId);
  const committee = round && (await deps.committees.collection.get(round.committeeId));
  const referat = round?.subject.kind === 'referat' ? await deps.referater.collection.get(round.subject.id) : undefined;
  if (!round || !committee || (!referat && !round.matter)) return undefined;
  const people = round.history.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf ?? by]);
  const nameOf = await namesIn(deps, [...new Set([...people, round.openedBy])]);
  const receipt = receiptOf(round, { committee, referat, nameOf });
  const title = roundName(round);
  const name = `${fileName(fileText.receiptName(title, round.number))}.${format}`;
  const description = fileText.offerReceipt(title);
  const edition = String(round.version);
  if (format === 'json')
    return { name, description, edition, bytes: Buffer.from(`${JSON.stringify(receipt, undefined, 2)}\n`) };
  const { receiptDocx } = await import('./documents/receipt-docx.ts');
  return {
    name,
    description,
    edition,
    bytes: await receiptDocx(receipt, committee.settings.approvedBy ?? 'e-postrunde'),
  };
}
