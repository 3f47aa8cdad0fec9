import { z } from 'zod';

/** What somebody typed into the form for a sak, as typed: kept when it could not be used. */
export const typedSakSchema = z.object({
  committeeId: z.string().max(200).optional(),
  title: z.string().max(5000).optional(),
  from: z.string().max(1000).optional(),
  to: z.string().max(1000).optional(),
  background: z.string().max(400_000).optional(),
  // the .docx that the saksframstilling is taken from
  fileId: z.string().max(200).optional(),
  // one point a line, or numbered
  proposal: z.string().max(200_000).optional(),
  wishedMeetingId: z.string().max(200).optional(),
  // links, one a line
  links: z.string().max(50_000).optional(),
  // uploaded files, with commas between
  fileIds: z.string().max(5000).optional(),
  type: z.string().max(40).optional(),
  // the short form's three questions
  what: z.string().max(50_000).optional(),
  why: z.string().max(50_000).optional(),
  wish: z.string().max(50_000).optional(),
});
export type TypedSak = z.infer<typeof typedSakSchema>;
