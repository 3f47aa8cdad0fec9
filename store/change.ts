import type { Stored } from './effect.ts';
import type { Collection } from './engine/engine.ts';
import { done, type Result, refuse } from './result.ts';

const PATIENCE_MS = 2500;
const LONGEST_PAUSE_MS = 20;

/** Thrown when writers in other processes won every attempt: nothing was stored, the caller may try again. */
export class BusyRecordError extends Error {
  override readonly name = 'BusyRecordError';
  constructor(id: string) {
    super(`record ${id} kept changing for ${PATIENCE_MS} ms`);
  }
}

/** A transition of a record: pure, because it runs again on the newer record when another process wrote in between. */
export type Transition<T, R> = (current: T) => Result<T, R>;
type Outcome<T> = { readonly result: Result<T, string> } | { readonly error: unknown };
type Waiting<T> = { readonly transition: Transition<T, string>; readonly settle: (outcome: Outcome<T>) => void };

const lines = new WeakMap<object, Map<string, Waiting<never>[]>>();

/**
 * Applies a transition to a stored record, atomically, and returns the record as stored. Transitions that wait for
 * the same record are applied in the order they came and written together: 160 answers at once cost a few writes.
 * A transition that returns the record it was given stores nothing. Throws `BusyRecordError`.
 */
export async function change<T extends Stored, R extends string>(
  collection: Collection<T>,
  id: string,
  transition: Transition<T, R>,
): Promise<Result<T, R | 'not-found'>> {
  const outcome = await new Promise<Outcome<T>>((settle) => {
    const line = lineFor(collection);
    const waiting = line.get(id);
    if (waiting) waiting.push({ transition, settle });
    else {
      line.set(id, [{ transition, settle }]);
      void serve(collection, line, id);
    }
  });
  if ('error' in outcome) throw outcome.error;
  return outcome.result as Result<T, R | 'not-found'>;
}

async function serve<T extends Stored>(collection: Collection<T>, line: Map<string, Waiting<T>[]>, id: string) {
  // everything that arrives in this turn of the event loop is written together
  for (await endOfTurn(); line.get(id)?.length; await endOfTurn()) {
    const batch = line.get(id) ?? [];
    line.set(id, []);
    const outcomes = await writeTogether(collection, id, batch).catch((error) => batch.map(() => ({ error })));
    for (const [i, { settle }] of batch.entries()) settle(outcomes[i] as Outcome<T>);
  }
  line.delete(id);
}

async function writeTogether<T extends Stored>(collection: Collection<T>, id: string, batch: readonly Waiting<T>[]) {
  for (const giveUpAt = performance.now() + PATIENCE_MS; performance.now() < giveUpAt; await pause()) {
    const stored = await collection.get(id);
    if (stored === undefined) return batch.map(() => ({ result: refuse('not-found') }));
    let current = stored;
    const outcomes = batch.map(({ transition }): Outcome<T> => {
      try {
        const result = transition(current);
        if (result.ok) current = result.value;
        return { result };
      } catch (error) {
        return { error }; // a bug in one transition must not fail the others
      }
    });
    if (current === stored) return outcomes;
    const next = { ...current, version: stored.version + 1 };
    const written = await collection.replace(next, stored.version);
    if (written === 'duplicate') throw new Error(`record ${id} would take a key that another record has`);
    if (written === 'replaced')
      return outcomes.map((outcome) => ('result' in outcome && outcome.result.ok ? { result: done(next) } : outcome));
  }
  throw new BusyRecordError(id);
}

function lineFor<T extends Stored>(collection: Collection<T>): Map<string, Waiting<T>[]> {
  const line = lines.get(collection) ?? new Map();
  lines.set(collection, line);
  return line as Map<string, Waiting<T>[]>;
}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Random, so that processes that collided do not collide again. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE_MS));
}
