import { expect, test } from 'vitest';
import { readPlan } from '../../store/plan/rules-read.ts';
import { aTable } from '../support/plan-rows.ts';

test('a plan may have 20,000 rows, and no more', () => {
  const problemsOf = (length: number) =>
    readPlan([aTable([['Hva vil vi?', 'Tiltak'], ...Array.from({ length }, () => ['', 'x'])])]).problems;
  expect(problemsOf(20_000)).toEqual([]);
  expect(problemsOf(20_001)).toEqual([{ problem: 'too-many-rows', most: 20_000 }]);
});
