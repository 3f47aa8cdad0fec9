import { z } from 'zod';
import { offerSchema } from '../store/effect.ts';
import { id, sha256 } from '../store/fields.ts';
import { typedSetupSchema } from '../store/setup/record.ts';
import { typedReferatSchema } from '../store/view.ts';

const typed = z.string().max(20_000).optional();
const page = z.int().nonnegative().optional();
const roundId = id;
const referatId = id;
const committeeId = id;
const setupId = id;
/** The version of the committee that a form was filled in from; forms once sent do not say. */
const against = z.int().nonnegative().optional();

/** What can be typed into the form of a remark. */
const remark = { kind: typed, sak: typed, text: typed };

/**
 * Everything a card can send back: what the button carries, and what was typed beside it. It names records and carries
 * no rights. A card once sent stays readable for good: add to this, never take away. What was typed is read by the
 * handler, which answers with the form as it was typed.
 */
export const cardActionSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('help.show') }),

  z.object({ verb: z.literal('referat.overview') }),
  z.object({ verb: z.literal('referat.new'), committeeId: id.optional(), fileId: id.optional() }),
  z.object({ verb: z.literal('referat.edit'), referatId, fileId: id.optional() }),
  z.object({ verb: z.literal('referat.preview'), referatId, ...typedReferatSchema.shape }),
  // another page of the preview
  z.object({ verb: z.literal('referat.page'), referatId, page }),
  z.object({ verb: z.literal('referat.show'), referatId }),
  z.object({ verb: z.literal('referat.meeting-form'), referatId }),
  z.object({ verb: z.literal('referat.meeting'), referatId, on: typed, sak: typed, vedtak: typed }),
  z.object({ verb: z.literal('referat.publish-form'), referatId }),
  z.object({ verb: z.literal('referat.publish'), referatId, where: typed }),

  z.object({ verb: z.literal('round.open'), referatId, revision: z.int().positive() }),
  z.object({ verb: z.literal('round.show'), roundId, page }),
  z.object({ verb: z.literal('round.shared'), roundId, page }),
  z.object({ verb: z.literal('round.changes'), roundId, page }),
  z.object({ verb: z.literal('round.change'), roundId }),
  z.object({ verb: z.literal('round.approve'), roundId, textHash: sha256 }),
  z.object({ verb: z.literal('round.lift'), roundId, textHash: sha256 }),
  z.object({ verb: z.literal('round.remark'), roundId, textHash: sha256, ...remark }),

  z.object({ verb: z.literal('round.status'), roundId, from: z.int().nonnegative().optional() }),
  z.object({ verb: z.literal('round.remind'), roundId }),
  z.object({ verb: z.literal('round.register-form'), roundId, page }),
  z.object({ verb: z.literal('round.register'), roundId, seatId: typed, choice: typed, way: typed, ...remark }),
  z.object({ verb: z.literal('round.undo-form'), roundId, page }),
  z.object({ verb: z.literal('round.undo'), roundId, seatId: typed }),
  z.object({ verb: z.literal('round.extend-form'), roundId }),
  z.object({ verb: z.literal('round.extend'), roundId, deadlineOn: typed, deadlineTime: typed }),
  z.object({ verb: z.literal('round.withdraw-form'), roundId }),
  z.object({ verb: z.literal('round.withdraw'), roundId, reason: typed }),
  z.object({ verb: z.literal('round.revise-form'), roundId, fileId: id.optional() }),
  z.object({
    verb: z.literal('round.revise'),
    roundId,
    fileId: id.optional(),
    scale: typed,
    text: z.string().max(400_000).optional(),
    deadlineOn: typed,
    deadlineTime: typed,
  }),
  z.object({ verb: z.literal('round.to-meeting'), roundId }),

  // `conversationId`: the channel or group chat that it is for; where it is pressed, unless that is a 1:1 chat
  z.object({ verb: z.literal('setup.start'), conversationId: id.optional(), isNew: z.literal(true).optional() }),
  z.object({ verb: z.literal('setup.attach'), committeeId, conversationId: id }),
  z.object({ verb: z.literal('setup.preview'), setupId, ...typedSetupSchema.shape }),
  z.object({ verb: z.literal('setup.page'), setupId, page }),
  z.object({ verb: z.literal('setup.edit'), setupId }),
  z.object({ verb: z.literal('setup.save'), setupId, revision: z.int().positive() }),
  z.object({ verb: z.literal('setup.show'), committeeId: id.optional(), page }),
  z.object({ verb: z.literal('setup.members-form'), committeeId }),
  z.object({ verb: z.literal('setup.settings-form'), committeeId }),
  z.object({
    verb: z.literal('setup.settings'),
    committeeId,
    against,
    ...typedSetupSchema.omit({ members: true }).shape,
  }),
  z.object({ verb: z.literal('setup.seat-form'), committeeId, page }),
  z.object({
    verb: z.literal('setup.seat'),
    committeeId,
    against,
    seatId: typed,
    picked: typed,
    name: typed,
    email: typed,
    vacant: typed,
  }),

  z.object({ verb: z.literal('file.send'), offer: offerSchema }),
]);
export type CardAction = z.infer<typeof cardActionSchema>;
export type ActionOf<V extends CardAction['verb']> = Extract<CardAction, { verb: V }>;
