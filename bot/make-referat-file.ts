import { fileText } from '../cards/text/file.ts';
import type { Offer } from '../store/offer.ts';
import { versionOf } from '../store/referat/record.ts';
import { referatDocx } from './documents/referat-docx.ts';
import { fileName } from './file-name.ts';
import type { Made } from './made-file.ts';
import type { Deps } from './turn.ts';

/** A referat's text as somebody was asked about it. */
export async function referatFile(deps: Deps, offer: Extract<Offer, { what: 'referat' }>): Promise<Made | undefined> {
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
