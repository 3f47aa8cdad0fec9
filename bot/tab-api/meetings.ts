import { planButtons } from '../../cards/meeting-plan.ts';
import { capitalized, shortDay } from '../../cards/text/format.ts';
import { meetingTime, meetingWhere } from '../../cards/text/meeting.ts';
import { meetingLook, tabMeetingText } from '../../cards/text/tab-meetings.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunAgenda, mayRunRounds } from '../../store/committee/rules.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { dayOf, startOf } from '../../store/time.ts';
import { isVaraAt } from '../agenda.ts';
import { comingSaker } from '../meeting-coming.ts';
import { namesIn } from '../names.ts';
import type { Deps } from '../turn.ts';
import { saidOf } from '../views/agenda.ts';
import { buttonOf } from './native.ts';
import { pageOf } from './paging.ts';
import { committeeOf, type Reader } from './reading.ts';
import type { WireState } from './wire.ts';
import type { WireMeetingRow, WireMeetings } from './wire-meetings.ts';

/** A committee's meetings from today on, or those before with the last one first; to a vara those they act in. */
export const readMeetings: Reader = async (reading, id): Promise<WireMeetings> => {
  const { deps, viewerId, query } = reading;
  const committee = committeeOf(reading, id);
  const isPast = query.get('past') === '1';
  const after = query.get('after');
  const today = startOf(dayOf(deps.now()));
  const before = new Date(today.getTime() - 1);
  const { records, next } = await pageOf(
    (from) => (isPast ? deps.meetings.until(id, before, from) : deps.meetings.from(id, today, from)),
    (meeting) => isTheirs(meeting, committee, viewerId),
    after,
  );
  const path = `committees/${id}/meetings`;
  const isFirst = !isPast && after === null && committee.people.includes(viewerId);
  const viewer = { mayPlan: mayRunAgenda(committee, viewerId), seesForfall: mayRunRounds(committee, viewerId) };
  const nameOf = await cancellers(deps, records);
  return {
    page: 'meetings',
    committeeId: id,
    committee: committee.shortName,
    isPast,
    otherPath: isPast ? path : `${path}?past=1`,
    items: records.map((meeting) => rowOf(meeting, committee, nameOf, deps.now())),
    ...(next && { next: `${path}?${isPast ? 'past=1&' : ''}after=${next}` }),
    named: isFirst ? await namedFor(deps, id) : [],
    actions: isFirst ? planButtons(committee, viewer, records.length > 0).map(buttonOf) : [],
  };
};

/** Whether the chat shows somebody a meeting: it is their committee's, or they act in it for a member. */
export function isTheirs(meeting: Meeting, { people }: Committee, personId: string): boolean {
  return people.includes(personId) || isVaraAt(meeting, personId);
}

/** The names of those who cancelled meetings. */
export function cancellers(deps: Deps, meetings: readonly Meeting[]) {
  return namesIn(
    deps,
    meetings.flatMap(({ cancelled }) => cancelled?.by ?? []),
  );
}

/** «Kommende saker» of a committee, with the day that each is wished for. */
async function namedFor(deps: Deps, committeeId: string): Promise<string[]> {
  const meetings = await deps.meetings.coming([committeeId]);
  return comingSaker(meetings).map(({ title, wishedMeetingId }) => {
    const wished = meetings.find(({ id }) => id === wishedMeetingId);
    return tabMeetingText.wished(title, wished && shortDay(wished.startsAt));
  });
}

function rowOf(
  meeting: Meeting,
  committee: Committee,
  nameOf: (personId: string) => string,
  now: Date,
): WireMeetingRow {
  const coming = comingLine(meeting, committee);
  return {
    path: `meetings/${meeting.id}`,
    when: capitalized(meetingTime(meeting)),
    place: capitalized(meetingWhere(meeting)),
    state: meetingState(meeting, nameOf, now),
    ...(coming && { coming }),
  };
}

/** Where a meeting stands, in words. */
export function meetingState(meeting: Meeting, nameOf: (personId: string) => string, now: Date): WireState {
  const { state, startsAt, endsAt, cancelled } = meeting;
  if (isOnBy(meeting, now)) return { text: tabMeetingText.isOn, look: 'warning' };
  const isOpen = state === 'planned' || state === 'called';
  const text = tabMeetingText.stateOf(meeting, cancelled ? nameOf(cancelled.by) : '');
  if (isOpen && startsAt <= now && endsAt <= now) return { text: `${text}. ${tabMeetingText.past}`, look: 'warning' };
  return { text, look: meetingLook[state] };
}

/** Whether a meeting has begun and is still to end, by the clock. */
function isOnBy({ state, startsAt, endsAt }: Meeting, now: Date): boolean {
  return (state === 'planned' || state === 'called') && startsAt <= now && now < endsAt;
}

/** How many come, once people were called: as the agenda card counts them. */
export function comingLine(meeting: Meeting, committee: Committee): string | undefined {
  if (meeting.sent === undefined) return undefined;
  const { comes, forfall, covered, silent } = saidOf(meeting, committee);
  return tabMeetingText.comingLine(comes.length + covered.length, forfall.length, silent);
}
