import { sakText } from '../cards/text/sak.ts';
import type { Offer } from '../store/effect.ts';
import { hasFile } from '../store/sak/rules.ts';
import type { Made } from './made-file.ts';
import type { Deps } from './turn.ts';

/** A file of a sak, as it came. */
export async function sakFile(
  deps: Deps,
  { sakId, fileId }: Extract<Offer, { what: 'attachment' }>,
): Promise<Made | undefined> {
  const [sak, file] = [await deps.saker.collection.get(sakId), await deps.files.collection.get(fileId)];
  if (sak === undefined || file === undefined || !hasFile(sak, fileId)) return undefined;
  const { id: copyOf, name, base64 } = file;
  return { name, description: sakText.offerFile(sak.title), edition: '', bytes: Buffer.from(base64, 'base64'), copyOf };
}
