import type { Stored } from '../effect.ts';
import { fromCursor } from './cursor.ts';
import { indexFor, isAtMost, valuesOf } from './document.ts';
import type { Definition, FindOptions, IndexSpec, Where } from './engine.ts';
import { pageSize } from './page.ts';
import { type Parameter, toParameter } from './sqlite-connection.ts';

/** One range of an index: its rows are the places (`id`, and `at`, the sort value) of records, in order. */
export type Query = { readonly sql: string; readonly parameters: readonly Parameter[] };

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const linksTable = (collection: string) => quoted(`${collection}_links`);

/**
 * The ranges that answer a question together: one for each value of a choice. They read nothing but an index, so a
 * record is read only when it is on the page. Throws `UnindexedQueryError`, and `RangeError` for a bad limit or cursor.
 */
export function queriesFor<T extends Stored>(
  definition: Definition<T>,
  where: Where<T>,
  options: FindOptions<T>,
): Query[] {
  const limit = pageSize(options.limit);
  const { rows, range, choices } = rangesFor(definition, where, options);
  const at = range === undefined ? 'NULL' : quoted(range);
  const order = range === undefined ? 'id' : orderBy(range, options.isReversed);
  const sql = `SELECT id, ${at} AS at ${rows} ORDER BY ${order} LIMIT ?`;
  return choices.map((parameters) => ({ sql, parameters: [...parameters, limit] }));
}

/** How many rows each of these ranges has: `n`. Throws `UnindexedQueryError`. */
export function countsFor<T extends Stored>(
  definition: Definition<T>,
  where: Where<T>,
  options: Pick<FindOptions<T>, 'sort'>,
): Query[] {
  const { rows, choices } = rangesFor(definition, where, options);
  return choices.map((parameters) => ({ sql: `SELECT count(*) AS n ${rows}`, parameters }));
}

function rangesFor<T extends Stored>(definition: Definition<T>, where: Where<T>, options: FindOptions<T>) {
  const index = indexFor(definition, where, options);
  const conditions: Record<string, unknown> = where;
  const range = index.fields.find((field) => isAtMost(conditions[field])) ?? options.sort;
  const equal = index.fields.filter((field) => field !== range);
  const after = options.after === undefined ? undefined : fromCursor(options.after, { sorted: range !== undefined });
  const bounds: Query[] = [];
  if (range !== undefined) {
    const column = quoted(range);
    // an absent value is never in the range; said in words, SQLite sees that the index holds what is asked for
    bounds.push({ sql: `${column} IS NOT NULL`, parameters: [] });
    const beyond = options.isReversed ? '<' : '>';
    if (after) bounds.push({ sql: `(${column}, id) ${beyond} (?, ?)`, parameters: [toParameter(after.at), after.id] });
    const condition = conditions[range];
    if (isAtMost(condition)) bounds.push({ sql: `${column} <= ?`, parameters: [toParameter(condition.atMost)] });
  } else if (after) bounds.push({ sql: 'id > ?', parameters: [after.id] });

  const { from, fixed } = sourceOf(definition, index, equal);
  const filter = [...fixed, ...bounds.map(({ sql }) => sql)].join(' AND ');
  const given = bounds.flatMap(({ parameters }) => parameters);
  const chosen = choices(equal.map((field) => conditions[field]));
  return { rows: `FROM ${from} WHERE ${filter}`, range, choices: chosen.map((values) => [...values, ...given]) };
}

function orderBy(range: string, isReversed = false): string {
  return isReversed ? `${quoted(range)} DESC, id DESC` : `${quoted(range)}, id`;
}

function sourceOf<T extends Stored>(definition: Definition<T>, { fields, many }: IndexSpec<T>, equal: string[]) {
  if (many) return { from: linksTable(definition.name), fixed: [`field = '${fields[0]}'`, 'value = ?'] };
  return { from: quoted(definition.name), fixed: equal.map((field) => `${quoted(field)} = ?`) };
}

/** Every combination of the values that the conditions allow. */
function choices(conditions: readonly unknown[]): Parameter[][] {
  return conditions.reduce<Parameter[][]>(
    (made, condition) => made.flatMap((start) => valuesOf(condition).map((value) => [...start, toParameter(value)])),
    [[]],
  );
}
