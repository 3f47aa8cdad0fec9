import type { Referat } from '../store/referat/record.ts';
import { type Answer, MAX_REMARK, type Round } from '../store/round/record.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  facts,
  heading,
  paragraph,
  prose,
  submit,
} from './elements.ts';
import { longTime, shortDayOn, shortTime } from './text/format.ts';
import { notice } from './text/notices.ts';
import { outcomeText, receiptText, remarkKindText, ruleText } from './text/round.ts';

/** What the form of a remark was left with when it could not be used. */
export type Problem = { readonly problem: string; readonly typed: string };

/** The personal card of somebody who is asked: the text, what it means to answer, and the two ways to do it. */
export function askCard(round: Round, referat: Referat, personId: string, problem?: Problem): Card {
  const seats = round.seats.filter(({ holderId }) => holderId === personId).map(({ seatName }) => seatName);
  const textHash = round.textHashes.at(-1) ?? '';
  return card(
    heading(`Til godkjenning: ${round.title}`),
    ...(problem ? [paragraph(notice(problem.problem))] : []),
    facts({
      Utvalg: round.committeeName,
      Møtedato: shortDayOn(referat.meetingOn),
      'Du svarer for': seats.join(', '),
      Svarfrist: longTime(round.deadline),
      Regel: ruleText(round.rule),
    }),
    ...(referat.summary ? [paragraph(referat.summary)] : []),
    prose(referat.text),
    buttons(button('Godkjenn', { verb: 'round.approve', roundId: round.id, textHash })),
    ...remarkForm(round.id, textHash, problem?.typed),
  );
}

function remarkForm(roundId: string, textHash: string, typed: string | undefined): Element[] {
  return [
    heading('Merknad'),
    {
      type: 'Input.ChoiceSet',
      id: 'kind',
      label: 'Hva gjelder merknaden?',
      style: 'expanded',
      isRequired: true,
      errorMessage: notice('remark-kind-missing'),
      choices: [
        { title: 'Skrivefeil (du godkjenner referatet)', value: 'skrivefeil' },
        { title: 'Innholdet (du godkjenner ikke før det er rettet)', value: 'realitet' },
      ],
    },
    {
      type: 'Input.Text',
      id: 'text',
      label: 'Merknaden',
      isMultiline: true,
      maxLength: MAX_REMARK,
      isRequired: true,
      errorMessage: notice('remark-missing'),
      ...(typed ? { value: typed } : {}),
    },
    buttons(submit('Send merknad', { verb: 'round.remark', roundId, textHash })),
  ];
}

/** What the card turns into once it is answered, and once the round is over. */
export function receiptCard(round: Round, answer: Answer | undefined, problem?: string): Card {
  const open = round.status === 'open';
  return card(
    heading(round.title),
    ...(problem ? [paragraph(notice(problem))] : []),
    paragraph(answer ? receiptText(answer) : 'Du svarte ikke på denne e-postrunden.'),
    ...(answer?.remark ? [facts({ [`Merknad, ${remarkKindText[answer.remark.kind]}`]: answer.remark.text })] : []),
    open
      ? facts({ Utvalg: round.committeeName, Svarfrist: longTime(round.deadline) })
      : facts({
          Utvalg: round.committeeName,
          Avsluttet: shortTime(round.closedAt ?? round.deadline),
          Utfall: outcomeText(round.status),
        }),
    ...(open ? [buttons(button('Endre svar', { verb: 'round.change', roundId: round.id }))] : []),
  );
}
