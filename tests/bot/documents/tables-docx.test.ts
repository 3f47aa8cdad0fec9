import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, test } from 'vitest';
import { tablesInHtml } from '../../../bot/documents/html-tables.ts';
import { readPlanFile } from '../../../bot/documents/read-plan.ts';
import { inShort } from '../../support/plan-rows.ts';
import { aPlanDocx, type DrawnRow } from '../../support/plan-tables.ts';

const rows = (text: string): DrawnRow[] => [
  ['Tiltak', 'Ansvarlig'],
  [text, 'SEKR'],
];

describe('a plan as a Word document', { timeout: 30_000 }, () => {
  test('has a plain line right before a table for a heading only where there is no real one, and is uncertain then', async () => {
    const plan = await readPlanFile(
      await aPlanDocx([
        { plain: 'Vi vil at flere skal bli.' },
        { plain: 'Rekruttering:' },
        { rows: rows('x') },
        { heading: 'Beredskap', level: 2 },
        { plain: 'Tabellen viser tiltak' },
        { rows: rows('y') },
      ]),
    );
    expect(inShort(plan)).toEqual(['Rekruttering: x (SEKR)', 'Beredskap: y (SEKR)']);
    expect(plan.rows.map(({ doubts }) => doubts)).toEqual([['heading-guessed'], []]);
  });

  test('has two headings of one rank that stand together as one, and is uncertain', async () => {
    const plan = await readPlanFile(
      await aPlanDocx([
        { heading: 'Beredskap', level: 2 },
        { heading: 'Trygg akuttmedisin', level: 2 },
        { rows: rows('x') },
      ]),
    );
    expect(inShort(plan)).toEqual(['Beredskap / Trygg akuttmedisin: x (SEKR)']);
    expect(plan.rows[0]?.doubts).toEqual(['heading-guessed']);
  });

  test('counts table rows through the whole document', async () => {
    const plan = await readPlanFile(await aPlanDocx([{ rows: rows('x') }, { plain: 'Og:' }, { rows: rows('y') }]));
    expect(plan.rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  test('has the words of a table within a cell as parts of it, and looks through a table that is only a frame', async () => {
    const cell = (...children: (Paragraph | Table)[]) => new TableCell({ children });
    const table = (lines: readonly (readonly TableCell[])[]) =>
      new Table({ rows: lines.map((children) => new TableRow({ children })) });
    const text = (words: string) => cell(new Paragraph(words));
    const inner = table([[text('Alta'), text('ja')]]);
    const plan = table([
      [text('Tiltak'), text('Status')],
      [text('x'), cell(inner, new Paragraph('og resten'))],
    ]);
    const framed = table([[cell(plan, new Paragraph(''))]]);
    for (const drawn of [plan, framed]) {
      const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [drawn] }] }));
      expect((await readPlanFile(bytes)).rows).toMatchObject([{ text: 'x', status: 'Alta | ja | og resten' }]);
    }
  });

  test('of columns that are drawn «Hva vil vi?», «Hvordan få det til?», «Ansvarlig», «Når» has every tiltak with its owner and date', async () => {
    const header = ['Hva vil vi?', 'Hvordan få det til?', 'Ansvarlig', 'Når'];
    const plan = await readPlanFile(
      await aPlanDocx([
        { heading: 'Handlingsplan for helsefellesskapet', level: 1 },
        { heading: 'Rekruttere, utvikle og beholde', level: 2 },
        {
          rows: [
            header,
            [
              { parts: ['Beholde flere'], rows: 3 },
              'Felles stillinger',
              { parts: ['Kommunene og sykehuset'], rows: 2 },
              { parts: ['2024-2025'], rows: 2 },
            ],
            ['Hospitering'],
            ['Felles fagdager', 'Sekretariatet', 'Innen utgangen av 2024'],
            ['Lære av hverandre', { parts: ['Nettverk', 'Felles kurs'], as: 'list' }, 'FSU BU', '2024'],
          ],
        },
        { heading: 'Samhandling', level: 2 },
        { rows: [header, ['Møtes oftere', 'Faste møter', { parts: [] }, '2024']] },
      ]),
    );
    expect(plan.problems).toEqual([]);
    expect(inShort(plan)).toEqual([
      'Rekruttere, utvikle og beholde > Beholde flere: Felles stillinger (Kommunene og sykehuset, 2024-2025)',
      'Rekruttere, utvikle og beholde > Beholde flere: Hospitering (Kommunene og sykehuset, 2024-2025)',
      'Rekruttere, utvikle og beholde > Beholde flere: Felles fagdager (Sekretariatet, Innen utgangen av 2024)',
      'Rekruttere, utvikle og beholde > Lære av hverandre: Nettverk | Felles kurs (FSU BU, 2024)',
      'Samhandling > Møtes oftere: Faste møter (2024)',
    ]);
    expect(plan.rows.map(({ dueOn }) => dueOn)).toEqual([
      ...['2025-12-31', '2025-12-31', '2024-12-31', '2024-12-31', '2024-12-31'],
    ]);
    expect(plan.rows.map(({ doubts }) => doubts)).toEqual([
      ...[[], ['owner-merged', 'due-merged'], [], ['several-tiltak'], []],
    ]);
  });
});

describe('the tables in HTML', () => {
  const table = (cells: string) => tablesInHtml(`<table><tr>${cells}</tr></table>`)[0]?.rows[0]?.cells;

  test('have their lines and list items as parts, and neither numbers of notes nor words that nobody sees', () => {
    const note = '<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>';
    expect(table(`<td><p>a${note}  b<br />c\u00ad\u0001d</p><ul><li>e<ul><li>f</li></ul></li></ul></td>`)).toEqual([
      { parts: ['a b', 'cd', 'e', 'f'] },
    ]);
  });

  test('are headed by what stands below the title, and not by both as one', () => {
    const headingsOf = (above: string) => tablesInHtml(`${above}<table><tr><td>x</td></tr></table>`)[0]?.headings;
    expect(headingsOf('<h1>Handlingsplan 2024</h1><h1>Rekruttering</h1>')).toEqual(['Rekruttering']);
    expect(headingsOf('<p><b>Planen vår</b></p><p><b>Innsatsområde: Rekruttering</b></p>')).toEqual([
      'Innsatsområde: Rekruttering',
    ]);
    expect(headingsOf('<h1>Rekruttere</h1><h1>og beholde</h1>')).toEqual(['Rekruttere / og beholde']);
  });

  test('have text that looks like marks as text', () => {
    expect(table('<td><p>&lt;script&gt;x&lt;/script&gt; &amp; æ &#xe5;</p></td>')).toEqual([
      { parts: ['<script>x</script> & æ å'] },
    ]);
  });

  test('take spans that no table has for what fits, and nesting that no one writes for nothing', () => {
    expect(table('<td colspan="1000000"><p>a</p></td>')).toHaveLength(63);
    expect(table('<td colspan="x" rowspan="-1"><p>a</p></td>')).toEqual([{ parts: ['a'] }]);
    const deep = `${'<div>'.repeat(3000)}x${'</div>'.repeat(3000)}`;
    expect(table(`<td>${deep}</td><td>y</td>`)).toEqual([{ parts: [] }, { parts: ['y'] }]);
  });
});
