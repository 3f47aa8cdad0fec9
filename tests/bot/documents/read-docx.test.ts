import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../bot/documents/read-docx.ts';
import { referatDocx } from '../../../bot/documents/referat-docx.ts';
import { MAX_TEXT, newest } from '../../../store/referat/record.ts';
import { aDocx, aRichDocx, strictText } from '../../support/docx.ts';
import { aReferat, hashOf } from '../../support/records.ts';
import { zipOf } from '../../support/zip.ts';

// some of these documents are large, and a busy machine takes seconds to make them
describe('reading a Word document', { timeout: 30_000 }, () => {
  test('gives its paragraphs, with an empty line between them', async () => {
    expect(await readDocx(await aDocx('Sak 1', 'Åpning og «dagsorden»', 'Slutt'))).toEqual({
      text: 'Sak 1\n\nÅpning og «dagsorden»\n\nSlutt',
    });
  });

  test('keeps numbers of numbered points, dashes of lists and the cells of tables', async () => {
    expect(await readDocx(await aRichDocx())).toEqual({
      text: [
        'Vedtak:',
        '1. SSU støtter forslaget.\n2. Sekretariatet følger opp.',
        '- Neste møte',
        'Sak | Ansvarlig\n12/24 | SEKR',
        'Slutt < > & "',
      ].join('\n\n'),
    });
  });

  test('a text of 200,000 characters is read whole, and one that is longer is refused', async () => {
    const whole = await readDocx(await aDocx('x'.repeat(MAX_TEXT)));
    expect('text' in whole && whole.text.length).toBe(MAX_TEXT);
    expect(await readDocx(await aDocx('x'.repeat(MAX_TEXT + 1)))).toEqual({ problem: 'file-text-too-long' });
  });

  const refusals: readonly [what: string, bytes: () => Promise<Uint8Array> | Uint8Array, problem: string][] = [
    [
      'a program that was renamed',
      () => Buffer.from(`MZ\u0090\0${'\0'.repeat(500)}This program cannot be run`),
      'file-not-docx',
    ],
    ['a text', () => Buffer.from('Referat fra møte i SSU'), 'file-not-docx'],
    ['nothing at all', () => Buffer.alloc(0), 'file-not-docx'],
    ['an old .doc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-not-docx'],
    ['an archive of something else', () => zipOf([['readme.txt', Buffer.from('hei')]]), 'file-not-docx'],
    ['a document that was cut', async () => (await aDocx('Sak 1')).subarray(0, 2000), 'file-unreadable'],
    [
      'a document whose XML is broken',
      () =>
        zipOf([
          ['[Content_Types].xml', Buffer.from('<x')],
          ['word/document.xml', Buffer.from('<w:document')],
        ]),
      'file-unreadable',
    ],
    ['an empty document', () => aDocx('', '  '), 'file-empty'],
    [
      'a zip bomb that says how large it is',
      () => zipOf([['word/document.xml', Buffer.alloc(200 * 1024 * 1024)]]),
      'file-too-large',
    ],
    [
      'a zip bomb that lies about its size',
      () => zipOf([['word/document.xml', Buffer.alloc(200 * 1024 * 1024)]], 100),
      'file-unreadable',
    ],
    ['a document of millions of empty paragraphs', () => documentOf('<w:p/>'.repeat(2_000_000)), 'file-too-large'],
    ['a document that takes more memory than it may', () => documentOf('<w:p/>'.repeat(1_000_000)), 'file-unreadable'],
    [
      'an archive of very many entries',
      () => zipOf(Array.from({ length: 3000 }, (_, n) => [`word/${n}.xml`, Buffer.from('x')])),
      'file-too-large',
    ],
  ];
  test.each(refusals)('%s is refused in words, and nothing is made of it', async (_what, bytes, problem) => {
    expect(await readDocx(await bytes())).toEqual({ problem });
  });

  test('a zip bomb takes no more memory than a document may', async () => {
    const bomb = zipOf([['word/document.xml', Buffer.alloc(400 * 1024 * 1024)]], 100);
    const before = process.memoryUsage.rss();
    await readDocx(bomb);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1024 * 1024);
  });
});

test('a text of a million spaces is read like any other', { timeout: 30_000 }, async () => {
  // hours, were it looked through by a pattern that goes back
  expect(await readDocx(await aDocx('Sak', ' '.repeat(1_000_000), 'Slutt'))).toEqual({ text: 'Sak\n\nSlutt' });
});

describe('a referat as a file', () => {
  test('is a document that a strict reader takes, with the text as it was written', async () => {
    const text = 'Sak 1: <Åpning> & «dagsorden»\nandre linje\n\nTegn som ikke kan skrives: \u0001\ud800 slutt 😀';
    const referat = aReferat({
      versions: [{ text, hash: hashOf(text), at: new Date(), by: 'siv' }],
      title: 'Møte "nr. 2" <3>',
    });
    const bytes = await referatDocx(referat, newest(referat));
    expect(await strictText(bytes)).toBe(
      'Møte "nr. 2" <3>\nSak 1: <Åpning> & «dagsorden»\nandre linje\nTegn som ikke kan skrives:  slutt 😀',
    );
    expect(await readDocx(bytes)).toMatchObject({ text: expect.stringContaining('andre linje') });
  });
});

/** A document with this in its body. */
function documentOf(body: string): Buffer {
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipOf([
    ['[Content_Types].xml', Buffer.from(types)],
    ['word/document.xml', Buffer.from(xml)],
  ]);
}
