import type { Stored } from '../effect.ts';
import type { Cursor } from './cursor.ts';
import { isAtMost, isIn } from './document.ts';
import type { Definition, FindOptions, IndexSpec, Where } from './engine.ts';
import type { Connection } from './sqlite-file.ts';

export type Row = { readonly id: string; readonly doc: string; readonly at: string | number | null };
export type Parameter = string | number | null;
export type Query = { readonly sql: string; readonly parameters: readonly Parameter[] };

const BACKFILL_PAGE = 500;

/** The values of a record's array fields that are indexed, and its keys: one row each in the side table. */
export type Link = { readonly field: string; readonly value: string };

/** A value as SQLite takes it. Anything else would abort the whole process inside the driver. */
export function toParameter(value: unknown): Parameter {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) return value;
  throw new TypeError(`a value of type ${typeof value} cannot be stored in a column`);
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The SQL of one collection: a table with a real column for each indexed field, and a side table for array fields. */
export function tableFor<T extends Stored>(definition: Definition<T>) {
  const table = quoted(definition.name);
  const links = quoted(`${definition.name}_links`);
  const columns = [...new Set(definition.indexes.filter(({ many }) => !many).flatMap(({ fields }) => fields))];
  const manyFields = definition.indexes.filter(({ many }) => many).flatMap(({ fields }) => fields);
  const setColumns = columns.map((column) => `${quoted(column)} = ?`);

  const columnValues = (record: Record<string, unknown>) => columns.map((column) => toParameter(record[column]));
  const linksOf = (record: Record<string, unknown>): Link[] =>
    ['keys', ...manyFields].flatMap((field) => {
      const values = record[field];
      return Array.isArray(values) ? [...new Set(values.map(String))].map((value) => ({ field, value })) : [];
    });

  return {
    sql: {
      get: `SELECT doc FROM ${table} WHERE id = ?`,
      getByKey: `SELECT id, doc FROM ${table} WHERE id = (SELECT id FROM ${links} WHERE field = 'keys' AND value = ?)`,
      keyOwner: `SELECT id FROM ${links} WHERE field = 'keys' AND value = ?`,
      insert: `INSERT INTO ${table} (id, version, doc${columns.map((c) => `, ${quoted(c)}`).join('')}) VALUES (?, ?, ?${', ?'.repeat(columns.length)}) ON CONFLICT DO NOTHING`,
      replace: `UPDATE ${table} SET ${['version = ?', 'doc = ?', ...setColumns].join(', ')} WHERE id = ? AND version = ?`,
      version: `SELECT version FROM ${table} WHERE id = ?`,
      links: `SELECT field, value FROM ${links} WHERE id = ?`,
      link: `INSERT INTO ${links} (field, value, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
      unlink: `DELETE FROM ${links} WHERE field = ? AND value = ? AND id = ?`,
    },
    columnValues,
    linksOf,
    /** The queries, one a value of a choice, whose merged rows answer the question; `index` is the one that serves it. */
    queries: (
      index: IndexSpec<T>,
      where: Where<T>,
      options: FindOptions<T>,
      after: Cursor | undefined,
      limit: number,
    ) =>
      index.many
        ? [manyQuery(table, links, index.fields[0] ?? '', where, after, limit)]
        : rangeQueries(table, index, where, options, after, limit),
    prepare: (connection: Connection) =>
      prepareTable(connection, definition, { table, links, columns, setColumns, columnValues, linksOf }),
  };
}

function manyQuery<T>(
  table: string,
  links: string,
  field: string,
  where: Where<T>,
  after: Cursor | undefined,
  limit: number,
): Query {
  return {
    sql: `SELECT t.id AS id, t.doc AS doc, NULL AS at FROM ${links} AS l CROSS JOIN ${table} AS t ON t.id = l.id WHERE l.field = ? AND l.value = ? AND l.id > ? ORDER BY l.id LIMIT ?`,
    parameters: [field, toParameter((where as Record<string, unknown>)[field]), after?.id ?? '', limit],
  };
}

function rangeQueries<T>(
  table: string,
  index: IndexSpec<T>,
  where: Where<T>,
  { sort }: FindOptions<T>,
  after: Cursor | undefined,
  limit: number,
): Query[] {
  const conditions = where as Record<string, unknown>;
  const due = index.fields.find((field) => isAtMost(conditions[field]));
  const range = due ?? sort;
  const equal = index.fields.filter((field) => field !== range);
  const clauses = equal.map((field) => `${quoted(field)} = ?`);
  const bounds: Parameter[] = [];
  if (range !== undefined) {
    // both ends: an absent time never matches
    clauses.push(`${quoted(range)} >= ?`);
    bounds.push('');
    const condition = conditions[range];
    if (isAtMost(condition)) {
      clauses.push(`${quoted(range)} <= ?`);
      bounds.push(toParameter(condition.atMost));
    }
  }
  if (after !== undefined) {
    clauses.push(range === undefined ? 'id > ?' : `(${quoted(range)}, id) > (?, ?)`);
    bounds.push(...(range === undefined ? [after.id] : [after.at, after.id]));
  }
  const order = range === undefined ? 'id' : `${quoted(range)}, id`;
  const sql = `SELECT id, doc, ${range === undefined ? 'NULL' : quoted(range)} AS at FROM ${table} WHERE ${clauses.join(' AND ')} ORDER BY ${order} LIMIT ?`;
  return choices(equal.map((field) => conditions[field])).map((values) => ({
    sql,
    parameters: [...values, ...bounds, limit],
  }));
}

/** Every combination of the values that the conditions allow. */
function choices(conditions: readonly unknown[]): Parameter[][] {
  return conditions.reduce<Parameter[][]>(
    (made, condition) => {
      const values = isIn(condition) ? [...new Set(condition.in)] : [condition];
      return made.flatMap((start) => values.map((value) => [...start, toParameter(value)]));
    },
    [[]],
  );
}

type Parts = {
  readonly table: string;
  readonly links: string;
  readonly columns: readonly string[];
  readonly setColumns: readonly string[];
  readonly columnValues: (record: Record<string, unknown>) => Parameter[];
  readonly linksOf: (record: Record<string, unknown>) => Link[];
};

/** Makes the table and its indexes; fields that a newer program indexes are filled in from the documents. */
function prepareTable<T extends Stored>(connection: Connection, definition: Definition<T>, parts: Parts): void {
  const { table, links, columns } = parts;
  const known = connection.prepare(`SELECT name FROM pragma_table_info(?)`).all(definition.name) as { name: string }[];
  connection.exec('BEGIN IMMEDIATE');
  try {
    connection.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (id TEXT PRIMARY KEY, version INTEGER NOT NULL, doc TEXT NOT NULL);
       CREATE TABLE IF NOT EXISTS ${links} (field TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (field, value, id)) WITHOUT ROWID;
       CREATE INDEX IF NOT EXISTS ${quoted(`${definition.name}_links_id`)} ON ${links} (id);
       CREATE UNIQUE INDEX IF NOT EXISTS ${quoted(`${definition.name}_keys`)} ON ${links} (value) WHERE field = 'keys';
       CREATE TABLE IF NOT EXISTS "indexed" (collection TEXT NOT NULL, field TEXT NOT NULL, PRIMARY KEY (collection, field)) WITHOUT ROWID;`,
    );
    for (const column of columns.filter((name) => !known.some((column) => column.name === name)))
      connection.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(column)}`);
    for (const { fields, many } of definition.indexes) {
      if (many) continue;
      const name = quoted(`${definition.name}_by_${fields.join('_')}`);
      connection.exec(`CREATE INDEX IF NOT EXISTS ${name} ON ${table} (${fields.map(quoted).join(', ')}, id)`);
    }
    backfill(connection, definition, parts);
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

function backfill<T extends Stored>(connection: Connection, definition: Definition<T>, parts: Parts): void {
  const { table, links, setColumns, columnValues, linksOf } = parts;
  const fields = ['keys', ...new Set(definition.indexes.flatMap((index) => index.fields))];
  const done = connection.prepare('SELECT field FROM "indexed" WHERE collection = ?').all(definition.name) as {
    field: string;
  }[];
  const fresh = fields.filter((field) => !done.some((known) => known.field === field));
  if (fresh.length === 0) return;
  const page = connection.prepare(`SELECT id, doc FROM ${table} WHERE id > ? ORDER BY id LIMIT ${BACKFILL_PAGE}`);
  const fill =
    setColumns.length > 0 ? connection.prepare(`UPDATE ${table} SET ${setColumns.join(', ')} WHERE id = ?`) : undefined;
  const link = connection.prepare(`INSERT INTO ${links} (field, value, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`);
  for (let last = ''; ; ) {
    const rows = page.all(last) as Row[];
    for (const { id, doc } of rows) {
      const record = parsed(doc);
      if (record === undefined) continue;
      try {
        fill?.run(...columnValues(record), id);
        for (const { field, value } of linksOf(record)) link.run(field, value, id);
      } catch (error) {
        // a document whose fields have odd types is found and named when it is read
        if (!(error instanceof TypeError)) throw error;
      }
    }
    last = rows.at(-1)?.id ?? '';
    if (rows.length < BACKFILL_PAGE) break;
  }
  const mark = connection.prepare('INSERT INTO "indexed" (collection, field) VALUES (?, ?)');
  for (const field of fresh) mark.run(definition.name, field);
}

/** A document that is no JSON keeps its old columns: it is found and named when it is read. */
function parsed(doc: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(doc) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
