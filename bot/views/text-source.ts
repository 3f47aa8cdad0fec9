import { EDITABLE } from '../../cards/round-forms.ts';
import type { TextSource } from '../../cards/text-inputs.ts';
import type { Deps } from '../turn.ts';

/** Where the text of a form comes from, when it does not stand in an input: a file of the viewer's own, or the draft. */
export async function textSource(
  deps: Deps,
  viewerId: string,
  { fileId, text }: { readonly fileId?: string | undefined; readonly text?: string | undefined },
  drafted: () => Promise<{ readonly text: string; readonly file?: { readonly name: string } | undefined } | undefined>,
): Promise<TextSource | undefined> {
  const file = fileId === undefined ? undefined : await deps.files.collection.get(fileId);
  if (file?.by === viewerId) return { name: file.name, length: file.text?.length ?? 0 };
  if (text !== undefined) return undefined;
  const draft = await drafted();
  if (draft === undefined || (draft.file === undefined && draft.text.length <= EDITABLE)) return undefined;
  return { length: draft.text.length, ...(draft.file && { name: draft.file.name }) };
}
