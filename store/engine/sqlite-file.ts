import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'libsql';
import { StoreUnusableError } from './engine.ts';

export type Connection = Database.Database;

// «UTVB»: says that a SQLite file is this program's
const APPLICATION_ID = 0x55545642;
const FILE_SCHEMA = 1;
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

type Lock = { readonly connection: Connection; holders: number };
const locks = new Map<string, Lock>();

/**
 * Opens this program's SQLite file, or makes a new one. The header is read before the database is opened, because
 * opening would already write: a file that is not ours, damaged, or from a newer program stays untouched. Throws
 * `StoreUnusableError`, also when another process has the file.
 */
export function openFile(path: string): { readonly connection: Connection; readonly release: () => void } {
  const full = resolve(path);
  checkHeader(full);
  const release = lock(full);
  try {
    // looked at again under the lock: somebody may have been quicker
    if (!hasContent(full)) create(full);
    checkHeader(full);
    const connection = new Database(full);
    // FULL: a commit that was acknowledged survives a power cut
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    return { connection, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Writes everything into the one file, so that a copy of it is whole, and closes it. */
export function closeFile(connection: Connection): void {
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  connection.close();
}

function hasContent(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

function checkHeader(path: string): void {
  if (!hasContent(path)) return;
  const unusable = (why: string) => new StoreUnusableError(`${path} ${why}; it was left as it is`);
  const { header, size } = readHeader(path);
  if (size < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw unusable('is not a SQLite database');
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw unusable('is a SQLite database of another program');
  if (header.readUInt32BE(60) > FILE_SCHEMA) throw unusable('was written by a newer version of this program');
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  // a crash while the log is copied back leaves a short file that the log beside it repairs
  if (!hasContent(`${path}-wal`) && size < pageSize * header.readUInt32BE(28))
    throw unusable('is damaged: it is shorter than its own header says');
}

function readHeader(path: string): { readonly header: Buffer; readonly size: number } {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(file, header, 0, HEADER_BYTES, 0);
    return { header, size: fstatSync(file).size };
  } finally {
    closeSync(file);
  }
}

/** A new file appears under its name only when it is whole and says whose it is. */
function create(path: string): void {
  const draft = `${path}.new`;
  for (const left of [draft, `${draft}-wal`, `${draft}-shm`]) rmSync(left, { force: true });
  const connection = new Database(draft);
  connection.exec(
    `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FILE_SCHEMA}; PRAGMA journal_mode = WAL;`,
  );
  closeFile(connection);
  renameSync(draft, path);
}

/** One process at a time, kept by the operating system: the lock of a process that was killed is gone with it. */
function lock(path: string): () => void {
  const held = locks.get(path);
  if (held) held.holders++;
  else locks.set(path, { connection: takeLock(path), holders: 1 });
  return () => {
    const mine = locks.get(path);
    if (mine === undefined || --mine.holders > 0) return;
    locks.delete(path);
    mine.connection.close();
  };
}

function takeLock(path: string): Connection {
  const connection = new Database(`${path}.lock`);
  try {
    connection.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    return connection;
  } catch (error) {
    connection.close();
    throw new StoreUnusableError(`${path} is in use by another process`, { cause: error });
  }
}
