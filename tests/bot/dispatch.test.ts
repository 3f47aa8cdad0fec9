import { describe, expect, test } from 'vitest';
import { readAction } from '../../bot/dispatch.ts';
import { button, card, paragraph, submit } from '../../cards/elements.ts';
import { emptiable } from '../../cards/emptiable.ts';
import { buttonsOf } from '../support/cards.ts';

const keep = { verb: 'sak.keep', sakId: 'sak-1' } as const;

describe('a form that says which inputs it has', () => {
  const form = emptiable(
    card(
      paragraph('Ny sak'),
      { type: 'Input.Text', id: 'title', label: 'Tittel' },
      { type: 'Container', items: [{ type: 'Input.Text', id: 'links', label: 'Lenker' }] },
      { type: 'ActionSet', actions: [submit('Lagre', keep), button('Avbryt', { verb: 'help.show' })] },
    ),
  );
  const [save, cancel] = buttonsOf(form);

  test('is read with nothing in those that were left empty, for clients leave them out', () => {
    expect(readAction({ ...save?.data, title: 'Ny' })).toEqual({ ...keep, title: 'Ny', links: '' });
    // an older client sends what the button falls back to
    expect(readAction({ ...save?.fallback.data })).toEqual({ ...keep, title: '', links: '' });
  });

  test('says nothing of them where a button sends no inputs', () => {
    expect(cancel?.data).toEqual({ verb: 'help.show' });
  });

  test('keeps what it has no room for: a form from before, and an input that is not shown, say nothing', () => {
    expect(readAction({ ...keep, title: 'Ny' })).toEqual({ ...keep, title: 'Ny' });
    expect(readAction({ ...keep, shown: 'title' })).toEqual({ ...keep, title: '' });
  });
});

test.each<[string, unknown]>([
  ['a number', 7],
  ['a list', ['title']],
  ['more than any form has', 'x,'.repeat(5000)],
])('what a crafted card says it shows changes nothing when it is %s', (_what, shown) => {
  expect(readAction({ ...keep, shown, title: 'Ny' })).toEqual({ ...keep, title: 'Ny' });
});

test('what a crafted card says it shows puts nothing in place of what it sends', () => {
  expect(readAction({ ...keep, shown: 'verb,sakId,title,__proto__', title: 'Ny' })).toEqual({ ...keep, title: 'Ny' });
});
