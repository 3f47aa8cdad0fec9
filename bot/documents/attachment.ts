import { contentsOf } from './zip.ts';

/** What a vedlegg may be: told by its name, and true of its content. */
const beginnings: Readonly<Record<string, string>> = {
  pdf: '%PDF-',
  png: '\x89PNG\r\n\x1a\n',
  jpg: '\xff\xd8\xff',
  jpeg: '\xff\xd8\xff',
};
/** The entry that tells what a zip archive is. */
const entries: Readonly<Record<string, string>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
  odt: 'content.xml',
};
/** A sheet may hold more XML than a text: nothing reads it here. */
const MAX_SHEET = 48 * 1024 * 1024;

/** Whether a file is of a kind that is taken as a vedlegg. Programs inside it are not. */
export async function isAttachment(name: string, bytes: Uint8Array): Promise<boolean> {
  const kind = name.toLowerCase().split('.').at(-1) ?? '';
  const beginning = Object.hasOwn(beginnings, kind) ? beginnings[kind] : undefined;
  if (beginning !== undefined) return Buffer.from(bytes.subarray(0, beginning.length)).toString('latin1') === beginning;
  const entry = Object.hasOwn(entries, kind) ? entries[kind] : undefined;
  if (entry === undefined) return false;
  const contents = await contentsOf(bytes, MAX_SHEET);
  if ('problem' in contents) return false;
  return contents.names.includes(entry) && !contents.names.some((one) => /vbaProject\.bin$/i.test(one));
}
