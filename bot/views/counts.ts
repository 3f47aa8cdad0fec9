import { countsCard } from '../../cards/counts.ts';
import { countsText } from '../../cards/text/counts.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { yearOf } from '../../store/meeting/rules-counts.ts';
import { countsOf, yearsOf } from '../counts.ts';
import { post, type Shows, said } from './view.ts';

/** What the chair and the secretariat see of a year's forfall. */
export const countsShows: Shows<'counts'> = {
  counts: async (deps, viewerId, { committeeId, year = yearOf(deps.now()), page }) => {
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined) return said('not-found');
    if (!mayRunRounds(committee, viewerId)) return said('not-for-you');
    const counted = await countsOf(deps, committee, year);
    const card = countsCard(committee, counted, { years: await yearsOf(deps, committee), page });
    return post(countsText.title(committee.shortName, year), card);
  },
};
