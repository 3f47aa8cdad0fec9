import { setupText } from '../cards/text/setup.ts';
import type { Offer } from '../store/offer.ts';
import { HEADINGS } from '../store/setup/member-table.ts';
import { COLUMNS, cellsIn } from '../store/setup/rules-lines.ts';
import { sha256Of } from './ids.ts';
import type { Made } from './made-file.ts';
import type { Deps } from './turn.ts';

/** The members that a form has in it, as a sheet under the headings by which it is read again. */
export async function memberListFile(
  deps: Deps,
  { setupId }: Extract<Offer, { what: 'member-list' }>,
  personId: string,
): Promise<Made | undefined> {
  const setup = await deps.setups.collection.get(setupId);
  if (setup?.by !== personId) return undefined;
  const content = [COLUMNS.map((column) => HEADINGS[column]), ...cellsIn(setup.typed.members ?? '')];
  const { sheetOf } = await import('./documents/status-xlsx.ts');
  const { listName, listOffer } = setupText;
  const edition = sha256Of(JSON.stringify(content));
  return { name: `${listName}.xlsx`, description: listOffer, edition, bytes: await sheetOf(listName, content) };
}
