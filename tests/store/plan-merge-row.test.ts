import { describe, expect, test } from 'vitest';
import { changesIn, isUntouched } from '../../store/plan/rules-merge-row.ts';
import type { WantedRow } from '../../store/plan/wanted.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { aRow, merged, planAfter, said } from '../support/plans.ts';

const ROW = aRow('Lage plan', {
  ...{ focusArea: 'A', goal: 'G', how: 'H', point: 'a)' },
  ...{ owner: 'FSU BU', due: '2026', dueOn: '2026-12-31', status: 'I rute' },
});
const readInto = (existing: readonly Tiltak[], row: WantedRow): Tiltak => {
  const [one] = planAfter(existing, merged(existing, [row]));
  if (one === undefined) throw new Error('nothing was read');
  return one;
};
const stored = () => readInto([], ROW);

describe('a row that is read into its tiltak', () => {
  test('gives it its place, and takes away what stands there no more', () => {
    expect(stored().place).toEqual({ focusArea: 'A', goal: 'G', how: 'H', point: 'a)' });
    const { goal: _goal, how: _how, ...rest } = ROW;
    expect(readInto([stored()], rest).place).toEqual({ focusArea: 'A', point: 'a)' });
  });

  test('adds prose that is new, and none that is empty or was said last', () => {
    const answered: Tiltak = { ...stored(), statuses: [...stored().statuses, said({ text: 'Snart ferdig' })] };
    const count = (status: string) => readInto([answered], { ...ROW, status }).statuses.length;
    expect([count(''), count('snart  FERDIG'), count('Utsatt')]).toEqual([2, 2, 3]);
  });

  test('leaves an owner that was changed since, and takes one that the file changes', () => {
    const changed: Tiltak = { ...stored(), owner: 'SEKR', contactIds: ['lise'] };
    expect(readInto([changed], ROW)).toMatchObject({ owner: 'SEKR', contactIds: ['lise'] });
    const taken = readInto([changed], { ...ROW, owner: 'Lederen' });
    expect(taken).toMatchObject({ owner: 'Lederen', ownerRef: { kind: 'role', role: 'chair' } });
    expect(taken).not.toHaveProperty('contactIds');
    expect(readInto([changed], { ...ROW, owner: '' })).not.toHaveProperty('owner');
  });

  test('leaves a last day that was changed since, and takes one that the file changes', () => {
    const changed: Tiltak = { ...stored(), due: 'mai 2027', dueOn: '2027-05-31' };
    expect(readInto([changed], ROW)).toMatchObject({ due: 'mai 2027', dueOn: '2027-05-31' });
    expect(readInto([changed], { ...ROW, due: '2028', dueOn: '2028-12-31' })).toMatchObject({ dueOn: '2028-12-31' });
    const { dueOn: _day, ...undated } = ROW;
    expect(readInto([changed], { ...undated, due: '' })).not.toHaveProperty('dueOn');
  });
});

test('what people see a difference in is each field, and whether it is in the plan', () => {
  const other: Tiltak = {
    ...stored(),
    ...{ text: 'Ny', owner: 'SEKR', due: '2027', state: 'closed', statuses: [said({ text: 'Utsatt' })] },
    place: { focusArea: 'B', goal: 'g', point: 'b)' },
  };
  expect(changesIn(stored(), other).map(({ field, before, after: now }) => [field, before, now])).toEqual([
    ['state', 'open', 'closed'],
    ['text', 'Lage plan', 'Ny'],
    ['focusArea', 'A', 'B'],
    ['how', 'H', ''],
    ['point', 'a)', 'b)'],
    ['owner', 'FSU BU', 'SEKR'],
    ['due', '2026', '2027'],
    ['status', 'I rute', 'Utsatt'],
  ]);
  expect(changesIn(stored(), stored())).toEqual([]);
});

describe('a tiltak is as it was', () => {
  test('when nothing is other', () => {
    expect(isUntouched(stored(), stored())).toBe(true);
  });

  test.each<[string, Partial<Tiltak>]>([
    ['its order', { order: 9 }],
    ['its cells', { cells: ['x'] }],
    ['its part', { part: 2 }],
    ['its text', { text: 'x' }],
    ['its place', { place: { focusArea: 'A', goal: 'G', how: 'H' } }],
    ['its owner', { owner: 'x' }],
    ['who is asked', { contactIds: ['x'] }],
    ['its last day', { dueOn: '2027-01-01' }],
    ['what was said of it', { statuses: [] }],
    ['whether it stands in the plan', { state: 'closed' }],
    ['what the file said', { imported: { text: 'Lage plan', owner: '', due: '', status: '' } }],
  ])('not when %s is', (_what, changes) => {
    expect(isUntouched(stored(), { ...stored(), ...changes })).toBe(false);
  });
});
