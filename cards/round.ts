import type { Referat, TextVersion } from '../store/referat/record.ts';
import type { Answer, Asked, Round } from '../store/round/record.ts';
import type { Typed } from '../store/view-fields.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  facts,
  heading,
  paragraph,
  prose,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { pageOf } from './pages.ts';
import { answerWays } from './round-answers.ts';
import { fitting } from './size.ts';
import { ownForfallText } from './text/forfall.ts';
import { capitalized, longTime, shortDayOn, shortTime } from './text/format.ts';
import { notice } from './text/notices.ts';
import { commentText, receiptText, remarkKindText, roundName, roundText, sakText } from './text/round.ts';
import { signingText } from './text/round-signing.ts';
import { wordsOf } from './text/round-words.ts';

/** What an answer was left with when it could not be used. */
export type Problem = { readonly problem: string; readonly typed: Typed };

/** The personal card of somebody who is asked: the text, what it means to answer, and the ways to do it. */
export function askCard(
  round: Round,
  {
    referat,
    text,
    personId,
    page = 0,
    problem,
  }: {
    readonly referat: Referat;
    readonly text: TextVersion;
    readonly personId: string;
    readonly page?: number;
    readonly problem?: Problem;
  },
): Card {
  return card(
    heading(wordsOf(round).title(round)),
    ...(problem ? [paragraph(notice(problem.problem))] : []),
    ...revisionLines(round),
    facts({
      Utvalg: round.committeeName,
      Møtedato: shortDayOn(referat.meetingOn),
      ...seatFacts(round, personId),
      Svarfrist: longTime(round.deadline),
      Regel: wordsOf(round).rule(round),
    }),
    ...(referat.summary && page === 0 ? [paragraph(referat.summary)] : []),
    ...pagedText(text.text, page, (next) => ({ verb: 'round.show', roundId: round.id, page: next })),
    ...answerWays(round, problem?.typed ?? {}, textWays(round)),
  );
}

/** For which seats this person answers, and in whose place. */
export function seatFacts({ seats }: Round, personId: string): Record<string, string> {
  const own = seats.filter(({ holderId }) => holderId === personId);
  const actsFor = own.flatMap((seat) => seat.actsFor ?? []);
  return {
    'Du svarer for': own.map(({ seatName }) => seatName).join(', '),
    ...(actsFor.length > 0 ? { 'Vara for': actsFor.join(', ') } : {}),
  };
}

/** One page of a text, with the way to the others. */
export function pagedText(text: string, wanted: number, to: (page: number) => Execute['data']): Element[] {
  const { text: shown, page, pages } = pageOf(text, wanted);
  if (pages === 1) return [prose(shown)];
  const turn: Execute[] = [
    ...(page > 0 ? [button('Forrige side', to(page - 1))] : []),
    ...(page < pages - 1 ? [button('Neste side', to(page + 1))] : []),
  ];
  return [paragraph(roundText.page(page, pages)), prose(shown), buttons(...turn)];
}

/** What is new about the text that is asked about. */
export function revisionLines(round: Round): Element[] {
  return revisions(round).map(paragraph);
}

/** The same as sentences. */
export function revisions(round: Round): readonly string[] {
  return [
    ...(round.changedFrom ? [roundText.newRound(round)] : []),
    ...(round.textHashes.length > 1 ? [roundText.corrected] : []),
  ];
}

/** What else can be done with what is asked about. */
export function textWays(round: Round): Execute[] {
  const { id: roundId, subject, textHashes, changedFrom, matter } = round;
  if (matter) return [button(wordsOf(round).asFile, { verb: 'file.send', offer: { what: 'matter', roundId } })];
  const hasChanges = changedFrom !== undefined || textHashes.length > 1;
  const hash = textHashes.at(-1) ?? '';
  return [
    ...(hasChanges ? [button(roundText.whatChanged, { verb: 'round.changes', roundId })] : []),
    button(wordsOf(round).asFile, { verb: 'file.send', offer: { what: 'referat', referatId: subject.id, hash } }),
  ];
}

/**
 * What the card turns into once it is answered, and once the round is over: what stands for the seats of this person,
 * said once when it is the same for all of them.
 */
export function receiptCard(round: Round, personId: string, problem?: string): Card {
  return fitting((comments) => receiptWith(round, personId, problem, comments > 1), 2);
}

