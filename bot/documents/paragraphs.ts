import {
  Document,
  HeadingLevel,
  type ISectionPropertiesOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** What XML 1.0 cannot say, and half characters: the library writes them as they come. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text that any reader of a document takes. */
export function writable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, '');
}

/** One paragraph; a line end within it is a line end in the document. */
export function paragraphOf(text: string, options: { readonly bold?: boolean } = {}): Paragraph {
  const lines = writable(text).split('\n');
  return new Paragraph({
    spacing: { after: 120 },
    children: lines.map((line, n) => new TextRun({ text: line, ...options, ...(n > 0 && { break: 1 }) })),
  });
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export function headingOf(text: string, level: 1 | 2 | 3 = 2): Paragraph {
  return new Paragraph({
    heading: LEVELS[level],
    spacing: { before: 240, after: 120 },
    children: [new TextRun(writable(text))],
  });
}

/** A document of this title and these paragraphs. `properties`: how its pages are. */
export async function written(
  title: string,
  paragraphs: readonly (Paragraph | Table)[],
  properties: ISectionPropertiesOptions = {},
): Promise<Uint8Array> {
  const document = new Document({
    title: writable(title),
    creator: 'Utvalgsbot',
    sections: [{ properties, children: [headingOf(title, 1), ...paragraphs] }],
  });
  return Packer.toBuffer(document);
}

/** A text with empty lines between its paragraphs. */
export function proseOf(text: string): Paragraph[] {
  return writable(text)
    .split(/\n{2,}/)
    .map((paragraph) => paragraphOf(paragraph));
}

/** A table over the whole width; its first row is repeated on every page when it heads the others. */
export function tableOf(rows: readonly (readonly string[])[], { hasHeader = false } = {}): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells, n) => {
      const isHeader = hasHeader && n === 0;
      return new TableRow({
        tableHeader: isHeader,
        cantSplit: true,
        children: cells.map((text) => new TableCell({ children: [paragraphOf(text, { bold: isHeader })] })),
      });
    }),
  });
}
