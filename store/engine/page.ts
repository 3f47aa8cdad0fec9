import type { Stored } from '../effect.ts';
import { type Cursor, toCursor } from './cursor.ts';
import { type OnUnreadable, type Page, UnreadableRecordError } from './engine.ts';

const LARGEST_PAGE = 500;

/** How many records a page may have: 1 to 500, 100 unless told. Throws `RangeError`. */
export function pageSize(limit = 100): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE)
    throw new RangeError(`a page has 1 to ${LARGEST_PAGE} records, not ${limit}`);
  return limit;
}

/**
 * The first places of several sorted ranges, each record once, in the order both databases use: by value, text by its
 * UTF-8 bytes, then by id; or all of it the other way round.
 */
export function merged<P extends Cursor>(ranges: readonly (readonly P[])[], limit: number, isReversed = false): P[] {
  const [only = []] = ranges;
  if (ranges.length <= 1) return only.slice(0, limit);
  const first = new Map(ranges.flat().map((place) => [place.id, place]));
  const way = isReversed ? -1 : 1;
  return [...first.values()].sort((a, b) => way * (compare(a.at, b.at) || compare(a.id, b.id))).slice(0, limit);
}

function compare(a: Cursor['at'], b: Cursor['at']): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

/** The page at these places. A record that cannot be read is left out and reported. */
export function pageAt<T extends Stored, P extends Cursor>(
  places: readonly P[],
  limit: number,
  read: (place: P) => T | undefined,
  onUnreadable: OnUnreadable,
): Page<T> {
  const records = places.flatMap((place) => {
    try {
      return read(place) ?? [];
    } catch (error) {
      if (!(error instanceof UnreadableRecordError)) throw error;
      onUnreadable({ collection: error.collection, id: error.id, problem: error.message });
      return [];
    }
  });
  const last = places.at(-1);
  return { records, ...(last && places.length === limit && { next: toCursor(last) }) };
}
