import { describe, expect, test } from 'vitest';
import { readPlanFile } from '../../../bot/documents/read-plan.ts';
import { inShort } from '../../support/plan-rows.ts';

const TEXT = 'Hva vil vi?;Tiltak;Ansvarlig;Når\nMål;Øke antall e-konsultasjoner;UNN og kommunene;2024\n';
const ROW = 'Mål: Øke antall e-konsultasjoner (UNN og kommunene, 2024)';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('a plan as csv', () => {
  const written: readonly [how: string, bytes: () => Uint8Array][] = [
    ['UTF-8', () => Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', () => Buffer.from(`\ufeff${TEXT}`)],
    ['Windows-1252', () => Buffer.from(TEXT, 'latin1')],
    ['UTF-16 with a byte order mark', () => utf16(`\ufeff${TEXT}`)],
    ['UTF-16 without one', () => utf16(TEXT)],
    ['UTF-16 with the large end first', () => utf16(`\ufeff${TEXT}`).swap16()],
    ['lines that end as in Windows', () => Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['lines that end as on an old Mac', () => Buffer.from(TEXT.replaceAll('\n', '\r'))],
    ['commas', () => Buffer.from(TEXT.replaceAll(';', ','))],
    ['tabs', () => Buffer.from(TEXT.replaceAll(';', '\t'))],
    ['bars', () => Buffer.from(TEXT.replaceAll(';', '|'))],
    ['a separator that its first line names', () => Buffer.from(`sep=#\n${TEXT.replaceAll(';', '#')}`)],
    ['quotes around every cell', () => Buffer.from(TEXT.replace(/[^;\n]+/g, '"$&"'))],
  ];
  test.each(written)('is read with %s', async (_how, bytes) => {
    const plan = await readPlanFile(bytes());
    expect(plan.problems).toEqual([]);
    expect(inShort(plan)).toEqual([ROW]);
  });

  test('keeps curly quotes and dashes of Windows-1252', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Tiltak;Når\n', 'latin1'),
      Buffer.from([0x93, 0xe5, 0x94, 0x20, 0x96, 0x3b, 0x0a]),
    ]);
    expect((await readPlanFile(bytes)).rows[0]?.text).toBe('“å” –');
  });

  test('is known by its headings, though another separator stands more often in its texts', async () => {
    const rows = ['Tiltak;Ansvarlig', 'Samle a, b, c | d, e, f;SEKR', 'Møte g, h, i | j, k, l;UNN'];
    const plan = await readPlanFile(Buffer.from(rows.join('\n')));
    expect(inShort(plan)).toEqual([': Samle a, b, c | d, e, f (SEKR)', ': Møte g, h, i | j, k, l (UNN)']);
  });

  test('whose columns are set by hand is cut at what gives even rows', async () => {
    const rows = ['Oppdrag,Hos', 'Samle folk; møtes,SEKR', 'Skrive,UNN'];
    const plan = await readPlanFile(Buffer.from(rows.join('\n')), { Oppdrag: 'text', Hos: 'owner' });
    expect(inShort(plan)).toEqual([': Samle folk; møtes (SEKR)', ': Skrive (UNN)']);
  });

  test('may have lines, separators and quotes within a cell, and rows are named by the line where they begin', async () => {
    const text = 'Tiltak;Ansvarlig\r\n"Samle;\r\n  alle ""her"" ";SEKR\r\n\r\nSi "hei" til;UNN\r\n';
    const { rows } = await readPlanFile(Buffer.from(text));
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [2, 'Samle; | alle "her"'],
      [5, 'Si "hei" til'],
    ]);
  });

  test('counts lines from the top also when its first one names the separator', async () => {
    expect((await readPlanFile(Buffer.from(`sep=;\n${TEXT}`))).rows[0]?.line).toBe(3);
  });

  test('names a quote that is never closed among the first rows', async () => {
    const { problems } = await readPlanFile(Buffer.from('Tiltak;Ansvarlig\nx;"y\nz;w\n'));
    expect(problems).toEqual([{ problem: 'quote-open', line: 2 }]);
  });

  test('names the row in which a quote is never closed, and the one whose text was cut by a separator', async () => {
    expect(await readPlanFile(Buffer.from('Tiltak;Når\nx;2024\n"y;2024\nz;2025\n'))).toEqual({
      columns: [],
      rows: [],
      problems: [{ problem: 'quote-open', line: 3 }],
    });
    const cut = await readPlanFile(Buffer.from('Tiltak;Når\nx;2024\nSamle; møtes;2024\n'));
    expect(cut.problems).toEqual([{ problem: 'too-many-cells', line: 3 }]);
  });

  test('of 10,000 rows is read whole', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `Mål ${n};Tiltak nummer ${n};FSU BU;2025`);
    const plan = await readPlanFile(Buffer.from(['Hva vil vi?;Tiltak;Ansvarlig;Når', ...rows].join('\n')));
    expect(plan.problems).toEqual([]);
    expect(plan.rows).toHaveLength(10_000);
    expect(plan.rows.at(-1)).toMatchObject({ line: 10_001, text: 'Tiltak nummer 9999', dueOn: '2025-12-31' });
  });

  test('of millions of rows, or of cells in one row, is refused before it is read', async () => {
    const problemsIn = async (rows: string) => (await readPlanFile(Buffer.from(`Tiltak;Når\n${rows}`))).problems;
    const began = performance.now();
    expect(await problemsIn(`x;2024\n${';'.repeat(15_000_000)}`)).toEqual([{ problem: 'cell-too-long', line: 3 }]);
    expect(await problemsIn('x;2\n'.repeat(4_000_000))).toEqual([{ problem: 'too-many-rows', most: 20_000 }]);
    // it took a minute, in which nobody was answered
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  test('with a script in a cell has it as the text that it is', async () => {
    const plan = await readPlanFile(Buffer.from('Tiltak;Når\n<script>alert(1)</script>;=1+1\n'));
    expect(plan.rows[0]).toMatchObject({ text: '<script>alert(1)</script>', due: '=1+1', doubts: ['due-unknown'] });
  });
});
