import { annualReport, annualText } from '../cards/text/annual.ts';
import type { Offer } from '../store/offer.ts';
import { annualFacts } from './annual.ts';
import { fileName } from './file-name.ts';
import { sha256OfBytes } from './ids.ts';
import type { Made } from './made-file.ts';
import type { Deps } from './turn.ts';

/** A draft of a committee's årsrapport, from what is stored now; undefined when the committee is gone. */
export async function annualFile(
  deps: Deps,
  { committeeId, year }: Extract<Offer, { what: 'annual' }>,
): Promise<Made | undefined> {
  const committee = await deps.committees.collection.get(committeeId);
  if (committee === undefined) return undefined;
  const { annualDocx } = await import('./documents/annual-docx.ts');
  const title = annualText.title(committee.shortName, year);
  const bytes = await annualDocx(title, annualReport(await annualFacts(deps, committee, year)));
  return {
    name: `${fileName(annualText.fileName(title))}.docx`,
    description: annualText.offer(title),
    edition: sha256OfBytes(bytes),
    bytes,
  };
}
