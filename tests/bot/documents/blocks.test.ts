import { Document, Packer } from 'docx';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../bot/documents/blocks.ts';
import { readDocx } from '../../../bot/documents/read-docx.ts';
import { strictText } from '../../support/docx.ts';
import { entriesOf } from '../../support/zip.ts';

const docxOf = (text: string) => Packer.toBuffer(new Document({ sections: [{ children: blocksOf(text) }] }));

async function bodyOf(text: string): Promise<string> {
  const parts = await entriesOf(await docxOf(text));
  return parts.get('word/document.xml')?.toString('utf8') ?? '';
}
const times = (text: string, part: string) => text.split(part).length - 1;

describe('a text as Word has it', () => {
  const TEXT =
    'Bakgrunn\n\nTabellen viser stillinger:\nSted | Antall\nTromsø | 4\nBodø | 2\nKilde: egne tall.\n\nSlutt';

  test('a text with a table is read back as it was, with the lines around the table as paragraphs', async () => {
    expect(await readDocx(await docxOf(TEXT))).toEqual({
      text: 'Bakgrunn\n\nTabellen viser stillinger:\n\nSted | Antall\nTromsø | 4\nBodø | 2\n\nKilde: egne tall.\n\nSlutt',
    });
  });

  test('neighbouring rows are one table, and rows with an empty line between them are two', async () => {
    expect(times(await bodyOf(TEXT), '<w:tbl>')).toBe(1);
    expect(times(await bodyOf('a | b\nc | d\n\ne | f'), '<w:tbl>')).toBe(2);
  });

  test('rows of different lengths have as many cells each', async () => {
    const body = await bodyOf('a | b | c\nd | e');
    expect(times(body, '<w:tr>')).toBe(2);
    expect(times(body, '<w:tc>')).toBe(6);
  });

  test('a text without a table is paragraphs, and a bar without spaces is no cell', async () => {
    expect(await bodyOf('Ja|nei\nlinje to\n\nslutt')).not.toContain('<w:tbl>');
    expect(await strictText(await docxOf('Ja|nei\nlinje to\n\nslutt'))).toBe('Ja|nei\nlinje to\nslutt');
  });

  test('what XML cannot say is left out, in cells too', async () => {
    expect(await strictText(await docxOf('a\u0000b | c\u0007d < & >'))).toBe('ab\ncd < & >');
  });
});
