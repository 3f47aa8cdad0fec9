import { countsRows, countsText } from '../cards/text/counts.ts';
import type { Offer } from '../store/offer.ts';
import { countsOf } from './counts.ts';
import { fileName } from './file-name.ts';
import { sha256OfBytes } from './ids.ts';
import type { Made } from './made-file.ts';
import type { Deps } from './turn.ts';

/** A year's forfall for a spreadsheet; undefined when the committee is gone. */
export async function countsFile(
  deps: Deps,
  { committeeId, year }: Extract<Offer, { what: 'counts' }>,
): Promise<Made | undefined> {
  const committee = await deps.committees.collection.get(committeeId);
  if (committee === undefined) return undefined;
  const { csvOf } = await import('./documents/csv.ts');
  const bytes = csvOf(countsRows(committee.shortName, await countsOf(deps, committee, year)));
  const title = countsText.title(committee.shortName, year);
  return { name: `${fileName(title)}.csv`, description: countsText.offer(title), edition: sha256OfBytes(bytes), bytes };
}
