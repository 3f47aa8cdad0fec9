import { join } from 'node:path';
import { sqliteCollection } from '../../store/engine/sqlite-collection.ts';
import type { Connection, Statement } from '../../store/engine/sqlite-connection.ts';
import { openFile } from '../../store/engine/sqlite-file.ts';
import { writeQueue } from '../../store/engine/sqlite-writes.ts';
import type { TracedStore, Work } from './engine-contract-indexes.ts';
import { aFolder, onFile } from './store-sqlite.ts';

type Ran = { readonly sql: string; readonly parameters: readonly unknown[] };
// what SQLite counts for every prepared statement
type Counted = { readonly nscan: number; readonly nsort: number; readonly naidx: number; readonly nstep: number };

/** The engine on a file, with every statement that it runs noted and explained by SQLite. */
export async function aTracedSqliteStore(): Promise<TracedStore> {
  const folder = aFolder();
  const file = join(folder.path, 'store.db');
  const { connection, close } = openFile(file);
  const writes = writeQueue(connection);
  let ran: Ran[] = [];
  const listening = listenedTo(connection, (statement) => ran.push(statement));
  return {
    async open(definition) {
      const collection = await sqliteCollection(listening, writes, definition, () => {});
      const work = async (ask: () => Promise<unknown>): Promise<Work> => {
        ran = [];
        const before = countersOf(connection);
        await ask();
        const statements = [...new Map(ran.map((statement) => [statement.sql, statement])).values()];
        const after = countersOf(connection);
        const worked = statements.map((statement) => workOf(statement, planOf(file, statement), before, after));
        return {
          problems: worked.flatMap(({ problems }) => problems),
          effort: worked.reduce((sum, { effort }) => sum + effort, 0),
        };
      };
      return { collection, work };
    },
    remove: async () => {
      await writes.idle();
      close();
      folder.remove();
    },
  };
}

function listenedTo(connection: Connection, note: (ran: Ran) => void): Connection {
  return {
    ...connection,
    prepare(sql): Statement {
      const statement = connection.prepare(sql);
      const noted = (parameters: readonly unknown[]) => {
        note({ sql, parameters });
        return parameters;
      };
      return {
        get: (...parameters) => statement.get(...noted(parameters)),
        all: (...parameters) => statement.all(...noted(parameters)),
        run: (...parameters) => statement.run(...noted(parameters)),
      };
    },
  };
}

function countersOf(connection: Connection): ReadonlyMap<string, Counted> {
  const rows = connection.prepare('SELECT sql, nscan, nsort, naidx, nstep FROM sqlite_stmt').all();
  return new Map((rows as (Counted & { readonly sql: string })[]).map((row) => [row.sql, row]));
}

/** On a connection of its own: an explained statement stays busy in this driver, and keeps the file from being closed. */
function planOf(file: string, { sql, parameters }: Ran): readonly string[] {
  const rows = onFile(file, (db) => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all([...parameters]));
  return (rows as { readonly detail: string }[]).map(({ detail }) => detail);
}

function workOf(
  { sql }: Ran,
  plan: readonly string[],
  before: ReadonlyMap<string, Counted>,
  after: ReadonlyMap<string, Counted>,
): Work {
  const grown = (counter: keyof Counted) => (after.get(sql)?.[counter] ?? 0) - (before.get(sql)?.[counter] ?? 0);
  const bySearch = /^SEARCH \S+ USING (COVERING )?(INDEX|PRIMARY KEY)\b/;
  const problems = plan.filter((detail) => !bySearch.test(detail));
  for (const counter of ['nscan', 'nsort', 'naidx'] as const)
    if (grown(counter) > 0) problems.push(`${counter} ${grown(counter)}`);
  if (plan.length === 0) problems.push('no plan');
  return { problems: problems.map((problem) => `${problem}: ${sql}`), effort: grown('nstep') };
}
