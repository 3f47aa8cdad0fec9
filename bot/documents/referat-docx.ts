import type { Paragraph, Table } from 'docx';
import { isReferatHeading, isVedtakWord } from '../../cards/text/minutes-referat.ts';
import type { Referat, TextVersion } from '../../store/referat/record.ts';

/** A referat that was typed or made from a meeting, as a Word document: its title and its text, nothing added. */
export async function referatDocx({ title }: Referat, { text }: TextVersion): Promise<Uint8Array> {
  const { blocksOf } = await import('./blocks.ts');
  const { headingOf, paragraphOf, writable, written } = await import('./paragraphs.ts');
  const part = (paragraph: string): (Paragraph | Table)[] => {
    if (isReferatHeading(paragraph)) return [headingOf(paragraph)];
    return isVedtakWord(paragraph) ? [paragraphOf(paragraph, { bold: true })] : blocksOf(paragraph);
  };
  return written(
    title,
    writable(text)
      .split(/\n{2,}/)
      .flatMap(part),
  );
}
