import { z } from 'zod';
import { day, id, instant } from '../fields.ts';
import { form, page, typedSchema } from '../view-fields.ts';
import { meetingModeSchema } from './schedule.ts';

/** What is wrong with a plan, in which line; `day`: the day that the line was taken to mean. */
const lineProblemSchema = z.object({
  problem: id,
  line: z.int().positive().optional(),
  other: z.int().positive().optional(),
  day: day.optional(),
});

/** What is shown of meetings and their plan. */
export const meetingViews = [
  // the coming meetings of a committee; without an id of the viewer's own, or the choice between several
  z.object({ view: z.literal('meeting-plan'), committeeId: id.optional(), page, notice: id.optional() }),
  z.object({ view: z.literal('meeting'), meetingId: id, notice: id.optional() }),
  // a new meeting, or another time and place for one
  z.object({
    view: z.literal('meeting-form'),
    committeeId: id,
    meetingId: id.optional(),
    typed: typedSchema.optional(),
    problems: z.array(lineProblemSchema).optional(),
  }),
  // several at once, as they were typed, with what is understood of it
  z.object({
    view: z.literal('meeting-lines'),
    committeeId: id,
    lines: z.string().max(20_000).optional(),
    notice: id.optional(),
    page,
  }),
  z.object({ view: z.literal('meeting-cancel'), meetingId: id, ...form }),
  // «Kommende saker»
  z.object({ view: z.literal('meeting-coming'), committeeId: id, page, notice: id.optional(), ...form }),
  z.object({ view: z.literal('meeting-settings'), committeeId: id, ...form }),
  // told to the committee: a meeting was moved or cancelled
  z.object({
    view: z.literal('meeting-news'),
    meetingId: id,
    was: z
      .object({
        startsAt: instant,
        endsAt: instant,
        mode: meetingModeSchema.optional(),
        place: z.string().max(300).optional(),
      })
      .optional(),
  }),
] as const;
