import { expect, test } from 'vitest';
import { partsOf } from '../../store/plan/table.ts';

const cells: readonly (readonly [what: string, text: string, parts: readonly string[]])[] = [
  ['is empty', '', []],
  ['holds nothing but white space', ' \n\u00a0', []],
  ['is one text', 'Lage plan og side', ['Lage plan og side']],
  ['begins and ends with spaces', ' Lage plan ', ['Lage plan']],
  ['ends with a space', 'Lage plan ', ['Lage plan']],
  ['has two spaces', 'Lage  plan', ['Lage plan']],
  ['has a tab', 'Lage\tplan', ['Lage plan']],
  ['has a space that does not break', 'Lage\u00a0plan', ['Lage plan']],
  ['has two lines', 'Lage\nplan', ['Lage', 'plan']],
  ['has a line of the kind that only Unicode has', 'Lage\u2028plan', ['Lage', 'plan']],
  ['has an empty line', 'Lage\n\nplan', ['Lage', 'plan']],
  ['has a bar between two', 'Lage | plan', ['Lage', 'plan']],
  ['has a bar within a word', 'ja|nei', ['ja|nei']],
  ['has a soft hyphen', 'pasient\u00adforløp', ['pasientforløp']],
  ['has what joins two letters', 'a\u200db\u2060c\u200be', ['abce']],
  ['begins with a mark of the order of bytes', '\ufeffLage plan', ['Lage plan']],
];

test.each(cells)('a cell that %s has these parts', (_what, text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});
