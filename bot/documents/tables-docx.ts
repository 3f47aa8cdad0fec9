import type { Table } from '../../store/plan/table.ts';
import { tablesInHtml } from './html-tables.ts';
import { htmlOf } from './mammoth.ts';
import type { TablesRead } from './read-tables.ts';

/** The tables of a Word document, each with the headings that it stands under. */
export async function docxTables(bytes: Uint8Array): Promise<TablesRead> {
  const html = await htmlOf(bytes);
  if (html === undefined) return { problem: 'file-unreadable' };
  const tables: readonly Table[] = tablesInHtml(html);
  return { tables };
}
