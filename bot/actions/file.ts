import { notice } from '../../cards/text/notices.ts';
import { change } from '../../store/change.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import type { Offer } from '../../store/offer.ts';
import { wantOnce } from '../../store/person/rules.ts';
import { hasFile } from '../../store/sak/rules.ts';
import { sentAgenda } from '../agenda.ts';
import { planOwner } from '../meeting-plan.ts';
import { knownSak } from '../sak-known.ts';
import { knownPlan } from '../tiltak-report.ts';
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
 * What became of a round is for those who run it; what it is about also for those who are asked; a vedlegg for those who
 * may read its sak, and meetings and plans for everybody in the committee.
 */
async function refusalOf(deps: Deps, { person }: Turn, offer: Offer): Promise<string | undefined> {
  if (offer.what === 'papers' || offer.what === 'vedlegg') {
    const agenda = await sentAgenda(deps, person.id, offer.meetingId);
    return 'refused' in agenda ? agenda.refused : undefined;
  }
  if (offer.what === 'attachment') {
    const known = await knownSak(deps, person.id, offer.sakId);
    if ('refused' in known) return known.refused;
    return hasFile(known.sak, offer.fileId) ? undefined : 'not-found';
  }
  if (offer.what === 'calendar') {
    const owner = await planOwner(deps, person.id, offer.committeeId, offer.meetingId);
    return typeof owner === 'string' ? owner : undefined;
  }
  if (offer.what === 'counts' || offer.what === 'annual') {
    const committee = await deps.committees.collection.get(offer.committeeId);
    if (committee === undefined) return 'not-found';
    return mayRunRounds(committee, person.id) ? undefined : 'not-for-you';
  }
  if (offer.what === 'member-list') {
    const setup = await deps.setups.collection.get(offer.setupId);
    if (setup === undefined) return 'not-found';
    return setup.by === person.id ? undefined : 'not-your-form';
  }
  if (offer.what === 'status-table') {
    const known = await knownPlan(deps, person.id, offer);
    return 'refused' in known ? known.refused : undefined;
  }
  const round = offer.what === 'referat' ? undefined : await deps.rounds.collection.get(offer.roundId);
  const referat = offer.what === 'referat' ? await deps.referater.collection.get(offer.referatId) : undefined;
  const committeeId = round?.committeeId ?? referat?.committeeId;
  const committee = committeeId === undefined ? undefined : await deps.committees.collection.get(committeeId);
  if (committee === undefined) return 'not-found';
  if (mayRunRounds(committee, person.id)) return undefined;
  if (offer.what === 'receipt' || offer.what === 'innspill') return 'not-for-you';
  const asked = round ?? (referat?.round && (await deps.rounds.collection.get(referat.round.id)));
  // an earlier version too: a card of the round before offers the text that it asked about
  return asked?.seats.some(({ holderId }) => holderId === person.id) ? undefined : 'not-asked';
}
