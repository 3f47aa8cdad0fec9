import { tabApi } from '../../bot/tab-api/api.ts';
import type { WirePage } from '../../bot/tab-api/wire.ts';
import type { Deps } from '../../bot/turn.ts';
import { TENANT } from './records.ts';

/** A page of the tab as somebody reads it; undefined when it is not theirs, or nothing. */
export async function readTab<P extends WirePage['page']>(
  deps: Deps,
  who: string,
  page: P,
  path: string,
): Promise<Extract<WirePage, { readonly page: P }> | undefined> {
  const nothingIsPressed = () => Promise.reject(new Error('nothing is pressed here'));
  const [subject = '', query = ''] = path.split('?');
  const user = { tenantId: TENANT, objectId: who, name: who };
  const { status, body } = await tabApi(deps, nothingIsPressed).read(user, subject, new URLSearchParams(query));
  if (status !== 200) return undefined;
  const read = body as WirePage;
  if (read.page !== page) throw new Error(`${path} is a page of ${read.page}`);
  return read as Extract<WirePage, { readonly page: P }>;
}
