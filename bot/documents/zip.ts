import type { Entry, ZipFile } from 'yauzl';

/** A Word document of a hundred pages unpacks to a tenth of this; a zip bomb to thousands of times as much. */
const MAX_UNPACKED = 64 * 1024 * 1024;
/** What the longest referat takes as XML, several times over: each byte of it becomes a hundred while it is read. */
const MAX_XML = 6 * 1024 * 1024;
const MAX_ENTRIES = 2000;

export type Contents =
  | { readonly names: readonly string[] }
  | { readonly problem: 'file-not-docx' | 'file-too-large' | 'file-unreadable' };

/**
 * The names in a zip archive, each entry unpacked once to see how large it really is; nothing is kept. Stops as soon
 * as the whole would be too large. `maxXml`: how large one part of it may be, in bytes.
 */
export async function contentsOf(bytes: Uint8Array, maxXml = MAX_XML): Promise<Contents> {
  // an archive begins with its first entry: a program that was renamed, or a text, does not
  if (bytes.length < 4 || Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PK\x03\x04')
    return { problem: 'file-not-docx' };
  const { default: yauzl } = await import('yauzl');
  return new Promise((resolve) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) resolve({ problem: 'file-unreadable' });
      else measure(zip, maxXml, resolve);
    });
  });
}

function measure(zip: ZipFile, maxXml: number, resolve: (contents: Contents) => void): void {
  const names: string[] = [];
  let unpacked = 0;
  const refuse = (problem: 'file-too-large' | 'file-unreadable') => {
    zip.close();
    resolve({ problem });
  };
  zip.on('error', () => refuse('file-unreadable'));
  zip.on('end', () => resolve({ names }));
  zip.on('entry', (entry: Entry) => {
    names.push(entry.fileName);
    const isLarge = entry.fileName.endsWith('.xml') && entry.uncompressedSize > maxXml;
    if (isLarge || names.length > MAX_ENTRIES || unpacked + entry.uncompressedSize > MAX_UNPACKED)
      return refuse('file-too-large');
    zip.openReadStream(entry, (error, stream) => {
      // encrypted, or packed in a way that nobody uses
      if (error) return refuse('file-unreadable');
      // a stream that yields more than the entry says fails by itself
      stream.on('data', (chunk: Buffer) => {
        unpacked += chunk.length;
        if (unpacked <= MAX_UNPACKED) return;
        stream.destroy();
        refuse('file-too-large');
      });
      stream.on('error', () => refuse('file-unreadable'));
      stream.on('end', () => zip.readEntry());
    });
  });
  zip.readEntry();
}
