import type { PlanProblem } from '../../store/plan/read.ts';
import type { Table } from '../../store/plan/table.ts';
import { contentsOf } from './zip.ts';

/** What a plan of 20,000 rows takes, with something to spare. */
const MAX_FILE = 16 * 1024 * 1024;
/** A sheet has more XML than a text. */
const MAX_SHEET = 32 * 1024 * 1024;
/** Word's and Excel's older format, which a file with a password has too. */
const OLD_FORMAT = 'd0cf11e0';
const PDF = '%PDF';

export type TablesRead =
  | { readonly tables: readonly Table[] }
  | { readonly problem: PlanProblem; readonly line?: number };

/** The tables in a file. What kind it is, its content says: .docx and .xlsx are archives, anything else is text or nothing. */
export async function readTables(bytes: Uint8Array): Promise<TablesRead> {
  if (bytes.length === 0) return { problem: 'file-empty' };
  if (bytes.length > MAX_FILE) return { problem: 'file-too-large' };
  const beginning = Buffer.from(bytes.subarray(0, 4));
  if (beginning.toString('hex') === OLD_FORMAT) return { problem: 'file-old-format' };
  // a small one may pass for text
  if (beginning.toString('latin1') === PDF) return { problem: 'file-not-plan' };
  if (beginning.toString('latin1') !== 'PK\x03\x04') {
    const { csvTables } = await import('./tables-csv.ts');
    return csvTables(bytes);
  }
  const contents = await contentsOf(bytes, MAX_SHEET);
  if ('problem' in contents)
    return { problem: contents.problem === 'file-not-docx' ? 'file-not-plan' : contents.problem };
  if (contents.names.includes('xl/workbook.xml')) {
    const { xlsxTables } = await import('./tables-xlsx.ts');
    return xlsxTables(bytes);
  }
  if (!contents.names.includes('word/document.xml')) return { problem: 'file-not-plan' };
  const { docxTables } = await import('./tables-docx.ts');
  return docxTables(bytes);
}
