import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { attendanceOf, wasCalled } from '../store/meeting/rules-attendance.ts';
import { protocolOf } from '../store/meeting/rules-protocol.ts';
import type { Referat } from '../store/referat/record.ts';
import type { Sak } from '../store/sak/record.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  facts,
  heading,
  paragraph,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { inPages } from './pages.ts';
import { meetingTime, meetingTitle, meetingWhere } from './text/meeting.ts';
import { minutesText, outcomeText, sakHeading } from './text/minutes.ts';
import { referatStateText } from './text/referat.ts';

/** What the saker of one page may take of a message. */
const SAKER_BYTES = 24 * 1024;

export type MinutesShown = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly saker: readonly Sak[];
  readonly referat: Referat | undefined;
  readonly hasBegun: boolean;
  readonly page?: number | undefined;
  readonly problem?: string | undefined;
};

/** «Møtet»: who was there, and sak by sak what became of it. */
export function minutesCard(shown: MinutesShown): Card {
  const { meeting, committee, referat, hasBegun, problem } = shown;
  const top = [
    heading(meetingTitle(committee, meeting)),
    ...noticeLines(problem),
    facts(factsOf(meeting, committee, referat)),
  ];
  if (meeting.state === 'cancelled') return card(...top, paragraph(minutesText.cancelled), ...roundsInstead(shown));
  if (!hasBegun) return card(...top, paragraph(minutesText.notBegun), ...roundsInstead(shown));
  return card(...top, ...buttonRows(around(meeting)), ...sakList(shown), ...buttonRows(endings(meeting, referat)));
}

function factsOf(meeting: Meeting, committee: Committee, referat: Referat | undefined): Record<string, string> {
  const rows = attendanceOf(meeting, committee);
  const isRegistered = meeting.attendance.length > 0;
  const where = meetingWhere(meeting);
  const present = rows.filter((row) => row.present).length;
  return {
    Tid: meetingTime(meeting),
    ...(where && { Sted: where }),
    'Til stede': isRegistered ? minutesText.present(present, rows.length) : minutesText.notRegistered,
    ...(meeting.ledBy && { Møteleder: meeting.ledBy }),
    ...(meeting.minuteTaker && { Referent: meeting.minuteTaker }),
    ...(referat && { Referat: referatStateText[referat.state] }),
  };
}

function around(meeting: Meeting): Execute[] {
  const { id: meetingId } = meeting;
  return [
    button(minutesText.presence, { verb: 'minutes.presence-form', meetingId }),
    button(minutesText.vara, { verb: 'minutes.vara-form', meetingId }),
    button(minutesText.around, { verb: 'minutes.around-form', meetingId }),
    toRounds(meeting),
  ];
}

/** What is decided on rounds of a meeting that has not begun, or is not held. */
function roundsInstead({ meeting, saker }: MinutesShown): Element[] {
  const onRound = saker.filter(({ id }) => protocolOf(meeting, id)?.roundId !== undefined);
  const lines = onRound.map((sak) => paragraph(`${sakHeading(sak)}: ${howOnRound(sak)}`));
  const [shown = []] = inPages(lines, SAKER_BYTES);
  return [...shown, ...(wasCalled(meeting) ? buttonRows([toRounds(meeting)]) : [])];
}

function howOnRound({ decidedByRound }: Sak): string {
  return decidedByRound === undefined ? minutesText.onRound : minutesText.byRound;
}

function toRounds({ id: meetingId }: Meeting): Execute {
  return button(minutesText.rounds, { verb: 'minutes.rounds-form', meetingId });
}

function sakList({ meeting, saker, page = 0 }: MinutesShown): Element[] {
  if (saker.length === 0) return [paragraph(minutesText.noItems)];
  const parts = saker.map((sak) => sakPart(meeting, sak));
  const pages = inPages(parts, SAKER_BYTES);
  const shown = Math.min(page, pages.length - 1);
  const next = { verb: 'minutes.show' as const, meetingId: meeting.id, page: (shown + 1) % pages.length };
  return [
    heading(minutesText.saker),
    ...(pages[shown] ?? []).flat(),
    ...(pages.length > 1
      ? [paragraph(minutesText.pages(shown, pages.length)), buttons(button(minutesText.next, next))]
      : []),
  ];
}

function sakPart(meeting: Meeting, sak: Sak): readonly Element[] {
  const item = protocolOf(meeting, sak.id);
  const isWritten = item !== undefined && item.open !== true;
  const how = isWritten
    ? `: ${item.roundId && item.outcome === 'ingen' ? howOnRound(sak) : outcomeText[item.outcome]}`
    : '';
  return [
    paragraph(`${sakHeading(sak)}${how}`),
    buttons(
      button(isWritten ? minutesText.change : minutesText.write, {
        verb: 'minutes.sak',
        meetingId: meeting.id,
        sakId: sak.id,
      }),
    ),
  ];
}

function endings({ id: meetingId, state }: Meeting, referat: Referat | undefined): Execute[] {
  const isDraft = referat === undefined || referat.state === 'draft';
  return [
    ...(state === 'held' ? [] : [button(minutesText.end, { verb: 'minutes.end', meetingId })]),
    ...(isDraft
      ? [button(referat ? minutesText.remake : minutesText.makeReferat, { verb: 'minutes.referat', meetingId })]
      : []),
    ...(referat ? [button(minutesText.toReferat, { verb: 'referat.show', referatId: referat.id })] : []),
  ];
}

/** Asked before a text that was changed by hand gets a newer version. */
export function remakeCard(meetingId: string, referatId: string): Card {
  return card(
    heading(minutesText.remakeTitle),
    paragraph(minutesText.remakeAbout),
    buttons(
      button(minutesText.remakeKeep, { verb: 'referat.show', referatId }),
      button(minutesText.remakeNew, { verb: 'minutes.referat', meetingId, again: true }),
    ),
  );
}

/** Told to whoever recorded a vedtak about a referat that did not follow it. */
export function unfollowedCard(sentence: string, referatId: string): Card {
  return card(paragraph(sentence), buttons(button(minutesText.toReferat, { verb: 'referat.show', referatId })));
}
