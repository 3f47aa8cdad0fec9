import { z } from 'zod';
import { id, sha256 } from '../../store/fields.ts';
import { choiceSchema } from '../../store/round/record.ts';
import { page, typed } from './fields.ts';

const referatId = id;
const roundId = id;

/** What can be typed into the form of a remark. */
const remark = { kind: typed, sak: typed, text: typed };

/** What the cards about rounds send. */
export const roundActions = [
  z.object({ verb: z.literal('round.open'), referatId, revision: z.int().positive() }),
  z.object({ verb: z.literal('round.show'), roundId, page }),
  z.object({ verb: z.literal('round.shared'), roundId, page }),
  z.object({ verb: z.literal('round.changes'), roundId, page }),
  z.object({ verb: z.literal('round.change'), roundId }),
  z.object({ verb: z.literal('round.approve'), roundId, textHash: sha256 }),
  z.object({ verb: z.literal('round.lift'), roundId, textHash: sha256 }),
  z.object({ verb: z.literal('round.remark'), roundId, textHash: sha256, ...remark }),
  z.object({ verb: z.literal('round.sign'), roundId, textHash: sha256 }),
  // a vote, with what was said with it; a wish to take it to the meeting too
  z.object({ verb: z.literal('round.vote'), roundId, textHash: sha256, choice: choiceSchema, text: typed }),
  z.object({ verb: z.literal('round.comment'), roundId, textHash: sha256, sak: typed, text: typed }),
  z.object({ verb: z.literal('round.no-comment'), roundId, textHash: sha256 }),
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
] as const;
