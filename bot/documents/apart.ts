import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

const MEMORY_MB = 384;
/** What is thrown away soon is thrown away often, so that less of it lies about. */
const YOUNG_MB = 16;
const TIME_MS = 20_000;

/**
 * What a library makes of data from outside, in a thread that ends when it takes too much memory or time; undefined then,
 * and when it fails. `program`: plain JavaScript, the same from the sources and from what is built of them, that finds the
 * path of the package in `workerData.packagePath` and posts one message.
 */
export function doneApart(program: string, library: string, data: Readonly<Record<string, unknown>>): Promise<unknown> {
  const worker = new Worker(program, {
    eval: true,
    workerData: { ...data, packagePath: createRequire(import.meta.url).resolve(library) },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  return new Promise((resolve) => {
    const end = (answer: unknown) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(end, TIME_MS, undefined);
    worker.once('message', end);
    worker.once('error', () => end(undefined));
    worker.once('exit', () => end(undefined));
  });
}
