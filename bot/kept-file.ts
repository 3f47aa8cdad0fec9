import { newFile } from '../store/file/record.ts';
import type { Attachment } from '../store/sak/record.ts';
import { sha256OfBytes } from './ids.ts';
import type { Deps } from './turn.ts';

/** A file that the bot makes and keeps once under its id, as a vedlegg. */
export async function keptFile(
  deps: Deps,
  { id, tenantId, name }: { readonly id: string; readonly tenantId: string; readonly name: string },
  make: () => Promise<Uint8Array>,
): Promise<Attachment> {
  const known = await deps.files.collection.get(id);
  if (known) return { kind: 'file', fileId: id, name: known.name, sha256: known.sha256, bytes: known.bytes };
  const made = await make();
  const fields = { name, bytes: made.length, sha256: sha256OfBytes(made) };
  const base64 = Buffer.from(made).toString('base64');
  await deps.files.collection.insert(newFile({ id, tenantId, ...fields, base64, by: 'bot' }));
  const stored = await deps.files.collection.get(id);
  return { kind: 'file', fileId: id, ...fields, ...(stored && { sha256: stored.sha256, bytes: stored.bytes }) };
}
