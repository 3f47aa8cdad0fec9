import type { Referat, TextVersion } from '../store/referat/record.ts';
import { type Answer, type Asked, MAX_REMARK, MAX_SAK, type Round } from '../store/round/record.ts';
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
  type Input,
  paragraph,
  prefilled,
  prose,
  submit,
} from './elements.ts';
import { pageOf } from './pages.ts';
import { capitalized, longTime, shortDayOn, shortTime } from './text/format.ts';
import { notice } from './text/notices.ts';
import { outcomeText, receiptText, remarkKindText, roundText, ruleText, sakText } from './text/round.ts';

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
  const seats = round.seats.filter(({ holderId }) => holderId === personId);
  const actsFor = seats.flatMap((seat) => seat.actsFor ?? []);
  return card(
    heading(roundText.title(round)),
    ...(problem ? [paragraph(notice(problem.problem))] : []),
    ...revisionLines(round),
    facts({
      Utvalg: round.committeeName,
      Møtedato: shortDayOn(referat.meetingOn),
      'Du svarer for': seats.map(({ seatName }) => seatName).join(', '),
      ...(actsFor.length > 0 ? { 'Vara for': actsFor.join(', ') } : {}),
      Svarfrist: longTime(round.deadline),
      Regel: ruleText(round.rule),
    }),
    ...(referat.summary && page === 0 ? [paragraph(referat.summary)] : []),
    ...pagedText(text.text, page, (next) => ({ verb: 'round.show', roundId: round.id, page: next })),
    answerButtons(round),
    ...remarkForm(round, problem?.typed ?? {}),
  );
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
  return [
    ...(round.changedFrom ? [paragraph(roundText.newRound(round))] : []),
    ...(round.textHashes.length > 1 ? [paragraph(roundText.corrected)] : []),
  ];
}

function answerButtons(round: Round): Element {
  const textHash = round.textHashes.at(-1) ?? '';
  const { id: roundId, subject } = round;
  const hasChanges = round.changedFrom !== undefined || round.textHashes.length > 1;
  return buttons(
    button(roundText.approve, { verb: 'round.approve', roundId, textHash }),
    button(roundText.lift, { verb: 'round.lift', roundId, textHash }),
    ...(hasChanges ? [button(roundText.whatChanged, { verb: 'round.changes', roundId })] : []),
    button(roundText.asFile, { verb: 'file.send', offer: { what: 'referat', referatId: subject.id, hash: textHash } }),
  );
}

/** The inputs of a remark, as they were typed. */
export function remarkInputs(typed: Typed, isRequired: boolean): Input[] {
  const required = (errorMessage: string) => (isRequired ? { isRequired: true as const, errorMessage } : {});
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'kind',
      label: roundText.remarkKind,
      style: 'expanded',
      wrap: true,
      ...required(notice('remark-kind-missing')),
      choices: [
        { title: roundText.remarkTypo, value: 'skrivefeil' },
        { title: roundText.remarkContent, value: 'realitet' },
      ],
      ...prefilled(typed.kind),
    },
    { type: 'Input.Text', id: 'sak', label: roundText.remarkSak, maxLength: MAX_SAK, ...prefilled(typed.sak) },
    {
      type: 'Input.Text',
      id: 'text',
      label: roundText.remarkBody,
      isMultiline: true,
      maxLength: MAX_REMARK,
      ...required(notice('remark-missing')),
      ...prefilled(typed.text),
    },
  ];
}

export function remarkForm(round: Round, typed: Typed): Element[] {
  const textHash = round.textHashes.at(-1) ?? '';
  return [
    heading(roundText.remarkHeading),
    ...remarkInputs(typed, true),
    buttons(submit(roundText.sendRemark, { verb: 'round.remark', roundId: round.id, textHash })),
  ];
}

/**
 * What the card turns into once it is answered, and once the round is over: what stands for the seats of this person,
 * said once when it is the same for all of them.
 */
export function receiptCard(round: Round, personId: string, problem?: string): Card {
  const isOpen = round.status === 'open';
  const own = round.seats
    .filter(({ holderId }) => holderId === personId)
    .map((seat) => ({ seat, answer: round.answers.find(({ seatId }) => seatId === seat.seatId) }));
  const hasAnswer = own.some(({ answer }) => answer !== undefined);
  return card(
    heading(round.title),
    ...(problem ? [paragraph(notice(problem))] : []),
    ...receiptLines(own, isOpen).map(paragraph),
    ...(isOpen && hasAnswer && round.textHashes.length > 1 ? [paragraph(roundText.corrected)] : []),
    ...remarkFacts(own),
    isOpen
      ? facts({ Utvalg: round.committeeName, Svarfrist: longTime(round.deadline) })
      : facts({
          Utvalg: round.committeeName,
          Avsluttet: shortTime(round.closedAt ?? round.deadline),
          Utfall: outcomeText(round),
        }),
    ...(isOpen ? [buttons(button(roundText.changeAnswer, { verb: 'round.change', roundId: round.id }))] : []),
    ...(round.status === 'replaced' ? [buttons(button(roundText.readAndAnswer, { verb: 'referat.overview' }))] : []),
  );
}

type Own = readonly { readonly seat: Asked; readonly answer: Answer | undefined }[];

function receiptLines(own: Own, isOpen: boolean): readonly string[] {
  const said = own.map(({ seat, answer }) => (answer ? receiptText(answer, seat, isOpen) : roundText.noAnswer));
  const different = [...new Set(said)];
  if (different.length === 0) return [roundText.noAnswer];
  return different.length === 1 ? different : own.map(({ seat }, i) => `${seat.seatName}: ${said[i]}`);
}

function remarkFacts(own: Own): Element[] {
  const remarks = new Map(
    own.flatMap(({ answer }) => (answer?.remark ? [[JSON.stringify(answer.remark), answer.remark]] : [])),
  );
  return [...remarks.values()].map(({ kind, sak, text }) =>
    facts({ [capitalized(remarkKindText[kind])]: sak ? `${sakText(sak)}: ${text}` : text }),
  );
}

/** What somebody sees whose seat another person answers for now. */
export function movedCard(round: Round, holders: string): Card {
  return card(heading(round.title), paragraph(roundText.seatMoved(holders)), facts({ Utvalg: round.committeeName }));
}

/** A short word to somebody who has not answered; the card with the text is in the chat already. */
export function reminderCard(round: Round): Card {
  const textHash = round.textHashes.at(-1) ?? '';
  return card(
    heading(roundText.reminderTitle(round)),
    paragraph(roundText.reminder(round)),
    buttons(
      button(roundText.readAndAnswer, { verb: 'round.show', roundId: round.id }),
      button(roundText.approve, { verb: 'round.approve', roundId: round.id, textHash }),
    ),
  );
}
