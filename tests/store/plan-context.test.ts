import { describe, expect, test } from 'vitest';
import { contextOf, isTitle, labelled } from '../../store/plan/rules-headings.ts';
import { aTable } from '../support/plan-rows.ts';

/** What is known of the first of tables with these headings. */
const about = (tables: readonly (readonly string[])[], hasGoal = false) => {
  const all = tables.map((headings) => aTable([], { headings }));
  return contextOf(all[0] ?? aTable([]), all, hasGoal);
};

describe('the headings before a table', () => {
  test.each<[string, readonly (readonly string[])[], object]>([
    ['none', [[]], {}],
    ['one', [['A']], { focusArea: 'A' }],
    [
      'two, of which the first stands over all tables',
      [
        ['T', 'A'],
        ['T', 'B'],
      ],
      { focusArea: 'A' },
    ],
    ['two, of which the first stands over all that have any', [['T', 'A'], ['T'], []], { focusArea: 'A' }],
    [
      'two that are called the same',
      [
        ['A', 'A'],
        ['A', 'A'],
      ],
      { focusArea: 'A' },
    ],
    ['one that all share, where none has more', [['T'], ['T']], { focusArea: 'T' }],
    [
      'two, where the tables share none',
      [
        ['T', 'A'],
        ['S', 'B'],
      ],
      { focusArea: 'T', goal: 'A', isGuessed: true },
    ],
    ['two over the only table', [['T', 'A']], { focusArea: 'T', goal: 'A', isGuessed: true }],
    ['three', [['T', 'A', 'B']], { focusArea: 'A', goal: 'B', isGuessed: true }],
    ['a focus area by its label, and another below', [['Innsatsområde: X', 'Y']], { focusArea: 'X', goal: 'Y' }],
    ['two labels of one kind: the inner one', [['Innsatsområde: X', 'Innsatsområde: Z']], { focusArea: 'Z' }],
    ['a goal by its label', [['Hva vil vi? G']], { goal: 'G' }],
    ['another above a goal by its label', [['Y', 'Hva vil vi? G']], { focusArea: 'Y', goal: 'G' }],
    ['a label alone, and a title', [['Handlingsplan 2026', 'Innsatsområde']], {}],
  ])('%s', (_what, tables, context) => {
    expect(about(tables)).toEqual(context);
  });

  test('say no goal where the table has a column for it', () => {
    expect(about([['T', 'A']], true)).toEqual({ focusArea: 'A' });
    expect(about([['Y', 'Hva vil vi? G']], true)).toEqual({ focusArea: 'Y' });
  });

  test('are uncertain where they may be none, save where they say nothing', () => {
    const guessed = (headings: readonly string[]) => {
      const table = aTable([], { headings, areHeadingsGuessed: true });
      return contextOf(table, [table], false);
    };
    expect(guessed(['A'])).toEqual({ focusArea: 'A', isGuessed: true });
    expect(guessed(['Handlingsplan'])).toEqual({});
  });
});

describe('a heading', () => {
  test.each([
    ['Innsatsområde 2: Rekruttering', { field: 'focusArea', text: 'Rekruttering' }],
    ['Hva vil vi?: Møtes', { field: 'goal', text: 'Møtes' }],
    ['Mål:Møtes', { field: 'goal', text: 'Møtes' }],
    ['Mål:  Møtes', { field: 'goal', text: 'Møtes' }],
    ['Hva vil vi??: Møtes', { field: 'goal', text: 'Møtes' }],
    ['Hva vil vi?', { field: 'goal', text: '' }],
    ['Innsatsområde 2', { field: 'focusArea', text: '' }],
    ['Merk: alt skal med', { text: 'Merk: alt skal med' }],
    ['Om: Mål: Møtes', { text: 'Om: Mål: Møtes' }],
    ['Rekruttering', { text: 'Rekruttering' }],
  ])('«%s» is read with its label', (heading, read) => {
    expect(labelled(heading)).toEqual(read);
  });

  test.each(['Ny handlingsplan 2024', 'Status for tiltak', 'Ark1', 'Sheet 2', 'Tabell', '12', ''])(
    '«%s» says nothing but what kind of document it stands in',
    (heading) => {
      expect(isTitle(heading)).toBe(true);
    },
  );

  test.each(['Rekruttering', 'Plan for barn', 'Arkiv', 'Område 2'])('«%s» says what it is about', (heading) => {
    expect(isTitle(heading)).toBe(false);
  });
});
