import { ballotCard, ballotFormCard, ballotStatusCard, movedBallotCard } from '../../cards/ballot.ts';
import { ballotText } from '../../cards/text/ballot.ts';
import { movedFrom, votersFor } from '../../store/ballot/rules.ts';
import { entitledTo, MAX_QUESTION } from '../../store/ballot/rules-open.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { pointsText } from '../../store/typed-text.ts';
import { namesIn } from '../names.ts';
import { backInMeeting } from '../seats.ts';
import { memberNames, ownMeetingSak } from './minutes.ts';
import { post, type Shows, said } from './view.ts';

/** What people see of votings. */
export const ballotShows: Shows<'ballot' | 'ballot-status' | 'ballot-form'> = {
  ballot: async (deps, viewerId, { ballotId, problem }) => {
    const ballot = await deps.ballots.collection.get(ballotId);
    const sak = ballot && (await deps.saker.collection.get(ballot.sakId));
    if (!ballot || !sak) return said('not-found');
    if (votersFor(ballot, viewerId).length === 0) {
      const moved = movedFrom(ballot, viewerId);
      if (moved.length === 0) return said('not-voting');
      const meeting = ballot.status === 'open' ? await deps.meetings.collection.get(ballot.meetingId) : undefined;
      return post(ballotText.cardTitle, movedBallotCard(sak, moved, await backInMeeting(deps, meeting, viewerId)));
    }
    return post(`${ballotText.cardTitle}: ${sak.title}`, ballotCard(ballot, { sak, personId: viewerId, problem }));
  },
  'ballot-status': async (deps, viewerId, { ballotId, problem }) => {
    const ballot = await deps.ballots.collection.get(ballotId);
    const sak = ballot && (await deps.saker.collection.get(ballot.sakId));
    const committee = ballot && (await deps.committees.collection.get(ballot.committeeId));
    if (!ballot || !sak || !committee) return said('not-found');
    if (!mayRunRounds(committee, viewerId)) return said('not-for-you');
    const nameOf = await namesIn(deps, ballot.unreached ?? []);
    return post(ballotText.statusTitle, ballotStatusCard(ballot, { sak, nameOf, problem }));
  },
  'ballot-form': async (deps, viewerId, { meetingId, sakId, typed = {}, problems = [] }) => {
    const own = await ownMeetingSak(deps, viewerId, meetingId, sakId);
    if ('refused' in own) return said(own.refused);
    const before = (await deps.ballots.of(meetingId)).filter((ballot) => ballot.sakId === sakId);
    const nameOf = await memberNames(deps, own.committee);
    const { voters, recused, unknown } = entitledTo({ ...own, nameOf }, deps.now());
    const named = (seats: readonly { readonly seatName: string }[]) => seats.map(({ seatName }) => seatName);
    const entitled = {
      voters: voters.length,
      recused: named(recused),
      unknown: named(unknown),
      isRegistered: own.meeting.attendance.length > 0,
    };
    const proposal = pointsText(own.sak.proposal);
    const card = ballotFormCard({
      meetingId,
      sak: own.sak,
      number: before.length + 1,
      proposal: proposal.length <= MAX_QUESTION ? proposal : '',
      entitled,
      typed,
      problems,
    });
    return post(ballotText.formTitle, card);
  },
};
