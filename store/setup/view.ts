import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';

/** What is wrong with a form of several lines, in which line, and which other line it collides with. */
const lineProblemSchema = z.object({
  problem: id,
  line: z.int().positive().optional(),
  other: z.int().positive().optional(),
});

/** What is shown of a committee that is set up or changed. */
export const setupViews = [
  // the first word of the bot where it was added, to whoever added it; `mentioned`: said where others read it
  z.object({ view: z.literal('setup-greeting'), conversationId: id, mentioned: id.optional() }),
  z.object({ view: z.literal('setup-form'), setupId: id, problems: z.array(lineProblemSchema).optional() }),
  z.object({ view: z.literal('setup-preview'), setupId: id, page, problem: id.optional() }),
  // a committee as it is set up; without an id the viewer's own, or the choice between several
  z.object({ view: z.literal('setup'), committeeId: id.optional(), page, notice: id.optional() }),
  // a committee for a conversation that has none: one that the viewer runs, or a new one
  z.object({ view: z.literal('setup-attach'), conversationId: id, notice: id.optional() }),
  z.object({ view: z.literal('settings-form'), committeeId: id, ...form }),
  z.object({ view: z.literal('seat-form'), committeeId: id, page, ...form }),
  // one seat with all that can be changed of it; without an id which one
  z.object({ view: z.literal('seat'), committeeId: id, seatId: id.optional(), page, notice: id.optional(), ...form }),
  z.object({ view: z.literal('seat-new'), committeeId: id, ...form }),
  z.object({ view: z.literal('seat-vara'), committeeId: id, seatId: id, ...form }),
  z.object({ view: z.literal('seat-remove'), committeeId: id, seatId: id, problem: id.optional() }),
] as const;