/** With the comments as they were written, or, when they are too long for the card, the word that they are kept. */
function receiptWith(round: Round, personId: string, problem: string | undefined, hasComments: boolean): Card {
  const isOpen = round.status === 'open';
  const own = ownAnswers(round, personId);
  const hasAnswer = own.some(({ answer }) => answer !== undefined);
  return card(
    heading(roundName(round)),
    ...noticeLines(problem),
    ...receiptLines(round, own).map(paragraph),
    ...(isOpen && hasAnswer && round.textHashes.length > 1 ? [paragraph(roundText.corrected)] : []),
    ...ownRemarks(own).map(({ label, text }) => facts({ [label]: text })),
    ...commentLines(own, hasComments),
    isOpen
      ? facts({ Utvalg: round.committeeName, Svarfrist: longTime(round.deadline) })
      : facts({
          Utvalg: round.committeeName,
          Avsluttet: shortTime(round.closedAt ?? round.deadline),
          Utfall: wordsOf(round).outcome(round),
        }),
    ...(isOpen ? [buttons(button(roundText.changeAnswer, { verb: 'round.change', roundId: round.id }))] : []),
    ...(round.kind === 'signering' && round.status === 'approved'
      ? [buttons(button(signingText.download, { verb: 'file.send', offer: { what: 'signed', roundId: round.id } }))]
      : []),
    ...(round.status === 'replaced' ? [buttons(button(roundText.readAndAnswer, { verb: 'referat.overview' }))] : []),
  );
}

type Own = readonly { readonly seat: Asked; readonly answer: Answer | undefined }[];

/** The seats that somebody answers for, with what stands for each of them. */
export function ownAnswers({ seats, answers }: Round, personId: string): Own {
  return seats
    .filter(({ holderId }) => holderId === personId)
    .map((seat) => ({ seat, answer: answers.find(({ seatId }) => seatId === seat.seatId) }));
}

/** What stands for these seats, said once when it is the same for all of them. */
export function receiptLines(round: Round, own: Own): readonly string[] {
  const isOpen = round.status === 'open';
  const said = own.map(({ seat, answer }) =>
    answer ? receiptText(wordsOf(round).said, answer, seat, isOpen) : roundText.noAnswer,
  );
  const different = [...new Set(said)];
  if (different.length === 0) return [roundText.noAnswer];
  return different.length === 1 ? different : own.map(({ seat }, i) => `${seat.seatName}: ${said[i]}`);
}

/** The remarks of these seats, each once: what kind it is, and what it says. */
export function ownRemarks(own: Own): readonly { readonly label: string; readonly text: string }[] {
  const remarks = new Map(
    own.flatMap(({ answer }) => (answer?.remark ? [[JSON.stringify(answer.remark), answer.remark]] : [])),
  );
  return [...remarks.values()].map(({ kind, sak, text }) => ({
    label: capitalized(remarkKindText[kind]),
    text: sak ? `${sakText(sak)}: ${text}` : text,
  }));
}

/** What was said with the answers of these seats, each once. */
export function ownComments(own: Own): readonly string[] {
  return [...new Set(own.flatMap(({ answer }) => (answer?.comment ? [commentText(answer.comment)] : [])))];
}

function commentLines(own: Own, isShown: boolean): Element[] {
  const said = ownComments(own);
  if (said.length === 0) return [];
  return isShown ? said.map(paragraph) : [paragraph(roundText.commentKept)];
}

/** What somebody sees whose seat another person answers for now. `backIn`: the meeting in which they may take it back. */
export function movedCard(
  round: Round,
  holders: string,
  { problem, backIn }: { readonly problem?: string | undefined; readonly backIn?: string | undefined } = {},
): Card {
  return card(
    heading(roundName(round)),
    ...noticeLines(problem),
    paragraph(roundText.seatMoved(holders)),
    facts({ Utvalg: round.committeeName }),
    ...backElements(backIn),
  );
}

/** «Jeg kan likevel», where the seat is still to be had. */
export function backElements(meetingId: string | undefined): Element[] {
  return meetingId === undefined ? [] : [buttons(button(ownForfallText.back, { verb: 'forfall.back', meetingId }))];
}

/** A short word to somebody who has not answered; the card with the text is in the chat already. */
export function reminderCard(round: Round): Card {
  const textHash = round.textHashes.at(-1) ?? '';
  // a vote and an innspill are given where the text is
  const atOnce =
    round.kind === 'godkjenning'
      ? [button(roundText.approve, { verb: 'round.approve', roundId: round.id, textHash })]
      : [];
  return card(
    heading(roundText.reminderTitle(round)),
    paragraph(roundText.reminder(round)),
    buttons(button(roundText.readAndAnswer, { verb: 'round.show', roundId: round.id }), ...atOnce),
  );
}
