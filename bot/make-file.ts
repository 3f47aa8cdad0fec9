import { fileText } from '../cards/text/file.ts';
import { roundName } from '../cards/text/round.ts';
import type { Offer } from '../store/effect.ts';
import { versionOf } from '../store/referat/record.ts';
import { receiptOf } from '../store/round/receipt.ts';
import { innspillDocx, matterDocx } from './documents/matter-docx.ts';
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
  switch (offer.what) {
    case 'referat':
      return referatFile(deps, offer);
    case 'receipt':
      return receiptFile(deps, offer);
    case 'matter':
    case 'innspill':
      return matterFile(deps, offer);
  }
}

async function referatFile(
  deps: Deps,
  { referatId, hash }: Extract<Offer, { what: 'referat' }>,
): Promise<Made | undefined> {
  const referat = await deps.referater.collection.get(referatId);
  const version = referat && versionOf(referat, hash);
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

/** What a round without a referat is about, or the innspill that came in it. */
async function matterFile(
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

async function receiptFile(
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

/** A title as a file name that every system takes. */
function fileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}"*:<>?/\\|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name.slice(0, 100).replace(/[. ]+$/, '') || 'referat';
}
