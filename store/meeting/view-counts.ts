import { z } from 'zod';
import { id } from '../fields.ts';
import { page } from '../view-fields.ts';

/** What is shown of forfall in a year, to the chair and the secretariat; this year when none is named. */
export const countsViews = [
  z.object({ view: z.literal('counts'), committeeId: id, year: z.int().optional(), page }),
] as const;
