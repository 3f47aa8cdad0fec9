import { measureText, seatsText, verdictText } from '../../cards/text/forecast.ts';
import { capitalized } from '../../cards/text/format.ts';
import { representsNames } from '../../cards/text/setup.ts';
import { tabMeetingText } from '../../cards/text/tab-meetings.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import type { Forecast } from '../../store/meeting/rules-forecast.ts';
import { referatIdFor } from '../../store/referat/rules-meeting.ts';
import { roundIdFor } from '../../store/round/rules-ask.ts';
import { type Agenda, agendaOf } from '../agenda.ts';
import { forecastFor } from '../views/meeting.ts';
import { shownAgenda } from './agenda-points.ts';
import { attendanceIn } from './attendance.ts';
import { headOf } from './meeting-head.ts';
import { comingLine, isTheirs } from './meetings.ts';
import { found, NotYoursError, type Reader, type Reading } from './reading.ts';
import { mayRead } from './rounds.ts';
import type { WireMeeting } from './wire-meetings.ts';

/** One meeting: its agenda, who comes, and what whoever looks can do with it. */
export const readMeeting: Reader = async (reading, id): Promise<WireMeeting> => {
  const { deps, viewerId } = reading;
  const agenda = found(await agendaOf(deps, id));
  const { meeting, committee } = agenda;
  if (!isTheirs(meeting, committee, viewerId)) throw new NotYoursError();
  const forecast = mayRunRounds(committee, viewerId) ? forecastFor(deps, committee, meeting) : undefined;
  const coming = comingLine(meeting, committee);
  return {
    page: 'meeting',
    ...(await headOf(reading, agenda, { forecast })),
    ...(coming && { coming }),
    attendance: await attendanceIn(deps, shownAgenda(agenda, viewerId), viewerId),
    forecast: forecast ? forecastLines(forecast, meeting.sent !== undefined) : [],
    links: await referatRounds(reading, agenda),
  };
};

function forecastLines(forecast: Forecast, isCalled: boolean): string[] {
  if (forecast.parts.length === 0) return [];
  return [
    verdictText(forecast),
    ...forecast.parts.map((one) => `${capitalized(representsNames[one.part])}: ${seatsText(one, isCalled)}`),
    measureText(forecast),
  ];
}

/** The rounds about the meeting's referat that are for whoever looks. */
async function referatRounds(
  { deps, viewerId }: Reading,
  { meeting, committee }: Agenda,
): Promise<WireMeeting['links']> {
  const links = [];
  for (let number = 1; ; number++) {
    const round = await deps.rounds.collection.get(roundIdFor(referatIdFor(meeting.id), number));
    if (round === undefined) return links;
    if (mayRead(round, committee, viewerId)) links.push({ text: tabMeetingText.round, path: `rounds/${round.id}` });
  }
}
