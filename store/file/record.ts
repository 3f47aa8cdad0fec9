import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { id, sha256 } from '../fields.ts';
import { MAX_TEXT } from '../referat/record.ts';

export const FILE_VERSION = 1;
/** The largest file that is taken in or kept: in base64 well below MongoDB's 16 MB for a document. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;

/** A list of members in a file, as it is told of: the headings that are understood, and those that are not used. */
const memberListSchema = z.object({
  rows: z.int().nonnegative(),
  columns: z.array(z.string().max(100)).max(20),
  unused: z.array(z.string().max(100)).max(20),
  // there are other lists in the file, which are not read
  hasMore: z.literal(true).optional(),
});
export type MemberList = z.infer<typeof memberListSchema>;

export const fileSchema = z.object({
  ...storedFields,
  name: z.string().min(1).max(200),
  bytes: z.int().positive().max(MAX_FILE_BYTES),
  sha256,
  base64: z.string(),
  // another file whose bytes these are: kept once, however many ask for it
  copyOf: id.optional(),
  // whose it is: who sent it to the bot, or for whom it was made
  by: id,
  // what could be read in it
  text: z.string().max(MAX_TEXT).optional(),
  // how many rows of a handlingsplan it has
  planRows: z.int().positive().optional(),
  // the list of members that it has in place of a plan
  memberList: memberListSchema.optional(),
});

/** A file as it came or as it was made, kept with its SHA-256. */
export type StoredFile = z.infer<typeof fileSchema>;

export function newFile(
  fields: Pick<
    StoredFile,
    'id' | 'tenantId' | 'name' | 'bytes' | 'sha256' | 'base64' | 'copyOf' | 'by' | 'text' | 'planRows' | 'memberList'
  >,
): StoredFile {
  return { ...newlyStored(fields, FILE_VERSION), ...fields };
}
