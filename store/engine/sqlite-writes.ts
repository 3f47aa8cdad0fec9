import type { Connection } from './sqlite-connection.ts';

/** Writes that wait for their turn. */
export type Writes = {
  /** Runs a write in the next transaction; resolves with what it said once that is on the disk. */
  readonly add: <R>(write: () => R) => Promise<R>;
  /** Resolves when nothing waits. */
  readonly idle: () => Promise<unknown>;
};

type Waiting = {
  readonly write: () => unknown;
  readonly resolve: (said: never) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Collects the writes of one turn of the event loop and commits them together: one wait for the disk serves them all.
 * When the disk fails, nothing of the batch is stored and every one of them is told.
 */
export function writeQueue(connection: Connection): Writes {
  let waiting: Waiting[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    try {
      const said = connection.transaction(() => batch.map(({ write }) => write()));
      for (const [i, { resolve }] of batch.entries()) resolve(said[i] as never);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const add = <R>(write: () => R) =>
    new Promise<R>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ write, resolve, reject });
    });
  return { add, idle: async () => waiting.length > 0 && (await add(() => undefined).catch(() => undefined)) };
}
