import { whereOf } from '../../cards/text/agenda-follow-up.ts';
import { tiltakDecideText } from '../../cards/text/tiltak-decide.ts';
import { decideCard, proposalsCard } from '../../cards/tiltak-decide.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { proposalsAt } from '../agenda-follow-up.ts';
import type { Deps } from '../turn.ts';
import { ownMeetingSak } from './minutes.ts';
import { ownIn, post, type Shows, said } from './view.ts';

/** What the secretariat and the chair see of tiltak that the committee decides whether to keep. */
export const tiltakDecideShows: Shows<'tiltak-proposals' | 'tiltak-decide'> = {
  'tiltak-proposals': async (deps, viewerId, { meetingId, sakId, page, notice }) => {
    const own = await ownMeetingSak(deps, viewerId, meetingId, sakId);
    if ('refused' in own) return said(own.refused);
    const tiltak = await proposalsAt(deps, own.meeting);
    const proposed = await Promise.all(tiltak.map(async (one) => ({ tiltak: one, where: await placeOf(deps, one) })));
    return post(tiltakDecideText.listTitle, proposalsCard({ ...own, proposed, page, said: notice }));
  },
  'tiltak-decide': async (deps, viewerId, { tiltakId, meetingId, sakId, notice, typed = {}, problems = [] }) => {
    const own = await ownIn(deps, viewerId, await deps.tiltak.collection.get(tiltakId));
    if ('refused' in own) return said(own.refused);
    const where = await placeOf(deps, own.record);
    return post(
      tiltakDecideText.title,
      decideCard({ tiltak: own.record, where, meetingId, sakId, typed, problems, said: notice }),
    );
  },
};

/** «Sak 25/23, vedtakspunkt 3», or the name of its plan and its place there. */
async function placeOf(deps: Deps, tiltak: Tiltak): Promise<string> {
  const { source, planId } = tiltak;
  const sak = source && (await deps.saker.collection.get(source.sakId));
  const plan = planId === undefined ? undefined : await deps.plans.collection.get(planId);
  return whereOf(tiltak, {
    sakOf: () => sak && { id: sak.id, title: sak.title, ...(sak.number && { number: sak.number }) },
    planName: () => plan?.name,
  });
}
