import Database from 'libsql';

/** What SQLite takes as a parameter. */
export type Parameter = string | number | null;

export type Statement = {
  readonly get: (...parameters: readonly unknown[]) => unknown;
  readonly all: (...parameters: readonly unknown[]) => unknown[];
  readonly run: (...parameters: readonly unknown[]) => { readonly changes: number };
};

/** An open SQLite file. Every parameter is converted, and statements are prepared once. */
export type Connection = {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => Statement;
  /** Runs `work`, which must not wait for anything, in a transaction of its own: all of it is stored, or nothing. */
  readonly transaction: <R>(work: () => R) => R;
  readonly close: () => void;
};

/**
 * A value as SQLite takes it: dates as ISO 8601 text, absent as NULL. Throws `TypeError` for anything else than text,
 * numbers and booleans.
 */
export function toParameter(value: unknown): Parameter {
  if (value === undefined || value === null) return null;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  // the driver cuts text at a NUL character
  if (typeof value === 'string' && !value.includes('\0')) return value;
  throw new TypeError(`a ${typeof value} of this kind cannot be a parameter of SQLite`);
}

/** Opens a file, or makes an empty one. */
export function connect(path: string): Connection {
  const database = new Database(path);
  const statements = new Map<string, Statement>();
  const needOpen = () => {
    // a statement would go on working after the file was closed, and asking a closed one for its state aborts the process
    if (!database.open) throw new Error('the store is closed');
  };
  const prepared = (sql: string): Statement => {
    const statement = database.prepare(sql);
    // a boolean, Date or object that reaches the driver aborts the process; an array is the one form it always takes
    const bound = (parameters: readonly unknown[]) => {
      needOpen();
      return [parameters.map(toParameter)];
    };
    return {
      get: (...parameters) => statement.get(...bound(parameters)),
      all: (...parameters) => statement.all(...bound(parameters)),
      run: (...parameters) => statement.run(...bound(parameters)),
    };
  };
  const exec = (sql: string) => {
    needOpen();
    database.exec(sql);
  };
  return {
    exec,
    prepare(sql) {
      needOpen();
      const statement = statements.get(sql) ?? prepared(sql);
      statements.set(sql, statement);
      return statement;
    },
    transaction(work) {
      exec('BEGIN IMMEDIATE');
      try {
        const done = work();
        exec('COMMIT');
        return done;
      } catch (error) {
        rollBack(database);
        throw error;
      }
    },
    close() {
      statements.clear();
      if (database.open) database.close();
    },
  };
}

/** SQLite may have rolled back by itself already, as it does when the disk is full. */
function rollBack(database: Database.Database): void {
  try {
    if (database.inTransaction) database.exec('ROLLBACK');
  } catch {
    // what made the transaction fail is what the caller is told
  }
}
