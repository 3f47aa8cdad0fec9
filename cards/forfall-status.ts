import type { Committee } from '../store/committee/record.ts';
import type { Forfall } from '../store/meeting/forfall.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { isOver } from '../store/meeting/rules-agenda-send.ts';
import { coveredBy, coverOf, isDry } from '../store/meeting/rules-holder.ts';
import type { Typed } from '../store/view-fields.ts';
import { about } from './about.ts';
import { appLinkButton } from './app-link.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  heading,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
import { emptiable } from './emptiable.ts';
import { type ForfallNames, standsLines } from './forfall.ts';
import { noticeLines } from './notice.ts';
import { inPages } from './pages.ts';
import { pickerInput } from './picker.ts';
import { callText, reportedText } from './text/forfall.ts';
import { forfallStatusText } from './text/forfall-status.ts';
import { meetingLine, meetingTitle } from './text/meeting.ts';
import { problemLines } from './text/problems.ts';
import { setupProblemText } from './text/setup-problems.ts';

export type StatusShown = ForfallNames & {
  readonly meeting: Meeting;
  readonly committee: Committee;
  /** Those that stand, the ones that wait for somebody first. */
  readonly forfall: readonly Forfall[];
  /** Whether somebody has a chat with the bot. */
  readonly isReached: (personId: string) => boolean;
  readonly page?: number | undefined;
  readonly problem?: string | undefined;
};

/** What the forfall on one page may take of a message. */
const PAGE_BYTES = 16 * 1024;

/** Every forfall of a meeting, and how far it has come: for the chair and the secretariat. */
export function forfallStatusCard(shown: StatusShown): Card {
  const { meeting, committee, forfall, problem } = shown;
  const { id: meetingId } = meeting;
  const pages = inPages(
    forfall.map((one) => rowElements(one, shown)),
    PAGE_BYTES,
  );
  const page = Math.min(shown.page ?? 0, pages.length - 1);
  const covered = forfall.filter((one) => coverOf(meeting, one) !== undefined).length;
  return card(
    heading(forfallStatusText.title(meetingTitle(committee, meeting))),
    ...noticeLines(problem),
    paragraph(meetingLine(meeting)),
    paragraph(forfall.length === 0 ? forfallStatusText.none : forfallStatusText.summary(forfall.length, covered)),
    ...(pages.length > 1 ? [heading(forfallStatusText.page(page, pages.length))] : []),
    ...(pages[page] ?? []).flat(),
    ...buttonRows([
      ...(pages.length > 1
        ? [
            button(forfallStatusText.next, {
              verb: 'forfall.status' as const,
              meetingId,
              page: (page + 1) % pages.length,
            }),
          ]
        : []),
      ...(isOver(meeting, shown.now)
        ? []
        : [button(forfallStatusText.onBehalf, { verb: 'forfall.form' as const, meetingId, onBehalf: true as const })]),
      ...(meeting.sent ? [button(forfallStatusText.toAgenda, { verb: 'agenda.card' as const, meetingId })] : []),
      button(forfallStatusText.toMeeting, { verb: 'meeting.show', meetingId }),
      ...(!isOver(meeting, shown.now) && forfall.some((one) => isMissed(one, meeting))
        ? [appLinkButton(committee.id)]
        : []),
    ]),
  );
}

/** Whether nobody covers this yet, and a vara could not be asked. */
function isMissed(forfall: Forfall, meeting: Meeting): boolean {
  return coverOf(meeting, forfall) === undefined && forfall.calls.some(({ state }) => state === 'unreached');
}

/** «Marit Åsnes, Havnes kommune» */
export function seatHolder(
  { seats }: Pick<Committee, 'seats'>,
  seatId: string,
  nameOf: (personId: string) => string,
): string {
  const seat = seats.find(({ id }) => id === seatId);
  const member = seat?.memberId === undefined ? forfallStatusText.vacant : nameOf(seat.memberId);
  return seat === undefined ? member : forfallStatusText.who(member, seat.name);
}

function rowElements(forfall: Forfall, shown: StatusShown): Element[] {
  const { committee, meeting, nameOf, sakName, isReached, now } = shown;
  const covered = coveredBy(forfall);
  // a vara for more of the meeting acts here too
  const wider = covered ? undefined : coverOf(meeting, forfall);
  const memberId = committee.seats.find(({ id }) => id === forfall.seatId)?.memberId;
  const lines = [
    reportedText(forfall, sakName) + (forfall.by === memberId ? '.' : `. ${forfallStatusText.by(nameOf(forfall.by))}`),
    ...standsLines(forfall, shown, forfallStatusText),
    ...(wider ? [callText(wider, nameOf(wider.varaId), now)] : []),
    ...(covered && !isReached(covered.varaId) ? [forfallStatusText.notInTeams] : []),
    ...(isDry(forfall) ? [forfallStatusText.dryHelp] : []),
  ];
  const to = { meetingId: meeting.id, forfallId: forfall.id };
  const isOff = isOver(meeting, now);
  const assign = covered || wider ? forfallStatusText.assignOther : forfallStatusText.assign;
  const holder = seatHolder(committee, forfall.seatId, nameOf);
  return [
    { type: 'Container', separator: true, items: [heading(holder), ...lines.map(paragraph)] },
    ...buttonRows(
      about(
        `${holder}, ${reportedText(forfall, sakName)}`,
        ...(isOff ? [] : [button(assign, { verb: 'forfall.assign-form' as const, ...to })]),
        // the rounds after a meeting go to whoever has the seat
        ...(isOff && !covered ? [] : [button(forfallStatusText.release, { verb: 'forfall.release' as const, ...to })]),
      ),
    ),
  ];
}

/** Who acts for a seat: found in Teams, or by name and e-mail address. */
export function assignCard({
  committee,
  meeting,
  forfall,
  nameOf,
  sakName,
  typed,
  problems,
}: Pick<StatusShown, 'committee' | 'meeting' | 'nameOf' | 'sakName'> & {
  readonly forfall: Forfall;
  readonly typed: Typed;
  readonly problems: readonly string[];
}): Card {
  const { id: meetingId } = meeting;
  return emptiable(
    card(
      heading(forfallStatusText.assignTitle),
      paragraph(`${seatHolder(committee, forfall.seatId, nameOf)}. ${reportedText(forfall, sakName)}.`),
      paragraph(meetingLine(meeting)),
      ...problemLines(problems, setupProblemText),
      paragraph(forfallStatusText.assignAbout),
      pickerInput(forfallStatusText.picked, forfallStatusText.pickedHint, typed.picked),
      { type: 'Input.Text', id: 'name', label: forfallStatusText.name, ...prefilled(typed.name) },
      { type: 'Input.Text', id: 'email', label: forfallStatusText.email, ...prefilled(typed.email) },
      buttons(
        submit(forfallStatusText.save, { verb: 'forfall.assign', meetingId, forfallId: forfall.id }),
        button(forfallStatusText.cancel, { verb: 'forfall.status', meetingId }),
      ),
    ),
  );
}
