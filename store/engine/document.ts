import type { Stored } from '../effect.ts';
import {
  type Definition,
  type FindOptions,
  type IndexSpec,
  UnindexedQueryError,
  UnreadableRecordError,
  type Where,
} from './engine.ts';

/** Reads a stored document: brought up to the newest schemaVersion, then checked. Throws `UnreadableRecordError`. */
export function decode<T extends Stored>(definition: Definition<T>, id: string, stored: unknown): T {
  const fail = (problem: string) => new UnreadableRecordError(definition.name, id, problem);
  if (typeof stored !== 'object' || stored === null) throw fail('not an object');
  let document = stored as Record<string, unknown>;
  for (;;) {
    const { schemaVersion } = document;
    if (schemaVersion === definition.schemaVersion) break;
    const upcast = typeof schemaVersion === 'number' ? definition.upcast[schemaVersion] : undefined;
    if (upcast === undefined) throw fail(`unknown schemaVersion ${JSON.stringify(schemaVersion)}`);
    document = upcast(document);
  }
  const parsed = definition.schema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw fail(parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', '));
}

/**
 * The index that serves a question: equality and choice on its first fields, then at most one field that is both the
 * due-by condition and the sort. Throws `UnindexedQueryError`.
 */
export function indexFor<T extends Stored>(
  definition: Definition<T>,
  where: Where<T>,
  { sort, isReversed }: FindOptions<T>,
): IndexSpec<T> {
  const asked = Object.entries(where) as [keyof T & string, unknown][];
  // left out in silence, or taken for an operator, it would widen the question to other people's records
  if (!asked.every(([, condition]) => valuesOf(condition).every(isValue)))
    throw new UnindexedQueryError(`a question to ${definition.name} has a condition without a value`);
  const due = asked.filter(([, condition]) => isAtMost(condition)).map(([field]) => field);
  const equal = asked.filter(([, condition]) => !isAtMost(condition)).map(([field]) => field);
  const range = due[0] ?? sort;
  if (isReversed && sort === undefined)
    throw new UnindexedQueryError(`a question to ${definition.name} is reversed, and in no order`);
  const serves = ({ fields, sorted }: IndexSpec<T>) =>
    (range === undefined || sorted !== undefined) &&
    equal.length + (range === undefined ? 0 : 1) === fields.length &&
    equal.every((field) => fields.slice(0, equal.length).includes(field)) &&
    (range === undefined || fields.at(-1) === range);
  const index =
    due.length > 1 || (due[0] !== undefined && sort !== undefined && sort !== due[0])
      ? undefined
      : definition.indexes.find(serves);
  if (index === undefined)
    throw new UnindexedQueryError(`no index of ${definition.name} serves ${JSON.stringify({ equal, due, sort })}`);
  return index;
}

/** Throws `UnindexedQueryError` when counting would count a record for each of several values that it has. */
export function checkCountable<T extends Stored>(
  definition: Definition<T>,
  where: Where<T>,
  options: FindOptions<T>,
): void {
  if (indexFor(definition, where, options).many && Object.values(where).some(isIn))
    throw new UnindexedQueryError(`a count in ${definition.name} asks for several values of a list`);
}

/** The values that a condition names. */
export function valuesOf(condition: unknown): readonly unknown[] {
  if (isIn(condition)) return [...new Set(condition.in)];
  return [isAtMost(condition) ? condition.atMost : condition];
}

function isValue(value: unknown): boolean {
  if (typeof value === 'number' || value instanceof Date) return Number.isFinite(Number(value));
  return typeof value === 'string' || typeof value === 'boolean';
}

function isIn(condition: unknown): condition is { readonly in: readonly unknown[] } {
  return typeof condition === 'object' && condition !== null && 'in' in condition;
}

export function isAtMost(condition: unknown): condition is { readonly atMost: Date } {
  return typeof condition === 'object' && condition !== null && 'atMost' in condition;
}
