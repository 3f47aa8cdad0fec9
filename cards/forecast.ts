import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { wasCalled } from '../store/meeting/rules-attendance.ts';
import type { Forecast } from '../store/meeting/rules-forecast.ts';
import {
  button,
  buttonRows,
  type Card,
  card,
  type Element,
  type Execute,
  facts,
  heading,
  paragraph,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { forecastText, measureText, seatsText, verdictText } from './text/forecast.ts';
import { forfallButtons } from './text/forfall.ts';
import { capitalized } from './text/format.ts';
import { meetingLine, meetingTitle } from './text/meeting.ts';
import { representsNames } from './text/setup.ts';

/** Who comes, part by part, and whether it is enough: numbers, and no names. */
export function forecastElements(forecast: Forecast, { sent }: Pick<Meeting, 'sent'>): Element[] {
  const isCalled = sent !== undefined;
  if (forecast.parts.length === 0) return [];
  return [
    heading(forecast.risk ? forecastText.riskTitle : forecastText.heading),
    paragraph(verdictText(forecast)),
    facts(
      Object.fromEntries(
        forecast.parts.map((counted) => [capitalized(representsNames[counted.part]), seatsText(counted, isCalled)]),
      ),
    ),
    paragraph(measureText(forecast)),
  ];
}

/** What can be done when too few come. Nobody is reminded of a meeting to which nobody was called, and it has no saker yet. */
export function riskActions(meeting: Meeting): Execute[] {
  const { id: meetingId, committeeId, state } = meeting;
  const isCalled = wasCalled(meeting);
  const isOn = state !== 'cancelled';
  return [
    ...(isOn && isCalled ? [button(forecastText.remind, { verb: 'forecast.remind', meetingId })] : []),
    ...(isOn ? [button(forecastText.move, { verb: 'meeting.form', committeeId, meetingId })] : []),
    ...(isCalled ? [button(forecastText.rounds, { verb: 'minutes.rounds-form', meetingId })] : []),
  ];
}

/** What a warning about a meeting is called as it stands now. */
export function riskTitle({ state }: Pick<Meeting, 'state'>, { risk }: Forecast): string {
  if (state === 'cancelled') return forecastText.cancelledTitle;
  return risk ? forecastText.riskTitle : forecastText.safeTitle;
}

/** The warning: told to those who can do something about it, with what they can do. */
export function riskCard(
  committee: Pick<Committee, 'shortName'>,
  meeting: Meeting,
  forecast: Forecast,
  problem?: string | undefined,
): Card {
  const title = heading(riskTitle(meeting, forecast));
  const about = [paragraph(meetingTitle(committee, meeting)), paragraph(meetingLine(meeting)), ...noticeLines(problem)];
  if (meeting.state === 'cancelled') return card(title, ...about, ...buttonRows(riskActions(meeting)));
  const [, ...known] = forecastElements(forecast, meeting);
  const status = button(forfallButtons.status, { verb: 'forfall.status' as const, meetingId: meeting.id });
  return card(title, ...about, ...known, ...buttonRows([...riskActions(meeting), status]));
}
