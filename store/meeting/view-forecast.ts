import { z } from 'zod';
import { id } from '../fields.ts';

/** What is shown of who comes to a meeting, to the chair and the secretariat. */
export const forecastViews = [
  // a meeting in danger of being cancelled, and what can be done about it
  z.object({ view: z.literal('meeting-risk'), meetingId: id, problem: id.optional() }),
] as const;
