import { z } from 'zod';
import { id } from '../fields.ts';
import { form, page } from '../view-fields.ts';

const meetingId = id;

/** What is shown of forfall, and of those who are called in for it. */
export const forfallViews = [
  // the viewer's coming meetings, and what they have said of them
  z.object({ view: z.literal('forfall'), page, problem: id.optional() }),
  // the form: of the viewer's own seats, or on behalf of somebody else
  z.object({ view: z.literal('forfall-form'), meetingId, onBehalf: z.literal(true).optional(), page, ...form }),
  // to a vara who is called in
  z.object({ view: z.literal('call-in'), meetingId, forfallId: id, problem: id.optional() }),
  // to the member: who acts for their seat
  z.object({ view: z.literal('own-forfall'), meetingId, problem: id.optional() }),
  // to the chair and the secretariat: every forfall of a meeting, and where it stands
  z.object({ view: z.literal('forfall-status'), meetingId, page, problem: id.optional() }),
  // the secretariat says who acts for a seat
  z.object({ view: z.literal('forfall-assign'), meetingId, forfallId: id, ...form }),
] as const;
