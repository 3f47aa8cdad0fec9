import { expect, test } from 'vitest';
import type { WantedRow } from '../../store/plan/wanted.ts';
import { aPlan, aRow, merged, planAfter } from '../support/plans.ts';
import { NOW } from '../support/records.ts';

const LATER = new Date(NOW.getTime() + 3_600_000);
const imported = (rows: readonly WantedRow[]) => planAfter([], merged([], rows));

test('whatever stands in two files, reading one of them twice is reading it once', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const words = ['plan', 'overgang', 'fagdag', 'nettverk', 'rekruttere', 'evaluere', 'digital', 'barn'];
  const some = () =>
    Array.from({ length: random(9) }, (_, n) =>
      aRow(Array.from({ length: random(4) }, () => words[random(words.length)]).join(' '), {
        line: n + 2,
        focusArea: words[random(2)] ?? '',
        point: ['', 'a)', 'b)'][random(3)] ?? '',
        owner: ['', 'SEKR', 'FSU BU', 'Felles'][random(4)] ?? '',
        status: ['', 'I rute'][random(2)] ?? '',
      }),
    );
  for (let n = 0; n < 500; n++) {
    const first = imported(some());
    const rows = some();
    const once = planAfter(first, merged(first, rows));
    const again = merged(once, rows, aPlan(), LATER);
    expect([again.added, again.changed]).toEqual([[], []]);
    expect(planAfter(once, again)).toEqual(once);
    expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
  }
});
