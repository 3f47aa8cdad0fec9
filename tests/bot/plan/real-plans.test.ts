import { describe, expect, test } from 'vitest';
import { readPlanFile } from '../../../bot/documents/read-plan.ts';
import type { PlanRow } from '../../../store/plan/row.ts';
import { realPlans } from '../../support/data.ts';
import { type Said, saidBy, shapes, sheetShapes } from '../../support/plan-shapes.ts';
import { aPlanDocx, aPlanXlsx } from '../../support/plan-tables.ts';

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();
const expected = (said: readonly Said[]) =>
  said.map(({ area, goal, text, owner, due, status }) =>
    [area, goal, text.join(' | '), owner.join(' | '), due, status].map(folded),
  );
const saidIn = (rows: readonly PlanRow[]) =>
  rows.map(({ focusArea, goal, text, owner, due, status }) => [focusArea, goal, text, owner, due, status]);

for (const plan of realPlans() ?? []) {
  describe(`the plan of ${plan.name}`, { timeout: 30_000 }, () => {
    test('as csv has every row, owner and status as the file says, and its own marks', async () => {
      const { rows, problems } = await readPlanFile(plan.bytes);
      expect(problems).toEqual([]);
      expect(rows).toHaveLength(plan.size);
      expect(saidIn(rows)).toEqual(expected(saidBy(plan.rows())));
      expect(rows.map(({ doubts }) => String(doubts.includes('marked')))).toEqual(
        plan.rows().map(({ uncertain }) => uncertain),
      );
    });

    for (const [shape, drawn] of Object.entries(shapes)) {
      test(`as a Word document with ${shape} says the same`, async () => {
        const said = saidBy(plan.rows());
        const { rows, problems } = await readPlanFile(await aPlanDocx(drawn(said)));
        expect(problems).toEqual([]);
        expect(saidIn(rows)).toEqual(expected(said));
      });
    }

    test.each(sheetShapes)('as a workbook with %s says the same', async (shape) => {
      const said = saidBy(plan.rows());
      const rows = shapes[shape]?.(said).flatMap((drawing) => ('rows' in drawing ? drawing.rows : []));
      const read = await readPlanFile(aPlanXlsx({ Plan: rows ?? [] }));
      expect(read.problems).toEqual([]);
      expect(saidIn(read.rows)).toEqual(expected(said));
    });
  });
}
