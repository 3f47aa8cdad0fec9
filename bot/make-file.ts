import type { Offer } from '../store/offer.ts';
import type { Made } from './made-file.ts';
import { papersFile, vedleggFile } from './make-agenda-file.ts';
import { annualFile } from './make-annual.ts';
import { calendarFile } from './make-calendar.ts';
import { countsFile } from './make-counts.ts';
import { memberListFile } from './make-member-list.ts';
import { referatFile } from './make-referat-file.ts';
import { matterFile, receiptFile, signedFile } from './make-round-file.ts';
import { sakFile } from './make-sak-file.ts';
import { statusFile } from './make-status-file.ts';
import type { Deps } from './turn.ts';

/** Makes what was asked for as a file, as this person may see it; undefined when it is gone. */
export async function makeFile(deps: Deps, offer: Offer, personId: string): Promise<Made | undefined> {
  switch (offer.what) {
    case 'referat':
      return referatFile(deps, offer);
    case 'receipt':
      return receiptFile(deps, offer);
    case 'matter':
    case 'innspill':
      return matterFile(deps, offer);
    case 'signed':
      return signedFile(deps, offer);
    case 'papers':
      return papersFile(deps, offer.meetingId, personId);
    case 'calendar':
      return calendarFile(deps, offer);
    case 'attachment':
      return sakFile(deps, offer, personId);
    case 'vedlegg':
      return vedleggFile(deps, offer, personId);
    case 'status-table':
      return statusFile(deps, offer, personId);
    case 'annual':
      return annualFile(deps, offer);
    case 'member-list':
      return memberListFile(deps, offer, personId);
    case 'counts':
      return countsFile(deps, offer);
  }
}
