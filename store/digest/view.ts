import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';

const tiltakId = id;
/** Where one tiltak was opened from. */
export const backSchema = z.enum(['digest', 'mine', 'plan']);
export type Back = z.infer<typeof backSchema>;
const back = backSchema.optional();
const kept = z.string().max(20_000).optional();

/** What somebody is asked and told of tiltak. */
export const digestViews = [
  // all that waits for the viewer. `saved`: what was registered just now; `again`: what could not be, as it was typed
  z.object({
    view: z.literal('digest'),
    // as it is sent: without what those before it asked
    fresh: z.literal(true).optional(),
    page,
    saved: z.array(id).max(50).optional(),
    again: z
      .array(z.object({ tiltakId, problem: id, class: kept, text: kept, due: kept }))
      .max(50)
      .optional(),
    notice: id.optional(),
  }),
  z.object({ view: z.literal('digest-away'), ...form }),
  // one tiltak, to be answered
  z.object({ view: z.literal('tiltak-answer'), tiltakId, back, saved: z.literal(true).optional(), ...form }),
  z.object({ view: z.literal('tiltak-hand-over'), tiltakId, back, ...form }),
] as const;
