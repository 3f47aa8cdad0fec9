import { type ForfallRow, forfallListCard, ownForfallCard } from '../../cards/forfall.ts';
import { callInCard, callInTitle } from '../../cards/forfall-call.ts';
import { forfallFormCard } from '../../cards/forfall-form.ts';
import { assignCard, forfallStatusCard, seatHolder } from '../../cards/forfall-status.ts';
import { callText, forfallFormText, forfallListText, ownForfallText, reportedText } from '../../cards/text/forfall.ts';
import { forfallStatusText } from '../../cards/text/forfall-status.ts';
import { meetingTitle } from '../../cards/text/meeting.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { isOver } from '../../store/meeting/rules-agenda-send.ts';
import { callStanding } from '../../store/meeting/rules-call-stands.ts';
import { standing } from '../../store/meeting/rules-holder.ts';
import { isConnected } from '../../store/person/record.ts';
import { byNeed, type ForfallCase, forfallCase, forfallFor, forfallNames, sakLines, seatsOf } from '../forfall.ts';
import { namesIn } from '../names.ts';
import type { Deps } from '../turn.ts';
import { post, type Shows, said } from './view.ts';

/** What is shown of forfall, and of those who are called in for it. */
export const forfallShows: Shows<
  'forfall' | 'forfall-form' | 'call-in' | 'own-forfall' | 'forfall-status' | 'forfall-assign'
> = {
  forfall: async (deps, viewerId, { page, problem }) => {
    const [own, asVara] = await Promise.all([deps.committees.of(viewerId), deps.committees.withVara(viewerId)]);
    const committees = [...new Map([...own, ...asVara].map((committee) => [committee.id, committee])).values()];
    if (committees.length === 0) return said('forfall-no-committee');
    const meetings = await deps.meetings.coming(committees.map(({ id }) => id));
    const rows = await Promise.all(
      meetings
        .filter((meeting) => !isOver(meeting, deps.now()))
        .map((meeting) => rowOf(deps, viewerId, meeting, committees)),
    );
    const shown = rows.filter((row) => row !== undefined);
    return post(forfallListText.title, forfallListCard(shown, { page, problem }));
  },

  'forfall-form': async (deps, viewerId, { meetingId, onBehalf, page, typed = {}, problems = [] }) => {
    const known = await forfallCase(deps, meetingId);
    if (known === undefined) return said('not-found');
    const { meeting, committee } = known;
    if (meeting.state === 'cancelled') return said('forfall-cancelled');
    if (isOver(meeting, deps.now())) return said('meeting-over');
    if (onBehalf && !mayRunRounds(committee, viewerId)) return said('not-for-you');
    if (!onBehalf && seatsOf(committee, viewerId).length === 0) return said('forfall-no-seat');
    const seats = onBehalf && (await seatChoices(deps, committee));
    const card = forfallFormCard({
      meeting,
      committee,
      saker: sakLines(known, viewerId),
      typed,
      problems,
      page,
      ...(seats && { seats }),
    });
    return post(seats ? forfallFormText.onBehalfTitle : forfallFormText.title, card);
  },

  'call-in': async (deps, viewerId, { meetingId, forfallId, problem }) => {
    const known = await forfallCase(deps, meetingId);
    const forfall = known?.meeting.forfall?.find(({ id }) => id === forfallId);
    const call = forfall?.calls.find(({ varaId }) => varaId === viewerId);
    if (!known || !forfall || !call) return said('not-called');
    const { meeting, committee, sakName } = known;
    const nameOf = await forfallNames(deps, known, [forfall]);
    const shown = {
      meeting,
      committee,
      forfall,
      call,
      stands: callStanding(meeting, committee, forfall, call, deps.now()),
      forWhom: seatHolder(committee, forfall.seatId, nameOf),
      sakName,
      saker: sakLines(known, viewerId).map(({ title }) => title),
      problem,
    };
    return post(callInTitle(shown), callInCard(shown));
  },

  'own-forfall': async (deps, viewerId, { meetingId, problem }) => {
    const known = await forfallCase(deps, meetingId);
    if (known === undefined) return said('not-found');
    const { meeting, committee, sakName } = known;
    const seats = seatsOf(committee, viewerId);
    if (seats.length === 0) return said('forfall-no-seat');
    const own = forfallFor(known, seats);
    const nameOf = await forfallNames(deps, known, own);
    const shown = { meeting, committee, own, viewerId, problem, nameOf, sakName, now: deps.now() };
    return post(ownForfallText.title(meetingTitle(committee, meeting)), ownForfallCard(shown));
  },

  'forfall-status': async (deps, viewerId, { meetingId, page, problem }) => {
    const known = await ownCase(deps, viewerId, meetingId);
    if ('refused' in known) return said(known.refused);
    const { meeting, committee } = known;
    const forfall = byNeed(standing(meeting));
    const nameOf = await forfallNames(deps, known, forfall);
    const isReached = await reachedIn(deps, meeting);
    const shown = { ...known, forfall, nameOf, isReached, page, problem, now: deps.now() };
    return post(forfallStatusText.title(meetingTitle(committee, meeting)), forfallStatusCard(shown));
  },

  'forfall-assign': async (deps, viewerId, { meetingId, forfallId, typed = {}, problems = [] }) => {
    const known = await ownCase(deps, viewerId, meetingId);
    if ('refused' in known) return said(known.refused);
    const forfall = standing(known.meeting).find(({ id }) => id === forfallId);
    if (forfall === undefined) return said('no-forfall');
    if (isOver(known.meeting, deps.now())) return said('meeting-over');
    const nameOf = await forfallNames(deps, known, [forfall]);
    return post(forfallStatusText.assignTitle, assignCard({ ...known, forfall, nameOf, typed, problems }));
  },
};

