import type { Paragraph, Table } from 'docx';
import { isReferatHeading, isVedtakWord } from '../../cards/text/minutes-referat.ts';
import type { Referat, TextVersion } from '../../store/referat/record.ts';

/** A referat that was typed or made from a meeting, as a Word document: its title and its text, nothing added. */
export async function referatDocx(referat: Referat, { text }: TextVersion): Promise<Uint8Array> {
  const { Document, Packer } = await import('docx');
  const { blocksOf } = await import('./blocks.ts');
  const { headingOf, paragraphOf, writable } = await import('./paragraphs.ts');
  const part = (paragraph: string): (Paragraph | Table)[] => {
    if (isReferatHeading(paragraph)) return [headingOf(paragraph)];
    return isVedtakWord(paragraph) ? [paragraphOf(paragraph, { bold: true })] : blocksOf(paragraph);
  };
  const children = [
    headingOf(referat.title, 1),
    ...writable(text)
      .split(/\n{2,}/)
      .flatMap(part),
  ];
  const document = new Document({ title: writable(referat.title), creator: 'Utvalgsbot', sections: [{ children }] });
  return Packer.toBuffer(document);
}
