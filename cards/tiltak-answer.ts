import type { Back } from '../store/digest/view.ts';
import { isOpen, newestStatus, type Tiltak } from '../store/tiltak/record.ts';
import { statusClassSchema } from '../store/tiltak/status-class.ts';
import type { Typed } from '../store/view-fields.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  type Input,
  marked,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
import { pickerInput } from './picker.ts';
import { fitting, shortened } from './size.ts';
import { answerProblemText, placeLine, registeredText, digestText as text, tiltakTitle } from './text/digest.ts';
import { problemLines } from './text/problems.ts';
import { tiltakText } from './text/tiltak.ts';
import { dueLine, statusLine, statusText } from './text/tiltak-status.ts';

/** One tiltak, for somebody who may answer for it. */
export type AnswerShown = {
  readonly tiltak: Tiltak;
  readonly committeeName: string;
  readonly nameOf: (personId: string) => string;
  readonly today: string;
  readonly back?: Back | undefined;
};
type Filled = { readonly typed: Typed; readonly problems: readonly string[] };

const LONGEST_TEXT = 4000;
const LONGEST_PLACE = 400;
/** Nothing shorter says what was meant. */
const STEP = 200;

/** How it goes with one tiltak: the form, or what was registered just now. */
export function tiltakAnswerCard(
  shown: AnswerShown & Filled & { readonly isSaved: boolean; readonly onBehalf: boolean },
): Card {
  const { tiltak, isSaved, onBehalf, problems } = shown;
  const form = (step: number) =>
    card(
      heading(text.answerTitle),
      ...problemLines(problems, answerProblemText),
      ...aboutElements(shown, step * STEP),
      ...(isSaved
        ? savedElements(shown, step * STEP)
        : [
            ...(onBehalf ? [paragraph(text.onBehalf)] : []),
            ...(isOpen(tiltak) ? [] : [paragraph(text.done)]),
            ...inputsFor(shown.typed),
            ...formButtons(shown),
          ]),
    );
  return fitting(form, LONGEST_TEXT / STEP);
}

function aboutElements({ tiltak, committeeName, nameOf, today }: AnswerShown, longest: number): Element[] {
  const status = newestStatus(tiltak);
  const { handedOver, contactIds } = tiltak;
  const isHanded = handedOver?.to !== undefined && contactIds?.includes(handedOver.to);
  const lines = [
    ...placeLine(tiltak, LONGEST_PLACE),
    ...dueLine(tiltak, today),
    ...(status ? [`Sist: ${shortened(statusLine(status, nameOf), longest)}`] : []),
    ...(isHanded && handedOver ? [text.handedBy(nameOf(handedOver.by))] : []),
  ];
  return [
    marked([{ text: tiltakTitle(tiltak, committeeName, longest), isMarked: true }]),
    ...(lines.length > 0 ? [paragraph(lines.join('\n'))] : []),
  ];
}

function inputsFor(typed: Typed): Input[] {
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'class',
      label: text.classOne,
      style: 'expanded',
      choices: Object.entries(statusText).map(([value, title]) => ({ title, value })),
      ...prefilled(statusClassSchema.safeParse(typed.class).data),
    },
    { type: 'Input.Text', id: 'text', label: text.proseOne, isMultiline: true, ...prefilled(typed.text) },
    { type: 'Input.Text', id: 'byOthers', label: text.othersOne, ...prefilled(typed.byOthers) },
    pickerInput(text.othersPicked, text.pickedHint, typed.picked),
    { type: 'Input.Text', id: 'due', label: text.dueOne, placeholder: text.dueHint, ...prefilled(typed.due) },
  ];
}

const to = ({ tiltak, back }: AnswerShown) => ({ tiltakId: tiltak.id, ...(back && { back }) });

function formButtons(shown: AnswerShown): Element[] {
  const { statuses } = shown.tiltak;
  return [
    ...buttonRows([
      submit(text.sendOne, { verb: 'tiltak.answer', ...to(shown), seen: statuses.length }),
      button(text.snooze, { verb: 'tiltak.snooze', ...to(shown) }),
      button(text.notMine, { verb: 'tiltak.hand-over-form', ...to(shown) }),
      ...backButtons(shown),
    ]),
  ];
}

function savedElements(shown: AnswerShown, longest: number): Element[] {
  const { tiltak, nameOf, today } = shown;
  const registered = shortened(registeredText(tiltak, nameOf, today), longest);
  return [
    paragraph(`${text.savedOne} ${registered}`),
    buttons(button(text.change, { verb: 'tiltak.answer-form', ...to(shown) }), ...backButtons(shown)),
  ];
}

function backButtons({ back, tiltak }: AnswerShown): Execute[] {
  if (back === 'digest') return [button(text.cancel, { verb: 'digest.show' })];
  if (back === 'mine') return [button(tiltakText.toMine, { verb: 'tiltak.home' })];
  return back === 'plan' ? [button(tiltakText.toTiltak, { verb: 'tiltak.one', tiltakId: tiltak.id })] : [];
}

/** «Ikke mitt ansvar»: whose it is instead. */
export function handOverCard(shown: AnswerShown & Filled): Card {
  const { typed, problems } = shown;
  return fitting(
    (step) =>
      card(
        heading(text.handTitle),
        ...problemLines(problems, answerProblemText),
        ...aboutElements(shown, step * STEP),
        paragraph(text.handAbout),
        pickerInput(text.handPicked, text.pickedHint, typed.picked),
        { type: 'Input.Text', id: 'name', label: text.handName, ...prefilled(typed.name) },
        buttons(
          submit(text.hand, { verb: 'tiltak.hand-over', ...to(shown) }),
          button(text.nobody, { verb: 'tiltak.hand-over-nobody', ...to(shown) }),
          ...backButtons(shown),
        ),
      ),
    LONGEST_TEXT / STEP,
  );
}

/** «Jeg er borte til …» */
export function awayCard({ typed, problems }: Filled): Card {
  return card(
    heading(text.awayTitle),
    ...problemLines(problems, {}),
    paragraph(text.awayAbout),
    { type: 'Input.Date', id: 'until', label: text.awayDay, ...prefilled(typed.until) },
    buttons(submit(text.awaySave, { verb: 'digest.away' }), button(text.cancel, { verb: 'digest.show' })),
  );
}
