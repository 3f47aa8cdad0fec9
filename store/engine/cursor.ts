import { z } from 'zod';

/** Where a page ended: the sort value and the id of its last record; null when it was sorted by id alone. */
export type Cursor = { readonly at: string | number | Date | null; readonly id: string };

const cursorSchema = z.union([
  z.tuple([z.literal('plain'), z.union([z.string(), z.number(), z.null()]), z.string()]),
  z.tuple([z.literal('date'), z.iso.datetime(), z.string()]),
]);

/** A cursor as a page gives it out: opaque, and good for the question that it came from. */
export function toCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at instanceof Date ? 'date' : 'plain', at, id])).toString('base64url');
}

/** Where a page begins that passes over all that sort before this value. */
export function startingAt(at: string | Date): string {
  return toCursor({ at, id: '' });
}

/** Reads a cursor. Throws `RangeError` when no page of such a question gave it out. */
export function fromCursor(text: string, { sorted }: { readonly sorted: boolean }): Cursor {
  const [kind, at, id] = parse(text);
  if ((at !== null) !== sorted) throw new RangeError('this cursor belongs to a page in another order');
  return { at: kind === 'date' ? new Date(at) : at, id };
}

function parse(text: string) {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch (cause) {
    throw new RangeError('not a cursor that a page gave out', { cause });
  }
}
