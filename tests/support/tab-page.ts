import { expect } from 'vitest';
import { committeesOf } from '../../bot/tab-api/me.ts';
import { readPage } from '../../bot/tab-api/pages.ts';
import { NotYoursError } from '../../bot/tab-api/reading.ts';
import type { WirePage } from '../../bot/tab-api/wire.ts';
import type { Deps } from '../../bot/turn.ts';

/** A page of the tab as somebody gets it. */
export async function tabPage<K extends WirePage['page']>(
  deps: Deps,
  person: string,
  path: string,
  kind: K,
): Promise<Extract<WirePage, { page: K }>> {
  const [name = '', query = ''] = path.split('?');
  const committees = await committeesOf(deps, person);
  const page = await readPage({ deps, viewerId: person, committees, query: new URLSearchParams(query) }, name);
  if (page.page !== kind) throw new Error(`${path} is a page of ${page.page}`);
  return page as Extract<WirePage, { page: K }>;
}

/** That a page is not somebody's, and that nothing says why. */
export function expectRefused(reading: Promise<unknown>): Promise<void> {
  return expect(reading).rejects.toBeInstanceOf(NotYoursError);
}
