import {
  type CardElement,
  CardObjectRegistry,
  type ChoiceSetInput,
  GlobalRegistry,
  SerializationContext,
} from 'adaptivecards';

/** How a page reads a card: like the library, with choices of its own. */
export function readingWith(choices: new () => ChoiceSetInput): SerializationContext {
  const registry = new CardObjectRegistry<CardElement>();
  GlobalRegistry.populateWithDefaultElements(registry);
  registry.register('Input.ChoiceSet', choices);
  const context = new SerializationContext();
  context.setElementRegistry(registry);
  return context;
}
