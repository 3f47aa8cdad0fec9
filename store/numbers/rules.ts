import { note } from '../effect.ts';
import { done, type Result } from '../result.ts';
import type { Numbers } from './record.ts';

/** The number that a sak has in this ledger: «07/24». */
export function numberOf(numbers: Numbers, sakId: string): string | undefined {
  const at = numbers.sakIds.indexOf(sakId);
  return at === -1 ? undefined : written(numbers, at);
}

function written({ first, year }: Numbers, at: number): string {
  return `${String(first + at).padStart(2, '0')}/${String(year % 100).padStart(2, '0')}`;
}

/** What somebody takes numbers for: the saker of one agenda, in its order. `first`: the year's first one, by the settings. */
export type Taking = {
  readonly meetingId: string;
  readonly sakIds: readonly string[];
  readonly first: number;
  readonly by: string;
};

/**
 * Gives numbers in this order to the saker that have none; those that have one keep theirs. The first number of the year
 * follows the settings until one was given. Safe to repeat.
 */
export function takeNumbers(
  numbers: Numbers,
  { meetingId, sakIds, first, by }: Taking,
  now: Date,
): Result<Numbers, never> {
  const added = [...new Set(sakIds)].filter((sakId) => !numbers.sakIds.includes(sakId));
  if (added.length === 0) return done(numbers);
  const isNew = numbers.sakIds.length === 0;
  const taken = { ...numbers, ...(isNew && { first }), sakIds: [...numbers.sakIds, ...added] };
  return done(note(taken, { at: now, by, what: `numbers-given:${meetingId}` }));
}
