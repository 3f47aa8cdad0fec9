import type { Stored } from '../effect.ts';
import { decode } from './document.ts';
import { type Definition, UnreadableRecordError } from './engine.ts';
import { type Connection, type Parameter, toParameter } from './sqlite-connection.ts';
import { linksTable, quoted } from './sqlite-query.ts';
import type { Writes } from './sqlite-writes.ts';

const BACKFILL_PAGE = 200;

/** A record as it lies in the table: the document, the values of its indexed fields, its side rows as JSON. */
export type Row = {
  readonly id: string;
  readonly version: number;
  readonly doc: string;
  readonly columns: readonly Parameter[];
  readonly links: string;
};

/** One value of an indexed array field, or one key: a row of the side table. */
type Link = readonly [field: string, value: Parameter];

/** A collection as tables: one with a real column for each indexed field, and a side table for array fields and keys. */
export function tableFor<T extends Stored>({ name, indexes }: Definition<T>) {
  const table = quoted(name);
  const links = linksTable(name);
  const columns: readonly string[] = [...new Set(indexes.filter(({ many }) => !many).flatMap(({ fields }) => fields))];
  const manyFields = ['keys', ...indexes.filter(({ many }) => many).flatMap(({ fields }) => fields)];
  const insertColumns = ['id', 'version', 'links', 'doc', ...columns.map(quoted)];
  const indexColumns = ['links = ?', ...columns.map((column) => `${quoted(column)} = ?`)].join(', ');
  return {
    table,
    links,
    columns,
    sql: {
      get: `SELECT doc FROM ${table} WHERE id = ?`,
      idOfKey: `SELECT id FROM ${links} WHERE field = 'keys' AND value = ?`,
      stored: `SELECT version, links FROM ${table} WHERE id = ?`,
      insert: `INSERT INTO ${table} (${insertColumns.join(', ')}) VALUES (${insertColumns.map(() => '?').join(', ')}) ON CONFLICT (id) DO NOTHING`,
      replace: `UPDATE ${table} SET version = ?, doc = ?, ${indexColumns} WHERE id = ?`,
      reindex: `UPDATE ${table} SET ${indexColumns} WHERE id = ?`,
      link: `INSERT INTO ${links} (field, value, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
      unlink: `DELETE FROM ${links} WHERE field = ? AND value = ? AND id = ?`,
    },
    /** Everything is converted here, before a transaction is begun. Throws `TypeError` for values SQLite cannot hold. */
    indexed(record: Readonly<Record<string, unknown>>): Pick<Row, 'columns' | 'links'> {
      const sides = manyFields.flatMap((field): Link[] => {
        const values = record[field];
        return Array.isArray(values) ? [...new Set(values.map(toParameter))].map((value) => [field, value]) : [];
      });
      return { columns: columns.map((column) => toParameter(record[column])), links: JSON.stringify(sides) };
    },
  };
}
export type Table = ReturnType<typeof tableFor>;

/** Brings a record's rows in the side table from what they were to what they should be. */
export function relink(connection: Connection, { sql }: Table, id: string, before: string, now: string): void {
  if (before === now) return;
  const [old, wanted] = [JSON.parse(before) as Link[], JSON.parse(now) as Link[]];
  const missingIn = (links: readonly Link[]) => {
    if (links.length === 0) return () => true;
    const present = new Set(links.map((link) => JSON.stringify(link)));
    return (link: Link) => !present.has(JSON.stringify(link));
  };
  const [link, unlink] = [connection.prepare(sql.link), connection.prepare(sql.unlink)];
  for (const [field, value] of old.filter(missingIn(wanted))) unlink.run(field, value, id);
  for (const [field, value] of wanted.filter(missingIn(old))) link.run(field, value, id);
}

/**
 * Makes the tables and indexes that are missing. Fields that are indexed for the first time, or whose documents are
 * read differently now, are filled in page by page, so that other work goes on in between.
 */
export async function prepareTable<T extends Stored>(
  connection: Connection,
  writes: Writes,
  definition: Definition<T>,
  made: Table,
): Promise<void> {
  await writes.add(() => makeTables(connection, definition, made));
  const { name, schemaVersion, indexes } = definition;
  const wanted = [
    'keys',
    ...indexes.flatMap(({ fields, many }) => fields.map((field) => (many ? `${field}[]` : field))),
  ];
  const mark = JSON.stringify([schemaVersion, [...new Set(wanted)].sort()]);
  const known = connection.prepare('SELECT mark FROM "indexed" WHERE collection = ?').get(name) as
    | { readonly mark: string }
    | undefined;
  if (known?.mark === mark) return;
  for (let last: string | undefined = ''; last !== undefined; ) {
    const from: string = last;
    last = await writes.add(() => backfillPage(connection, definition, made, from));
  }
  await writes.add(() =>
    connection.prepare('INSERT OR REPLACE INTO "indexed" (collection, mark) VALUES (?, ?)').run(name, mark),
  );
}

function makeTables<T extends Stored>(connection: Connection, { name, indexes }: Definition<T>, made: Table): void {
  const { table, links, columns } = made;
  // the side rows and columns come before the document, which may be long
  connection.exec(
    `CREATE TABLE IF NOT EXISTS ${table} (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, links TEXT NOT NULL, doc TEXT NOT NULL);
     CREATE TABLE IF NOT EXISTS ${links} (field TEXT NOT NULL, value NOT NULL, id TEXT NOT NULL, PRIMARY KEY (field, value, id)) WITHOUT ROWID;
     CREATE UNIQUE INDEX IF NOT EXISTS ${quoted(`${name}_keys`)} ON ${links} (value) WHERE field = 'keys';
     CREATE TABLE IF NOT EXISTS "indexed" (collection TEXT PRIMARY KEY NOT NULL, mark TEXT NOT NULL) WITHOUT ROWID;`,
  );
  const present = connection.prepare('SELECT name FROM pragma_table_info(?)').all(name) as { name: string }[];
  for (const column of columns.filter((wanted) => !present.some((column) => column.name === wanted)))
    connection.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(column)}`);
  for (const { fields, many } of indexes) {
    if (many) continue;
    const index = quoted(`${name}_by_${fields.join('_')}`);
    // the last field is the one that is absent when a record is not due: the index holds only what may be found
    const partial = `WHERE ${quoted(fields.at(-1) ?? '')} IS NOT NULL`;
    connection.exec(
      `CREATE INDEX IF NOT EXISTS ${index} ON ${table} (${fields.map(quoted).join(', ')}, id) ${partial}`,
    );
  }
}

/** Indexes one page of records again; returns where the next begins. */
function backfillPage<T extends Stored>(connection: Connection, definition: Definition<T>, made: Table, from: string) {
  const { table, sql, indexed } = made;
  const page = connection
    .prepare(`SELECT id, links, doc FROM ${table} WHERE id > ? ORDER BY id LIMIT ${BACKFILL_PAGE}`)
    .all(from) as Pick<Row, 'id' | 'links' | 'doc'>[];
  for (const { id, links, doc } of page) {
    const now = indexedDocument(definition, id, doc, indexed);
    if (now === undefined) continue;
    relink(connection, made, id, links, now.links);
    connection.prepare(sql.reindex).run(now.links, ...now.columns, id);
  }
  return page.length < BACKFILL_PAGE ? undefined : page.at(-1)?.id;
}

/** A document that cannot be read keeps the index values it has: it is named when somebody asks for it. */
function indexedDocument<T extends Stored>(
  definition: Definition<T>,
  id: string,
  doc: string,
  indexed: Table['indexed'],
) {
  try {
    return indexed(decode(definition, id, JSON.parse(doc)));
  } catch (error) {
    if (error instanceof UnreadableRecordError || error instanceof SyntaxError || error instanceof TypeError)
      return undefined;
    throw error;
  }
}
