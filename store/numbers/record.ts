import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { id } from '../fields.ts';

export const NUMBERS_VERSION = 1;

export const numbersSchema = z.object({
  ...storedFields,
  committeeId: id,
  year: z.int().min(2000).max(2999),
  first: z.int().positive(),
  // the n-th has the number first + n: none is given twice and none is left out
  sakIds: z.array(id).max(5000),
});

/** The saksnumre of one committee and year: the ledger that says which sak has which. */
export type Numbers = z.infer<typeof numbersSchema>;

export const numbersId = (committeeId: string, year: number) => `numbers_${committeeId}_${year}`;

/** A year in which no number was given yet. */
export function newNumbers(fields: Pick<Numbers, 'tenantId' | 'committeeId' | 'year' | 'first'>): Numbers {
  const { committeeId, year } = fields;
  return {
    ...newlyStored({ id: numbersId(committeeId, year), tenantId: fields.tenantId }, NUMBERS_VERSION),
    ...fields,
    sakIds: [],
  };
}
