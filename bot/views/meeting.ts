import { comingCard } from '../../cards/meeting-coming.ts';
import { cancelCard, linesCard, meetingFormCard } from '../../cards/meeting-forms.ts';
import { newsCard, newsTitle } from '../../cards/meeting-news.ts';
import { choosePlanCard, meetingCard, planCard } from '../../cards/meeting-plan.ts';
import { agendaSettingsCard } from '../../cards/meeting-settings.ts';
import { shortDay } from '../../cards/text/format.ts';
import { meetingLine, meetingTitle } from '../../cards/text/meeting.ts';
import { meetingFormText } from '../../cards/text/meeting-forms.ts';
import { clashText, planText } from '../../cards/text/meeting-plan.ts';
import { notice } from '../../cards/text/notices.ts';
import { meetingChoice } from '../../cards/text/sak.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunAgenda, mayRunRounds } from '../../store/committee/rules.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { isOver } from '../../store/meeting/rules-agenda-send.ts';
import { type Forecast, forecastOf, isKnown } from '../../store/meeting/rules-forecast.ts';
import { readMeetingLines } from '../../store/meeting/rules-lines.ts';
import { hasCalendar, isWorkingDay } from '../../store/time.ts';
import { seatsOf } from '../forfall.ts';
import { sha256Of } from '../ids.ts';
import { comingSaker, comingValue, othersIn } from '../meeting-coming.ts';
import { clashesIn, clashNames, type PlannedLine, planEditor, plannedLines, planOwner } from '../meeting-plan.ts';
import { namesIn } from '../names.ts';
import type { Deps, Post } from '../turn.ts';
import { isVara, post, type Shows, said } from './view.ts';

/** What is seen of meetings and their plan. */
export const meetingShows: Shows<
  | 'meeting-plan'
  | 'meeting'
  | 'meeting-form'
  | 'meeting-lines'
  | 'meeting-cancel'
  | 'meeting-coming'
  | 'meeting-settings'
  | 'meeting-news'
