import { type Asked, choicesIn, otherWaySchema, type Round } from '../store/round/record.ts';
import {
  button,
  buttons,
  type Card,
  type Element,
  type Execute,
  type Input,
  paragraph,
  prefilled,
  required,
  submit,
} from './elements.ts';
import { inPages } from './pages.ts';
import { saidInputs } from './round-answers.ts';
import { cancel, type Filled, frame } from './round-forms.ts';
import { capitalized } from './text/format.ts';
import { roundProblemText } from './text/problems.ts';
import { holderText, otherWayText } from './text/round.ts';
import { statusText } from './text/round-status.ts';
import { wordsOf } from './text/round-words.ts';

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
    ...required(roundProblemText.seat),
    choices: pages[shown] ?? [],
    ...(shown === withChosen && prefilled(chosen)),
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
      ...required(roundProblemText.choice),
      choices: choicesIn[round.kind].map((choice) => ({
        title: wordsOf(round).choices[choice] ?? choice,
        value: choice,
      })),
      ...prefilled(typed.choice),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'way',
      label: statusText.registerWay,
      style: 'compact',
      ...required(roundProblemText.way),
      choices: otherWaySchema.options.map((way) => ({ title: capitalized(otherWayText[way]), value: way })),
      ...prefilled(typed.way),
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
    paragraph(isRemarked(round) ? statusText.remarkIfAny : statusText.commentIfAny),
    ...saidInputs(round, typed),
    buttons(
      submit(statusText.registerSave, {
        verb: 'round.register',
        roundId: round.id,
        ...(round.kind === 'signering' && { kind: 'realitet' }),
      }),
      cancel(round),
    ),
  ]);
}

function isRemarked({ kind }: Round): boolean {
  return kind === 'godkjenning' || kind === 'signering';
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
