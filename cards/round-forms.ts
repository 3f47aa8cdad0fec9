import type { TextVersion } from '../store/referat/record.ts';
import { DEFAULT_TIME } from '../store/referat/rules-form.ts';
import { type Asked, choiceSchema, MAX_REASON, otherWaySchema, type Round } from '../store/round/record.ts';
import type { Typed } from '../store/view.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  type Input,
  paragraph,
  submit,
} from './elements.ts';
import { inPages } from './pages.ts';
import { remarkInputs } from './round.ts';
import { longTime } from './text/format.ts';
import { problemLines, roundProblemText } from './text/problems.ts';
import { holderText, otherWayText, roundText } from './text/round.ts';
import { statusText } from './text/round-status.ts';

/** A form as it stands: what was typed, what is wrong with it, and which part of a list too long for one card. */
export type Filled = {
  readonly typed: Typed;
  readonly problems: readonly string[];
  readonly page?: number | undefined;
};

const value = (text: string | undefined) => (text ? { value: text } : {});

function frame(round: Round, title: string, { problems }: Filled, body: readonly Element[]): Card {
  return card(
    heading(title),
    paragraph(roundText.statusTitle(round)),
    ...problemLines(problems, roundProblemText),
    ...body,
  );
}

function cancel({ id: roundId }: Round) {
  return button(statusText.cancel, { verb: 'round.status', roundId });
}

/** What the names in one form may take of a message: 160 seats with long names do not fit one card. */
const SEATS_BYTES = 14 * 1024;

type SeatInput = {
  readonly label: string;
  readonly seats: readonly Asked[];
  readonly chosen: string | undefined;
  /** Which part of a list that is too long for one card. */
  readonly page: number | undefined;
  readonly to: (page: number) => Execute['data'];
};

/** Whose answer it is, in parts when there are too many for one card; the part with the chosen one unless told. */
function seatInput({ label, seats, chosen, page, to }: SeatInput): Element[] {
  const choices = seats.map((seat) => ({ title: holderText(seat), value: seat.seatId }));
  const pages = inPages(choices, SEATS_BYTES);
  const withChosen = pages.findIndex((part) => part.some(({ value }) => value === chosen));
  const shown = Math.min(page ?? Math.max(withChosen, 0), pages.length - 1);
  const input: Input = {
    type: 'Input.ChoiceSet',
    id: 'seatId',
    label,
    style: 'compact',
    isRequired: true,
    errorMessage: roundProblemText.seat,
    choices: pages[shown] ?? [],
    ...(shown === withChosen && value(chosen)),
  };
  if (pages.length === 1) return [input];
  return [
    input,
    paragraph(statusText.seatsPage(shown, pages.length)),
    buttons(button(statusText.moreSeats, to((shown + 1) % pages.length))),
  ];
}

/** An answer that came by e-mail or telephone, for one of those who have not answered here themselves. */
export function registerCard(round: Round, filled: Filled): Card {
  const { typed, page } = filled;
  const isOwn = (seat: Asked) =>
    round.answers.some(
      ({ seatId, personId, registered }) => seatId === seat.seatId && personId === seat.holderId && !registered,
    );
  const seats = round.seats.filter((seat) => !isOwn(seat));
  if (seats.length === 0)
    return frame(round, statusText.registerTitle, filled, [
      paragraph(statusText.registerNobody),
      buttons(cancel(round)),
    ]);
  const inputs: Input[] = [
    {
      type: 'Input.ChoiceSet',
      id: 'choice',
      label: statusText.registerChoice,
      style: 'expanded',
      wrap: true,
      isRequired: true,
      errorMessage: roundProblemText.choice,
      choices: choiceSchema.options.map((choice) => ({ title: statusText.choices[choice], value: choice })),
      ...value(typed.choice),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'way',
      label: statusText.registerWay,
      style: 'compact',
      isRequired: true,
      errorMessage: roundProblemText.way,
      choices: otherWaySchema.options.map((way) => ({ title: asChoice(otherWayText[way]), value: way })),
      ...value(typed.way),
    },
  ];
  return frame(round, statusText.registerTitle, filled, [
    paragraph(statusText.registerAbout),
    ...seatInput({
      label: statusText.registerSeat,
      seats,
      chosen: typed.seatId,
      page,
      to: (next) => ({ verb: 'round.register-form', roundId: round.id, page: next }),
    }),
    ...inputs,
    paragraph(statusText.remarkIfAny),
    ...remarkInputs(typed, false),
    buttons(submit(statusText.registerSave, { verb: 'round.register', roundId: round.id }), cancel(round)),
  ]);
}

