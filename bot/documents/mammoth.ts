import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

const MEMORY_MB = 384;
const TIME_MS = 20_000;
/** Far more than the longest referat gives. */
const MAX_HTML = 4 * 1024 * 1024;

/** What the worker runs: plain JavaScript, the same from the sources and from what is built of them. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const mammoth = require(workerData.mammoth);
// images would come along as text; a referat is read for its words
const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
mammoth.convertToHtml({ buffer: Buffer.from(workerData.bytes) }, { convertImage }).then(
  ({ value }) => parentPort.postMessage(value.length > workerData.most ? undefined : value),
  () => parentPort.postMessage(undefined),
);`;

/**
 * A Word document as HTML, made in a thread that ends when it takes too much memory or time; undefined then, and when
 * the document cannot be read.
 */
export function htmlOf(bytes: Uint8Array): Promise<string | undefined> {
  const mammoth = createRequire(import.meta.url).resolve('mammoth');
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { mammoth, bytes, most: MAX_HTML },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve) => {
    const end = (html: string | undefined) => {
      clearTimeout(timer);
      resolve(html);
      void worker.terminate();
    };
    const timer = setTimeout(end, TIME_MS, undefined);
    worker.once('message', (html: unknown) => end(typeof html === 'string' ? html : undefined));
    worker.once('error', () => end(undefined));
    worker.once('exit', () => end(undefined));
  });
}
