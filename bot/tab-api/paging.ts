import type { Stored } from '../../store/effect.ts';
import type { Page } from '../../store/engine/engine.ts';
import { NotYoursError } from './reading.ts';

/** A page is long enough with this many; a question gives fifty. */
const ENOUGH = 25;
/** So often the store is asked for one page, however little of what it gives is shown. */
const MOST_READ = 10;

/**
 * Reads on until there is a page of what is shown. `next` is where the following one begins: page by page each record comes
 * once, and never is a whole collection read for one. Throws `NotYoursError` for an `after` that no page gave out.
 */
export async function pageOf<T extends Stored>(
  read: (after: string | undefined) => Promise<Page<T>>,
  isShown: (record: T) => boolean,
  after: string | null,
): Promise<Page<T>> {
  const records: T[] = [];
  let next = after ?? undefined;
  for (let asked = 0; asked < MOST_READ; asked++) {
    const page = await read(next).catch(refuseOddCursor);
    records.push(...page.records.filter(isShown));
    next = page.next;
    if (next === undefined || records.length >= ENOUGH) break;
  }
  return { records, ...(next !== undefined && { next }) };
}

function refuseOddCursor(error: unknown): never {
  throw error instanceof RangeError ? new NotYoursError() : error;
}
