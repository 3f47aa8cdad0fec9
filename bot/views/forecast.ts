import { riskCard, riskTitle } from '../../cards/forecast.ts';
import { isOver } from '../../store/meeting/rules-agenda-send.ts';
import { forecastOf } from '../../store/meeting/rules-forecast.ts';
import { ownMeeting } from './minutes.ts';
import { post, type Shows, said } from './view.ts';

/** What the chair and the secretariat see of a meeting that may not be held. */
export const forecastShows: Shows<'meeting-risk'> = {
  'meeting-risk': async (deps, viewerId, { meetingId, problem }) => {
    const own = await ownMeeting(deps, viewerId, meetingId);
    if ('refused' in own) return said(own.refused);
    const { meeting, committee } = own;
    if (meeting.state !== 'cancelled' && isOver(meeting, deps.now())) return said('meeting-over');
    const forecast = forecastOf(meeting, committee, deps.now());
    return post(riskTitle(meeting, forecast), riskCard(committee, meeting, forecast, problem));
  },
};
