import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { day, id } from '../fields.ts';

export const TILTAK_VERSION = 1;

export const tiltakSchema = z.object({
  ...storedFields,
  committeeId: id,
  text: z.string().min(1).max(4000),
  // as it was written, and who that is when it is known
  owner: z.string().max(300).optional(),
  ownerId: id.optional(),
  // as it was written, and the day that it means when it is known
  due: z.string().max(200).optional(),
  dueOn: day.optional(),
  // «Sak 25/23, vedtakspunkt 3», or a sak's follow-up
  source: z.object({
    sakId: id,
    meetingId: id.optional(),
    number: z.string().max(20).optional(),
    point: z.int().positive().optional(),
  }),
});

/** A measure that a committee has decided. */
export type Tiltak = z.infer<typeof tiltakSchema>;

export function newTiltak(
  fields: Pick<Tiltak, 'id' | 'tenantId' | 'committeeId' | 'text' | 'source'> &
    Partial<Pick<Tiltak, 'owner' | 'ownerId' | 'due' | 'dueOn'>>,
): Tiltak {
  return { ...newlyStored(fields, TILTAK_VERSION), ...fields };
}
