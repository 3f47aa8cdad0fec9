import { type Effect, type Stored, withOutbox } from './effect.ts';
import { done, type Result, refuse } from './result.ts';

const MINUTE = 60 * 1000;
const MAX_ATTEMPTS = 8;

/**
 * Takes one due effect for delivery by moving its due time forward. That one write is both the lease, which keeps
 * other processes away, and the retry plan, should this process die or the delivery fail: 1, 2, 4 … 128 minutes.
 * `now` is real time.
 */
export function claimEffect<T extends Stored>(record: T, key: string, now: Date): Result<T, 'not-due' | 'given-up'> {
  const effect = record.outbox.find((waiting) => waiting.key === key);
  if (effect === undefined || effect.contactAt !== undefined || effect.dueAt > now) return refuse('not-due');
  if (effect.attempts >= MAX_ATTEMPTS) return refuse('given-up');
  const dueAt = new Date(now.getTime() + 2 ** effect.attempts * MINUTE);
  return done(replaceEffect(record, { ...effect, attempts: effect.attempts + 1, dueAt }));
}

/** Moves a claimed effect, as a Retry-After asks. The attempt fences it: a stalled worker cannot move a later claim. */
export function deferEffect<T extends Stored>(
  record: T,
  { key, attempts }: Effect,
  until: Date,
): Result<T, 'not-claimed'> {
  const effect = record.outbox.find((waiting) => waiting.key === key && waiting.attempts === attempts);
  if (effect === undefined) return refuse('not-claimed');
  return done(replaceEffect(record, { ...effect, dueAt: until }));
}

/** Removes a delivered effect. */
export function settleEffect<T extends Stored>(record: T, key: string): T {
  if (!record.outbox.some((effect) => effect.key === key)) return record;
  return withOutbox(
    record,
    record.outbox.filter((effect) => effect.key !== key),
  );
}

/** Lets go of the effects that were held until people may be contacted. `now` is the committee's time. */
export function releaseEffects<T extends Stored>(record: T, now: Date, realNow: Date): Result<T, 'not-due'> {
  if (record.contactDueAt === undefined || record.contactDueAt > now) return refuse('not-due');
  const outbox = record.outbox.map((effect): Effect => {
    const { contactAt, ...rest } = effect;
    return contactAt !== undefined && contactAt <= now ? { ...rest, dueAt: realNow } : effect;
  });
  return done(withOutbox(record, outbox));
}

function replaceEffect<T extends Stored>(record: T, changed: Effect): T {
  return withOutbox(
    record,
    record.outbox.map((effect) => (effect.key === changed.key ? changed : effect)),
  );
}
