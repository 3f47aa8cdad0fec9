import { type Effect, isWaiting, type Stored, withOutbox } from './effect.ts';
import { done, type Result, refuse } from './result.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MAX_ATTEMPTS = 8;

/**
 * Takes one due effect for delivery by moving its due time forward. That one write is both the lease, which keeps
 * other processes away, and the retry plan, should this process die on the way: 1, 2, 4 … 128 minutes. `now` is real
 * time.
 */
export function claimEffect<T extends Stored>(record: T, key: string, now: Date): Result<T, 'not-due' | 'given-up'> {
  const effect = dueEffect(record, key, now);
  if (effect === undefined) return refuse('not-due');
  if (effect.attempts >= MAX_ATTEMPTS) return refuse('given-up');
  const { deferred: _, ...claimed } = effect;
  const dueAt = new Date(now.getTime() + 2 ** effect.attempts * MINUTE);
  return done(replaceEffect(record, { ...claimed, attempts: effect.attempts + 1, dueAt }));
}

const FIRST_WAIT = 2 * SECOND;
const GROWTH = 4;
const SPREAD = 0.2;
const TAKEN_AT_ITS_WORD = 3;

/**
 * When a delivery that failed for now is tried again: after 2, 8, 32 seconds … 2.3 hours. A receiver that asks for
 * another wait gets it; one that keeps saying «soon» is after three tries not asked sooner than that either. `chance`
 * (0 to 1) makes it up to a fifth longer, so that what failed together does not come back together. Real time.
 */
export function retryTime({ attempts }: Effect, now: Date, chance: number, retryAfter?: Date): Date {
  const backOff = FIRST_WAIT * GROWTH ** (attempts - 1);
  const asked = retryAfter && retryAfter.getTime() - now.getTime();
  const wait = asked === undefined || attempts > TAKEN_AT_ITS_WORD ? Math.max(backOff, asked ?? 0) : asked;
  return new Date(now.getTime() + wait * (1 + SPREAD * chance));
}

/**
 * Moves a claimed effect to its next try; refused when that was the last one. The attempt fences it: a stalled worker
 * cannot move a later claim.
 */
export function deferEffect<T extends Stored>(
  record: T,
  { key, attempts }: Effect,
  until: Date,
): Result<T, 'not-claimed' | 'given-up'> {
  const effect = claimedEffect(record, key, attempts);
  if (effect === undefined) return refuse('not-claimed');
  if (attempts >= MAX_ATTEMPTS) return refuse('given-up');
  return done(replaceEffect(record, { ...effect, deferred: true, dueAt: until }));
}

/**
 * Gives a claimed effect back until there is room for it. Nothing was tried, so no attempt is spent; the attempt fences
 * it as it does a deferral.
 */
export function postponeEffect<T extends Stored>(
  record: T,
  { key, attempts }: Effect,
  until: Date,
): Result<T, 'not-claimed'> {
  const effect = claimedEffect(record, key, attempts);
  if (effect === undefined) return refuse('not-claimed');
  return done(replaceEffect(record, { ...effect, attempts: attempts - 1, deferred: true, dueAt: until }));
}

/** Puts a due effect off until people may be contacted. `contactAt` is the committee's time, `now` real time. */
export function holdEffect<T extends Stored>(record: T, key: string, contactAt: Date, now: Date): Result<T, 'not-due'> {
  const effect = dueEffect(record, key, now);
  return effect === undefined ? refuse('not-due') : done(replaceEffect(record, { ...effect, contactAt }));
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

/** The effect, if it may be tried now: it is neither claimed nor held. */
function dueEffect({ outbox }: Stored, key: string, now: Date): Effect | undefined {
  return outbox.find((effect) => effect.key === key && effect.contactAt === undefined && effect.dueAt <= now);
}

/** The effect, if it is still the one that was claimed with this attempt. */
function claimedEffect({ outbox }: Stored, key: string, attempts: number): Effect | undefined {
  return outbox.find((effect) => effect.key === key && effect.attempts === attempts && !isWaiting(effect));
}

function replaceEffect<T extends Stored>(record: T, changed: Effect): T {
  return withOutbox(
    record,
    record.outbox.map((effect) => (effect.key === changed.key ? changed : effect)),
  );
}
