import { apart } from './apart.ts';

/** Far more than the longest referat gives. */
const MAX_HTML = 4 * 1024 * 1024;

const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const mammoth = require(workerData.packagePath);
// images would come along as text; a referat is read for its words
const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
parentPort.once('message', ({ bytes, most }) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage }).then(
  ({ value }) => parentPort.postMessage(value.length > most ? undefined : value),
  () => parentPort.postMessage(undefined),
));`;

/** A Word document as HTML; undefined when it cannot be read, or not within reasonable memory and time. */
export async function htmlOf(bytes: Uint8Array): Promise<string | undefined> {
  const html = await apart(PROGRAM, 'mammoth').done({ bytes, most: MAX_HTML });
  return typeof html === 'string' ? html : undefined;
}
