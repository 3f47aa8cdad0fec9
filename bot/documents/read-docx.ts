import { MAX_TEXT } from '../../store/referat/record.ts';
import { cleanText } from '../../store/referat/rules-form.ts';
import { textOfHtml } from './html-text.ts';
import { htmlOf } from './mammoth.ts';
import { contentsOf } from './zip.ts';

export type DocxProblem = 'file-not-docx' | 'file-too-large' | 'file-unreadable' | 'file-empty' | 'file-text-too-long';

/**
 * The text of a Word document, paragraphs with an empty line between them. What the file says of itself is not
 * believed: it is opened as the archive that it must be, and measured while it is unpacked, before anything reads it;
 * and whatever reads it then has its own memory and its own time.
 */
export async function readDocx(
  bytes: Uint8Array,
): Promise<{ readonly text: string } | { readonly problem: DocxProblem }> {
  const contents = await contentsOf(bytes);
  if ('problem' in contents) return contents;
  if (!contents.names.includes('[Content_Types].xml') || !contents.names.includes('word/document.xml'))
    return { problem: 'file-not-docx' };
  const html = await htmlOf(bytes);
  if (html === undefined) return { problem: 'file-unreadable' };
  const text = cleanText(textOfHtml(html));
  if (text === '') return { problem: 'file-empty' };
  return text.length > MAX_TEXT ? { problem: 'file-text-too-long' } : { text };
}
