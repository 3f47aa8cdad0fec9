import { z } from 'zod';
import { day, id } from '../fields.ts';
import { form, page } from '../view-fields.ts';
import { datedSchema } from './life.ts';

/** What is shown of a committee's own life. */
export const lifeViews = [
  // a date of the committee is near, or there
  z.object({ view: z.literal('life-news'), committeeId: id, what: datedSchema, on: day }),
  // what became of a change of a seat's holder that was planned for a day
  z.object({
    view: z.literal('seat-changed'),
    committeeId: id,
    seatId: id,
    memberId: id.optional(),
    on: day,
    outcome: z.enum(['moved', 'seat-gone', 'other-holder', 'has-seat']),
  }),
  z.object({ view: z.literal('life-form'), committeeId: id, ...form }),
  // who fills a seat, and whom to ask there
  z.object({ view: z.literal('appointing-form'), committeeId: id, seatId: id.optional(), page, ...form }),
  z.object({ view: z.literal('close-form'), committeeId: id, problem: id.optional() }),
] as const;
