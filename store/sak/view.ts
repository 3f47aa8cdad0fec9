import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';

const sakId = id;

/** What is shown of saker. What was typed into the form for one stands in the sak itself. */
export const sakViews = [
  // the form, or, while nobody has chosen it, the choice of the committee
  z.object({ view: z.literal('sak-form'), sakId, problems: z.array(id).optional(), notice: id.optional() }),
  z.object({ view: z.literal('sak-committee'), sakId, page, problems: z.array(id).optional() }),
  // what somebody has begun, and the way to a new one: `sakId` is that one's
  z.object({ view: z.literal('sak-drafts'), committeeId: id.optional() }),
  z.object({ view: z.literal('sak-preview'), sakId, page, notice: id.optional() }),
  // a sak in full, with what this viewer can do
  z.object({ view: z.literal('sak'), sakId, page, notice: id.optional(), ...form }),
  // where it stands, for whoever proposed it
  z.object({ view: z.literal('sak-status'), sakId, page, notice: id.optional(), ...form }),
  // the smaller forms of those who decide what becomes of it
  z.object({ view: z.literal('sak-question'), sakId, ...form }),
  z.object({ view: z.literal('sak-postpone'), sakId, ...form }),
  z.object({ view: z.literal('sak-reject'), sakId, ...form }),
  // one in another committee that looks like this one
  z.object({ view: z.literal('sak-similar'), sakId, otherId: id, page }),
  z.object({ view: z.literal('saker'), committeeId: id.optional(), page }),
] as const;
