import {
  type FollowedSak,
  type FollowUpKnown,
  followUpColumns,
  followUpRows,
  followUpTableText,
  followUpText,
} from '../cards/text/agenda-follow-up.ts';
import type { DecidedTiltak } from '../cards/text/tiltak-decide.ts';
import { change } from '../store/change.ts';
import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { fixedSakId } from '../store/meeting/rules-agenda.ts';
import type { Attachment } from '../store/sak/record.ts';
import { isProposed, type Tiltak } from '../store/tiltak/record.ts';
import { layBefore } from '../store/tiltak/rules-decide.ts';
import { followUpOf, inOrder } from '../store/tiltak/rules-follow-up.ts';
import { idFrom, sha256Of } from './ids.ts';
import { keptFile } from './kept-file.ts';
import { namesIn } from './names.ts';
import type { Deps } from './turn.ts';

/** What a committee has still to follow up when it meets. `held`: its meetings before this one; `toldAt`: when the last of them was told. */
export async function followUpKnown(
  deps: Deps,
  committeeId: string,
  { held, toldAt }: { readonly held: readonly Meeting[]; readonly toldAt: Date },
): Promise<FollowUpKnown> {
  const all = await deps.tiltak.of(committeeId);
  const followedUp = held.flatMap(({ protocol }) =>
    protocol.filter(({ outcome }) => outcome === 'folges-opp').map(({ sakId }) => sakId),
  );
  const { tiltak, proposals, sakIds } = followUpOf(all, { toldAt, followedUp });
  const shown = [...tiltak, ...proposals];
  const saker = await sakerOf(deps, [...new Set([...sakIds, ...shown.flatMap(({ source }) => source?.sakId ?? [])])]);
  const plans = new Map((await deps.plans.of(committeeId)).map(({ id, name }) => [id, name]));
  return {
    tiltak,
    proposals,
    // one that came back and ended otherwise is followed up no more
    saker: sakIds.flatMap((id) => {
      const sak = saker.get(id);
      return sak?.outcome === 'folges-opp' ? [sak] : [];
    }),
    sakOf: (id) => saker.get(id),
    planName: (id) => plans.get(id),
    nameOf: await namesIn(
      deps,
      shown.flatMap(({ contactIds = [] }) => contactIds),
    ),
  };
}

async function sakerOf(deps: Deps, sakIds: readonly string[]) {
  const found = await Promise.all(sakIds.map((id) => deps.saker.collection.get(id)));
  return new Map(
    found.flatMap((sak) => {
      if (sak === undefined) return [];
      const { id, title, number, closed, outcome } = sak;
      const followed: FollowedSak = { id, title, ...(number && { number }), ...(closed && { closed }) };
      return [[id, { ...followed, outcome }] as const];
    }),
  );
}

/** The status table that goes with what has no room in the sak; none where all of it has. */
export async function followUpTable(
  deps: Deps,
  { id, tenantId, name: committeeName }: Committee,
  known: FollowUpKnown | undefined,
): Promise<Attachment[]> {
  if (known === undefined || followUpText(known).left === 0) return [];
  const rows = followUpRows(known);
  const fileId = idFrom('file', 'oppfolging', id, sha256Of(JSON.stringify(rows)));
  const { title, about } = followUpTableText;
  const make = async () => {
    const { statusDocx } = await import('./documents/status-docx.ts');
    return statusDocx({ title, about: [about(committeeName)], columns: followUpColumns, sections: [{ rows }] });
  };
  return [await keptFile(deps, { id: fileId, tenantId, name: `${title}.docx` }, make)];
}

/** How many tiltak of a committee wait for it to decide whether they are kept, clarified or deleted. */
export async function proposalsIn(deps: Deps, committeeId: string): Promise<number> {
  return (await deps.tiltak.openIn(committeeId)).filter(isProposed).length;
}

/** The proposals of a committee know the meeting before which they are laid, once its agenda was sent. Safe to repeat. */
export async function layProposals(deps: Deps, { id: meetingId, committeeId, items }: Meeting): Promise<void> {
  if (!items.some(({ sakId }) => sakId === fixedSakId(meetingId, 'oppfolging'))) return;
  const waiting = (await deps.tiltak.openIn(committeeId)).filter(isProposed);
  for (const { id } of waiting) await change(deps.tiltak.collection, id, (tiltak) => layBefore(tiltak, meetingId));
}

/** What a meeting decides of: proposals that wait, and those that it has decided already. */
export async function proposalsAt(deps: Deps, { id, committeeId }: Meeting): Promise<readonly Tiltak[]> {
  const all = await deps.tiltak.of(committeeId);
  return all.filter((tiltak) => isProposed(tiltak) || isDecidedAt(id, tiltak)).toSorted(inOrder);
}

/** What a meeting has decided of tiltak that were unclear or proposed deleted. */
export async function decidedAt(deps: Deps, { id, committeeId }: Meeting): Promise<readonly DecidedTiltak[]> {
  const decided = (await deps.tiltak.of(committeeId)).filter((tiltak) => isDecidedAt(id, tiltak)).toSorted(inOrder);
  const saker = await sakerOf(
    deps,
    decided.flatMap(({ source }) => source?.sakId ?? []),
  );
  return decided.map((tiltak) => {
    const sak = tiltak.source && saker.get(tiltak.source.sakId);
    return { tiltak, ...(sak?.closed && { closed: sak }) };
  });
}

function isDecidedAt(meetingId: string, { proposal }: Tiltak): boolean {
  return proposal?.decided?.meetingId === meetingId;
}
