import { nominationFormCard } from '../../cards/nomination.ts';
import { nominationReminderCard, proposeCard, willCard } from '../../cards/nomination-ask.ts';
import { extendNominationCard, nominationStatusCard, registerNominationCard } from '../../cards/nomination-status.ts';
import { askedText, nominationName, nominationText, willText } from '../../cards/text/nomination.ts';
import { proposedNominationDeadline } from '../../store/nomination/rules-form.ts';
import { candidateWithRequest, requestOf } from '../actions/nomination.ts';
import type { Deps } from '../turn.ts';
import { ownCommittee, ownIn, post, type Shows, said } from './view.ts';

/** What is shown of a nomination to those who are asked, and to those who run it. */
export const nominationShows: Shows<
  | 'nomination-form'
  | 'nomination'
  | 'nomination-reminder'
  | 'nomination-ask'
  | 'nomination-status'
  | 'nomination-register'
  | 'nomination-extend'
> = {
  'nomination-form': async (deps, viewerId, { committeeId, kind, typed = {}, problems = [] }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    const proposed = { wanted: '1', deadlineOn: proposedNominationDeadline(deps.now()) };
    const card = nominationFormCard(committee, kind, { typed: { ...proposed, ...typed }, problems });
    return post(nominationText.formTitle[kind], card);
  },
  nomination: async (deps, viewerId, { nominationId, notice, typed = {}, problems = [] }) => {
    const asked = await askedIn(deps, viewerId, nominationId);
    if (typeof asked === 'string') return said(asked);
    const { nomination, request } = asked;
    const card = proposeCard(nomination, request, { typed, problems, notice, now: deps.now() });
    return post(askedText(nomination, request), card);
  },
  'nomination-reminder': async (deps, viewerId, { nominationId }) => {
    const asked = await askedIn(deps, viewerId, nominationId);
    if (typeof asked === 'string') return said(asked);
    return post(askedText(asked.nomination, asked.request), nominationReminderCard(asked.nomination, asked.request));
  },
  'nomination-ask': async (deps, viewerId, { nominationId, candidateId, notice }) => {
    const nomination = await deps.nominations.collection.get(nominationId);
    if (nomination === undefined) return said('not-found');
    const found = candidateWithRequest(nomination, candidateId);
    if (found === undefined) return said('no-candidate');
    const { candidate, request } = found;
    if (candidate.personId !== viewerId) return said('not-yours-to-answer');
    return post(willText(nomination, request), willCard(nomination, request, candidate, notice));
  },
  'nomination-status': async (deps, viewerId, { nominationId, page, notice }) => {
    const own = await ownNomination(deps, viewerId, nominationId);
    if ('refused' in own) return said(own.refused);
    return post(nominationName(own.record), nominationStatusCard(own.record, { page, notice, now: deps.now() }));
  },
  'nomination-register': async (deps, viewerId, { nominationId, typed = {}, problems = [] }) => {
    const own = await ownNomination(deps, viewerId, nominationId);
    if ('refused' in own) return said(own.refused);
    return post(nominationText.register, registerNominationCard(own.record, { typed, problems }));
  },
  'nomination-extend': async (deps, viewerId, { nominationId, typed = {}, problems = [] }) => {
    const own = await ownNomination(deps, viewerId, nominationId);
    if ('refused' in own) return said(own.refused);
    return post(nominationText.extend, extendNominationCard(own.record, { typed, problems }));
  },
};

async function ownNomination(deps: Deps, viewerId: string, nominationId: string) {
  return ownIn(deps, viewerId, await deps.nominations.collection.get(nominationId));
}

async function askedIn(deps: Deps, viewerId: string, nominationId: string) {
  const nomination = await deps.nominations.collection.get(nominationId);
  if (nomination === undefined) return 'not-found';
  const request = requestOf(nomination, viewerId);
  return request === undefined ? 'not-asked-here' : { nomination, request };
}
