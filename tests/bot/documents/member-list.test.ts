import { describe, expect, test } from 'vitest';
import { readTables } from '../../../bot/documents/read-tables.ts';
import type { Table } from '../../../store/plan/table.ts';
import { type MemberTable, memberTable } from '../../../store/setup/member-table.ts';
import { readLines } from '../../../store/setup/rules-lines.ts';
import { aPlanXlsx, type DrawnRow } from '../../support/plan-tables.ts';

const tablesOf = async (bytes: Uint8Array): Promise<readonly Table[]> => {
  const read = await readTables(bytes);
  if ('problem' in read) throw new Error(read.problem);
  return read.tables;
};
const listIn = async (bytes: Uint8Array): Promise<MemberTable> => {
  const list = memberTable(await tablesOf(bytes));
  if (list === undefined) throw new Error('no list of members');
  return list;
};
const csv = (text: string) => Buffer.from(text);
const sheet = (rows: readonly DrawnRow[]) => aPlanXlsx({ Medlemmer: rows });

const TEXT =
  'Navn;E-post;Rolle;Representerer;Vara for\nKåre Næs;kare@x.no;leder;Storvik kommune;\nPer Øy;per@x.no;;;Kåre Næs\n';
const LINES = [
  'Navn; E-post; Rolle; Representerer; Vara for',
  'Kåre Næs; kare@x.no; leder; Storvik kommune',
  'Per Øy; per@x.no; ; ; Kåre Næs',
];

describe('a list of members as csv', () => {
  const written: readonly [how: string, bytes: () => Uint8Array][] = [
    ['UTF-8', () => csv(TEXT)],
    ['UTF-8 with a byte order mark', () => csv(`\ufeff${TEXT}`)],
    ['Windows-1252', () => Buffer.from(TEXT, 'latin1')],
    ['UTF-16', () => Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['commas', () => csv(TEXT.replaceAll(';', ','))],
    ['tabs', () => csv(TEXT.replaceAll(';', '\t'))],
    ['bars', () => csv(TEXT.replaceAll(';', '|'))],
    ['a separator that its first line names', () => csv(`sep=#\n${TEXT.replaceAll(';', '#')}`)],
    [
      'quotes around every cell, and lines that end as in Windows',
      () => csv(TEXT.replace(/[^;\n]+/g, '"$&"').replaceAll('\n', '\r\n')),
    ],
  ];
  test.each(written)('is read with %s', async (how, bytes) => {
    const { text, rows } = await listIn(bytes());
    // a line that names the separator is counted
    expect(text.split('\n')).toEqual(how.startsWith('a separator') ? ['', ...LINES] : LINES);
    expect(rows).toBe(2);
    expect(readLines(text)).toMatchObject({ problems: [], lines: [{ name: 'Kåre Næs' }, { name: 'Per Øy' }] });
  });

  test('is known by its headings, though another separator stands more often in its cells', async () => {
    const { text } = await listIn(csv('Namn;Representerar\nNes, Kari;a, b, c, d\nVik, Ola;e, f, g, h\n'));
    expect(readLines(text).lines.map(({ name, seat }) => [name, seat?.name])).toEqual([
      ['Nes, Kari', 'a, b, c, d'],
      ['Vik, Ola', 'e, f, g, h'],
    ]);
  });

  test('keeps what its cells hold, whatever marks stand there', async () => {
    const { text } = await listIn(csv('Navn\tRepresenterer\nKari; Nes\tHelse; nord\nVik, Ola\t\n'));
    expect(readLines(text).lines.map(({ name, seat }) => [name, seat?.name])).toEqual([
      ['Kari; Nes', 'Helse; nord'],
      ['Vik, Ola', 'Plass 1'],
    ]);
  });

  test('has its problems in the rows where they stand, also after empty rows and rows of several lines', async () => {
    const text = 'Medlemmer i SSU\n\nNavn;E-post\n"Kari\nNes";kari\n\nOla;ola\n';
    expect(readLines((await listIn(csv(text))).text).problems).toEqual([
      { problem: 'email-odd', line: 4 },
      { problem: 'email-odd', line: 7 },
    ]);
  });
});

describe('a list of members as a sheet', () => {
  test('is read in whatever order its columns stand, and says which it did not use', async () => {
    const { text, columns, unused, rows } = await listIn(
      sheet([
        ['Strategisk samarbeidsutvalg', '', '', '', ''],
        ['ROLLE', 'Telefon', 'Etternamn', 'Fornamn', 'E-postadresse'],
        ['leiar', '12345678', 'Nes', 'Kari', 'kari@x.no'],
        ['', '', '', '', ''],
        ['medlem', '', 'Vik', 'Ola', 'ola@x.no'],
      ]),
    );
    expect({ columns, unused, rows }).toEqual({
      columns: ['ROLLE', 'Etternamn', 'Fornamn', 'E-postadresse'],
      unused: ['Telefon'],
      rows: 2,
    });
    expect(readLines(text).lines).toMatchObject([
      { line: 3, name: 'Kari Nes', roles: ['chair'] },
      { line: 5, name: 'Ola Vik' },
    ]);
  });

  test('has a cell that is merged over several rows in each of them', async () => {
    const { text } = await listIn(
      sheet([['Representerer', 'Navn'], [{ parts: ['Storvik kommune'], rows: 2 }, 'Kari'], ['Ola']]),
    );
    expect(readLines(text).lines.map(({ seat }) => seat?.name)).toEqual(['Storvik kommune', 'Storvik kommune']);
  });

  test('may be the second sheet, and have several roles in a cell', async () => {
    const list = await listIn(
      aPlanXlsx({
        Om: [['Dette er en liste']],
        Liste: [
          ['Navn', 'Rolle'],
          ['Kari', { parts: ['leder', 'sekretariat'] }],
          ['Ola', 'nestleder; sekretariat'],
        ],
      }),
    );
    expect(readLines(list.text).lines).toMatchObject([
      { name: 'Kari', roles: ['chair', 'secretariat'] },
      { name: 'Ola', roles: ['vice-chair', 'secretariat'] },
    ]);
  });

  test.each<[string, readonly DrawnRow[]]>([
    ['only names', [['Navn'], ['Kari']]],
    ['no names', [['E-post', 'Rolle']]],
    ['a plan', [['Tiltak', 'Ansvarlig']]],
    ['nothing', [['']]],
  ])('is none with %s', async (_what, rows) => {
    expect(memberTable(await tablesOf(sheet(rows)))).toBeUndefined();
  });
});
