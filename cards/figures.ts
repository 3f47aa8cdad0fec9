import { type Column, type Element, plain, type Tone } from './elements.ts';

/** Numbers side by side, each over its word. */
export function figures(entries: readonly (readonly [string, string])[]): Element {
  const columns = entries.map(
    ([value, word]): Column => ({
      type: 'Column',
      width: 1,
      items: [
        { type: 'TextBlock', text: plain(value), wrap: true, size: 'ExtraLarge', weight: 'Bolder' },
        { type: 'TextBlock', text: plain(word), wrap: true, spacing: 'None' },
      ],
    }),
  );
  return { type: 'ColumnSet', columns };
}

const BAR = 40;

/** A word, a bar as long as its share, and its number: the bar says nothing that the number does not say. */
export function bar(word: string, n: number, of: number, said: string, tone: Tone): Element {
  const filled = of === 0 ? 0 : Math.max(n > 0 ? 1 : 0, Math.round((BAR * n) / of));
  const blank = (width: number, style?: Tone): Column[] =>
    width === 0 ? [] : [{ type: 'Column', width, spacing: 'None', ...(style && { style }), items: [] }];
  const words = (width: number, text: string): Column => ({
    type: 'Column',
    width,
    verticalContentAlignment: 'Center',
    items: [{ type: 'TextBlock', text: plain(text), wrap: true }],
  });
  const columns = [words(30, word), ...blank(filled, tone), ...blank(BAR - filled), words(20, said)];
  return { type: 'ColumnSet', spacing: 'Small', columns };
}
