import { describe, expect, test } from 'vitest';
import type { Card, Element } from '../../cards/elements.ts';
import { buttonsOf, elementsOf, inputsOf } from '../support/cards.ts';
import { gallery } from '../support/gallery.ts';

/** What a telephone shows of a choice on one line. */
const ONE_LINE = 30;

const cards = Object.entries(gallery);
const isHeading = (element: Element) => element.type === 'TextBlock' && element.style === 'heading';
/** What stands on the buttons, and what is told of them besides. */
const told = (card: Card) =>
  buttonsOf(card).map(({ title, tooltip = title, data }) => ({ title, tooltip, data: JSON.stringify(data) }));
/** The links in the texts of a card, by their words and where they lead. */
const linksOf = (card: Card) =>
  elementsOf(card).flatMap((element) =>
    element.type === 'TextBlock' ? [...element.text.matchAll(/(?<!\\)\[(.*?)(?<!\\)\]\((.*?)\)/g)] : [],
  );

describe('whoever cannot see a card, or not all of it at once', () => {
  test.each(cards)('%s: can tell any two buttons apart by what they are called', (_name, card) => {
    const said = new Map<string, string>();
    for (const { title, tooltip, data } of told(card)) {
      // a client may take it for the name, which must hold what stands on the button
      expect(tooltip.startsWith(title)).toBe(true);
      expect(said.get(tooltip) ?? data, `«${tooltip}» does two things`).toBe(data);
      said.set(tooltip, data);
    }
  });

  test.each(cards)('%s: is told what must be filled in, and can read each choice to its end', (_name, card) => {
    for (const input of inputsOf(card)) {
      if (input.isRequired) expect(input.errorMessage ?? '', input.label).not.toBe('');
      if (input.type !== 'Input.ChoiceSet' || input.style !== 'expanded') continue;
      const longest = Math.max(...input.choices.map(({ title }) => title.length));
      if (longest > ONE_LINE) expect(input.wrap, input.label).toBe(true);
    }
  });

  test.each(cards)(
    '%s: finds its way: the first that is read is the heading, and a link says where it leads',
    (_name, card) => {
      const [first] = elementsOf(card).filter(({ type }) => type !== 'Container');
      const isOneSentence = elementsOf(card).every(({ type }) => type === 'TextBlock' || type === 'ActionSet');
      if (!isOneSentence && first) expect(isHeading(first)).toBe(true);
      expect(card.lang).toBe('nb');
      for (const [, words = '', address] of linksOf(card)) {
        expect(words.length, address).toBeGreaterThan(3);
        expect(words).not.toMatch(/^(her|lenke|les mer|klikk her|https?:.*)$/i);
      }
    },
  );
});
