import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Referat, ReferatInput } from './record.ts';

/** Rewrites a draft. Once it has been sent its text is what people were asked about, and stays. */
export function reviseReferat(
  referat: Referat,
  input: ReferatInput,
  by: string,
  now: Date,
): Result<Referat, 'already-sent'> {
  if (referat.state !== 'draft') return refuse('already-sent');
  const revised = { ...referat, ...input, draftIn: input.committeeId, revision: referat.revision + 1 };
  return done(note(revised, { at: now, by, what: 'rewritten' }));
}

/** Told by the round that it was opened. Safe to repeat. */
export function markCirculating(referat: Referat, roundId: string, now: Date): Result<Referat, never> {
  if (referat.state !== 'draft') return done(referat);
  const { draftIn: _draft, ...rest } = referat;
  return done(note({ ...rest, state: 'circulating', roundId }, { at: now, by: 'bot', what: 'sent-on-round' }));
}

/** Told by the round how it ended. Safe to repeat. */
export function markOutcome(
  referat: Referat,
  roundId: string,
  decision: 'approved' | 'undecided',
  now: Date,
): Result<Referat, never> {
  const { draftIn: _draft, ...rest } = referat;
  if (referat.state === decision) return done(referat);
  return done(note({ ...rest, state: decision, roundId }, { at: now, by: 'bot', what: decision }));
}
