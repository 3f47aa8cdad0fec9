import { describe, expect, test } from 'vitest';
import { card, paragraph } from '../../cards/elements.ts';
import { fitting, messageBytes } from '../../cards/size.ts';
import { expectValidCard } from '../support/cards.ts';
import { kinds, largestCards } from '../support/largest-cards.ts';

describe.each(kinds)('filled with %j, and as long as it may be', (kind) => {
  test.each(Object.entries(largestCards(kind)))('the card «%s» fits a message, and is valid', (_name, shown) => {
    expectValidCard(shown);
  });
});

describe('fitting', () => {
  const lines = (count: number) => card(...Array.from({ length: count }, () => paragraph('x'.repeat(1000))));

  test('shows as many as fit', () => {
    const shown = fitting(lines, 100);
    expect(messageBytes(shown)).toBeLessThanOrEqual(40 * 1024);
    expect(messageBytes(lines(shown.body.length + 1))).toBeGreaterThan(40 * 1024);
  });

  test('shows all when they fit, and one at least', () => {
    expect(fitting(lines, 3).body).toHaveLength(3);
    expect(fitting(() => card(paragraph('x'.repeat(50_000))), 5).body).toHaveLength(1);
    expect(fitting(lines, 0).body).toHaveLength(0);
  });
});
