import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveOwner } from '../../store/tiltak/rules-owner.ts';
import { aRegion } from '../support/directory.ts';

test('whatever is written as an owner is read, and only people of the directory are suggested', () => {
  const words = fc.constantFrom(
    'SSU',
    'FSU',
    'og',
    ',',
    '/',
    '|',
    '(',
    ')',
    'v/',
    'leder',
    'Kari',
    'Nordmann',
    'kommunene',
  );
  const written = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(words, fc.string()), { maxLength: 8 }).map((parts) => parts.join(' ')),
  );
  const { people, committees } = aRegion();
  const holders = committees.flatMap(({ chairId, viceChairId, secretariatIds }) => [
    chairId,
    viceChairId,
    ...secretariatIds,
  ]);
  const known = new Set([...people.map(({ id }) => id), ...holders]);
  fc.assert(
    fc.property(written, (text) => {
      const read = resolveOwner(text, aRegion());
      const suggested = 'suggestions' in read ? read.suggestions : [];
      expect(suggested.filter((id) => !known.has(id))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
