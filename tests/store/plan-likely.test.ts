import { describe, expect, test } from 'vitest';
import { fold, likelyPairs } from '../../store/plan/rules-match-like.ts';
import type { Written } from '../../store/tiltak/record.ts';

const said = (text: string, more: Partial<Written> = {}): Written => ({
  focusArea: 'A',
  text,
  owner: '',
  due: '',
  status: '',
  ...more,
});
/** Which rows are which tiltak, where these are known already. */
const pairs = (
  rows: readonly Written[],
  units: readonly Written[],
  found: readonly (readonly [number, number])[] = [],
) => likelyPairs({ rows, units, found: new Map(found) });

const PLAN = 'Utarbeide plan for bedre overganger';
// of the letters of `PLAN` these have nine of ten, seven of ten, and half
const NEAR = 'Utarbeide plan for bedre overgang';
const HALFWAY = 'Utarbeide en felles plan for gode overganger';
const FAR = 'Utarbeide rutine for overganger i hele regionen';

describe('a text that was edited', () => {
  test.each<[string, string, Partial<Written>, Partial<Written>, boolean]>([
    ['a little, anywhere', NEAR, {}, { focusArea: 'B' }, true],
    ['more, under its focus area', HALFWAY, {}, {}, true],
    ['more, under another one', HALFWAY, {}, { focusArea: 'B' }, false],
    ['much, at its point', FAR, { point: 'a)' }, { point: 'a)' }, true],
    ['much, at another point', FAR, { point: 'a)' }, { point: 'b)' }, false],
    ['much, at the same point of another goal', FAR, { point: 'a)', goal: 'x' }, { point: 'a)' }, false],
    ['much, at no point', FAR, { point: '' }, { point: '' }, false],
    ['much, where points are not told', FAR, {}, {}, false],
    [
      'in every word, at its point',
      'Utarbeid planer',
      { point: 'a)' },
      { point: 'a)', text: 'Utarbeide planene' },
      true,
    ],
    ['much, with the status that it had', FAR, { status: 'I rute' }, { status: 'I rute' }, false],
  ])('%s', (_how, text, row, unit, isFound) => {
    // another one before, so that it stands between no others
    const other = said('Noe', { focusArea: 'C' });
    const all = [said(PLAN, unit), other];
    expect(pairs([other, said(text, row)], all, [[0, 1]])).toEqual(isFound ? [[1, 0]] : []);
  });

  test('is the one that is most alike, and each is one at most', () => {
    expect(pairs([said(HALFWAY), said(NEAR)], [said(PLAN)])).toEqual([[1, 0]]);
    expect(pairs([said(NEAR)], [said(HALFWAY), said(PLAN)])).toEqual([[0, 1]]);
    expect(pairs([said(NEAR), said('Lære av avvik')], [said('Lære av avvikene'), said(PLAN)])).toEqual(
      expect.arrayContaining([
        [0, 1],
        [1, 0],
      ]),
    );
  });

  test('is looked for where it stands before anywhere else', () => {
    const [here, there] = [said(HALFWAY, { point: 'a)' }), said(PLAN, { focusArea: 'B' })];
    expect(pairs([said(NEAR, { point: 'a)' })], [there, here])).toEqual([[0, 1]]);
  });

  test('is none of those that are found already', () => {
    expect(pairs([said(PLAN), said(NEAR)], [said(PLAN)], [[0, 0]])).toEqual([]);
    expect(pairs([said(PLAN)], [said(PLAN), said(NEAR)], [[0, 0]])).toEqual([]);
  });
});

describe('what stands between the same two as before', () => {
  const [first, last] = [said('Første'), said('Siste')];
  const between = (
    row: Written,
    unit: Written,
    ends: readonly [number, number][] = [
      [0, 0],
      [2, 2],
    ],
  ) => pairs([first, row, last], [first, unit, last], ends);
  const status = 'Arbeidet er i gang i alle kommuner';

  test('is found by its status, with a text that is another', () => {
    const [row, unit] = [said('Helt nytt', { status }), said(PLAN, { status: `${status} nå` })];
    expect(between(row, unit)).toEqual([[1, 1]]);
    expect(between({ ...row, status: '' }, { ...unit, status: '' })).toEqual([]);
    expect(between({ ...row, status: '' }, unit)).toEqual([]);
    expect(between({ ...row, focusArea: 'B' }, unit)).toEqual([]);
    expect(between({ ...row, goal: 'B' }, unit)).toEqual([]);
    expect(between(row, { ...unit, status: 'Ferdig' })).toEqual([]);
  });

  test('is found by a text that is much edited, when neither has a status', () => {
    expect(between(said(FAR), said(PLAN))).toEqual([[1, 1]]);
  });

  test('is found when its text was empty, or is now', () => {
    expect(between(said('Helt nytt'), said(''))).toEqual([[1, 1]]);
    expect(between(said(''), said('Helt nytt'))).toEqual([[1, 1]]);
  });

  test('is found at the beginning and at the end too', () => {
    const [row, unit] = [said('Helt nytt', { status }), said(PLAN, { status })];
    expect(pairs([row, last], [unit, last], [[1, 1]])).toEqual([[0, 0]]);
    expect(pairs([first, row], [first, unit], [[0, 0]])).toEqual([[1, 1]]);
    expect(pairs([row], [unit])).toEqual([[0, 0]]);
  });

  test('is not found where something else comes before or after', () => {
    const [row, unit] = [said('Helt nytt', { status }), said(PLAN, { status })];
    expect(between(row, unit, [[0, 0]])).toEqual([[2, 2]]);
    expect(between(row, unit, [[2, 2]])).toEqual([[0, 0]]);
    expect(pairs([first, row], [first, unit, last], [[0, 0]])).toEqual([]);
    expect(pairs([first, row], [first], [[0, 0]])).toEqual([]);
    expect(pairs([first, row], [unit, first], [[0, 1]])).toEqual([]);
    expect(
      pairs(
        [first, row, last],
        [first, last, unit],
        [
          [0, 0],
          [2, 1],
        ],
      ),
    ).toEqual([]);
  });
});

test('texts are compared without case and spaces', () => {
  expect(fold('  Lage\n  PLAN ')).toBe('lage plan');
  expect(fold('A\u030a')).toBe('å');
});

describe('in a large plan', () => {
  const words = (n: number) => `ord${n}a ord${n}b ord${n}c`;

  test('the one that shares most words is found among many that share one', () => {
    const many = Array.from({ length: 30 }, (_, n) => said(`Utarbeide ${words(n)}`, { focusArea: 'B' }));
    expect(pairs([said(NEAR)], [...many, said(PLAN)])).toEqual([[0, 30]]);
    expect(pairs([said(NEAR)], [said(PLAN), ...many])).toEqual([[0, 0]]);
    expect(pairs([said(NEAR)], [...many.slice(15), said(PLAN), ...many.slice(0, 15)])).toEqual([[0, 15]]);
  });

  test('a word of more than two hundred finds nothing', () => {
    // alike in their letters, and in no other word
    const likely = (count: number) => {
      const many = Array.from({ length: count - 1 }, (_, n) => said(`Evaluere ${words(n)}`, { focusArea: 'B' }));
      return pairs([said('Evaluere samhandlingsavtalene')], [said('Evaluere samhandlingsavtalen'), ...many]);
    };
    expect(likely(200)).toEqual([[0, 0]]);
    expect(likely(201)).toEqual([]);
  });
});