> = {
  'meeting-plan': async (deps, viewerId, { committeeId, page = 0, notice: code }) => {
    const committees = await deps.committees.of(viewerId);
    if (committeeId === undefined && committees.length > 1)
      return post(planText.chooseTitle, choosePlanCard(committees));
    const committee = committees.find(({ id }) => id === committeeId) ?? (committeeId ? undefined : committees[0]);
    if (committee === undefined && committeeId === undefined)
      return said((await isVara(deps, viewerId)) ? 'meeting-vara' : 'meeting-no-committee');
    if (committee === undefined) return said('meeting-not-yours');
    return planOf(deps, viewerId, committee, page, code);
  },

  meeting: async (deps, viewerId, { meetingId, notice: code }) => {
    const meeting = await deps.meetings.collection.get(meetingId);
    if (meeting === undefined) return said('not-found');
    const committee = await planOwner(deps, viewerId, meeting.committeeId);
    if (typeof committee === 'string') return said(committee);
    const [clashes = []] = await clashesIn(deps, committee, [meeting]);
    const by = meeting.cancelled?.by;
    const nameOf = await namesIn(deps, by ? [by] : []);
    const coming = comingSaker(await deps.meetings.coming([committee.id]));
    const card = meetingCard(committee, meeting, {
      clashes,
      wished: coming.filter((sak) => sak.wishedMeetingId === meetingId).map(({ title }) => title),
      cancelledBy: by ? nameOf(by) : '',
      viewer: {
        mayPlan: mayRunAgenda(committee, viewerId),
        hasSeat: seatsOf(committee, viewerId).length > 0,
        seesForfall: mayRunRounds(committee, viewerId),
        nameOf: await clashNames(deps, committee, viewerId, clashes),
      },
      said: code && notice(code),
      forecast: mayRunRounds(committee, viewerId) ? forecastFor(deps, committee, meeting) : undefined,
      now: deps.now(),
    });
    return post(meetingTitle(committee, meeting), card);
  },

  'meeting-form': async (deps, viewerId, { committeeId, meetingId, typed = {}, problems = [] }) => {
    const committee = await planEditor(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    const meeting = meetingId === undefined ? undefined : await deps.meetings.collection.get(meetingId);
    if (meetingId !== undefined && meeting?.committeeId !== committeeId) return said('not-found');
    if (meeting?.state === 'cancelled' || meeting?.state === 'held') return said(`plan-${meeting.state}`);
    if (meeting !== undefined && isOver(meeting, deps.now())) return said('plan-past');
    const card = meetingFormCard(committeeId, { ...(meeting && { meeting }), typed, problems });
    return post(meeting ? meetingFormText.changeTitle : meetingFormText.newTitle, card);
  },

  'meeting-lines': async (deps, viewerId, { committeeId, lines = '', notice: code, page = 0 }) => {
    const committee = await planEditor(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    const read = lines === '' ? undefined : readMeetingLines(lines, deps.now());
    const planned = await plannedLines(deps, committee, viewerId, read?.meetings ?? []);
    const refused = planned.flatMap(({ meeting: { line }, refused: problem }) => (problem ? [{ problem, line }] : []));
    const wrong = [...(read?.problems ?? []), ...refused];
    const isUnderstood = read !== undefined && wrong.length === 0;
    const understood = isUnderstood ? await understoodIn(deps, viewerId, committee, lines, planned) : undefined;
    const problems = [...(code ? [{ problem: code }] : []), ...wrong];
    return post(meetingFormText.linesTitle, linesCard(committeeId, { lines, problems, understood, page }));
  },

  'meeting-cancel': async (deps, viewerId, { meetingId, typed = {}, problems = [] }) => {
    const meeting = await deps.meetings.collection.get(meetingId);
    if (meeting === undefined) return said('not-found');
    const committee = await planEditor(deps, viewerId, meeting.committeeId);
    if (typeof committee === 'string') return said(committee);
    if (meeting.state === 'cancelled' || meeting.state === 'held') return said(`plan-${meeting.state}`);
    return post(meetingFormText.cancelTitle, cancelCard(meeting, { typed, problems }));
  },

  'meeting-coming': async (deps, viewerId, { committeeId, page, notice: code, typed = {}, problems = [] }) => {
    const committee = await planEditor(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    const meetings = await deps.meetings.coming([committeeId]);
    if (meetings.length === 0) return said('coming-no-meeting');
    const card = comingCard(committee, {
      saker: comingSaker(meetings).map((sak) => ({
        value: comingValue(sak.title),
        title: sak.title,
        wished: wishedDay(meetings, sak.wishedMeetingId),
      })),
      meetings: meetings.map((meeting) => ({ value: meeting.id, title: meetingChoice(meeting) })),
      typed,
      problems,
      page: page ?? 0,
      said: code && notice(code),
    });
    return post(meetingFormText.comingTitle(committee.shortName), card);
  },

  'meeting-settings': async (deps, viewerId, { committeeId, typed = {}, problems = [] }) => {
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined) return said('not-found');
    if (!mayRunRounds(committee, viewerId)) return said('not-for-you');
    const others = await othersIn(deps, committee);
    return post(meetingFormText.settingsTitle, agendaSettingsCard(committee, { others, typed, problems }));
  },

  'meeting-news': async (deps, _viewerId, { meetingId, was }) => {
    const meeting = await deps.meetings.collection.get(meetingId);
    const committee = meeting && (await deps.committees.collection.get(meeting.committeeId));
    if (meeting === undefined || committee === undefined) return said('not-found');
    return post(newsTitle(committee, meeting, was), newsCard(committee, meeting, was));
  },
};

/** The forecast of a meeting that is to come, where anything is known of it. */
export function forecastFor(deps: Deps, committee: Committee, meeting: Meeting): Forecast | undefined {
  const now = deps.now();
  if (isOver(meeting, now)) return undefined;
  const forecast = forecastOf(meeting, committee, now);
  return isKnown(forecast, meeting) ? forecast : undefined;
}

async function planOf(
  deps: Deps,
  viewerId: string,
  committee: Committee,
  page: number,
  code: string | undefined,
): Promise<Post> {
  const meetings = await deps.meetings.coming([committee.id]);
  const clashes = await clashesIn(deps, committee, meetings);
  const card = planCard(committee, {
    rows: meetings.map((meeting, n) => ({
      meeting,
      clashes: clashes[n] ?? [],
      isPast: meeting.endsAt <= deps.now(),
    })),
    page,
    coming: comingSaker(meetings).map((sak) => ({ sak, wished: wishedDay(meetings, sak.wishedMeetingId) })),
    viewer: {
      mayPlan: mayRunAgenda(committee, viewerId),
      seesForfall: mayRunRounds(committee, viewerId),
      nameOf: await clashNames(deps, committee, viewerId, clashes.flat()),
    },
    said: code && notice(code),
  });
  return post(planText.title(committee.shortName), card);
}

function wishedDay(meetings: readonly Meeting[], meetingId: string | undefined): string | undefined {
  const wished = meetings.find(({ id }) => id === meetingId);
  return wished && shortDay(wished.startsAt);
}

async function understoodIn(
  deps: Deps,
  viewerId: string,
  committee: Committee,
  lines: string,
  planned: readonly PlannedLine[],
) {
  const written = planned.map(({ meeting }) => meeting);
  const clashes = await clashesIn(deps, committee, written);
  const nameOf = await clashNames(deps, committee, viewerId, clashes.flat());
  const rows = planned.map(({ meeting, fate }) => ({
    meeting,
    fate,
    isDayOff: hasCalendar(meeting.day) && !isWorkingDay(meeting.day),
  }));
  const notes = written.flatMap((meeting, n) =>
    (clashes[n] ?? []).map(
      (clash) => `${meetingLine(meeting)}: ${clashText(clash, nameOf && clash.people.map(nameOf).join(', '))}`,
    ),
  );
  return { seen: sha256Of(lines), rows, notes };
}
