import { ballotCard } from '../../cards/ballot.ts';
import { tabMeetingText } from '../../cards/text/tab-meetings.ts';
import type { Ballot } from '../../store/ballot/record.ts';
import { votersFor } from '../../store/ballot/rules.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { protocolOf } from '../../store/meeting/rules-protocol.ts';
import { dayOf, startOf } from '../../store/time.ts';
import { type Agenda, agendaOf } from '../agenda.ts';
import { shownAgenda } from './agenda-points.ts';
import { attendanceIn } from './attendance.ts';
import { headOf } from './meeting-head.ts';
import { isTheirs } from './meetings.ts';
import { formsIn } from './native.ts';
import { committeesHere, type Reader, type Reading } from './reading.ts';
import type { WirePanel } from './wire-meetings.ts';
import type { WireForm } from './wire-rounds.ts';

/** So long after its time a meeting that nobody has ended is still the one that people are in. */
const OVERTIME_MS = 2 * 60 * 60 * 1000;

/**
 * The meeting that is on, or the next one: of the committee whose conversation is named, where whoever looks belongs to it;
 * else of all theirs. What is named is a hint and no right.
 */
export const readPanel: Reader = async (reading): Promise<WirePanel> => {
  const { deps, viewerId } = reading;
  const meeting = meetingNow(await comingTo(reading), deps.now());
  const agenda = meeting && (await agendaOf(deps, meeting.id, meeting));
  if (agenda === undefined) return { page: 'panel' };
  const now = deps.now();
  const isOn = hasBegun(agenda.meeting, now);
  const open = (await deps.ballots.of(agenda.meeting.id)).filter(({ status }) => status === 'open');
  const nowAt = isOn ? sakNow(shownAgenda(agenda, viewerId), open) : undefined;
  return {
    page: 'panel',
    meeting: {
      ...(await headOf(reading, agenda, { nowAt })),
      path: `meetings/${agenda.meeting.id}`,
      isOn,
      present: await presentIn(reading, agenda),
      votings: votingsFor(agenda, open, viewerId),
    },
  };
};

async function comingTo(reading: Reading): Promise<readonly Meeting[]> {
  const { deps, viewerId, committees } = reading;
  const named = committeesHere(reading);
  const asked = named.length > 0 ? named : committees;
  if (asked.length === 0) return [];
  const ids = asked.map(({ id }) => id);
  const coming = await deps.meetings.nextIn(ids, startOf(dayOf(deps.now())));
  return coming.filter((meeting) => {
    const committee = asked.find(({ id }) => id === meeting.committeeId);
    return committee !== undefined && isTheirs(meeting, committee, viewerId);
  });
}

const hasBegun = ({ startsAt }: Meeting, now: Date) => startsAt <= now;

/** The one that is on by the clock, else one that goes on after its time, else the next one. */
function meetingNow(coming: readonly Meeting[], now: Date): Meeting | undefined {
  const begun = coming.filter((meeting) => hasBegun(meeting, now));
  const isOn = begun.find(({ endsAt }) => now < endsAt);
  const late = begun.findLast(({ endsAt }) => now.getTime() < endsAt.getTime() + OVERTIME_MS);
  return isOn ?? late ?? coming.find((meeting) => !hasBegun(meeting, now));
}

/** The sak that the meeting is at: one that is voted about, else the first of which nothing is written. */
function sakNow({ meeting, saker }: Agenda, open: readonly Ballot[]): string | undefined {
  const isWritten = (sakId: string) => {
    const item = protocolOf(meeting, sakId);
    return item !== undefined && item.open !== true;
  };
  const voted = saker.find(({ id }) => open.some(({ sakId }) => sakId === id));
  return (voted ?? saker.find(({ id }) => !isWritten(id)))?.id;
}

async function presentIn({ deps, viewerId }: Reading, agenda: Agenda) {
  const rows = await attendanceIn(deps, agenda, viewerId);
  const { meeting, committee } = agenda;
  const isRegistered = meeting.attendance.length > 0 && mayRunRounds(committee, viewerId);
  const there = rows.filter(({ state }) => state.look === 'good');
  const title = isRegistered ? tabMeetingText.present : tabMeetingText.saidComing;
  return { title, names: there.map(({ who }) => who) };
}

function votingsFor({ saker }: Agenda, open: readonly Ballot[], viewerId: string): readonly WireForm[] {
  return open
    .filter((ballot) => votersFor(ballot, viewerId).length > 0)
    .flatMap((ballot) => {
      const sak = saker.find(({ id }) => id === ballot.sakId);
      return sak ? formsIn(ballotCard(ballot, { sak, personId: viewerId }).body) : [];
    });
}
