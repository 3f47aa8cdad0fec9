import type { Committee } from '../store/committee/record.ts';
import type { RoundChoices } from '../store/committee/rules.ts';
import { newest, type Referat } from '../store/referat/record.ts';
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
  type Input,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { pagedText } from './round.ts';
import type { Filled } from './round-forms.ts';
import { receiptButtons } from './round-status.ts';
import { count, longTime, shortDayOn, shortTime } from './text/format.ts';
import { minutesText } from './text/minutes.ts';
import { notice } from './text/notices.ts';
import { problemLines, roundProblemText } from './text/problems.ts';
import { agendaSentence, approvalText, referatStateText, referatText } from './text/referat.ts';
import { askedNames, ruleText } from './text/round.ts';

/** How the referat will be sent: to whom, until when and by which rule; then its text, page by page. */
export function referatPreviewCard(
  referat: Referat,
  {
    committee,
    choices,
    asked,
    moved = false,
    outdated = false,
    problem,
    page = 0,
  }: {
    readonly committee: Committee;
    /** What the round will be decided by: the committee's choice, or the one that this form makes. */
    readonly choices: RoundChoices | undefined;
    readonly asked: number;
    readonly moved?: boolean;
    /** Its meeting says something else by now. */
    readonly outdated?: boolean;
    readonly problem?: string;
    readonly page?: number;
  },
): Card {
  return card(
    heading(referat.title),
    ...noticeLines(problem),
    ...(outdated ? outdatedLine(referat) : []),
    paragraph(referatText.previewAbout),
    facts({
      Utvalg: committee.name,
      Møtedato: shortDayOn(referat.meetingOn),
      Svarfrist: longTime(referat.deadline),
      'Sendes til': count(asked, 'medlem', 'medlemmer'),
      ...(choices ? { Spørres: askedNames[choices.askedGroup] } : {}),
      Regel: choices ? ruleText(choices.approvalRule) : notice('no-rule'),
    }),
    ...(referat.choices ? [paragraph(referatText.firstChoice)] : []),
    ...(moved ? [paragraph(referatText.moved)] : []),
    buttons(
      button(referatText.send, { verb: 'round.open', referatId: referat.id, revision: referat.revision }),
      button(referatText.change, { verb: 'referat.edit', referatId: referat.id }),
      ...(referat.madeFrom && !referat.approvalWanted
        ? [button(minutesText.toMeeting, { verb: 'minutes.to-meeting', referatId: referat.id })]
        : []),
      button(referatText.inMeeting, { verb: 'referat.meeting-form', referatId: referat.id }),
    ),
    ...(referat.summary && page === 0 ? [paragraph(referat.summary)] : []),
    ...pagedText(newest(referat).text, page, (next) => ({ verb: 'referat.page', referatId: referat.id, page: next })),
  );
}

/** A referat for those who run it: how far it has come, the sentence for the next agenda, and what can be done. */
export function referatCard(referat: Referat, committee: Committee, problem?: string, outdated = false): Card {
  const { published, state } = referat;
  const approved = approvalText(referat, committee.settings.approvedBy);
  return card(
    heading(referat.title),
    ...noticeLines(problem),
    ...(outdated ? outdatedLine(referat) : []),
    facts({
      Utvalg: committee.name,
      Møtedato: shortDayOn(referat.meetingOn),
      Status: referatStateText[state],
      Versjoner: `${referat.versions.length}`,
      ...(approved ? { Godkjenning: approved } : {}),
      ...(published ? { Publisert: `${shortTime(published.at)}${published.where ? `, ${published.where}` : ''}` } : {}),
    }),
    ...(approved || state === 'undecided'
      ? [paragraph(referatText.sentenceFor), paragraph(agendaSentence(referat, committee))]
      : []),
    ...(state === 'draft' || state === 'undecided' || state === 'circulating'
      ? [paragraph(referatText.notApproved)]
      : []),
    ...(state === 'draft' || state === 'undecided' ? wantedLine(referat) : []),
    ...buttonRows(referatActions(referat)),
    ...(referat.approval?.how === 'round' ? [buttons(...receiptButtons(referat.approval.roundId))] : []),
  );
}

