import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page, typedSchema } from '../view-fields.ts';

/** What is shown of rounds: to those who are asked, where the committee talks, and to those who run them. */
export const roundViews = [
  z.object({
    view: z.literal('round'),
    roundId: id,
    change: z.literal(true).optional(),
    problem: id.optional(),
    typed: typedSchema.optional(),
    page,
  }),
  z.object({ view: z.literal('round-reminder'), roundId: id }),
  z.object({ view: z.literal('round-changes'), roundId: id, page }),
  // the shared card in the committee's conversation; `reading`: a page of the text, for whoever pressed
  z.object({
    view: z.literal('round-shared'),
    roundId: id,
    problem: id.optional(),
    typed: typedSchema.optional(),
    answered: z.literal(true).optional(),
    page,
  }),
  // `from` is the number of lines to pass over, when there are more than one card holds
  z.object({
    view: z.literal('round-status'),
    roundId: id,
    from: z.int().nonnegative().optional(),
    problem: id.optional(),
  }),
  z.object({ view: z.literal('register-form'), roundId: id, page, ...form }),
  z.object({ view: z.literal('undo-form'), roundId: id, page, ...form }),
  z.object({ view: z.literal('extend-form'), roundId: id, ...form }),
  z.object({ view: z.literal('withdraw-form'), roundId: id, ...form }),
  z.object({ view: z.literal('revise-form'), roundId: id, fileId: id.optional(), ...form }),
] as const;
