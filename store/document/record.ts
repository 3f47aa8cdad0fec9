import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { id, instant, sha256 } from '../fields.ts';
import { sendingSchema } from '../round/rules-keep.ts';
import { MAX_BACKGROUND, MAX_POINT, MAX_POINTS, MAX_SAK_TITLE } from '../sak/record.ts';
import { purposeSchema } from './view.ts';

export const DOCUMENT_VERSION = 1;

export const documentSchema = z.object({
  ...storedFields,
  committeeId: id,
  purpose: purposeSchema,
  title: z.string().min(1).max(MAX_SAK_TITLE),
  text: z.string().max(MAX_BACKGROUND),
  // the .docx that the text was read from
  file: z.object({ id, name: z.string().min(1).max(200), sha256, bytes: z.int().positive() }).optional(),
  // numbered points, without their numbers
  proposal: z.array(z.string().min(1).max(MAX_POINT)).max(MAX_POINTS),
  // who is asked to say what they have to say; a vote asks those who have one, and leder and nestleder sign
  askedGroup: z.enum(['voting', 'all', 'leaders']),
  deadline: instant,
  // a preview shows one revision, and only that one can be sent
  revision: z.int().positive(),
  state: z.enum(['draft', 'sent']),
  writtenBy: id,
  // the committee, while it is a draft: an index for finding it again
  draftIn: id.optional(),
  sending: sendingSchema.optional(),
  // the newest round about it, and which state of that round was the last to be told here
  round: z.object({ id, number: z.int().positive(), version: z.int().nonnegative() }).optional(),
});

/** Something that a committee is asked about by hand, and that is no referat and no sak: a draft, a question. */
export type Document = z.infer<typeof documentSchema>;

/** What its form gives once it has been read and found usable. */
export type DocumentInput = Pick<
  Document,
  'committeeId' | 'purpose' | 'title' | 'text' | 'file' | 'proposal' | 'askedGroup' | 'deadline'
>;

export function newDocument(
  id: string,
  tenantId: string,
  input: DocumentInput,
  writtenBy: string,
  now: Date,
): Document {
  return {
    ...newlyStored({ id, tenantId }, DOCUMENT_VERSION),
    ...input,
    revision: 1,
    state: 'draft',
    writtenBy,
    draftIn: input.committeeId,
    history: [{ at: now, by: writtenBy, what: 'written' }],
  };
}
