import { z } from 'zod';

/** More than any field takes: what is too long is refused in words, and kept meanwhile. */
const field = z.string().max(400_000).optional();

/** What somebody typed into the form for a sak, as typed: kept when it could not be used. */
export const typedSakSchema = z.object({
  committeeId: z.string().max(200).optional(),
  title: field,
  from: field,
  // registered for somebody outside: ticked
  outsider: z.string().max(40).optional(),
  to: field,
  background: field,
  // the .docx that the saksframstilling is taken from
  fileId: z.string().max(200).optional(),
  // one point a line, or numbered
  proposal: field,
  wishedMeetingId: z.string().max(200).optional(),
  // links, one a line
  links: field,
  // uploaded files, with commas between
  fileIds: z.string().max(5000).optional(),
  type: z.string().max(40).optional(),
  // the short form's three questions
  what: field,
  why: field,
  wish: field,
  // the answer to what was asked of its proposer
  answer: field,
});
export type TypedSak = z.infer<typeof typedSakSchema>;
