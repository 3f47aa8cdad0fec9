import { describe, expect, test } from 'vitest';
import { mergePlan } from '../../store/plan/rules-merge.ts';
import { understoodIn } from '../../store/plan/rules-understood.ts';
import type { WantedRow } from '../../store/plan/wanted.ts';
import { aPlan, aRow, DIRECTORY, merged, planAfter } from '../support/plans.ts';
import { NOW } from '../support/records.ts';

const LATER = new Date(NOW.getTime() + 3_600_000);
const stored = (rows: readonly WantedRow[]) => planAfter([], merged([], rows));

describe('the id of a new tiltak', () => {
  /** Ids that show what they follow from. */
  const idsOf = (...rows: readonly WantedRow[]) => {
    const idOf = (...parts: readonly string[]) => parts.join('/');
    const importing = { plan: aPlan(), by: 'siv', now: NOW, idOf };
    return mergePlan([], rows, understoodIn(aPlan(), DIRECTORY, undefined), importing).added.map(({ id }) => id);
  };

  test('follows from its plan, from where it stands, and from what it says', () => {
    const place = { focusArea: 'A', goal: 'G', point: 'a)' };
    expect(idsOf(aRow('Lage plan', place), aRow('Lage plan'))).toEqual([
      'plan-1/A/G/a)/Lage plan/',
      'plan-1////Lage plan/',
    ]);
  });

  test('follows from what the file says of a row that somebody has mended or divided', () => {
    const read = { focusArea: 'A', text: 'Lage kurs | Holde fagdag', owner: '', due: '', status: '' };
    expect(idsOf(aRow('Lage kurs', { read, part: 1 }), aRow('Holde fagdag', { read, part: 2 }))).toEqual([
      'plan-1/A///Lage kurs | Holde fagdag/1',
      'plan-1/A///Lage kurs | Holde fagdag/2',
    ]);
  });

  test('is counted up where it is another’s', () => {
    const row = aRow('Møtes');
    const id = 'plan-1////Møtes/';
    expect(idsOf(row, { ...row, line: 3 }, { ...row, line: 4 }, { ...row, line: 5 })).toEqual([
      id,
      `${id}/2`,
      `${id}/3`,
      `${id}/4`,
    ]);
  });

  test('is no other’s that said the same before', () => {
    const edited = stored([aRow('Lage en felles plan')]);
    const before = planAfter(edited, merged(edited, [aRow('Lage en felles plan for alle')]));
    const { added, changed, unchanged } = merged(before, [
      aRow('Lage en felles plan for alle'),
      aRow('Lage en felles plan', { line: 3 }),
    ]);
    expect([added.length, changed.length, unchanged.length]).toEqual([1, 0, 1]);
    expect(added[0]?.id).not.toBe(before[0]?.id);
  });
});

describe('what is not in a file any more', () => {
  test('stands after what is, in the order that it had', () => {
    const before = stored(['a', 'b', 'c', 'd'].map((text, n) => aRow(text.repeat(9), { line: n + 2 })));
    const { moved } = merged(before, [aRow('eeeeeeeee')]);
    expect(moved.map(({ after }) => [after.text, after.order])).toEqual([
      ['aaaaaaaaa', 1],
      ['bbbbbbbbb', 2],
      ['ccccccccc', 3],
      ['ddddddddd', 4],
    ]);
    expect(moved.map((one) => one.before)).toEqual(before);
  });

  test('is moved as it has become meanwhile', () => {
    const before = stored([aRow('Lage plan'), aRow('Rekruttere', { line: 3 })]);
    const { moved } = merged(before, [aRow('Rekruttere')]);
    const [first] = before;
    if (first === undefined) throw new Error('nothing was stored');
    const now = { ...first, owner: 'SEKR' };
    expect(moved.map(({ apply }) => apply(now))).toEqual([{ ...now, order: 1 }]);
  });
});

test('what a file changes says who read it, and when', () => {
  const before = stored([aRow('Lage plan', { status: 'I rute' })]);
  const [now] = planAfter(before, merged(before, [aRow('Lage plan', { status: 'Ferdig' })], aPlan(), LATER));
  expect(now?.statuses.at(-1)).toMatchObject({ text: 'Ferdig', at: LATER, by: 'siv', from: 'plan' });
  expect(now?.history).toEqual([
    { at: NOW, by: 'siv', what: 'imported' },
    { at: LATER, by: 'siv', what: 'import-changed' },
  ]);
  const [again] = planAfter(before, merged(before, [aRow('Lage plan', { status: 'I rute' })], aPlan(), LATER));
  expect(again).toEqual(before[0]);
});
