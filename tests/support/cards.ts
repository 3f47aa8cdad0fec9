import { AdaptiveCard, CardElement, HostConfig, SerializationContext, Versions } from 'adaptivecards';
import { expect } from 'vitest';
import { cardActionSchema } from '../../cards/actions.ts';
import type { Card, Element, Execute, Input } from '../../cards/elements.ts';
import { MAX_MESSAGE_BYTES, messageBytes } from '../../cards/size.ts';

/** Every element of a card, containers opened. */
export function elementsOf(card: Card): readonly Element[] {
  const open = (element: Element): readonly Element[] =>
    element.type === 'Container' ? [element, ...element.items.flatMap(open)] : [element];
  return card.body.flatMap(open);
}

export const inputsOf = (card: Card): readonly Input[] =>
  elementsOf(card).filter((element): element is Input => element.type.startsWith('Input.'));

export const buttonsOf = (card: Card): readonly Execute[] =>
  elementsOf(card).flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));

/** The button with this title. */
export function buttonOf(card: Card, title: string): Execute {
  const found = buttonsOf(card).find((button) => button.title === title);
  if (found === undefined) throw new Error(`no button «${title}»`);
  return found;
}

/** All that can be read on a card, as one text. */
export function wordsOf(card: Card): string {
  return JSON.stringify(card.body).replaceAll('\\\\', '');
}

/** How many buttons Teams shows in one row; it leaves out what goes beyond. */
const MOST_ACTIONS = 6;

/** Checks a card the way Teams would, and what design 5 asks of every card. */
export function expectValidCard(card: Card): void {
  expect(complaintsAbout(card)).toEqual([]);
  expect(card.version).toBe('1.5');
  expect(messageBytes(card)).toBeLessThanOrEqual(MAX_MESSAGE_BYTES);
  const inputs = inputsOf(card);
  expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
  for (const input of inputs) {
    expect(input.id).not.toBe('');
    expect(input.label).not.toBe('');
    // Teams searches for what can be chosen in a people picker
    if (input.type === 'Input.ChoiceSet' && !input['choices.data']) expectChoices(input);
  }
  for (const element of elementsOf(card)) {
    if (element.type === 'ActionSet') expect(element.actions.length).toBeGreaterThan(0);
  }
  for (const button of buttonsOf(card)) {
    expect(cardActionSchema.parse(button.data).verb).toBe(button.verb);
    expect(button.fallback).toMatchObject({ type: 'Action.Submit', title: button.title, data: button.data });
    // a button without inputs of its own must not be blocked by an empty required field
    expect(button.fallback.associatedInputs).toBe(button.associatedInputs);
  }
}

/** There is something to choose, each once, and what is chosen is there. */
function expectChoices({ choices, value }: Extract<Input, { type: 'Input.ChoiceSet' }>): void {
  const values = choices.map((choice) => choice.value);
  expect(values.length).toBeGreaterThan(0);
  expect(new Set(values).size).toBe(values.length);
  for (const { title } of choices) expect(title.trim()).not.toBe('');
  if (value !== undefined) expect(values).toEqual(expect.arrayContaining(value.split(',')));
}

/** All that can be read on a card with its facts, line by line, as people read it: without the signs of Markdown. */
export function linesOf(card: Card): readonly string[] {
  const read = (text: string) => text.replace(/\\(.)/g, '$1').replaceAll('**', '').replaceAll('\u00a0', ' ');
  return elementsOf(card).flatMap((element) => {
    if (element.type === 'TextBlock') return read(element.text);
    // what stands side by side is read as one line
    if (element.type === 'ColumnSet') {
      const words = element.columns.flatMap(({ items }) => items.map(({ text }) => read(text).trim()));
      return words.filter((word) => word !== '').join(' ');
    }
    if (element.type === 'FactSet') return element.facts.map(({ title, value }) => `${title}: ${read(value)}`);
    return [];
  });
}

/** Teams has its people picker in cards of version 1.5, and fills it itself; the library waits for version 1.6. */
const OF_PICKERS: readonly string[] = [
  'Property "choices.data" is supported in version 1.6, but you are using version 1.5.',
  'An Input.ChoiceSet must have at least one choice defined.',
];

function complaintsAbout(card: Card): readonly string[] {
  // adaptivecards 3.0.6 keeps the state of this global regular expression between parses
  if (CardElement.langProperty.regEx !== undefined) CardElement.langProperty.regEx.lastIndex = 0;
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: MOST_ACTIONS } });
  parsed.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const validation = parsed.validateProperties().validationEvents.map(({ message }) => message);
  const hasPicker = inputsOf(card).some((input) => 'choices.data' in input);
  return [...parsing, ...validation].filter((message) => !(hasPicker && OF_PICKERS.includes(message)));
}
