import { z } from 'zod';
import { id, sha256 } from '../store/fields.ts';
import { typedReferatSchema } from '../store/view.ts';

const remarkKind = z.enum(['skrivefeil', 'realitet']);

/**
 * Everything a card can send back: what the button carries, and what was typed beside it. It names records and carries
 * no rights. A card once sent stays readable for good: add to this, never take away.
 */
export const cardActionSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('help.show') }),
  z.object({ verb: z.literal('referat.overview') }),
  z.object({ verb: z.literal('referat.new') }),
  z.object({ verb: z.literal('referat.edit'), referatId: id }),
  // what was typed is read by the handler, which answers with the form as it was typed
  z.object({ verb: z.literal('referat.preview'), referatId: id, ...typedReferatSchema.shape }),
  z.object({ verb: z.literal('round.open'), referatId: id, revision: z.int().positive() }),
  z.object({ verb: z.literal('round.show'), roundId: id }),
  z.object({ verb: z.literal('round.status'), roundId: id, from: z.int().nonnegative().optional() }),
  z.object({ verb: z.literal('round.approve'), roundId: id, textHash: sha256 }),
  z.object({
    verb: z.literal('round.remark'),
    roundId: id,
    textHash: sha256,
    kind: remarkKind.optional(),
    text: z.string().max(20_000).optional(),
  }),
  z.object({ verb: z.literal('round.change'), roundId: id }),
]);
export type CardAction = z.infer<typeof cardActionSchema>;
export type ActionOf<V extends CardAction['verb']> = Extract<CardAction, { verb: V }>;
