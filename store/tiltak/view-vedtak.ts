import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';

/** What is shown of tiltak that a committee decides, to the secretariat and the chair. */
export const tiltakVedtakViews = [
  // without a meeting: of a sak that is decided; `n`: which of the tiltak that its point gives, counted from 1
  z.object({
    view: z.literal('tiltak-form'),
    meetingId: id.optional(),
    sakId: id,
    point: z.int().positive().optional(),
    n: z.int().positive().optional(),
    back: z.literal('sak').optional(),
    ...form,
  }),
  // «uklart» and «foreslås slettet»: what the committee decides of them; without a meeting: somewhere else
  z.object({ view: z.literal('tiltak-proposals'), meetingId: id, sakId: id, page, notice: id.optional() }),
  z.object({
    view: z.literal('tiltak-decide'),
    tiltakId: id,
    meetingId: id.optional(),
    sakId: id.optional(),
    notice: id.optional(),
    ...form,
  }),
] as const;
