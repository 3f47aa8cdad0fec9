import { z } from 'zod';
import { id } from './fields.ts';

/** What somebody typed into the form for a referat, as typed: kept when it could not be used. */
export const typedReferatSchema = z.object({
  committeeId: z.string().max(200).optional(),
  meetingOn: z.string().max(40).optional(),
  title: z.string().max(1000).optional(),
  summary: z.string().max(5000).optional(),
  text: z.string().max(100_000).optional(),
  deadlineOn: z.string().max(40).optional(),
  deadlineTime: z.string().max(40).optional(),
});
export type TypedReferat = z.infer<typeof typedReferatSchema>;

/**
 * What to show somebody, without saying how: it names records, and the card is rendered from the newest of them when it
 * is shown. A view waits in an outbox as it is, so its names and fields stay readable for good.
 */
export const viewSchema = z.discriminatedUnion('view', [
  z.object({ view: z.literal('help'), unknown: z.literal(true).optional() }),
  z.object({ view: z.literal('notice'), notice: id }),
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
  }),
  z.object({
    view: z.literal('round'),
    roundId: id,
    change: z.literal(true).optional(),
    problem: id.optional(),
    typed: z.string().max(10_000).optional(),
  }),
  // `from` is the number of remarks to pass over, when there are more than one card holds
  z.object({ view: z.literal('round-status'), roundId: id, from: z.int().nonnegative().optional() }),
]);
export type View = z.infer<typeof viewSchema>;