/** A meeting for the chair and the secretariat; else the notice that says why not. */
async function ownCase(deps: Deps, viewerId: string, meetingId: string) {
  const known = await forfallCase(deps, meetingId);
  if (known === undefined) return { refused: 'not-found' as const };
  return mayRunRounds(known.committee, viewerId) ? known : { refused: 'not-for-you' as const };
}

async function rowOf(
  deps: Deps,
  viewerId: string,
  meeting: Meeting,
  committees: readonly Committee[],
): Promise<ForfallRow | undefined> {
  const committee = committees.find(({ id }) => id === meeting.committeeId);
  const known = committee && (await forfallCase(deps, meeting.id));
  if (!committee || !known) return undefined;
  const seats = seatsOf(committee, viewerId);
  const runs = mayRunRounds(committee, viewerId);
  const calls = callsOf(known, viewerId, deps.now());
  if (seats.length === 0 && !runs && calls.length === 0) return undefined;
  return { meeting, committee, hasSeat: seats.length > 0, runs, calls, ...ownIn(known, seats) };
}

function ownIn(known: ForfallCase, seats: ReturnType<typeof seatsOf>) {
  if (seats.length === 0) return { said: [], hasForfall: false };
  const own = forfallFor(known, seats);
  const reported = own.map((one) => `${reportedText(one, known.sakName)}.`);
  const answer = known.meeting.answers.find(({ seatId }) => seats.some(({ id }) => id === seatId));
  const comes = answer?.comes ? [forfallListText.comes] : answer ? [] : [forfallListText.silent];
  return { said: own.length > 0 ? reported : comes, hasForfall: own.length > 0 };
}

/** The call-ins that somebody has got and that they may still answer, or have said yes to. */
function callsOf({ meeting, committee }: ForfallCase, viewerId: string, now: Date): ForfallRow['calls'] {
  return standing(meeting).flatMap((forfall) =>
    forfall.calls
      .filter(({ varaId }) => varaId === viewerId)
      .filter((call) => ['asked', 'late', 'accepted'].includes(callStanding(meeting, committee, forfall, call, now)))
      .map((call) => ({ forfallId: forfall.id, text: callText(call, 'Du', now) })),
  );
}

async function seatChoices(deps: Deps, { seats }: Committee) {
  const filled = seats.filter(({ memberId }) => memberId !== undefined);
  const nameOf = await namesIn(
    deps,
    filled.flatMap(({ memberId }) => memberId ?? []),
  );
  return filled.map(({ id, name, memberId = '' }) => ({
    title: forfallStatusText.who(nameOf(memberId), name),
    value: id,
  }));
}

/** Whom of those who act at a meeting the bot can write to. */
async function reachedIn(deps: Deps, meeting: Meeting): Promise<(personId: string) => boolean> {
  const ids = standing(meeting).flatMap(({ calls }) => calls.map(({ varaId }) => varaId));
  const people = await Promise.all([...new Set(ids)].map((id) => deps.persons.collection.get(id)));
  const reached = new Set(people.flatMap((person) => (person && isConnected(person) ? person.id : [])));
  return (personId) => reached.has(personId);
}
