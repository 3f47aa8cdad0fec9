import { notice } from '../../cards/text/notices.ts';
import { change } from '../../store/change.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import type { Offer } from '../../store/effect.ts';
import { wantOnce } from '../../store/person/rules.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { notice as refuse } from './answers.ts';

export const fileHandlers = {
  'file.send': async (deps, turn, { offer }) => {
    const refusal = await refusalOf(deps, turn, offer);
    return refusal === undefined ? offerFile(deps, turn, offer) : refuse(refusal);
  },
} satisfies Partial<Handlers>;

/** Offers a file to whoever asked for it, in their 1:1 chat. */
export async function offerFile(deps: Deps, { person, turnId }: Turn, offer: Offer): Promise<Shown> {
  const effect = { kind: 'offer-file', key: `offer:${turnId}`, personId: person.id, offer } as const;
  await change(deps.persons.collection, person.id, (current) => wantOnce(current, turnId, [effect], deps.realNow()));
  return { said: notice('file-offered'), isUnderWay: true };
}

/**
 * A receipt is for those who run the committee's rounds; a referat's text also for those who are asked about it, and the
 * meetings for everybody in the committee.
 */
async function refusalOf(
  deps: Deps,
  { person }: Turn,
  offer: Offer,
): Promise<'not-found' | 'not-for-you' | 'not-asked' | 'meeting-not-yours' | undefined> {
  const round = offer.what === 'receipt' ? await deps.rounds.collection.get(offer.roundId) : undefined;
  const referat = offer.what === 'referat' ? await deps.referater.collection.get(offer.referatId) : undefined;
  const committeeId = offer.what === 'calendar' ? offer.committeeId : (round?.committeeId ?? referat?.committeeId);
  const committee = committeeId === undefined ? undefined : await deps.committees.collection.get(committeeId);
  if (committee === undefined) return 'not-found';
  if (offer.what === 'calendar') return committee.people.includes(person.id) ? undefined : 'meeting-not-yours';
  if (mayRunRounds(committee, person.id)) return undefined;
  if (offer.what === 'receipt') return 'not-for-you';
  const asked = referat?.round && (await deps.rounds.collection.get(referat.round.id));
  // an earlier version too: a card of the round before offers the text that it asked about
  return asked?.seats.some(({ holderId }) => holderId === person.id) ? undefined : 'not-asked';
}
