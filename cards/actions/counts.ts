import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { page } from './fields.ts';

/** What the card about forfall in a year sends. */
export const countsActions = [
  z.object({ verb: z.literal('counts.show'), committeeId: id, year: z.int().optional(), page }),
] as const;
