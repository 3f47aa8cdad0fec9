import { appLinkCard } from '../../cards/app-link.ts';
import { appLinkText } from '../../cards/text/app-link.ts';
import { ownCommittee, post, type Shows, said } from './view.ts';

/** What is sent to those who lack the app. */
export const appLinkShows: Shows<'app-link'> = {
  'app-link': async (deps, viewerId, { committeeId }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    return post(appLinkText.title, appLinkCard({ committee: committee.name, url: deps.links.app }));
  },
};
