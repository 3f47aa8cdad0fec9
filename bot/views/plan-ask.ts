import { type Proposed, planAskCard, planContactCard, planDateCard } from '../../cards/plan-ask.ts';
import { planAskText } from '../../cards/text/plan-ask.ts';
import { fold } from '../../store/plan/rules-match-like.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { type Directory, resolveOwner } from '../../store/tiltak/rules-owner.ts';
import { namesIn } from '../names.ts';
import { concernedBy, type OpenPlan, openQuestions, ownPlan } from '../plan-questions.ts';
import type { Deps } from '../turn.ts';
import { post, type Shows, said } from './view.ts';

/** What the secretariat and the chair are asked about a plan's owners and dates. */
export const planAskShows: Shows<'plan-ask' | 'plan-contact-form' | 'plan-date-form'> = {
  'plan-ask': async (deps, viewerId, { planId, page = 0, problem }) => {
    const open = await openFor(deps, viewerId, planId);
    if (typeof open === 'string') return said(open);
    return post(planAskText.contactTitle, planAskCard(open.plan, { questions: open.questions, page, problem }));
  },

  'plan-contact-form': async (deps, viewerId, { planId, tiltakId, scope, typed = {}, problems = [] }) => {
    const open = await openFor(deps, viewerId, planId);
    if (typeof open === 'string') return said(open);
    const { plan } = open;
    const tiltak = open.tiltak.find(({ id }) => id === tiltakId);
    if (tiltak === undefined) return said('not-found');
    const { owner = '', contactIds = [] } = tiltak;
    const before = plan.contacts.find(({ written }) => fold(written) === fold(owner))?.personIds ?? [];
    const named = scope === 'owner' ? before : contactIds;
    const proposed = await proposedFor(deps, open, tiltak, [...named, ...picked(typed.ticked)]);
    const count = concernedBy(open.tiltak, tiltak, scope, before).length;
    const card = planContactCard(plan, { tiltak, count, scope, proposed, named, typed, problems });
    return post(planAskText.contactTitle, card);
  },

  'plan-date-form': async (deps, viewerId, { planId, tiltakId, typed = {}, problems = [] }) => {
    const open = await openFor(deps, viewerId, planId);
    if (typeof open === 'string') return said(open);
    const tiltak = open.tiltak.find(({ id }) => id === tiltakId);
    if (tiltak === undefined) return said('not-found');
    const { due = '' } = tiltak;
    const same = open.tiltak.filter(
      (one) => one.openIn !== undefined && one.dueOn === undefined && fold(one.due ?? '') === fold(due),
    );
    const card = planDateCard(open.plan, { tiltak, count: same.length, typed, problems });
    return post(planAskText.dateTitle(due), card);
  },
};

const picked = (ticked = '') => ticked.split(',').filter((id) => id !== '');

async function openFor(deps: Deps, viewerId: string, planId: string): Promise<OpenPlan | 'not-found' | 'not-for-you'> {
  const own = await ownPlan(deps, viewerId, planId);
  if ('refused' in own) return own.refused;
  return (await openQuestions(deps, own.committee, planId)) ?? 'not-found';
}

/** So many are proposed at most; anybody else is found by name. */
const PROPOSED = 12;

/** Who may be meant, most likely first, and those who are named already. Without an owner: those who run the committee. */
async function proposedFor(
  deps: Deps,
  { directory }: OpenPlan,
  { owner = '' }: Tiltak,
  named: readonly string[],
): Promise<readonly Proposed[]> {
  const read = resolveOwner(owner, directory);
  const home = directory.committees.find(({ id }) => id === directory.homeId);
  const runners = [home?.chairId, home?.viceChairId, ...(home?.secretariatIds ?? [])].flatMap((id) => id ?? []);
  const meant = read.kind === 'collective' || read.kind === 'unknown' ? read.suggestions : [];
  const known = new Set(directory.people.map(({ id }) => id));
  const ids = [...new Set([...named, ...meant, ...runners])].filter((id) => known.has(id) || named.includes(id));
  const nameOf = await namesIn(deps, ids.slice(0, PROPOSED));
  return ids.slice(0, PROPOSED).map((personId) => {
    const why = roleOf(personId, directory);
    return { personId, name: nameOf(personId), ...(why && { why }) };
  });
}

/** «leder i FSU BU» */
function roleOf(personId: string, { committees, homeId }: Directory): string | undefined {
  const ordered = committees.toSorted((a, b) => Number(b.id === homeId) - Number(a.id === homeId));
  const roles = ordered.flatMap(({ shortName, chairId, viceChairId, secretariatIds }) => [
    ...(chairId === personId ? [planAskText.why(planAskText.roles.chair, shortName)] : []),
    ...(viceChairId === personId ? [planAskText.why(planAskText.roles.viceChair, shortName)] : []),
    ...(secretariatIds.includes(personId) ? [planAskText.why(planAskText.roles.secretariat, shortName)] : []),
  ]);
  return roles[0];
}
