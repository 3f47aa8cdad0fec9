import { sakerCard } from '../../cards/saker.ts';
import { sakText } from '../../cards/text/sak.ts';
import { mayRunAgenda } from '../../store/committee/rules.ts';
import type { Sak } from '../../store/sak/record.ts';
import { maySee } from '../../store/sak/rules.ts';
import { meetingIdFor, openMeetings } from '../../store/sak/rules-wish.ts';
import { draftsOf } from '../sak-begin.ts';
import { committeeNames } from './sak.ts';
import { post, type Shows } from './view.ts';

/** Saker and where they stand. */
export const sakerShows: Shows<'saker'> = {
  saker: async (deps, viewerId, { committeeId, page }) => {
    const mine = await deps.committees.of(viewerId);
    const committees = committeeId === undefined ? mine : mine.filter(({ id }) => id === committeeId);
    const only = committees.length === 1 && mine.length > 1 ? committees[0]?.id : undefined;
    const ids = committees.map(({ id }) => id);
    const open = ids.length > 0 ? await deps.saker.openIn(ids) : [];
    const sections = committees.map((committee) => ({
      committee,
      saker: open
        .filter((sak) => sak.committeeId === committee.id && maySee(sak, committee, viewerId))
        .toSorted(byUrgency),
    }));
    const runs = sections.filter(({ committee }) => mayRunAgenda(committee, viewerId));
    const proposed = await deps.saker.proposedBy(viewerId);
    const own = only === undefined ? proposed : proposed.filter((sak) => sak.committeeId === only);
    const drafts = only === undefined ? await draftsOf(deps, viewerId) : [];
    const waiting = [
      ...runs.flatMap(({ saker }) => saker.filter(({ status }) => status === 'proposed')),
      ...own.filter(({ status }) => status === 'returned'),
    ];
    const all = [...drafts, ...own, ...open];
    // those of the committees that the viewer has only proposed to, as well
    const concerned = [...new Set([...ids, ...own.map((sak) => sak.committeeId)])];
    const meetings = concerned.length > 0 ? await deps.meetings.coming(concerned) : [];
    const now = deps.now();
    const meetingOf = (sak: Sak) => {
      const meetingId = meetingIdFor(sak, openMeetings(meetings, { id: sak.committeeId }, now));
      return meetings.find(({ id }) => id === meetingId);
    };
    const card = sakerCard({
      drafts,
      waiting,
      own: own.filter(({ status }) => status !== 'returned' && status !== 'withdrawn'),
      committees: sections,
      nameOf: await committeeNames(deps, all),
      meetingOf,
      only,
      page,
    });
    return post(sakText.listTitle, card);
  },
};

/** What must be decided comes first, then what is on its way. */
function byUrgency(a: Sak, b: Sak): number {
  const rank = ({ status }: Sak) => ['proposed', 'returned', 'accepted', 'scheduled'].indexOf(status);
  return rank(a) - rank(b) || (b.proposedAt?.getTime() ?? 0) - (a.proposedAt?.getTime() ?? 0);
}
