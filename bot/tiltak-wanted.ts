import { isClosed } from '../store/committee/rules.ts';
import { type DigestItem, digestIdOf } from '../store/digest/record.ts';
import { inOrder, isWanted, type Wanted, withoutThese } from '../store/digest/rules-wanted.ts';
import { UnreadableRecordError } from '../store/engine/engine.ts';
import { mayAnswer, type Reader, readerOf } from './tiltak.ts';
import type { Deps } from './turn.ts';

/** What somebody is still to see of these, the most pressing first. */
export async function wantedOf(
  deps: Deps,
  personId: string,
  items: readonly DigestItem[],
  read: Reader = readerOf(deps),
): Promise<readonly Wanted[]> {
  const found = await Promise.all(
    items.map(async (item): Promise<readonly Wanted[]> => {
      const tiltak = await readable(deps.tiltak.collection.get(item.tiltakId));
      const committee = tiltak && (await readable(read.committee(tiltak.committeeId)));
      // a committee that is closed meanwhile asks nobody
      if (tiltak === undefined || committee === undefined || isClosed(committee)) return [];
      const way = await mayAnswer(deps, tiltak, personId, read);
      return way !== undefined && isWanted({ item, tiltak }, way === 'answer', deps.now()) ? [{ item, tiltak }] : [];
    }),
  );
  return inOrder(found.flat(), deps.now());
}

/** A record that cannot be read keeps none of the others from being seen. */
async function readable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableRecordError) return undefined;
    throw error;
  }
}

/**
 * What waits for somebody in the newest digest, also while it is being written, and, unless only that is asked for, what the
 * ones before it asked.
 */
export async function waitingFor(deps: Deps, personId: string, isFresh: boolean, read: Reader = readerOf(deps)) {
  const digest = await deps.digests.collection.get(digestIdOf(personId));
  const newest = digest?.outgoing ?? digest?.sent?.items ?? [];
  const before = isFresh ? [] : [...(digest?.earlier ?? []), ...(digest?.sent?.items ?? [])];
  const items = [...newest, ...withoutThese(before, newest)];
  return { digest, wanted: await wantedOf(deps, personId, items, read) };
}
