import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { entriesOf } from './zip.ts';

/** A Word document with these paragraphs. */
export function aDocx(...paragraphs: readonly string[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }));
}

/** A Word document with a numbered list, a bullet and a table, as referater have them. */
export function aRichDocx(): Promise<Buffer> {
  const numbered = (text: string) => new Paragraph({ text, numbering: { reference: 'punkter', level: 0 } });
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [{ reference: 'punkter', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
      },
      sections: [
        {
          children: [
            new Paragraph('Vedtak:'),
            numbered('SSU støtter forslaget.'),
            numbered('Sekretariatet følger opp.'),
            new Paragraph({ text: 'Neste møte', bullet: { level: 0 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('Sak'), cell('Ansvarlig')] }),
                new TableRow({ children: [cell('12/24'), cell('SEKR')] }),
              ],
            }),
            new Paragraph('Slutt < > & "'),
          ],
        },
      ],
    }),
  );
}

/** Reads XML strictly, as a reader that forgives nothing does. Throws what is wrong with it; gives its text. */
function strictXml(xml: string): string {
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  let isText = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }: { name: string; attributes: Record<string, SaxesAttributeNS> }) => {
    isText = name === 'w:t';
    if (name === 'w:p') text += '\n';
    if (name === 'w:br') text += '\n';
  });
  parser.on('closetag', () => {
    isText = false;
  });
  parser.on('text', (more) => {
    if (isText) text += more;
  });
  parser.write(xml).close();
  return text.trim();
}

/** The text of a document after every part of it was read strictly. */
export async function strictText(bytes: Uint8Array): Promise<string> {
  const parts = await entriesOf(bytes);
  for (const [name, part] of parts) if (/\.(xml|rels)$/.test(name)) strictXml(part.toString('utf8'));
  const body = parts.get('word/document.xml');
  if (body === undefined) throw new Error('not a Word document');
  return strictXml(body.toString('utf8'));
}
