import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';

/** What somebody typed into the form for a referat, as typed: kept when it could not be used. */
export const typedReferatSchema = z.object({
  committeeId: z.string().max(200).optional(),
  meetingOn: z.string().max(40).optional(),
  title: z.string().max(1000).optional(),
  summary: z.string().max(5000).optional(),
  text: z.string().max(400_000).optional(),
  // the file that the text is taken from
  fileId: z.string().max(200).optional(),
  deadlineOn: z.string().max(40).optional(),
  deadlineTime: z.string().max(40).optional(),
  // asked for until the committee has chosen
  rule: z.string().max(40).optional(),
  atLeast: z.string().max(40).optional(),
  askedGroup: z.string().max(40).optional(),
  // seats, with commas between
  present: z.string().max(40_000).optional(),
});
export type TypedReferat = z.infer<typeof typedReferatSchema>;

/** What is shown of referater, to those who write them. */
export const referatViews = [
  z.object({ view: z.literal('choose-committee') }),
  z.object({ view: z.literal('referat-overview') }),
  z.object({
    view: z.literal('referat-form'),
    referatId: id,
    typed: typedReferatSchema.optional(),
    problems: z.array(id).optional(),
  }),
  z.object({
    view: z.literal('referat-preview'),
    referatId: id,
    moved: z.literal(true).optional(),
    problem: id.optional(),
    page,
  }),
  // a referat for those who run it: how far it has come, and what can be done with it
  z.object({ view: z.literal('referat'), referatId: id, problem: id.optional() }),
  z.object({ view: z.literal('meeting-approval-form'), referatId: id, ...form }),
  z.object({ view: z.literal('publish-form'), referatId: id, ...form }),
] as const;
