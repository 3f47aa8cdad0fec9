import type { Stored } from '../effect.ts';
import { fromCursor, pageSize, toCursor } from './cursor.ts';
import { decode, indexFor } from './document.ts';
import { type Collection, type Definition, type Engine, type OnUnreadable, UnreadableRecordError } from './engine.ts';
import { closeFile, openFile } from './sqlite-file.ts';
import { type Row, tableFor } from './sqlite-table.ts';
import { type Writes, writeQueue } from './sqlite-writes.ts';

type Options = { readonly onUnreadable: OnUnreadable };

/**
 * The embedded engine: one SQLite file, for one process. A write is acknowledged after its commit is on the disk
 * (WAL, synchronous=FULL); writes that wait at the same moment share one. Throws `StoreUnusableError`.
 */
export async function sqliteEngine(path: string, { onUnreadable }: Options): Promise<Engine> {
  const { connection, release } = openFile(path);
  const writes = writeQueue(connection);
  const collections = new Map<string, Collection<never>>();
  return {
    async collection<T extends Stored>(definition: Definition<T>) {
      const known = collections.get(definition.name);
      if (known) return known as unknown as Collection<T>;
      const made = collectionOf(connection, writes, definition, onUnreadable);
      collections.set(definition.name, made as unknown as Collection<never>);
      return made;
    },
    async ready() {
      return connection.open && connection.prepare('SELECT 1 AS one').get() !== undefined;
    },
    async close() {
      if (!connection.open) return;
      await writes.idle();
      closeFile(connection);
      release();
    },
  };
}

function collectionOf<T extends Stored>(
  connection: ReturnType<typeof openFile>['connection'],
  writes: Writes,
  definition: Definition<T>,
  onUnreadable: OnUnreadable,
): Collection<T> {
  const { sql, columnValues, linksOf, queries, prepare } = tableFor(definition);
  prepare(connection);
  const get = connection.prepare(sql.get);
  const getByKey = connection.prepare(sql.getByKey);
  const keyOwner = connection.prepare(sql.keyOwner);
  const insert = connection.prepare(sql.insert);
  const replace = connection.prepare(sql.replace);
  const version = connection.prepare(sql.version);
  const links = connection.prepare(sql.links);
  const link = connection.prepare(sql.link);
  const unlink = connection.prepare(sql.unlink);
  const statements = new Map<string, ReturnType<typeof connection.prepare>>();

  const read = ({ id, doc }: Pick<Row, 'id' | 'doc'>): T => {
    try {
      return decode(definition, id, JSON.parse(doc));
    } catch (error) {
      if (error instanceof SyntaxError) throw new UnreadableRecordError(definition.name, id, 'not JSON');
      throw error;
    }
  };
  const takenByOther = ({ id, keys }: T) =>
    keys.some((key) => {
      const owner = keyOwner.get(key) as { id: string } | undefined;
      return owner !== undefined && owner.id !== id;
    });
  const relink = (record: T) => {
    const wanted = linksOf(record);
    const present = links.all(record.id) as { field: string; value: string }[];
    const same = (a: { field: string; value: string }) => (b: { field: string; value: string }) =>
      a.field === b.field && a.value === b.value;
    for (const { field, value } of present.filter((old) => !wanted.some(same(old))))
      unlink.run(field, value, record.id);
    for (const { field, value } of wanted.filter((now) => !present.some(same(now)))) link.run(field, value, record.id);
  };

  return {
    async get(id) {
      const row = get.get(id) as { doc: string } | undefined;
      return row && read({ id, doc: row.doc });
    },
    async getByKey(key) {
      const row = getByKey.get(key) as Row | undefined;
      return row && read(row);
    },
    async find(where, options = {}) {
      const limit = pageSize(options.limit);
      const after = options.after === undefined ? undefined : fromCursor(options.after);
      const rows = queries(indexFor(definition, where, options), where, options, after, limit).flatMap(
        ({ sql: text, parameters }) => {
          const statement = statements.get(text) ?? connection.prepare(text);
          statements.set(text, statement);
          return statement.all(...parameters) as Row[];
        },
      );
      const page = rows.sort(byPlace).slice(0, limit);
      const records = page.flatMap((row) => {
        try {
          return [read(row)];
        } catch (error) {
          if (!(error instanceof UnreadableRecordError)) throw error;
          onUnreadable({ collection: definition.name, id: row.id, problem: error.message });
          return [];
        }
      });
      const last = page.at(-1);
      return { records, ...(last && page.length === limit && { next: toCursor(last) }) };
    },
    insert: (record) => {
      // the types say what a record is, and tests hold rules and schema together: checking again would cost a
      // millisecond a write on a round of 160 seats
      const doc = JSON.stringify(record);
      const columns = columnValues(record);
      return writes.add(() => {
        if (takenByOther(record)) return 'duplicate';
        if (insert.run(record.id, record.version, doc, ...columns).changes === 0) return 'duplicate';
        relink(record);
        return 'inserted';
      });
    },
    replace: (record, expected) => {
      const doc = JSON.stringify(record);
      const columns = columnValues(record);
      return writes.add(() => {
        if ((version.get(record.id) as { version: number } | undefined)?.version !== expected) return 'conflict';
        if (takenByOther(record)) return 'duplicate';
        replace.run(record.version, doc, ...columns, record.id, expected);
        relink(record);
        return 'replaced';
      });
    },
  };
}

/** The order of a question: its sort value, then the id, as SQLite compares them. */
function byPlace(a: Row, b: Row): number {
  if (a.at !== b.at) return (a.at ?? '') < (b.at ?? '') ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
