import type { Stored } from '../effect.ts';
import type { Cursor } from './cursor.ts';
import { checkCountable, decode } from './document.ts';
import { type Collection, type Definition, type OnUnreadable, UnreadableRecordError } from './engine.ts';
import { merged, pageAt, pageSize } from './page.ts';
import { remembering } from './recent.ts';
import type { Connection } from './sqlite-connection.ts';
import { countsFor, queriesFor } from './sqlite-query.ts';
import { prepareTable, relink, tableFor } from './sqlite-table.ts';
import type { Writes } from './sqlite-writes.ts';

/** A collection on an open file, with its tables and indexes. Everything it does goes through `connection` and `writes`. */
export async function sqliteCollection<T extends Stored>(
  connection: Connection,
  writes: Writes,
  definition: Definition<T>,
  onUnreadable: OnUnreadable,
): Promise<Collection<T>> {
  const table = tableFor(definition);
  const { sql, indexed } = table;
  await prepareTable(connection, writes, definition, table);

  const recordOf = remembering((id, doc) => decode(definition, id, parsed(definition.name, id, doc)));
  const read = (id: string): T | undefined => {
    const row = connection.prepare(sql.get).get(id) as { readonly doc: string } | undefined;
    return row && recordOf(id, row.doc);
  };
  const idOfKey = (key: unknown) =>
    (connection.prepare(sql.idOfKey).get(key) as { readonly id: string } | undefined)?.id;
  const takenByOther = ({ id, keys }: T) =>
    keys.some((key) => {
      const owner = idOfKey(key);
      return owner !== undefined && owner !== id;
    });
  const stored = (id: string) =>
    connection.prepare(sql.stored).get(id) as { readonly version: number; readonly links: string } | undefined;

  return {
    async get(id) {
      return read(id);
    },
    async getByKey(key) {
      const id = idOfKey(key);
      return id === undefined ? undefined : read(id);
    },
    async find(where, options = {}) {
      const limit = pageSize(options.limit);
      const ranges = queriesFor(definition, where, options);
      const places = merged(
        ranges.map((range) => connection.prepare(range.sql).all(...range.parameters) as Cursor[]),
        limit,
        options.isReversed,
      );
      return pageAt(places, limit, ({ id }) => read(id), onUnreadable);
    },
    async count(where, options = {}) {
      const ranges = countsFor(definition, where, options);
      checkCountable(definition, where, options);
      const counts = ranges.map(({ sql, parameters }) => connection.prepare(sql).get(...parameters) as { n: number });
      return counts.reduce((sum, { n }) => sum + n, 0);
    },
    // a record is not checked against its schema here: its type, the rules' tests and the check on every read hold it,
    // and on a round of 160 seats the check would cost more than the write
    async insert(record) {
      const doc = JSON.stringify(record);
      const { columns, links } = indexed(record);
      return writes.add(() => {
        if (takenByOther(record)) return 'duplicate';
        const { changes } = connection.prepare(sql.insert).run(record.id, record.version, links, doc, ...columns);
        if (changes === 0) return 'duplicate';
        relink(connection, table, record.id, '[]', links);
        return 'inserted';
      });
    },
    async replace(record, expected) {
      const doc = JSON.stringify(record);
      const { columns, links } = indexed(record);
      return writes.add(() => {
        const before = stored(record.id);
        if (before?.version !== expected) return 'conflict';
        if (before.links !== links && takenByOther(record)) return 'duplicate';
        connection.prepare(sql.replace).run(record.version, doc, links, ...columns, record.id);
        relink(connection, table, record.id, before.links, links);
        return 'replaced';
      });
    },
  };
}

function parsed(collection: string, id: string, doc: string): unknown {
  try {
    return JSON.parse(doc);
  } catch {
    throw new UnreadableRecordError(collection, id, 'not JSON');
  }
}