/** That it can be made anew, with the button. */
function outdatedLine({ madeFrom }: Referat): Element[] {
  if (madeFrom === undefined) return [];
  const again = button(minutesText.remake, { verb: 'minutes.referat', meetingId: madeFrom.meetingId });
  return [paragraph(minutesText.outdated), buttons(again)];
}

/** That a meeting is to approve it, when that was wanted. */
function wantedLine({ approvalWanted }: Referat): Element[] {
  return approvalWanted ? [paragraph(minutesText.toMeetingAbout)] : [];
}

function referatActions(referat: Referat): Execute[] {
  const { id: referatId, state, round, madeFrom, approvalWanted } = referat;
  const file = button(referatText.asFile, {
    verb: 'file.send',
    offer: { what: 'referat', referatId, hash: newest(referat).hash },
  });
  const toRound = round ? [button(referatText.toRound, { verb: 'round.status', roundId: round.id })] : [];
  const inMeeting = button(referatText.inMeeting, { verb: 'referat.meeting-form', referatId });
  const toMeeting = approvalWanted ? [] : [button(minutesText.toMeeting, { verb: 'minutes.to-meeting', referatId })];
  const toMinutes = madeFrom
    ? [button(minutesText.toMinutes, { verb: 'minutes.show', meetingId: madeFrom.meetingId })]
    : [];
  switch (state) {
    case 'draft':
      return [
        button(referatText.change, { verb: 'referat.edit', referatId }),
        ...toMeeting,
        inMeeting,
        file,
        ...toMinutes,
      ];
    case 'circulating':
      return [...toRound, file];
    case 'undecided':
      return [...toRound, ...toMeeting, inMeeting, file, ...toMinutes];
    case 'approved':
      return [button(referatText.publish, { verb: 'referat.publish-form', referatId }), ...toRound, file];
    case 'published':
      return [...toRound, file];
  }
}

/** «Godkjent i møtet»: when, in which sak, and the words of the vedtak. */
export function meetingApprovalCard(referat: Referat, { typed, problems }: Filled): Card {
  const inputs: Input[] = [
    {
      type: 'Input.Date',
      id: 'on',
      label: referatText.meetingOn,
      isRequired: true,
      errorMessage: roundProblemText['meeting-day'],
      ...prefilled(typed.on),
    },
    { type: 'Input.Text', id: 'sak', label: referatText.sak, maxLength: 100, ...prefilled(typed.sak) },
    {
      type: 'Input.Text',
      id: 'vedtak',
      label: referatText.vedtak,
      isMultiline: true,
      maxLength: 1000,
      ...prefilled(typed.vedtak),
    },
  ];
  return card(
    heading(referatText.meetingTitle),
    paragraph(referat.title),
    ...problemLines(problems, roundProblemText),
    paragraph(referatText.meetingAbout),
    ...inputs,
    buttons(
      submit(referatText.save, { verb: 'referat.meeting', referatId: referat.id }),
      button(referatText.cancel, { verb: 'referat.show', referatId: referat.id }),
    ),
  );
}

/** Where an approved referat was published. */
export function publishCard(referat: Referat, committee: Committee, { typed, problems }: Filled): Card {
  const where = typed.where ?? committee.settings.publishedAt;
  return card(
    heading(referatText.publishTitle),
    paragraph(referat.title),
    ...problemLines(problems, roundProblemText),
    paragraph(referatText.publishAbout),
    { type: 'Input.Text', id: 'where', label: referatText.where, maxLength: 500, ...prefilled(where) },
    buttons(
      submit(referatText.save, { verb: 'referat.publish', referatId: referat.id }),
      button(referatText.cancel, { verb: 'referat.show', referatId: referat.id }),
    ),
  );
}
