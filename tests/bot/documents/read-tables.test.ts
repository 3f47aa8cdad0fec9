import { describe, expect, test } from 'vitest';
import { readPlanFile } from '../../../bot/documents/read-plan.ts';
import { aDocx } from '../../support/docx.ts';
import { aPlanXlsx } from '../../support/plan-tables.ts';
import { zipOf } from '../../support/zip.ts';

const MB = 1024 * 1024;
const aWorkbook = () =>
  aPlanXlsx({
    Plan: [
      ['Tiltak', 'Når'],
      ['x', '2024'],
    ],
  });
const sheet = (size: number) =>
  zipOf([
    ['xl/workbook.xml', Buffer.from('<workbook/>')],
    ['xl/worksheets/sheet1.xml', Buffer.alloc(size)],
  ]);

describe('a file that is no plan', { timeout: 60_000 }, () => {
  const files: readonly [what: string, bytes: () => Uint8Array | Promise<Uint8Array>, problem: string][] = [
    ['nothing at all', () => Buffer.alloc(0), 'file-empty'],
    ['nothing but spaces', () => Buffer.from(' \n \n'), 'file-empty'],
    ['more than a plan can be', () => Buffer.alloc(17 * MB, 'x'), 'file-too-large'],
    ['a program', () => Buffer.from(`MZ\u0090\0${'\0'.repeat(500)}This program`), 'file-not-plan'],
    ['a small PDF', () => Buffer.from('%PDF-1.4\n1 0 obj\n<< /Title (Tiltak) >>\n'), 'file-not-plan'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-not-plan'],
    ['a web page', () => Buffer.from('<!DOCTYPE html><table><tr><td>Tiltak</td></tr></table>'), 'file-not-plan'],
    ['an old .xls, or one with a password', () => Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'file-old-format'],
    ['an archive of something else', () => zipOf([['readme.txt', Buffer.from('hei')]]), 'file-not-plan'],
    ['a workbook that was cut', () => aWorkbook().subarray(0, 3000), 'file-unreadable'],
    ['a workbook that is none inside', () => sheet(10), 'file-unreadable'],
    ['a zip bomb', () => sheet(200 * MB), 'file-too-large'],
    ['a document without a table', () => aDocx('Tiltak', 'Ansvarlig'), 'no-table'],
    ['a text', () => Buffer.from('Referat fra møte i SSU\nTil stede: alle'), 'no-columns'],
  ];
  test.each(files)('because it is %s is refused in words, and nothing is made of it', async (_what, bytes, problem) => {
    expect(await readPlanFile(await bytes())).toEqual({ columns: [], rows: [], problems: [{ problem }] });
  });
});

test('a file is read as what it is, and not as what it is called', async () => {
  expect((await readPlanFile(aWorkbook())).rows).toMatchObject([{ text: 'x', dueOn: '2024-12-31' }]);
});
