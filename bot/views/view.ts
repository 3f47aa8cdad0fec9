import type { Card } from '../../cards/elements.ts';
import { noticeCard } from '../../cards/notice.ts';
import { notice } from '../../cards/text/notices.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import type { Document } from '../../store/document/record.ts';
import type { Referat } from '../../store/referat/record.ts';
import type { Round } from '../../store/round/record.ts';
import type { View } from '../../store/view.ts';
import type { Deps, Post } from '../turn.ts';

export type ViewOf<K extends View['view']> = Extract<View, { view: K }>;

/** Renders one kind of view for a viewer, as they may see it. `round`: one that was just read or written. */
export type Show<K extends View['view']> = (
  deps: Deps,
  viewerId: string,
  view: ViewOf<K>,
  round?: Round,
) => Promise<Post>;
export type Shows<K extends View['view']> = { readonly [V in K]: Show<V> };

/** A card, and the line that a notification shows. */
export const post = (summary: string, card: Card): Post => ({ summary, card });

/** One sentence in place of a card. */
export const said = (code: string): Post => post(notice(code), noticeCard(code));

/** The committees in which this person writes referater and runs rounds. */
export async function runBy(deps: Deps, personId: string): Promise<readonly Committee[]> {
  return (await deps.committees.of(personId)).filter((committee) => mayRunRounds(committee, personId));
}

/** A referat and its committee, for somebody who runs rounds there; else the notice that says why not. */
export async function ownReferat(
  deps: Deps,
  personId: string,
  referatId: string,
): Promise<
  { readonly referat: Referat; readonly committee: Committee } | { readonly refused: 'not-found' | 'not-for-you' }
> {
  const referat = await deps.referater.collection.get(referatId);
  const committee = referat && (await deps.committees.collection.get(referat.committeeId));
  if (!referat || !committee) return { refused: 'not-found' };
  return mayRunRounds(committee, personId) ? { referat, committee } : { refused: 'not-for-you' };
}

/** A document and its committee, for somebody who runs rounds there; else the notice that says why not. */
export async function ownDocument(
  deps: Deps,
  personId: string,
  documentId: string,
): Promise<
  { readonly document: Document; readonly committee: Committee } | { readonly refused: 'not-found' | 'not-for-you' }
> {
  const document = await deps.documents.collection.get(documentId);
  const committee = document && (await deps.committees.collection.get(document.committeeId));
  if (!document || !committee) return { refused: 'not-found' };
  return mayRunRounds(committee, personId) ? { document, committee } : { refused: 'not-for-you' };
}

/** A round and its committee, for somebody who runs rounds there; else the notice that says why not. */
export async function ownRound(
  deps: Deps,
  personId: string,
  roundId: string,
  known?: Round,
): Promise<
  { readonly round: Round; readonly committee: Committee } | { readonly refused: 'not-found' | 'not-for-you' }
> {
  const round = known ?? (await deps.rounds.collection.get(roundId));
  const committee = round && (await deps.committees.collection.get(round.committeeId));
  if (!round || !committee) return { refused: 'not-found' };
  return mayRunRounds(committee, personId) ? { round, committee } : { refused: 'not-for-you' };
}
