import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

const MEMORY_MB = 384;
/** What is thrown away soon is thrown away often, so that less of it lies about. */
const YOUNG_MB = 16;
const TIME_MS = 20_000;

/** A thread with a library in it, which does one thing and ends. */
export type Apart = {
  /** What the library makes of data from outside; undefined when it takes too much memory or time, and when it fails. */
  readonly done: (data: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Ends it, whether it has done anything or not. */
  readonly end: () => void;
};

/**
 * A thread that makes itself ready at once, so that whoever has something else to look at first need not wait for it.
 * `program`: plain JavaScript, the same from the sources and from what is built of them, that finds the path of the
 * package in `workerData.packagePath`, takes one message and posts one.
 */
export function apart(program: string, library: string): Apart {
  const worker = new Worker(program, {
    eval: true,
    workerData: { packagePath: createRequire(import.meta.url).resolve(library) },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const end = () => void worker.terminate();
  const answer = new Promise<unknown>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
  return {
    async done(data) {
      const timer = setTimeout(end, TIME_MS);
      worker.postMessage(data);
      const said = await answer;
      clearTimeout(timer);
      end();
      return said;
    },
    end,
  };
}
