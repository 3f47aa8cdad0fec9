import type { Element, Execute, Input } from '../../cards/elements.ts';
import { unescaped } from '../../cards/elements.ts';
import type { WireButton, WireForm, WireInput } from './wire-rounds.ts';

/**
 * The part of a card that is filled in, for a page that draws it itself: the very fields, verbs and hashes that the card has.
 * A heading begins a form of its own.
 */
export function formsIn(elements: readonly Element[]): readonly WireForm[] {
  const forms: { heading?: string; about: string[]; inputs: WireInput[]; buttons: WireButton[] }[] = [];
  const begin = (heading?: string) => {
    const form = { ...(heading && { heading }), about: [], inputs: [], buttons: [] };
    forms.push(form);
    return form;
  };
  for (const element of elements) {
    const current = forms.at(-1) ?? begin();
    if (element.type === 'TextBlock' && element.style === 'heading') begin(unescaped(element.text));
    else if (element.type === 'TextBlock') current.about.push(unescaped(element.text));
    else if (element.type === 'ActionSet') current.buttons.push(...element.actions.map(buttonOf));
    else if (isInput(element)) current.inputs.push(inputOf(element));
  }
  return forms.filter(({ buttons }) => buttons.length > 0);
}

/** What is said in a part of a card, line by line. */
export function linesIn(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => (element.type === 'TextBlock' ? unescaped(element.text) : []));
}

/** Every button of a part of a card. */
export function buttonsIn(elements: readonly Element[]): readonly WireButton[] {
  return elements.flatMap((element) => (element.type === 'ActionSet' ? element.actions.map(buttonOf) : []));
}

export function buttonOf({ title, data, associatedInputs }: Execute): WireButton {
  return { text: title, action: data, ...(associatedInputs !== 'none' && { sendsInputs: true }) };
}

function isInput(element: Element): element is Input {
  return element.type.startsWith('Input.');
}

const KINDS = {
  'Input.Text': 'text',
  'Input.ChoiceSet': 'choice',
  'Input.Date': 'date',
  'Input.Time': 'time',
} as const;

function inputOf(input: Input): WireInput {
  const { type, id, label, value, errorMessage } = input;
  return {
    id,
    label,
    kind: KINDS[type],
    ...(errorMessage && { required: errorMessage }),
    ...(value !== undefined && { value }),
    ...(input.type === 'Input.Text' && input.isMultiline && { isMultiline: true }),
    ...(input.type === 'Input.Text' && input.maxLength && { maxLength: input.maxLength }),
    ...(input.type === 'Input.ChoiceSet' && input.style === 'expanded' && { isExpanded: true }),
    ...(input.type === 'Input.ChoiceSet' && {
      choices: input.choices.map(({ title, value: chosen }) => ({ value: chosen, text: title })),
    }),
  };
}
