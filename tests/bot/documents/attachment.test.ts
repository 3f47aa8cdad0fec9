import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { isAttachment } from '../../../bot/documents/attachment.ts';

const archive = (...names: readonly string[]) => {
  const zip = new JSZip();
  for (const name of names) zip.file(name, '<x/>');
  return zip.generateAsync({ type: 'uint8array' });
};
const latin = (text: string) => Buffer.from(text, 'latin1');

describe('a vedlegg', () => {
  test.each([
    ['notat.PDF', latin('%PDF-1.7')],
    ['bilde.png', latin('\x89PNG\r\n\x1a\n…')],
    ['bilde.jpg', latin('\xff\xd8\xff\xe0')],
    ['bilde.jpeg', latin('\xff\xd8\xff\xe0')],
  ])('%s is taken for what it says it is', async (name, bytes) => {
    expect(await isAttachment(name, bytes)).toBe(true);
    expect(await isAttachment(name, latin('MZ'))).toBe(false);
    expect(await isAttachment(name, bytes.subarray(0, 2))).toBe(false);
  });

  test.each([
    ['a.docx', 'word/document.xml'],
    ['a.xlsx', 'xl/workbook.xml'],
    ['a.pptx', 'ppt/presentation.xml'],
    ['a.odt', 'content.xml'],
  ])('%s is taken when it is one, and no program is in it', async (name, entry) => {
    expect(await isAttachment(name, await archive(entry))).toBe(true);
    expect(await isAttachment(name, await archive('other.xml'))).toBe(false);
    expect(await isAttachment(name, await archive(entry, 'word/vbaProject.bin'))).toBe(false);
    expect(await isAttachment(name, latin('PK'))).toBe(false);
  });

  test.each(['a.exe', 'a.docm', 'a.zip', 'a', 'a.constructor', 'pdf.'])('%s is none', async (name) => {
    expect(await isAttachment(name, latin('%PDF-1.7'))).toBe(false);
    expect(await isAttachment(name, await archive('word/document.xml'))).toBe(false);
  });
});
