import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { day, id, instant } from '../fields.ts';
import { MAX_DIGEST, wantSchema } from './want.ts';

export const DIGEST_VERSION = 1;

const itemSchema = z.object({ tiltakId: id, want: wantSchema, at: instant });
export type DigestItem = z.infer<typeof itemSchema>;
const itemsSchema = z.array(itemSchema).max(MAX_DIGEST);

export const digestSchema = z.object({
  ...storedFields,
  personId: id,
  // one a week, or one a working day at the most
  rhythm: z.enum(['weekly', 'daily']),
  // what waits for the next digest
  items: itemsSchema,
  // the digest that is on its way has this number, and, once it is being written, these
  sending: z.int().positive().optional(),
  outgoing: itemsSchema.optional(),
  // the newest one that arrived, on the committee's clock
  sent: z.object({ number: z.int().positive(), at: instant, items: itemsSchema }).optional(),
  // what the ones before it asked and told, and nobody has answered when the newest one was sent
  earlier: itemsSchema.optional(),
  // when one was last sent, or given up: the next one keeps its distance from it
  lastAt: instant.optional(),
  // somebody is away until this day, which is the first on which they hear of it again
  pausedUntil: day.optional(),
  // when the next one may be sent, while something waits for it: an index
  sendDueAt: instant.optional(),
  emitted: z.int().nonnegative(),
});

/** What one person is asked and told of tiltak, in all committees at once. */
export type Digest = z.infer<typeof digestSchema>;

/** One person has one. */
export const digestIdOf = (personId: string) => `digest_${personId}`;

export function newDigest(personId: string, tenantId: string): Digest {
  return {
    ...newlyStored({ id: digestIdOf(personId), tenantId }, DIGEST_VERSION),
    personId,
    rhythm: 'weekly',
    items: [],
    emitted: 0,
  };
}
