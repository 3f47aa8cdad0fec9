import { standsLines } from '../../cards/forfall.ts';
import { agendaText } from '../../cards/text/agenda.ts';
import { reportedText } from '../../cards/text/forfall.ts';
import { forfallStatusText } from '../../cards/text/forfall-status.ts';
import { seatLook, seatWords, tabMeetingText } from '../../cards/text/tab-meetings.ts';
import type { Seat } from '../../store/committee/record.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { attendanceOf } from '../../store/meeting/rules-attendance.ts';
import { stateOf } from '../../store/meeting/rules-forecast.ts';
import { coveredBy, standing } from '../../store/meeting/rules-holder.ts';
import type { Agenda } from '../agenda.ts';
import { forfallFor, forfallNames, sakNameIn } from '../forfall.ts';
import { namesIn } from '../names.ts';
import type { Deps } from '../turn.ts';
import type { WireMeeting } from './wire-meetings.ts';

type Row = WireMeeting['attendance'][number];
type NameOf = (personId: string) => string;

/**
 * Who comes, seat by seat. Those who run the meeting see every seat and how far its forfall has come; the others, once
 * people were called, what the agenda card says by name: who comes, who does not, and who acts for whom.
 */
export async function attendanceIn(deps: Deps, agenda: Agenda, viewerId: string): Promise<Row[]> {
  const { meeting, committee } = agenda;
  const isRunner = mayRunRounds(committee, viewerId);
  if (!isRunner && meeting.sent === undefined) return [];
  const nameOf = await namesIn(
    deps,
    committee.seats.flatMap(({ memberId }) => memberId ?? []),
  );
  if (!isRunner) return committee.seats.flatMap((seat) => saidRow(meeting, seat, nameOf) ?? []);
  if (meeting.attendance.length > 0) return registered(agenda, nameOf);
  const named = await forfallNames(deps, agenda, standing(meeting));
  return committee.seats.map((seat) => runnersRow(agenda, seat, nameOf, named, deps.now()));
}

function saidRow(meeting: Meeting, seat: Seat, nameOf: NameOf): Row | undefined {
  const cover = wholeCover(meeting, seat);
  const said = meeting.answers.find(({ seatId }) => seatId === seat.id);
  if (cover === undefined && (said === undefined || seat.memberId === undefined)) return undefined;
  const state = cover ? 'covered' : said?.comes ? 'comes' : 'away';
  return row(seat, whoFor(seat, cover?.varaName, nameOf), state);
}

function wholeCover(meeting: Meeting, { id }: Seat) {
  return standing(meeting)
    .filter(({ seatId, scope }) => seatId === id && scope.what === 'whole')
    .map(coveredBy)
    .find((call) => call !== undefined);
}

function whoFor({ memberId }: Seat, vara: string | undefined, nameOf: NameOf): string {
  const member = memberId === undefined ? undefined : nameOf(memberId);
  if (vara === undefined) return member ?? tabMeetingText.vacant;
  return member === undefined ? vara : agendaText.varaFor(vara, member);
}

function row({ name }: Seat, who: string, state: keyof typeof seatWords, more: readonly string[] = []): Row {
  return { seat: name, who, state: { text: seatWords[state], look: seatLook[state] }, more };
}

function runnersRow(agenda: Agenda, seat: Seat, nameOf: NameOf, named: NameOf, now: Date): Row {
  const { meeting } = agenda;
  const sakName = sakNameIn(agenda);
  const more = forfallFor(agenda, [seat]).map((one) => {
    const by = one.by === seat.memberId ? [] : [forfallStatusText.by(named(one.by))];
    const stands = standsLines(one, { nameOf: named, now }, forfallStatusText);
    return [`${reportedText(one, sakName)}.`, ...by, ...stands].join(' ');
  });
  return row(seat, whoFor(seat, wholeCover(meeting, seat)?.varaName, nameOf), stateOf(meeting, seat), more);
}

/** As it was registered who was there. */
function registered({ meeting, committee }: Agenda, nameOf: NameOf): Row[] {
  return attendanceOf(meeting, committee).map(({ seat, present, vara }) =>
    row(seat, whoFor(seat, vara?.name, nameOf), present ? 'present' : 'absent'),
  );
}
