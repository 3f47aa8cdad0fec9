import type { Stored } from './effect.ts';
import type { Collection } from './engine/engine.ts';
import { done, type Result, refuse } from './result.ts';

const PATIENCE_MS = 2500;
const LONGEST_PAUSE_MS = 20;

/** Thrown when other processes won every attempt for 2.5 s: nothing was stored, the caller may try again. */
export class BusyRecordError extends Error {
  override readonly name = 'BusyRecordError';
  constructor(id: string) {
    super(`record ${id} kept changing for ${PATIENCE_MS} ms`);
  }
}

/** A transition of a record: pure, because it runs again on the newer record when another process wrote in between. */
export type Transition<T, R> = (current: T) => Result<T, R>;
type Outcome<T> = { readonly result: Result<T, string> } | { readonly error: unknown };
type Waiting<T> = {
  readonly transition: Transition<T, string>;
  readonly settle: (outcome: Outcome<T>) => void;
  readonly giveUpAt: number;
};
type Lines<T> = Map<string, Waiting<T>[]>;

const lines = new WeakMap<object, Lines<never>>();

/**
 * Applies a transition to a stored record, atomically, and returns the record as stored. Transitions that wait for
 * the same record are applied in the order they came and written together: 160 answers at once cost a few writes.
 * A transition that returns the record it was given stores nothing. Throws `BusyRecordError`, and what the transition
 * throws.
 */
export async function change<T extends Stored, R extends string>(
  collection: Collection<T>,
  id: string,
  transition: Transition<T, R>,
): Promise<Result<T, R | 'not-found'>> {
  const outcome = await new Promise<Outcome<T>>((settle) => {
    const line = linesOf(collection);
    const arrived = { transition, settle, giveUpAt: performance.now() + PATIENCE_MS };
    const waiting = line.get(id);
    if (waiting) waiting.push(arrived);
    else {
      const served = [arrived];
      line.set(id, served);
      void serve(collection, id, served, line);
    }
  });
  if ('error' in outcome) throw outcome.error;
  return outcome.result as Result<T, R | 'not-found'>;
}

/** Serves everybody who waits for one record, until nobody does. */
async function serve<T extends Stored>(collection: Collection<T>, id: string, waiting: Waiting<T>[], line: Lines<T>) {
  let alone = false;
  // everything that arrives in this turn of the event loop is written together
  for (await endOfTurn(); waiting.length > 0; ) {
    const reading = collection.get(id);
    // whoever comes while the record is on its way is written with the others
    await Promise.allSettled([reading]);
    const batch = waiting.slice(0, alone ? 1 : waiting.length);
    const outcomes = await writeTogether(collection, reading, batch).catch((error) => batch.map(() => ({ error })));
    if (outcomes === 'conflict') {
      await pause();
      dismissTired(waiting, id);
      continue;
    }
    // whose key is taken shows when each is tried alone: the others must not fail with it
    alone = outcomes === 'duplicate';
    if (outcomes === 'duplicate') continue;
    for (const [i, { settle }] of waiting.splice(0, batch.length).entries()) settle(outcomes[i] as Outcome<T>);
    await endOfTurn();
  }
  line.delete(id);
}

/** Tells those who have waited too long for a conflict to end; they stand first in the line. */
function dismissTired<T>(waiting: Waiting<T>[], id: string) {
  const now = performance.now();
  while (waiting[0] !== undefined && waiting[0].giveUpAt <= now)
    waiting.shift()?.settle({ error: new BusyRecordError(id) });
}

async function writeTogether<T extends Stored>(
  collection: Collection<T>,
  reading: Promise<T | undefined>,
  batch: readonly Waiting<T>[],
): Promise<readonly Outcome<T>[] | 'conflict' | 'duplicate'> {
  const stored = await reading;
  if (stored === undefined) return batch.map(() => ({ result: refuse('not-found') }));
  const { current, outcomes } = applied(stored, batch);
  if (current === stored) return outcomes;
  const written = await collection.replace(current, stored.version);
  if (written === 'conflict' || (written === 'duplicate' && batch.length > 1)) return written;
  if (written === 'duplicate') throw new Error(`record ${current.id} would take a key that another record has`);
  return outcomes.map((outcome) => ('result' in outcome && outcome.result.ok ? { result: done(current) } : outcome));
}

function applied<T extends Stored>(stored: T, batch: readonly Waiting<T>[]) {
  let current = stored;
  const outcomes = batch.map(({ transition }): Outcome<T> => {
    try {
      const result = transition(current);
      // whoever looks at the version sees that the record has changed, also within one write
      if (result.ok && result.value !== current) current = { ...result.value, version: stored.version + 1 };
      return { result };
    } catch (error) {
      return { error }; // a bug in one transition must not fail the others
    }
  });
  return { current, outcomes };
}

function linesOf<T extends Stored>(collection: Collection<T>): Lines<T> {
  const line = lines.get(collection) ?? new Map();
  lines.set(collection, line);
  return line as Lines<T>;
}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Random, so that processes that collided do not collide again. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE_MS));
}
