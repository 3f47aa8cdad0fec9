import { z } from 'zod';
import { id, sha256 } from './fields.ts';
import { ofPlan } from './tiltak/view.ts';

/**
 * What is offered to somebody as a file: a text as they were asked about it, what became of a round, a meeting's papers, a
 * file of a sak.
 */
export const offerSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('referat'), referatId: id, hash: sha256 }),
  z.object({ what: z.literal('receipt'), roundId: id, format: z.enum(['docx', 'json']) }),
  // one meeting for somebody's calendar, or without an id the committee's whole plan
  z.object({ what: z.literal('calendar'), committeeId: id, meetingId: id.optional() }),
  // what a round without a referat is about, and the innspill that came in it
  z.object({ what: z.literal('matter'), roundId: id }),
  z.object({ what: z.literal('innspill'), roundId: id }),
  // a document as leder and nestleder have signed it
  z.object({ what: z.literal('signed'), roundId: id }),
  // everything that a meeting is called with, as one document; and a file that is attached to one of its saker
  z.object({ what: z.literal('papers'), meetingId: id, revision: z.int().nonnegative() }),
  z.object({ what: z.literal('vedlegg'), meetingId: id, sakId: id, fileId: id }),
  // a file of a sak, before and after it stands on an agenda
  z.object({ what: z.literal('attachment'), sakId: id, fileId: id }),
  // a committee's forfall in one year, for a spreadsheet
  z.object({ what: z.literal('counts'), committeeId: id, year: z.int().min(2000).max(2999) }),
  // a draft of its årsrapport, to be edited
  z.object({ what: z.literal('annual'), committeeId: id, year: z.int().min(2000).max(2999) }),
  // the members in a form, as a sheet to fill in and drop into the chat again
  z.object({ what: z.literal('member-list'), setupId: id }),
  // how it goes with a plan, in its own columns; without a plan, with what the committee has decided in its saker
  z.object({ what: z.literal('status-table'), ...ofPlan, format: z.enum(['docx', 'xlsx', 'csv']) }),
]);
export type Offer = z.infer<typeof offerSchema>;

/** Where Teams wants an accepted file, and the consent card that its place is shown in. */
export const uploadSchema = z.object({
  uploadUrl: z.url().max(4096),
  contentUrl: z.url().max(4096),
  name: z.string().min(1).max(300),
  uniqueId: id,
  fileType: z.string().max(40),
  serviceUrl: id,
  conversationId: id,
  consentId: id.optional(),
});
export type Upload = z.infer<typeof uploadSchema>;
