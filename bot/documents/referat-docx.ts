import type { Referat, TextVersion } from '../../store/referat/record.ts';

/** A referat that was typed, as a Word document: its title and its text, nothing added. */
export async function referatDocx(referat: Referat, { text }: TextVersion): Promise<Uint8Array> {
  const { Document, Packer } = await import('docx');
  const { headingOf, proseOf } = await import('./paragraphs.ts');
  const document = new Document({
    title: referat.title,
    creator: 'Utvalgsbot',
    sections: [{ children: [headingOf(referat.title, 1), ...proseOf(text)] }],
  });
  return Packer.toBuffer(document);
}
