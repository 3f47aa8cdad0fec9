import type { Committee } from '../store/committee/record.ts';
import { mayRunAgenda } from '../store/committee/rules.ts';
import type { StoredFile } from '../store/file/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import type { Sak } from '../store/sak/record.ts';
import { maySee } from '../store/sak/rules.ts';
import { typedOf } from '../store/sak/rules-draft.ts';
import { isLike } from '../store/sak/rules-likeness.ts';
import { meetingIdFor, openMeetings } from '../store/sak/rules-wish.ts';
import type { Deps } from './turn.ts';

/** A sak with the committee it is for. */
export type Known = { readonly sak: Sak; readonly committee: Committee };

/** A sak and its committee, for somebody who may read it; else the notice that says why not. */
export async function knownSak(
  deps: Deps,
  personId: string,
  sakId: string,
): Promise<Known | { readonly refused: 'not-found' | 'sak-not-yours-to-see' }> {
  const sak = await deps.saker.collection.get(sakId);
  const committee = sak && (await deps.committees.collection.get(sak.committeeId));
  if (!sak || !committee) return { refused: 'not-found' };
  return maySee(sak, committee, personId) ? { sak, committee } : { refused: 'sak-not-yours-to-see' };
}

/** A sak of this person's own. */
export async function ownSak(
  deps: Deps,
  personId: string,
  sakId: string,
): Promise<Known | { readonly refused: 'not-found' | 'not-your-sak' }> {
  const known = await knownSak(deps, personId, sakId);
  if ('refused' in known) return { refused: known.refused === 'not-found' ? 'not-found' : 'not-your-sak' };
  return known.sak.proposedBy === personId ? known : { refused: 'not-your-sak' };
}

/** The meetings of a committee that are still to be held, the first one first. */
export async function meetingsOf(deps: Deps, committee: Committee): Promise<readonly Meeting[]> {
  return openMeetings(await deps.meetings.coming([committee.id]), committee, deps.now());
}

/** The meeting that a sak is for, where that is known; one that is over as well. */
export async function meetingFor(deps: Deps, { sak, committee }: Known): Promise<Meeting | undefined> {
  const meetings = await meetingsOf(deps, committee);
  const meetingId = meetingIdFor(sak, meetings);
  if (meetingId === undefined) return undefined;
  return meetings.find(({ id }) => id === meetingId) ?? deps.meetings.collection.get(meetingId);
}

/** The files that a form names, of those that this person sent to the bot. */
export async function filesOf(deps: Deps, personId: string, sak: Sak): Promise<readonly StoredFile[]> {
  const { fileId, fileIds = '' } = typedOf(sak);
  const ids = new Set([fileId ?? '', ...fileIds.split(',').map((id) => id.trim())].filter((id) => id !== ''));
  const files = await Promise.all([...ids].slice(0, MOST_FILES).map((id) => deps.files.collection.get(id)));
  return files.filter((file) => file !== undefined && file.by === personId) as StoredFile[];
}

/** More than a sak may have, so that too many are seen to be too many. */
const MOST_FILES = 25;

/** The saker of other committees that a sak is known to look like, for those who run its agenda. */
export async function similarOf(
  deps: Deps,
  { sak, committee }: Known,
  personId: string,
): Promise<readonly { readonly sak: Sak; readonly committeeName: string }[]> {
  if (!mayRunAgenda(committee, personId)) return [];
  const others = await Promise.all((sak.similarTo ?? []).map((id) => deps.saker.collection.get(id)));
  const shown = others.filter((other) => other !== undefined && !other.closed && isLike(sak, other)) as Sak[];
  return Promise.all(
    shown.map(async (other) => ({
      sak: other,
      committeeName: (await deps.committees.collection.get(other.committeeId))?.shortName ?? '',
    })),
  );
}
