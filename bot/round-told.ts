import { change } from '../store/change.ts';
import { followRoundOf } from '../store/document/rules.ts';
import { followRound } from '../store/referat/rules.ts';
import type { Round } from '../store/round/record.ts';
import { followVedtakRound } from '../store/sak/rules-round.ts';
import type { Deps } from './turn.ts';

type Told = (deps: Deps, round: Round) => Promise<unknown>;

/** What a round tells what it is about, by what kind of thing that is: one without an entry does not compile. */
export const told: Readonly<Record<Round['subject']['kind'], Told>> = {
  referat: (deps, round) =>
    change(deps.referater.collection, round.subject.id, (referat) => followRound(referat, round, deps.now())),
  sak: (deps, round) =>
    change(deps.saker.collection, round.subject.id, (sak) => followVedtakRound(sak, round, deps.now())),
  document: (deps, round) =>
    change(deps.documents.collection, round.subject.id, (document) => followRoundOf(document, round, deps.now())),
};
