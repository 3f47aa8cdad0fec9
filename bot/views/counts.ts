import { countsCard } from '../../cards/counts.ts';
import { countsText } from '../../cards/text/counts.ts';
import { yearOf } from '../../store/meeting/rules-counts.ts';
import { countsOf, yearsOf } from '../counts.ts';
import { ownCommittee, post, type Shows, said } from './view.ts';

/** What the chair and the secretariat see of a year's forfall. */
export const countsShows: Shows<'counts'> = {
  counts: async (deps, viewerId, { committeeId, year = yearOf(deps.now()), page }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    const counted = await countsOf(deps, committee, year);
    const card = countsCard(committee, counted, { years: await yearsOf(deps, committee), page });
    return post(countsText.title(committee.shortName, year), card);
  },
};
