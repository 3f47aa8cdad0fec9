import { sakText } from '../cards/text/sak.ts';
import type { Offer } from '../store/offer.ts';
import { hasFile } from '../store/sak/rules.ts';
import type { Made } from './made-file.ts';
import { knownSak } from './sak-known.ts';
import type { Deps } from './turn.ts';

/** A file of a sak, as it came, for somebody who may still read the sak. */
export async function sakFile(
  deps: Deps,
  { sakId, fileId }: Extract<Offer, { what: 'attachment' }>,
  personId: string,
): Promise<Made | undefined> {
  const [known, file] = [await knownSak(deps, personId, sakId), await deps.files.collection.get(fileId)];
  if ('refused' in known || file === undefined || !hasFile(known.sak, fileId)) return undefined;
  const { sak } = known;
  const { id: copyOf, name, base64 } = file;
  return { name, description: sakText.offerFile(sak.title), edition: '', bytes: Buffer.from(base64, 'base64'), copyOf };
}
