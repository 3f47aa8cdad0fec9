import type { Referat, TextVersion } from '../../store/referat/record.ts';

/** A referat that was typed, as a Word document: its title and its text, nothing added. */
export async function referatDocx({ title }: Referat, { text }: TextVersion): Promise<Uint8Array> {
  const { proseOf, written } = await import('./paragraphs.ts');
  return written(title, proseOf(text));
}
