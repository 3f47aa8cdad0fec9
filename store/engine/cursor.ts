import { z } from 'zod';

/** Where a page ended: the sort value and the id of its last record. */
export type Cursor = { readonly at: string | number | null; readonly id: string };

const cursorSchema = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()]);

/** A cursor as a page gives it out: opaque, and good as long as the question is the same. */
export function toCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** Reads a cursor. Throws `RangeError` when it is none that a page gave out. */
export function fromCursor(text: string): Cursor {
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { at, id };
  } catch (cause) {
    throw new RangeError('not a cursor that a page gave out', { cause });
  }
}

const LARGEST_PAGE = 500;

/** How many records a page may have: 1 to 500, 100 unless told. Throws `RangeError`. */
export function pageSize(limit = 100): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE)
    throw new RangeError(`a page has 1 to ${LARGEST_PAGE} records, not ${limit}`);
  return limit;
}
