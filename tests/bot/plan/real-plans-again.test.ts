import { describe, expect, test } from 'vitest';
import { readPlanFile } from '../../../bot/documents/read-plan.ts';
import type { PlanRow } from '../../../store/plan/row.ts';
import { realPlans } from '../../support/data.ts';
import { merged, planAfter } from '../../support/plans.ts';

describe.each(realPlans() ?? [])('the plan of $name, read again', ({ bytes }) => {
  const stored = async () => {
    const { rows } = await readPlanFile(bytes);
    return { rows, stored: planAfter([], merged([], rows)) };
  };

  test('is a tiltak for each row, and nothing new', async () => {
    const { rows, stored: tiltak } = await stored();
    expect(tiltak.map(({ cells }) => cells)).toEqual(rows.map(({ cells }) => [...cells]));
    expect(new Set(tiltak.map(({ id }) => id)).size).toBe(rows.length);
    const { added, changed, unchanged, gone } = merged(tiltak, rows);
    expect([added, changed, gone]).toEqual([[], [], []]);
    expect(unchanged.map(({ after }) => after)).toEqual(tiltak);
  });

  test('tells one row that was edited from the others, wherever it stands', async () => {
    const { rows, stored: tiltak } = await stored();
    const edited = (row: PlanRow) => ({ ...row, text: `${row.text.replace(/e/, '')} i hele regionen` });
    for (const n of rows.keys()) {
      const found = merged(
        tiltak,
        rows.map((row, at) => (at === n ? edited(row) : row)),
      );
      const changed = found.changed.map(({ before, changes }) => [before.order, changes.map(({ field }) => field)]);
      expect(changed).toEqual([[n, ['text']]]);
      expect([found.added, found.gone]).toEqual([[], []]);
    }
  });

  test('upside down is the same plan in another order', async () => {
    const { rows, stored: tiltak } = await stored();
    const turned = merged(tiltak, rows.toReversed());
    expect([turned.added, turned.changed, turned.gone]).toEqual([[], [], []]);
    expect(planAfter(tiltak, turned).map(({ cells }) => cells?.join())).toEqual(
      rows.toReversed().map(({ cells }) => cells.join()),
    );
  });
});
