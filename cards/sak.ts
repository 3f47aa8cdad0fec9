import type { Meeting } from '../store/meeting/record.ts';
import type { Sak } from '../store/sak/record.ts';
import { isUndecided } from '../store/sak/rules.ts';
import { isOpenToDecide } from '../store/sak/rules-handle.ts';
import type { Typed } from '../store/view-fields.ts';
import type { CardAction } from './actions.ts';
import {
  button,
  buttonRows,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  type Input,
  paragraph,
  submit,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { sakHead, sakPages } from './sak-text.ts';
import { lastDeed, meetingChoice, sakMeetingText, sakStanding, sakText } from './text/sak.ts';
import { sakProblemLines } from './text/sak-problems.ts';
import { tiltakButtons } from './tiltak-vedtak.ts';

/** So many meetings are offered, the first ones first. */
export const MEETINGS = 20;

/** What a sak is shown with. */
export type SakShown = {
  readonly committeeName: string;
  /** The meeting that it is for, where that is known. */
  readonly meeting?: Meeting | undefined;
  readonly nameOf: (personId: string) => string;
  readonly page?: number | undefined;
  readonly said?: string | undefined;
};

/** What the viewer may do with it, and what they have typed. */
export type SakViewer = {
  readonly runsAgenda: boolean;
  readonly isProposer: boolean;
  /** They write down what becomes of its vedtak. */
  readonly runsRounds: boolean;
  /** The meetings it can be put on. */
  readonly meetings: readonly Meeting[];
  readonly similar?: readonly { readonly sak: Sak; readonly committeeName: string }[];
  readonly typed?: Typed;
  readonly problems?: readonly string[];
};

/** A sak in full, where it stands, and what the viewer can do with it. */
export function sakCard(sak: Sak, shown: SakShown, viewer: SakViewer): Card {
  const { id: sakId } = sak;
  return card(
    ...standing(sak, shown, [...noticeLines(shown.said), ...sakProblemLines(viewer.problems ?? [])]),
    ...paged(sak, shown, (page) => ({ verb: 'sak.show', sakId, page })),
    ...(viewer.similar ?? [])
      .slice(0, 3)
      .flatMap(({ sak: other, committeeName }) => [
        paragraph(sakText.similar(committeeName, other.title)),
        ...buttonRows([button(sakText.showSimilar, { verb: 'sak.similar', sakId, otherId: other.id })]),
      ]),
    ...sakWays(sak, viewer).flat(),
    ...buttonRows([button(sakText.toList, { verb: 'sak.list' })]),
  );
}

/** What the viewer can do with a sak: decide what becomes of it, answer for it as its proposer, make tiltak of its vedtak. */
export function sakWays(sak: Sak, viewer: SakViewer): readonly Element[][] {
  const { id: sakId, status, vedtak = [] } = sak;
  return [
    viewer.runsAgenda ? decide(sak, viewer) : [],
    viewer.isProposer ? own(sak) : [],
    viewer.runsRounds && status === 'decided' ? buttonRows(tiltakButtons({ sakId, back: 'sak' }, vedtak)) : [],
  ];
}

function standing(sak: Sak, { committeeName, meeting, nameOf }: SakShown, said: readonly Element[]): Element[] {
  const deed = lastDeed(sak, nameOf);
  const wished = { [sakText.wished]: meeting ? meetingChoice(meeting) : sakText.nextMeeting };
  const lines = {
    Utvalg: committeeName,
    ...(sak.status === 'proposed' && wished),
    Status: sakStanding(sak, meeting),
  };
  return [
    ...sakHead(sak, lines, said),
    ...(deed ? [paragraph(deed)] : []),
    ...(sak.tooLateFor && sak.status === 'proposed' ? [paragraph(sakText.lateFor(sakMeetingText(meeting)))] : []),
  ];
}

function paged(sak: Sak, { page = 0, nameOf }: SakShown, to: (page: number) => CardAction): Element[] {
  const pages = sakPages(sak, nameOf);
  const shown = Math.min(page, pages.length - 1);
  const turns: Execute[] = [
    ...(shown > 0 ? [button(sakText.previous, to(shown - 1))] : []),
    ...(shown < pages.length - 1 ? [button(sakText.nextPage, to(shown + 1))] : []),
  ];
  return [
    ...(pages[shown] ?? []),
    ...(pages.length > 1 ? [paragraph(sakText.page(shown, pages.length))] : []),
    ...buttonRows(turns),
  ];
}

/** What the chair, vice chair and secretariat can do with it. */
function decide(sak: Sak, { meetings, typed }: SakViewer): Element[] {
  const { id: sakId, revision, status, wishedMeetingId } = sak;
  if (!isOpenToDecide(sak)) return [];
  const isAccepted = status === 'accepted';
  // an accepted one goes to the next meeting anyway: without a planned one there is nothing to choose
  const isChoice = !isAccepted || meetings.length > 0;
  return [
    ...(isChoice
      ? [meetingSelect(meetings, typed?.meetingId ?? wishedMeetingId, sakText.nextMeeting, sakText.meeting)]
      : []),
    ...buttonRows([
      ...(isChoice
        ? [submit(isAccepted ? sakText.move : sakText.accept, { verb: 'sak.accept', sakId, revision })]
        : []),
      button(sakText.ask, { verb: 'sak.ask-form', sakId }),
      button(sakText.postpone, { verb: 'sak.postpone-form', sakId }),
      button(sakText.reject, { verb: 'sak.reject-form', sakId }),
    ]),
  ];
}

/** What is sent when no meeting is named. */
const NONE = ' ';

/** A choice among coming meetings; `none` says what it means to name none. */
export function meetingSelect(
  meetings: readonly Meeting[],
  chosen: string | undefined,
  none: string,
  label: string,
): Input {
  const choices = meetings.slice(0, MEETINGS).map((meeting) => ({ title: meetingChoice(meeting), value: meeting.id }));
  return {
    type: 'Input.ChoiceSet',
    id: 'meetingId',
    label,
    style: 'compact',
    choices: [{ title: none, value: NONE }, ...choices],
    value: choices.find(({ value }) => value === chosen)?.value ?? NONE,
  };
}

/** What its proposer can do with it: answer what was asked, change it, take it back. */
function own(sak: Sak): Element[] {
  const { id: sakId, status } = sak;
  if (!isUndecided(sak)) return [];
  const withdraw = button(sakText.withdraw, { verb: 'sak.withdraw', sakId });
  if (status !== 'returned') return buttonRows([withdraw]);
  const answer: Input = {
    type: 'Input.Text',
    id: 'answer',
    label: sakText.answer,
    isMultiline: true,
  };
  return [
    answer,
    ...buttonRows([
      submit(sakText.sendAnswer, { verb: 'sak.answer', sakId }),
      submit(sakText.edit, { verb: 'sak.edit', sakId }),
      withdraw,
    ]),
  ];
}

/** A sak as it will be sent. */
export function sakPreviewCard(sak: Sak, shown: SakShown): Card {
  const { id: sakId, revision } = sak;
  return card(
    heading(sakText.previewTitle(shown.committeeName)),
    ...noticeLines(shown.said),
    paragraph(sakText.previewAbout),
    ...sakHead(sak, { [sakText.wished]: shown.meeting ? meetingChoice(shown.meeting) : sakText.nextMeeting }),
    ...paged(sak, shown, (page) => ({ verb: 'sak.page', sakId, page })),
    ...buttonRows([
      button(sakText.send, { verb: 'sak.send', sakId, revision }),
      button(sakText.change, { verb: 'sak.edit', sakId }),
    ]),
  );
}

/** A sak in its committee, and the meeting that it is for. */
export type Placed = Pick<SakShown, 'committeeName' | 'meeting'> & { readonly sak: Sak };

/** Two saker that look alike, for the secretariats of both: what they are called, and where they stand. */
export function similarCard(mine: Placed, other: Placed): Card {
  return card(
    heading(sakText.similarTitle),
    paragraph(sakText.similarAbout(mine.committeeName, other.committeeName)),
    ...[mine, other].map(({ sak, committeeName, meeting }) =>
      paragraph(`${sakText.sakIn(committeeName)}: ${sak.title} (${sakStanding(sak, meeting)})`),
    ),
  );
}
