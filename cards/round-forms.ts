import type { TextVersion } from '../store/referat/record.ts';
import { MAX_REASON, type Round } from '../store/round/record.ts';
import type { Typed } from '../store/view-fields.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  heading,
  type Input,
  paragraph,
  prefilled,
  required,
  submit,
} from './elements.ts';
import { longTime } from './text/format.ts';
import { problemLines, roundProblemText } from './text/problems.ts';
import { roundText } from './text/round.ts';
import { statusText } from './text/round-status.ts';
import { wordsOf } from './text/round-words.ts';
import { deadlineInputs } from './text-inputs.ts';

/** A form as it stands: what was typed, what is wrong with it, and which part of a list too long for one card. */
export type Filled = {
  readonly typed: Typed;
  readonly problems: readonly string[];
  readonly page?: number | undefined;
};

/** What every form about a round begins with. */
export function frame(round: Round, title: string, { problems }: Filled, body: readonly Element[]): Card {
  return card(
    heading(title),
    paragraph(roundText.statusTitle(round)),
    ...problemLines(problems, roundProblemText),
    ...body,
  );
}

/** Back to where the round stands. */
export function cancel({ id: roundId }: Round) {
  return button(statusText.cancel, { verb: 'round.status', roundId });
}

/** A later deadline; for a round that ended undecided too. */
export function extendCard(round: Round, filled: Filled): Card {
  return frame(round, statusText.extendTitle, filled, [
    paragraph(`Fristen er nå ${longTime(round.deadline)}. ${statusText.extendAbout}`),
    ...deadlineInputs(filled.typed, statusText),
    buttons(submit(statusText.extendSave, { verb: 'round.extend', roundId: round.id }), cancel(round)),
  ]);
}

/** Takes the round back, with the reason that everybody is told. */
export function withdrawCard(round: Round, filled: Filled): Card {
  return frame(round, statusText.withdrawTitle, filled, [
    paragraph(wordsOf(round).withdraw),
    {
      type: 'Input.Text',
      id: 'reason',
      label: statusText.withdrawReason,
      isMultiline: true,
      maxLength: MAX_REASON,
      ...required(roundProblemText.reason),
      ...prefilled(filled.typed.reason),
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
            ...required(roundProblemText['text-missing']),
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
    ...required(roundProblemText.scale),
    choices: [
      { title: statusText.reviseTypos, value: 'skrivefeil' },
      { title: statusText.reviseContent, value: 'innhold' },
    ],
    ...prefilled(typed.scale),
  };
  const send = submit(statusText.reviseSave, {
    verb: 'round.revise',
    roundId: round.id,
    ...(file && { fileId: file.id }),
  });
  return frame(round, statusText.reviseTitle, filled, [
    ...source,
    ...(canSend
      ? [scale, paragraph(statusText.reviseDeadline), ...deadlineInputs(typed, statusText, { isRequired: false })]
      : []),
    buttons(...(canSend ? [send] : []), cancel(round)),
  ]);
}