function asChoice(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Takes back an answer that the secretariat registered. */
export function undoCard(round: Round, filled: Filled): Card {
  const seats = round.seats.filter(({ seatId }) =>
    round.answers.some((answer) => answer.seatId === seatId && answer.registered),
  );
  if (seats.length === 0)
    return frame(round, statusText.undoTitle, filled, [paragraph(statusText.undoNobody), buttons(cancel(round))]);
  return frame(round, statusText.undoTitle, filled, [
    ...seatInput({
      label: statusText.undoSeat,
      seats,
      chosen: filled.typed.seatId,
      page: filled.page,
      to: (next) => ({ verb: 'round.undo-form', roundId: round.id, page: next }),
    }),
    buttons(submit(statusText.undoSave, { verb: 'round.undo', roundId: round.id }), cancel(round)),
  ]);
}

function deadlineInputs(typed: Typed, isRequired: boolean): Input[] {
  const required = isRequired ? { isRequired: true as const, errorMessage: roundProblemText.deadline } : {};
  return [
    { type: 'Input.Date', id: 'deadlineOn', label: statusText.deadlineDay, ...required, ...value(typed.deadlineOn) },
    {
      type: 'Input.Time',
      id: 'deadlineTime',
      label: statusText.deadlineTime,
      value: typed.deadlineTime || DEFAULT_TIME,
    },
  ];
}

/** A later deadline; for a round that ended undecided too. */
export function extendCard(round: Round, filled: Filled): Card {
  return frame(round, statusText.extendTitle, filled, [
    paragraph(`Fristen er nå ${longTime(round.deadline)}. ${statusText.extendAbout}`),
    ...deadlineInputs(filled.typed, true),
    buttons(submit(statusText.extendSave, { verb: 'round.extend', roundId: round.id }), cancel(round)),
  ]);
}

/** Takes the round back, with the reason that everybody is told. */
export function withdrawCard(round: Round, filled: Filled): Card {
  return frame(round, statusText.withdrawTitle, filled, [
    paragraph(statusText.withdrawAbout),
    {
      type: 'Input.Text',
      id: 'reason',
      label: statusText.withdrawReason,
      isMultiline: true,
      maxLength: MAX_REASON,
      isRequired: true,
      errorMessage: roundProblemText.reason,
      ...value(filled.typed.reason),
    },
    buttons(submit(statusText.withdrawSave, { verb: 'round.withdraw', roundId: round.id }), cancel(round)),
  ]);
}

/** Longer texts are not edited in a card: they would not fit one. */
export const EDITABLE = 6000;

/** A new version: typed, or read from a file that was dropped into the chat. */
export function reviseCard(
  round: Round,
  filled: Filled & {
    readonly current: TextVersion;
    readonly file?: { readonly id: string; readonly name: string; readonly length: number };
  },
): Card {
  const { typed, file, current } = filled;
  const text = typed.text ?? current.text;
  const source: Element[] = file
    ? [paragraph(statusText.reviseFile(file.name, file.length))]
    : text.length > EDITABLE
      ? [paragraph(statusText.reviseLong)]
      : [
          {
            type: 'Input.Text',
            id: 'text',
            label: statusText.reviseText,
            isMultiline: true,
            isRequired: true,
            errorMessage: roundProblemText['text-missing'],
            value: text,
          },
        ];
  const canSend = file !== undefined || text.length <= EDITABLE;
  const scale: Input = {
    type: 'Input.ChoiceSet',
    id: 'scale',
    label: statusText.reviseScale,
    style: 'expanded',
    wrap: true,
    isRequired: true,
    errorMessage: roundProblemText.scale,
    choices: [
      { title: statusText.reviseTypos, value: 'skrivefeil' },
      { title: statusText.reviseContent, value: 'innhold' },
    ],
    ...value(typed.scale),
  };
  const send = submit(statusText.reviseSave, {
    verb: 'round.revise',
    roundId: round.id,
    ...(file && { fileId: file.id }),
  });
  return frame(round, statusText.reviseTitle, filled, [
    ...source,
    ...(canSend ? [scale, paragraph(statusText.reviseDeadline), ...deadlineInputs(typed, false)] : []),
    buttons(...(canSend ? [send] : []), cancel(round)),
  ]);
}
