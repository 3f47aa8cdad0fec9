import { describe, expect, test } from 'vitest';
import { elementsOf, expectValidCard } from '../support/cards.ts';
import { gallery } from '../support/gallery.ts';

describe('every card in each of its shapes', () => {
  test.each(Object.entries(gallery))('%s: a card that Teams takes, with buttons that the bot knows', (_name, card) => {
    expectValidCard(card);
    // Teams shows six buttons in a row, and hides the rest
    for (const element of elementsOf(card))
      if (element.type === 'ActionSet') expect(element.actions.length).toBeLessThan(7);
  });
});
