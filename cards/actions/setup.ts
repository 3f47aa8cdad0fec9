import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { typedSetupSchema } from '../../store/setup/record.ts';
import { page, typed } from './fields.ts';

const committeeId = id;
const setupId = id;
/** The version of the committee that a form was filled in from; forms once sent do not say. */
const against = z.int().nonnegative().optional();

/** What the cards of the set-up send. */
export const setupActions = [
  // `conversationId`: the channel or group chat that it is for; where it is pressed, unless that is a 1:1 chat
  z.object({ verb: z.literal('setup.start'), conversationId: id.optional(), isNew: z.literal(true).optional() }),
  z.object({ verb: z.literal('setup.attach'), committeeId, conversationId: id }),
  z.object({ verb: z.literal('setup.preview'), setupId, ...typedSetupSchema.shape }),
  // a list of members that was dropped into the chat: for a form that was begun, for a committee, or for a new one
  z.object({ verb: z.literal('setup.file'), fileId: id, setupId: id.optional(), committeeId: id.optional() }),
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
  // without a seat: which one
  z.object({ verb: z.literal('setup.seat-open'), committeeId, seatId: typed, page }),
  z.object({ verb: z.literal('setup.seat-new'), committeeId }),
  // without a seat: one more
  z.object({
    verb: z.literal('setup.seat-save'),
    committeeId,
    against,
    seatId: id.optional(),
    seatName: typed,
    represents: typed,
    voting: typed,
    roles: typed,
  }),
  z.object({ verb: z.literal('setup.seat-vara-form'), committeeId, seatId: id }),
  z.object({
    verb: z.literal('setup.seat-vara'),
    committeeId,
    seatId: id,
    picked: typed,
    name: typed,
    email: typed,
    workplace: typed,
  }),
  z.object({ verb: z.literal('setup.seat-remove-form'), committeeId, seatId: id }),
  z.object({ verb: z.literal('setup.seat-remove'), committeeId, seatId: id, against }),
  z.object({ verb: z.literal('setup.seat-form'), committeeId, seatId: id.optional(), page }),
  z.object({
    verb: z.literal('setup.seat'),
    committeeId,
    against,
    seatId: typed,
    picked: typed,
    name: typed,
    email: typed,
    vacant: typed,
    // absent: at once
    from: typed,
  }),
] as const;
