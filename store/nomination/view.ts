import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';

/** What somebody is proposed for: vara for a seat, member on a vacant seat, or member of a working group. */
export const nominationKindSchema = z.enum(['vara', 'seat', 'group']);

const committeeId = id;
const nominationId = id;

/** What is shown of varas, and of those who are asked to propose somebody. */
export const nominationViews = [
  // the viewer's own varas, the seats they are vara for, what waits for them, and what they can ask for
  z.object({ view: z.literal('vara'), problem: id.optional() }),
  z.object({ view: z.literal('nomination-form'), committeeId, kind: nominationKindSchema, ...form }),
  // to whoever is asked to propose somebody: the form, and what they have proposed
  z.object({ view: z.literal('nomination'), nominationId, notice: id.optional(), ...form }),
  z.object({ view: z.literal('nomination-reminder'), nominationId }),
  // to whoever was proposed, and confirmed
  z.object({ view: z.literal('nomination-ask'), nominationId, candidateId: id, notice: id.optional() }),
  // to the chair and the secretariat
  z.object({ view: z.literal('nomination-status'), nominationId, page, notice: id.optional() }),
  z.object({ view: z.literal('nomination-register'), nominationId, ...form }),
  z.object({ view: z.literal('nomination-extend'), nominationId, ...form }),
  z.object({ view: z.literal('vara-seats'), committeeId, page, notice: id.optional() }),
  // a member proposes a vara unasked
  z.object({ view: z.literal('vara-form'), committeeId, ...form }),
] as const;
