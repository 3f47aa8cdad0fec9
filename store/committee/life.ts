import { z } from 'zod';
import { day, id, instant } from '../fields.ts';

/** Whom a seat represents. */
export const representsSchema = z.enum(['kommune', 'helseforetak', 'bruker', 'fastlege', 'ansatte', 'annet']);

/** A seat that goes to somebody else on a day, or to nobody; once carried out it is gone from here. */
export const plannedSchema = z.object({
  seatId: id,
  // absent: the seat becomes vacant
  memberId: id.optional(),
  // who had the seat when it was planned; absent: nobody
  was: id.optional(),
  on: day,
  by: id,
});
export type Planned = z.infer<typeof plannedSchema>;

/** When the lead of a committee passes on, to which part, and how long before it is reminded of. */
export const rotationSchema = z.object({
  on: day,
  represents: representsSchema,
  remindDays: z.int().min(0).max(180),
});
export type Rotation = z.infer<typeof rotationSchema>;

/** What is told of once for each day: a dated matter of the committee's life. */
export const datedSchema = z.enum(['ends', 'evaluates', 'rotates']);
export type Dated = z.infer<typeof datedSchema>;

/** More than are told of in the life of a committee; the oldest give way. */
export const MAX_TOLD = 100;

/** What a committee has planned for itself, and whether it is closed. */
export const lifeSchema = z.object({
  // a temporary committee: the last day of its work, and the day on which it is evaluated
  endsOn: day.optional(),
  evaluatesOn: day.optional(),
  rotation: rotationSchema.optional(),
  planned: z.array(plannedSchema).max(300).optional(),
  // nothing is begun in it any more, and nothing fires; its records stay readable
  closed: z.object({ at: instant, by: id }).optional(),
  // what was told of, by matter and day
  told: z.array(id).max(MAX_TOLD).optional(),
});
export type Life = z.infer<typeof lifeSchema>;
