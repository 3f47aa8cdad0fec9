import { fileText } from '../cards/text/file.ts';
import { sakText } from '../cards/text/sak.ts';
import type { Offer } from '../store/effect.ts';
import { versionOf } from '../store/referat/record.ts';
import { receiptOf } from '../store/round/receipt.ts';
import { hasFile } from '../store/sak/rules.ts';
import { referatDocx } from './documents/referat-docx.ts';
import { namesIn } from './names.ts';
import type { Deps } from './turn.ts';

type Made = {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
  /** Another one when the same offer would give another file. */
  readonly edition: string;
  /** The stored file whose bytes these are. */
  readonly copyOf?: string;
};

/** Makes what was asked for as a file; undefined when it is gone. */
export async function makeFile(deps: Deps, offer: Offer): Promise<Made | undefined> {
  if (offer.what === 'receipt') return receiptFile(deps, offer);
  if (offer.what === 'attachment') return attachmentFile(deps, offer);
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

/** A file of a sak as it came. */
async function attachmentFile(
  deps: Deps,
  { sakId, fileId }: Extract<Offer, { what: 'attachment' }>,
): Promise<Made | undefined> {
  const [sak, file] = [await deps.saker.collection.get(sakId), await deps.files.collection.get(fileId)];
  if (sak === undefined || file === undefined || !hasFile(sak, fileId)) return undefined;
  const { id: copyOf, name, base64 } = file;
  return { name, description: sakText.offerFile(sak.title), edition: '', bytes: Buffer.from(base64, 'base64'), copyOf };
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

/** A title as a file name that every system takes. */
function fileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}"*:<>?/\\|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name.slice(0, 100).replace(/[. ]+$/, '') || 'referat';
}
