import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';

const meetingId = id;
const sakId = id;

/** What is shown of what happens in a meeting, to the secretariat and the chair. */
export const minutesViews = [
  z.object({ view: z.literal('minutes'), meetingId, page, problem: id.optional() }),
  z.object({ view: z.literal('minutes-presence'), meetingId, page, problems: z.array(id).optional() }),
  z.object({ view: z.literal('minutes-vara'), meetingId, page, ...form }),
  z.object({ view: z.literal('minutes-around'), meetingId, ...form }),
  z.object({ view: z.literal('minutes-sak'), meetingId, sakId, saved: z.literal(true).optional(), ...form }),
  z.object({ view: z.literal('minutes-recused'), meetingId, sakId, page }),
  z.object({ view: z.literal('minutes-rounds'), meetingId, ...form }),
  // the referat was changed by hand since it was made from the meeting
  z.object({ view: z.literal('minutes-remake'), meetingId }),
  // a referat that did not follow the vedtak about it
  z.object({
    view: z.literal('minutes-unfollowed'),
    referatId: id,
    sakId,
    why: z.enum(['on-round', 'already-published']),
  }),
] as const;
