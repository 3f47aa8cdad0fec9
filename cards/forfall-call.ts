import type { Committee } from '../store/committee/record.ts';
import type { Call, Forfall } from '../store/meeting/forfall.ts';
import type { Meeting } from '../store/meeting/record.ts';
import type { CallStanding } from '../store/meeting/rules-call-stands.ts';
import { listOf } from './agenda-build.ts';
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
import { fitting, shortened } from './size.ts';
import { callInText, callStandingText, cancelledActing, type SakName, scopeText } from './text/forfall.ts';
import { capitalized, longTime } from './text/format.ts';
import { meetingLine, meetingTitle } from './text/meeting.ts';

/** A call-in as it stands for the vara who got it. */
export type CallShown = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly forfall: Forfall;
  readonly call: Call;
  readonly stands: CallStanding;
  /** Whom they act for: «Marit Åsnes, Havnes kommune». */
  readonly forWhom: string;
  readonly sakName: SakName;
  /** The saker of the sent agenda, as far as this vara may see them. */
  readonly saker: readonly string[];
  readonly problem?: string | undefined;
};

/** So many saker are named; the agenda has them all. */
const MOST_SAKER = 30;
const LONGEST_TITLE = 150;
const STEPS = 30;

/** To a vara who is called in: for which meeting, for whom and for how much; or that nothing has to be answered, and why. */
export function callInCard(shown: CallShown): Card {
  return fitting((step) => cardAt(shown, Math.round((MOST_SAKER * step) / STEPS)), STEPS);
}

function cardAt(shown: CallShown, most: number): Card {
  const { meeting, forfall, call, stands, forWhom, sakName, problem } = shown;
  const scope = scopeText(forfall.scope, sakName);
  const isOpen = stands === 'asked' || stands === 'late';
  const isIn = isOpen || stands === 'accepted';
  return card(
    heading(callInTitle(shown)),
    ...noticeLines(problem),
    ...standsElements(shown),
    facts({
      [callInText.time]: meetingLine(meeting),
      [callInText.forWhom]: forWhom,
      [callInText.howMuch]: capitalized(forfall.scope.what === 'sak' ? callInText.inhabil(scope) : scope),
      ...(isOpen && { [callInText.answerBy]: capitalized(longTime(call.answerBy)) }),
    }),
    ...(isIn ? sakerElements(shown, most) : []),
    ...(stands === 'asked' ? [paragraph(callInText.means(votes(shown)))] : []),
    ...buttonRows(waysOf(shown)),
  );
}

/** The line that a notification shows, and the card's own heading. */
export function callInTitle({
  stands,
  committee,
  meeting,
}: Pick<CallShown, 'stands' | 'committee' | 'meeting'>): string {
  const title = meetingTitle(committee, meeting);
  if (stands === 'accepted') return callInText.actingTitle(title);
  return stands === 'asked' || stands === 'late' ? callInText.title(title) : callInText.endedTitle(title);
}

function votes({ committee, forfall }: CallShown): boolean {
  return committee.seats.some(({ id, voting }) => id === forfall.seatId && voting);
}

function standsElements({ stands, call, forfall, forWhom }: CallShown): Element[] {
  if (stands === 'asked') return [paragraph(forfall.scope.what === 'sak' ? callInText.askedInSak : callInText.asked)];
  if (stands === 'cancelled' && call.state === 'accepted') return [paragraph(cancelledActing)];
  if (stands !== 'accepted') return [paragraph(callStandingText[stands])];
  return [
    paragraph(callInText.acting(forWhom)),
    paragraph(forfall.scope.what === 'whole' ? callInText.actingWhole : callInText.actingPart),
    ...(call.actedAt ? [paragraph(callInText.hasActed)] : []),
  ];
}

function sakerElements({ meeting, saker }: CallShown, most: number): Element[] {
  if (!meeting.sent) return [paragraph(callInText.notSent)];
  const left = saker.length - most;
  return listOf([
    ...saker.slice(0, most).map((line) => shortened(line, LONGEST_TITLE)),
    ...(left > 0 ? [callInText.moreSaker(left)] : []),
  ]);
}

function waysOf({ meeting, forfall, call, stands }: CallShown): Execute[] {
  const to = { meetingId: meeting.id, forfallId: forfall.id };
  const yes = button(callInText.yes, { verb: 'forfall.call', ...to, yes: true });
  const papers = [
    button(callInText.agenda, { verb: 'agenda.card', meetingId: meeting.id }),
    button(callInText.papers, { verb: 'agenda.papers', meetingId: meeting.id }),
  ];
  const sent = meeting.sent ? papers : [];
  switch (stands) {
    case 'asked':
      return [yes, button(callInText.no, { verb: 'forfall.call', ...to, yes: false }), ...sent];
    case 'late':
      return [yes, ...sent];
    case 'declined':
      return [yes];
    case 'accepted':
      return [
        ...sent,
        ...(call.actedAt ? [] : [button(callInText.notAfterAll, { verb: 'forfall.call', ...to, yes: false })]),
      ];
    default:
      return [];
  }
}
