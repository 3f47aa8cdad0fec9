import { describe, expect, test } from 'vitest';
import { columnsUnder } from '../../store/plan/rules-header.ts';
import { aTable } from '../support/plan-rows.ts';

/** What each column under a header holds; with «?» where that is a guess. */
const fieldsUnder = (header: readonly string[], ...body: readonly (readonly string[])[]) => {
  const [first, ...rows] = aTable([header, ...body]).rows;
  if (first === undefined) throw new Error('no header');
  return columnsUnder(first, rows, {}).map(({ field, isGuessed }) => `${field}${isGuessed ? '?' : ''}`);
};

describe('what a column holds', () => {
  test('is no guess where nobody knows', () => {
    expect(fieldsUnder(['Tiltak', 'Merknad'])).toEqual(['text', 'other']);
  });

  test('is the newest status of those that are as sure', () => {
    expect(fieldsUnder(['Tiltak', 'Status 2023', 'Status 2024'])).toEqual(['text', 'other', 'status']);
    expect(fieldsUnder(['Tiltak', 'Status', 'Kort status'])).toEqual(['text', 'status', 'other']);
    expect(fieldsUnder(['Tiltak', 'Kort status', 'Status'])).toEqual(['text', 'other', 'status']);
    expect(fieldsUnder(['Tiltak', 'Kort status', 'Egen status'])).toEqual(['text', 'other', 'status?']);
  });

  test('is the first of other things that are as sure, and no guess where another is surer', () => {
    expect(fieldsUnder(['Tiltak', 'Oppgave', 'Aktuelle tiltak'])).toEqual(['text', 'other', 'other']);
    expect(fieldsUnder(['Aktuelle tiltak', 'Flere tiltak', 'Når'])).toEqual(['text?', 'other', 'due']);
  });

  test('is what is to be done under «Hvordan få det til?» as sure as its heading, under the goal a guess', () => {
    expect(fieldsUnder(['Hvordan få det til?', 'Når'])).toEqual(['text', 'due']);
    expect(fieldsUnder(['Slik og hvordan', 'Når'])).toEqual(['text?', 'due']);
    expect(fieldsUnder(['Mål', 'Når'])).toEqual(['text?', 'due']);
    expect(fieldsUnder(['Mål', 'Hvordan', 'Tiltak'])).toEqual(['goal', 'how', 'text']);
  });
});

describe('a column of letters or numbers', () => {
  test.each(['a)', 'B', 'åa.', '1', '1.2', '10.20.3)', 'II'])('is known by «%s»', (point) => {
    expect(fieldsUnder(['', 'Tiltak'], [point, 'x'])).toEqual(['point', 'text']);
  });

  test.each(['abc', '1 a', 'a) og', '1..2', '1.a', '?', '(a'])('is not known by «%s»', (text) => {
    expect(fieldsUnder(['', 'Tiltak'], [text, 'x'])).toEqual(['other', 'text']);
  });

  test('has nothing else in it, and may be empty here and there', () => {
    expect(fieldsUnder(['', 'Tiltak'], ['', 'x'], ['a)', 'y'], [])).toEqual(['point', 'text']);
    expect(fieldsUnder(['', 'Tiltak'], ['Kommune', 'x'], ['a)', 'y'])).toEqual(['other', 'text']);
    expect(fieldsUnder(['', 'Tiltak'], ['a)', 'x'], ['Kommune', 'y'])).toEqual(['other', 'text']);
    expect(fieldsUnder(['', 'Tiltak'], ['', 'x'])).toEqual(['other', 'text']);
    expect(fieldsUnder(['', 'Tiltak'])).toEqual(['other', 'text']);
  });

  test('numbers the tiltak only where no heading says which one does, and only once', () => {
    expect(fieldsUnder(['', 'Nr', 'Tiltak'], ['a)', '1', 'x'])).toEqual(['other', 'point', 'text']);
    expect(fieldsUnder(['', '', 'Tiltak'], ['a)', '1', 'x'])).toEqual(['point', 'other', 'text']);
  });

  test('has no heading of its own', () => {
    expect(fieldsUnder(['Merknad', 'Tiltak'], ['a)', 'x'])).toEqual(['other', 'text']);
  });

  test('is the first of those that share a heading', () => {
    expect(fieldsUnder(['Tiltak', '<', '<'], ['1.', 'x', 'y'])).toEqual(['point', 'text', 'text']);
    expect(fieldsUnder(['Tiltak', '<', '<'], ['Lage plan', '1.', 'x'])).toEqual(['text', 'text', 'text']);
    expect(fieldsUnder(['Tiltak', '<'], ['Lage plan', '1.'])).toEqual(['text', 'text']);
  });
});
