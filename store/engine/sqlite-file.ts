import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StoreUnusableError } from './engine.ts';
import { type Connection, connect } from './sqlite-connection.ts';
import { holdsLock, lock } from './sqlite-lock.ts';

// «UTVB»: says that a SQLite file is this program's
const APPLICATION_ID = 0x55545642;
const FILE_SCHEMA = 1;
const HEADER_BYTES = 100;
// what the first page says it is, just behind the header: the root of the schema, with or without pages below
const ROOT_PAGE_TYPES = [5, 13];
const MAGIC = 'SQLite format 3\0';
const CHECKPOINT_PAGES = 1000;

/** An open file of this program; `close` leaves everything in the one file, so that a copy of it is whole. */
export type OpenFile = { readonly connection: Connection; readonly close: () => void };

/**
 * Opens this program's SQLite file, or makes a new one. The header is read before the database is opened, because
 * opening would already write: a file that is not ours, damaged, or from a newer program stays untouched. Throws
 * `StoreUnusableError`, also when another process has the file.
 */
export function openFile(path: string): OpenFile {
  try {
    return open(path);
  } catch (cause) {
    if (cause instanceof StoreUnusableError) throw cause;
    throw new StoreUnusableError(`${path} kan ikke åpnes: ${(cause as Error).message}`, { cause });
  }
}

function open(path: string): OpenFile {
  const file = placeOf(path);
  // a second reader of the header in the same process would, on closing it, drop the locks SQLite holds on the file
  const first = !holdsLock(file);
  if (first) checkFile(file);
  const release = lock(file);
  let connection: Connection | undefined;
  try {
    // looked at again under the lock: another process may have been quicker
    if (first) checkFile(file);
    if (sizeOf(file) === 0) create(file);
    connection = configure(connect(file), file);
  } catch (error) {
    connection?.close();
    release();
    throw error;
  }
  const opened = connection;
  return {
    connection: opened,
    close() {
      try {
        opened.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      } finally {
        opened.close();
        release();
      }
    },
  };
}

/** The file's real place, so that two paths to one file are one store. Makes the folder. */
function placeOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  mkdirSync(dirname(path), { recursive: true });
  return join(realpathSync(dirname(path)), basename(path));
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function checkFile(path: string): void {
  const unusable = (why: string) => new StoreUnusableError(`${path} ${why}. Filen er ikke rørt.`);
  const hasLog = sizeOf(`${path}-wal`) > 0;
  if (sizeOf(path) === 0) {
    // SQLite would play the old log into the new file
    if (hasLog) throw unusable('mangler eller er tom, men loggen til den (-wal) finnes');
    return;
  }
  const { header, size } = readHeader(path);
  if (size < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw unusable('er ikke en SQLite-database');
  if (header.readUInt32BE(68) !== APPLICATION_ID)
    throw unusable('er en SQLite-database som hører til et annet program');
  if (header.readUInt32BE(60) > FILE_SCHEMA) throw unusable('er skrevet av en nyere versjon av programmet');
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  // a crash while the log is copied back leaves a short file, which the log beside it repairs
  if (!hasLog && (pageBytes < 512 || pages === 0 || size < pageBytes * pages))
    throw unusable('er skadet: den er kortere enn den selv oppgir');
  if (!hasLog && !ROOT_PAGE_TYPES.includes(header.readUInt8(HEADER_BYTES)))
    throw unusable('er skadet: den første siden er ikke hel');
}

function readHeader(path: string): { readonly header: Buffer; readonly size: number } {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES + 1);
    readSync(file, header);
    return { header, size: fstatSync(file).size };
  } finally {
    closeSync(file);
  }
}

/** A new file appears under its name only when it is whole and says whose it is, however early the process is killed. */
function create(path: string): void {
  const draft = `${path}.new`;
  for (const left of [draft, `${draft}-journal`]) rmSync(left, { force: true });
  const connection = connect(draft);
  connection.exec(`BEGIN; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FILE_SCHEMA}; COMMIT;`);
  connection.close();
  renameSync(draft, path);
  // what is acknowledged later must not be in a file whose name a power cut takes back; Windows has no such call
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function configure(connection: Connection, path: string): Connection {
  const pragma = (text: string) => Object.values(connection.prepare(`PRAGMA ${text}`).get() as object)[0] as unknown;
  // the log may hold a newer header than the file
  if (Number(pragma('user_version')) > FILE_SCHEMA) {
    connection.close();
    throw new StoreUnusableError(`${path} er skrevet av en nyere versjon av programmet.`);
  }
  if (pragma('journal_mode = WAL') !== 'wal') throw new Error('filsystemet kan ikke ha SQLites logg (WAL)');
  // FULL: a commit that was acknowledged survives a power cut
  connection.exec('PRAGMA synchronous = FULL');
  // libsql leaves this off, and the log would grow for ever
  pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  return connection;
}
