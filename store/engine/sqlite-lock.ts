import { StoreUnusableError } from './engine.ts';
import { type Connection, connect } from './sqlite-connection.ts';

type Lock = { readonly connection: Connection; holders: number };
const locks = new Map<string, Lock>();

/** True while this process has the file. */
export function holdsLock(path: string): boolean {
  return locks.has(path);
}

/**
 * Keeps other processes away from a file until the returned function is called by everybody who asked. It is a lock of
 * the operating system on an empty file beside it: when a process is killed, its lock is gone. The empty file stays,
 * because removing it would let two processes lock different ones. Throws `StoreUnusableError`.
 */
export function lock(path: string): () => void {
  const held = locks.get(path) ?? { connection: take(path), holders: 0 };
  locks.set(path, held);
  held.holders++;
  return () => {
    if (--held.holders > 0) return;
    locks.delete(path);
    held.connection.close();
  };
}

function take(path: string): Connection {
  const connection = connect(`${path}.lock`);
  try {
    connection.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    return connection;
  } catch (cause) {
    connection.close();
    if ((cause as { code?: unknown }).code === 'SQLITE_BUSY')
      throw new StoreUnusableError(`${path} er i bruk av en annen prosess.`, { cause });
    throw cause;
  }
}
