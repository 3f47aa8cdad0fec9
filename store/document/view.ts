import { z } from 'zod';
import { id } from '../fields.ts';
import { page } from '../view-fields.ts';

/** What a document is sent out for. */
export const purposeSchema = z.enum(['vedtak', 'innspill', 'signering']);
export type Purpose = z.infer<typeof purposeSchema>;

/** What somebody typed into the form for a document, as typed: kept when it could not be used. */
export const typedDocumentSchema = z.object({
  committeeId: z.string().max(200).optional(),
  title: z.string().max(400_000).optional(),
  text: z.string().max(400_000).optional(),
  // the file that the text is taken from
  fileId: z.string().max(200).optional(),
  // one point a line, or numbered
  proposal: z.string().max(400_000).optional(),
  askedGroup: z.string().max(40).optional(),
  deadlineOn: z.string().max(400).optional(),
  deadlineTime: z.string().max(400).optional(),
});
export type TypedDocument = z.infer<typeof typedDocumentSchema>;

/** What is shown of documents, to those who send them. */
export const documentViews = [
  z.object({ view: z.literal('document-committee'), purpose: purposeSchema, fileId: id.optional() }),
  z.object({
    view: z.literal('document-form'),
    documentId: id,
    purpose: purposeSchema,
    typed: typedDocumentSchema.optional(),
    problems: z.array(id).optional(),
  }),
  z.object({
    view: z.literal('document-preview'),
    documentId: id,
    moved: z.literal(true).optional(),
    problem: id.optional(),
    page,
  }),
] as const;
