import { tiltakText } from '../../cards/text/tiltak.ts';
import { changesText } from '../../cards/text/tiltak-changes.ts';
import { changesCard } from '../../cards/tiltak-changes.ts';
import { addCard, editCard } from '../../cards/tiltak-form.ts';
import { tiltakHomeCard, tiltakListCard } from '../../cards/tiltak-list.ts';
import { closeCard, tiltakCard } from '../../cards/tiltak-one.ts';
import { planCard, planName } from '../../cards/tiltak-plan.ts';
import { isOverdue } from '../../store/tiltak/record.ts';
import { changedSince } from '../../store/tiltak/rules-changes.ts';
import { areasOf, byUrgency, isShown } from '../../store/tiltak/rules-report.ts';
import type { tiltakViews } from '../../store/tiltak/view.ts';
import { dayOf } from '../../store/time.ts';
import { namesIn } from '../names.ts';
import {
  askedIn,
  glanceOf,
  knownPlan,
  knownTiltak,
  lastHeld,
  ownTiltak,
  type PlanIn,
  peopleIn,
  plansOf,
  tiltakOf,
} from '../tiltak-report.ts';
import type { Deps } from '../turn.ts';
import { ownCommittee, post, type Shows, said } from './view.ts';

/** A plan as it may be written in, for those who run its committee. */
async function ownPlan(deps: Deps, viewerId: string, of: PlanIn) {
  const committee = await ownCommittee(deps, viewerId, of.committeeId);
  return typeof committee === 'string' ? { refused: committee } : knownPlan(deps, viewerId, of);
}

type TiltakView = (typeof tiltakViews)[number]['shape']['view']['value'];

/** Tiltak as those see them who answer for them, and plans as their committees do. */
export const tiltakShows: Shows<TiltakView> = {
  tiltak: async (deps, viewerId, { page }) => {
    const [mine, plans] = await Promise.all([tiltakOf(deps, viewerId), plansOf(deps, viewerId)]);
    const today = dayOf(deps.now());
    const glances = await Promise.all(plans.map((plan) => glanceOf(deps, plan)));
    const home = { mine: mine.toSorted(byUrgency(today)), today, plans: glances, page };
    return post(tiltakText.command, tiltakHomeCard(home));
  },

  'tiltak-plan': async (deps, viewerId, { problem, ...of }) => {
    const known = await knownPlan(deps, viewerId, of);
    if ('refused' in known) return said(known.refused);
    return post(planName(known), planCard({ ...(await glanceOf(deps, known)), problem }));
  },

  'tiltak-list': async (deps, viewerId, { filter = 'all', area, page, ...of }) => {
    const known = await knownPlan(deps, viewerId, of);
    if ('refused' in known) return said(known.refused);
    const { tiltak, ...planned } = known;
    const asked = await askedIn(deps, tiltak);
    const name = area === undefined ? undefined : areasOf(tiltak)[area];
    const shown = tiltak.filter(
      (one) => isShown(one, filter, asked) && (name === undefined || one.place.focusArea === name),
    );
    const chosen = name === undefined || area === undefined ? undefined : { name, n: area };
    const list = { ...planned, tiltak: shown, filter, area: chosen, today: asked.today, page };
    return post(planName(known), tiltakListCard(list));
  },

  'tiltak-changes': async (deps, viewerId, { page, ...of }) => {
    const known = await knownPlan(deps, viewerId, of);
    if ('refused' in known) return said(known.refused);
    const { committee, plan, tiltak } = known;
    const since = await lastHeld(deps, committee.id);
    const changes = changedSince(tiltak, since ?? new Date(0));
    const nameOf = await namesIn(deps, peopleIn(changes.map((change) => change.tiltak)));
    return post(changesText.title(since), changesCard({ committee, plan, since, changes, nameOf, page }));
  },

  'tiltak-one': async (deps, viewerId, { tiltakId, page, problem }) => {
    const known = await knownTiltak(deps, viewerId, tiltakId);
    if ('refused' in known) return said(known.refused);
    const { tiltak, asked, today } = known;
    const nameOf = await namesIn(deps, [...peopleIn([tiltak]), ...asked]);
    const one = { ...known, asked: asked.map(nameOf), isOverdue: isOverdue(tiltak, today), nameOf, page, problem };
    return post(planName(known), tiltakCard(one));
  },

  'tiltak-edit': async (deps, viewerId, { tiltakId, typed = {}, problems = [] }) => {
    const known = await ownTiltak(deps, viewerId, tiltakId);
    if ('refused' in known) return said(known.refused);
    const { contactIds = [] } = known.tiltak;
    const nameOf = await namesIn(deps, contactIds);
    const contacts = contactIds.map((id) => ({ id, name: nameOf(id) }));
    return post(tiltakText.editTitle, editCard({ ...known, contacts }, { typed, problems }));
  },

  'tiltak-close': async (deps, viewerId, { tiltakId }) => {
    const known = await ownTiltak(deps, viewerId, tiltakId);
    return 'refused' in known ? said(known.refused) : post(tiltakText.closeTitle, closeCard(known));
  },

  'tiltak-add': async (deps, viewerId, { newId, typed = {}, problems = [], ...of }) => {
    const known = await ownPlan(deps, viewerId, of);
    if ('refused' in known) return said(known.refused);
    return post(tiltakText.addTitle, addCard({ ...known, newId }, { typed, problems }));
  },
};
