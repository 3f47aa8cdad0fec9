import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readPlanFile } from '../../../bot/documents/read-plan.ts';
import { inShort } from '../../support/plan-rows.ts';
import { aPlanXlsx } from '../../support/plan-tables.ts';
import { entriesOf, zipOf } from '../../support/zip.ts';

const fileOf = (book: WorkBook) => write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
const bookOf = (sheet: WorkSheet): WorkBook => ({ SheetNames: ['Plan'], Sheets: { Plan: sheet } });
const aDay = (z: string) => ({ t: 'd', v: new Date(Date.UTC(2024, 3, 12)), z });

describe('a plan as a workbook', { timeout: 30_000 }, () => {
  test('has its dates with day and whole year, however they are shown, unless no day is shown', async () => {
    const sheet = utils.aoa_to_sheet([['Tiltak', 'Når']]);
    const formats = ['dd.mm.yyyy', 'd/m/yy', 'dddd d. mmmm', 'm/d/yy', 'mmmm yyyy', 'yyyy', '[$-414]d. mmm yyyy'];
    formats.forEach((format, n) => {
      sheet[`A${n + 2}`] = { t: 's', v: format };
      sheet[`B${n + 2}`] = aDay(format);
    });
    sheet['!ref'] = `A1:B${formats.length + 1}`;
    const { rows, problems } = await readPlanFile(fileOf(bookOf(sheet)));
    expect(problems).toEqual([]);
    expect(rows.map(({ due, dueOn }) => [due, dueOn])).toEqual([
      ...Array(4).fill(['12.04.2024', '2024-04-12']),
      ['april 2024', '2024-04-30'],
      ['2024', '2024-12-31'],
      ['12.04.2024', '2024-04-12'],
    ]);
  });

  test('has numbers as they are shown, and of formulas what they gave', async () => {
    const sheet = utils.aoa_to_sheet([['Tiltak', 'Når', 'Ansvarlig']]);
    sheet.A2 = { t: 's', v: 'Lage plan', f: 'HYPERLINK("http://example.com","Lage plan")' };
    sheet.B2 = { t: 'n', v: 2024 };
    sheet.C2 = { t: 'e', v: 0x17, w: '#REF!' };
    sheet['!ref'] = 'A1:C2';
    const plan = await readPlanFile(fileOf(bookOf(sheet)));
    expect(inShort(plan)).toEqual([': Lage plan (#REF!, 2024)']);
  });

  test('is read from the sheets that are shown; their names are focus areas where no column says them', async () => {
    const rows = (text: string) => [
      ['Tiltak', 'Ansvarlig'],
      [text, 'SEKR'],
    ];
    const book = utils.book_new();
    for (const name of ['Rekruttering', 'Beredskap', 'Notater'])
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows(`til ${name}`)), name);
    utils.book_set_sheet_visibility(book, 'Notater', 1);
    expect(inShort(await readPlanFile(fileOf(book)))).toEqual([
      'Rekruttering: til Rekruttering (SEKR)',
      'Beredskap: til Beredskap (SEKR)',
    ]);
  });

  test('names rows by their number in the sheet, and lets empty ones be', async () => {
    const { rows } = await readPlanFile(
      aPlanXlsx({ Plan: [[], ['Tiltak', 'Når'], [], ['x', ''], ['', ''], ['y', '']] }),
    );
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [4, 'x'],
      [6, 'y'],
    ]);
  });

  test('with more than 20,000 rows is refused', async () => {
    const rows = Array.from({ length: 20_001 }, (_, n) => [`Tiltak nummer ${n}`, 'SEKR']);
    const { problems } = await readPlanFile(aPlanXlsx({ Plan: [['Tiltak', 'Ansvarlig'], ...rows] }));
    expect(problems).toEqual([{ problem: 'too-many-rows', most: 20_000 }]);
  });

  test('that says it is as large as a sheet can be takes no longer for it', async () => {
    const entries = await entriesOf(
      aPlanXlsx({
        Plan: [
          ['Tiltak', 'Ansvarlig'],
          ['x', 'SEKR'],
        ],
      }),
    );
    const merge = '<mergeCell ref="C2:XFD1048576"/>';
    const claimed = [...entries].map(([name, bytes]) => {
      const xml = bytes
        .toString('utf8')
        .replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')
        .replace('</sheetData>', `</sheetData><mergeCells>${merge.repeat(50)}</mergeCells>`);
      return [name, Buffer.from(xml)] as const;
    });
    const plan = await readPlanFile(zipOf(claimed));
    expect(inShort(plan)).toEqual([': x (SEKR)']);
  });

  test('is one whatever strokes stand between its folders', async () => {
    const rows = [
      ['Tiltak', 'Ansvarlig'],
      ['x', 'SEKR'],
    ];
    const entries = [...(await entriesOf(aPlanXlsx({ Plan: rows })))];
    const backwards = entries.map(([name, bytes]) => [name.replaceAll('/', '\\'), bytes] as const);
    expect(inShort(await readPlanFile(zipOf(backwards)))).toEqual([': x (SEKR)']);
  });
});
