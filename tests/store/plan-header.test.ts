import { describe, expect, test } from 'vitest';
import { type FieldsByHand, fieldOf, isHeader, labelledField } from '../../store/plan/rules-columns.ts';
import { aTable } from '../support/plan-rows.ts';

const heads = (cells: readonly string[], byHand: FieldsByHand = {}) =>
  aTable([cells]).rows.some((row) => isHeader(row, byHand));

describe('a row heads a plan', () => {
  test.each([
    [['Tiltak', 'Ansvarlig']],
    [['Tiltak', 'Ansvarlig', 'Kommune']],
    [['Tiltak', 'Ansvarlig', 'Kommune', 'Merknad']],
    [['Tiltak']],
    [['Hva vil vi?', 'Når']],
    [['Hvordan få det til?', 'Når']],
    [['Aktuelle tiltak', 'Hvem er ansvarlig', 'Kort status']],
    [['Tiltak', '<', 'Ansvarlig']],
    [['', '', '', '', 'Tiltak', 'Ansvarlig']],
  ])('%j', (cells) => {
    expect(heads(cells)).toBe(true);
  });

  test.each([
    ['most of it says nothing', ['Tiltak', 'Ansvarlig', 'Kommune', 'Merknad', 'Sted']],
    ['nothing says what is to be done', ['Ansvarlig', 'Når', 'Status']],
    ['one name alone stands in it', ['Tiltak', '', '']],
    ['it names one thing twice', ['Tiltak', 'Aktivitet']],
    ['two names are guessed', ['Aktuelle tiltak', 'Hvem er ansvarlig']],
    ['three are guessed, and one is none', ['Aktuelle tiltak', 'Hvem er ansvarlig', 'Kort status', 'Merknad']],
    ['what is covered from the left names nothing', ['Tiltak', '<', '<']],
    ['nothing stands in it', ['', '']],
  ])('not where %s', (_why, cells) => {
    expect(heads(cells)).toBe(false);
  });

  test('that has a column set by hand, and no other row for it', () => {
    expect(heads(['Oppdrag', 'Kommune'], { 'OPPDRAG:': 'text' })).toBe(true);
    expect(heads(['Sted', 'Kommune'], { Oppdrag: 'text' })).toBe(false);
  });
});

describe('a heading that is long', () => {
  test('is a column’s up to sixty signs', () => {
    expect(fieldOf(`Ansvarlig ${'x'.repeat(50)}`)).toMatchObject({ field: 'owner' });
    expect(fieldOf(`Ansvarlig ${'x'.repeat(51)}`)).toBeUndefined();
  });

  test('points to a column by a word in it up to forty', () => {
    expect(fieldOf(`${'x'.repeat(33)} status`)).toMatchObject({ field: 'status', isGuessed: true });
    expect(fieldOf(`${'x'.repeat(34)} status`)).toBeUndefined();
  });
});

describe('a label', () => {
  test.each([
    ['Mål', 'goal'],
    ['Mål 2', 'goal'],
    ['Mål 12', 'goal'],
    ['Mål 2.10.3', 'goal'],
    ['Mål2', 'goal'],
    ['Mål 2 ', 'goal'],
    ['Innsatsområde 2', 'focusArea'],
  ])('«%s» is for %s, whatever its number', (label, field) => {
    expect(labelledField(label)).toBe(field);
  });

  test.each(['Tiltak 2', '2 Innsatsområde', 'Våre innsatsområder', 'Rekruttering', '2', ''])(
    '«%s» is for nothing',
    (label) => {
      expect(labelledField(label)).toBeUndefined();
    },
  );
});
