import type { Card } from '../../cards/elements.ts';
import { noticeCard } from '../../cards/notice.ts';
import { notice } from '../../cards/text/notices.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
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

/** Whether somebody is vara for a seat, in any committee. */
export async function isVara({ committees }: Pick<Deps, 'committees'>, personId: string): Promise<boolean> {
  return (await committees.withVara(personId)).length > 0;
}

/** A committee, for somebody who runs rounds there; else the notice that says why not. */
export async function ownCommittee(
  deps: Deps,
  personId: string,
  committeeId: string,
): Promise<Committee | 'not-found' | 'not-for-you'> {
  const committee = await deps.committees.collection.get(committeeId);
  if (committee === undefined) return 'not-found';
  return mayRunRounds(committee, personId) ? committee : 'not-for-you';
}

type Refused = { readonly refused: 'not-found' | 'not-for-you' };

/** What a committee has, and the committee, for somebody who runs rounds there; else the notice that says why not. */
export async function ownIn<T extends { readonly committeeId: string }>(
  deps: Deps,
  personId: string,
  record: T | undefined,
): Promise<{ readonly record: T; readonly committee: Committee } | Refused> {
  const committee = record && (await deps.committees.collection.get(record.committeeId));
  if (!record || !committee) return { refused: 'not-found' };
  return mayRunRounds(committee, personId) ? { record, committee } : { refused: 'not-for-you' };
}

export async function ownReferat(deps: Deps, personId: string, referatId: string) {
  const own = await ownIn(deps, personId, await deps.referater.collection.get(referatId));
  return 'refused' in own ? own : { referat: own.record, committee: own.committee };
}

export async function ownDocument(deps: Deps, personId: string, documentId: string) {
  const own = await ownIn(deps, personId, await deps.documents.collection.get(documentId));
  return 'refused' in own ? own : { document: own.record, committee: own.committee };
}

/** `known`: the round as it was just read or written. */
export async function ownRound(deps: Deps, personId: string, roundId: string, known?: Round) {
  const own = await ownIn(deps, personId, known ?? (await deps.rounds.collection.get(roundId)));
  return 'refused' in own ? own : { round: own.record, committee: own.committee };
}
