import type { PlanProblem } from '../../store/plan/read.ts';
import type { Table } from '../../store/plan/table.ts';
import { xlsxThread } from './xlsx-thread.ts';
import { contentsOf } from './zip.ts';

/** What a plan of 20,000 rows takes, with something to spare. */
const MAX_FILE = 16 * 1024 * 1024;
/** A sheet has more XML than a text. */
const MAX_SHEET = 32 * 1024 * 1024;
/** Word's and Excel's older format, which a file with a password has too. */
const OLD_FORMAT = 'd0cf11e0';
const PDF = '%PDF';
const WORKBOOK = 'xl/workbook.xml';

export type TablesRead =
  | { readonly tables: readonly Table[] }
  | { readonly problem: PlanProblem; readonly line?: number };

/** What is wrong with a file, or how its tables are read: to be called, once. */
type Opened = { readonly problem: PlanProblem } | { readonly read: () => Promise<TablesRead> };

/** Looks at what kind a file is, which its content says: .docx and .xlsx are archives, anything else is text or nothing. */
export async function openTables(bytes: Uint8Array): Promise<Opened> {
  if (bytes.length === 0) return { problem: 'file-empty' };
  if (bytes.length > MAX_FILE) return { problem: 'file-too-large' };
  const beginning = Buffer.from(bytes.subarray(0, 4));
  if (beginning.toString('hex') === OLD_FORMAT) return { problem: 'file-old-format' };
  // a small one may pass for text
  if (beginning.toString('latin1') === PDF) return { problem: 'file-not-plan' };
  if (beginning.toString('latin1') === 'PK\x03\x04') return openArchive(bytes);
  return { read: async () => (await import('./tables-csv.ts')).csvTables(bytes) };
}

/** The tables of a file, or why there are none. */
export async function readTables(bytes: Uint8Array): Promise<TablesRead> {
  const opened = await openTables(bytes);
  return 'problem' in opened ? opened : opened.read();
}

async function openArchive(bytes: Uint8Array): Promise<Opened> {
  // a guess, by a name that an archive shows: the thread makes itself ready while it is looked at what is really in it
  const early = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(WORKBOOK) ? xlsxThread() : undefined;
  const contents = await contentsOf(bytes, MAX_SHEET);
  if ('names' in contents && contents.names.includes(WORKBOOK)) {
    const thread = early ?? xlsxThread();
    return { read: () => sheetsRead(thread.read(bytes)) };
  }
  early?.end();
  if ('problem' in contents)
    return { problem: contents.problem === 'file-not-docx' ? 'file-not-plan' : contents.problem };
  if (!contents.names.includes('word/document.xml')) return { problem: 'file-not-plan' };
  return { read: async () => (await import('./tables-docx.ts')).docxTables(bytes) };
}

async function sheetsRead(reading: Promise<unknown>): Promise<TablesRead> {
  const [said, { xlsxTables }] = await Promise.all([reading, import('./tables-xlsx.ts')]);
  return xlsxTables(said);
}
