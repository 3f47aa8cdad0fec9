import { z } from 'zod';
import { id, instant } from '../fields.ts';
import { done, type Result, refuse } from '../result.ts';

/** A round about it is being opened: nobody rewrites it meanwhile. */
export const sendingSchema = z.object({ roundId: id, at: instant });

/** A draft that a round can be opened about. A preview shows one revision, and only that one can be sent. */
type Draft = {
  readonly state: string;
  readonly revision: number;
  readonly sending?: z.infer<typeof sendingSchema> | undefined;
};

/** Longer than any opening takes: a process that died in the middle of one does not keep the draft for good. */
const SENDING_MS = 10 * 60 * 1000;

export function isBeingSent({ sending }: Pick<Draft, 'sending'>, now: Date): boolean {
  return sending !== undefined && now.getTime() - sending.at.getTime() < SENDING_MS;
}

/**
 * Keeps a draft as it is, because a round about this revision of it is being opened: a colleague's rewriting at this
 * moment must not change what people are asked about. Safe to repeat for the same round.
 */
export function keepForRound<T extends Draft, R extends string>(
  draft: T,
  { revision, roundId, sentBefore }: { readonly revision: number; readonly roundId: string; readonly sentBefore: R },
  now: Date,
): Result<T, R | 'changed-since-preview'> {
  if (draft.state !== 'draft') return refuse(sentBefore);
  if (draft.revision !== revision) return refuse('changed-since-preview');
  if (draft.sending?.roundId !== roundId && isBeingSent(draft, now)) return refuse(sentBefore);
  return done({ ...draft, sending: { roundId, at: now } });
}
