import { z } from 'zod';
import { id } from '../fields.ts';

/** Who an owner as written is: a committee, a role in one, or a person. */
export const ownerRefSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('committee'), committeeId: id }),
  z.object({ kind: z.literal('role'), committeeId: id, role: z.enum(['chair', 'viceChair', 'secretariat']) }),
  z.object({ kind: z.literal('person'), personId: id }),
]);
export type OwnerRef = z.infer<typeof ownerRefSchema>;
