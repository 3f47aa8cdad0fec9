import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { typedSakSchema } from '../../store/sak/typed.ts';
import { page, typed } from './fields.ts';

const sakId = id;
/** The sak as the card showed it. */
const revision = z.int().nonnegative();
/** More than the field takes: what is too long is refused in words. */
const long = z.string().max(400_000).optional();

/** What the cards about saker send. */
export const sakActions = [
  z.object({ verb: z.literal('sak.new'), committeeId: id.optional(), isNew: z.literal(true).optional() }),
  z.object({ verb: z.literal('sak.edit'), sakId, answer: long }),
  // a file that was dropped into the chat, for a draft (`sakId`) or for a new one
  z.object({
    verb: z.literal('sak.file'),
    sakId: id.optional(),
    fileId: id,
    as: z.enum(['background', 'attachment']),
  }),
  // keeps what was typed, and goes on
  z.object({
    verb: z.literal('sak.keep'),
    sakId,
    next: z.enum(['switch', 'attach', 'committee', 'own-text']).optional(),
    ...typedSakSchema.shape,
  }),
  z.object({ verb: z.literal('sak.committees'), sakId, page }),
  z.object({ verb: z.literal('sak.choose'), sakId, committeeId: typed }),
  z.object({ verb: z.literal('sak.preview'), sakId, ...typedSakSchema.shape }),
  // another page of the preview
  z.object({ verb: z.literal('sak.page'), sakId, page }),
  z.object({ verb: z.literal('sak.send'), sakId, revision }),
  z.object({ verb: z.literal('sak.show'), sakId, page }),
  z.object({ verb: z.literal('sak.answer'), sakId, answer: long }),
  z.object({ verb: z.literal('sak.withdraw'), sakId }),
  z.object({ verb: z.literal('sak.accept'), sakId, revision, meetingId: typed }),
  z.object({ verb: z.literal('sak.ask-form'), sakId }),
  z.object({ verb: z.literal('sak.ask'), sakId, revision, text: long }),
  z.object({ verb: z.literal('sak.postpone-form'), sakId }),
  z.object({ verb: z.literal('sak.postpone'), sakId, revision, meetingId: typed, reason: long }),
  z.object({ verb: z.literal('sak.reject-form'), sakId }),
  z.object({ verb: z.literal('sak.reject'), sakId, revision, reason: long }),
  z.object({ verb: z.literal('sak.similar'), sakId, otherId: id, page }),
  z.object({ verb: z.literal('sak.list'), committeeId: id.optional(), page }),
] as const;
