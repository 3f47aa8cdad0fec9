import { fileText } from '../cards/text/file.ts';
import type { Offer } from '../store/effect.ts';
import { versionOf } from '../store/referat/record.ts';
import { receiptOf } from '../store/round/receipt.ts';
import { referatDocx } from './documents/referat-docx.ts';
import { fileName, type Made } from './made-file.ts';
import { calendarFile } from './make-calendar.ts';
import { namesIn } from './names.ts';
import type { Deps } from './turn.ts';

/** Makes what was asked for as a file; undefined when it is gone. */
export async function makeFile(deps: Deps, offer: Offer): Promise<Made | undefined> {
  if (offer.what === 'receipt') return receiptFile(deps, offer);
  if (offer.what === 'calendar') return calendarFile(deps, offer);
  const referat = await deps.referater.collection.get(offer.referatId);
  const version = referat && versionOf(referat, offer.hash);
  if (referat === undefined || version === undefined) return undefined;
  const source = version.file && (await deps.files.collection.get(version.file.id));
  const description = fileText.offerReferat(referat.title);
  // the very file that the text was read from; a referat that was typed is made into one
  if (source)
    return {
      name: source.name,
      description,
      edition: '',
      bytes: Buffer.from(source.base64, 'base64'),
      copyOf: source.id,
    };
  return {
    name: `${fileName(referat.title)}.docx`,
    description,
    edition: '',
    bytes: await referatDocx(referat, version),
  };
}

async function receiptFile(
  deps: Deps,
  { roundId, format }: Extract<Offer, { what: 'receipt' }>,
): Promise<Made | undefined> {
  const round = await deps.rounds.collection.get(roundId);
  const committee = round && (await deps.committees.collection.get(round.committeeId));
  const referat = round && (await deps.referater.collection.get(round.subject.id));
  if (!round || !committee || !referat) return undefined;
  const people = round.history.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf ?? by]);
  const nameOf = await namesIn(deps, [...new Set([...people, round.openedBy])]);
  const receipt = receiptOf(round, { committee, referat, nameOf });
  const name = `${fileName(fileText.receiptName(referat.title, round.number))}.${format}`;
  const description = fileText.offerReceipt(referat.title);
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
