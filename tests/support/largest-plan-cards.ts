import type { Card } from '../../cards/elements.ts';
import { planAskCard, planContactCard, planDateCard } from '../../cards/plan-ask.ts';
import { planDifferenceCard, planDoneCard } from '../../cards/plan-done.ts';
import { planChooseCard, planColumnsCard, planRowCard, planSplitCard } from '../../cards/plan-forms.ts';
import { planPreviewCard } from '../../cards/plan-preview.ts';
import { planUnreadCard } from '../../cards/plan-unread.ts';
import { type PlanColumns, planFieldSchema } from '../../store/plan/record.ts';
import { doubtSchema } from '../../store/plan/row.ts';
import type { Question } from '../../store/plan/rules-questions.ts';
import { aTiltak } from './minutes-room.ts';
import { anImport } from './plan-cards.ts';
import { aPlan, aRow } from './plans.ts';
import { aCommittee } from './records.ts';

/** Cards of a plan with as many columns and rows as there may be, each as long as it may be. */
export function largestPlanCards(fill: (length: number) => string): Readonly<Record<string, Card>> {
  const committee = aCommittee({ name: fill(200), shortName: fill(40) });
  const plan = aPlan({ name: fill(200) });
  const columns: PlanColumns = Array.from({ length: 60 }, (_, n) => ({
    heading: fill(400),
    field: planFieldSchema.options[n % planFieldSchema.options.length] ?? 'other',
  }));
  const row = aRow(fill(4000), {
    focusArea: fill(2000),
    owner: fill(1000),
    due: fill(200),
    dueOn: '2026-12-31',
    status: fill(4000),
    part: 20,
    doubts: [...doubtSchema.options],
  });
  const given = anImport({ columns, fileName: fill(300), planName: fill(200) });
  const rows = Array.from({ length: 30 }, (_, at) => ({ at, row, doubts: row.doubts }));
  const changes = Array.from({ length: 9 }, () => ({ field: 'status', before: fill(200), after: fill(200) }));
  const lines = Array.from({ length: 30 }, (_, n) => ({
    ...{ what: 'changed' as const, tiltakId: `tiltak_${n}`, text: fill(200) },
    changes,
  }));
  const difference = { added: 2000, changed: 2000, unchanged: 2000, gone: 2000, lines };
  const tiltak = aTiltak({ text: fill(4000), owner: fill(1000), due: fill(200), place: { focusArea: fill(2000) } });
  const many = Array.from({ length: 40 }, (_, n) => ({ ...tiltak, id: `tiltak_${n}` }));
  const area: Question = { what: 'area', focusArea: fill(2000), tiltak: many };
  const unread = Array.from({ length: 10 }, () => ({
    problem: 'cell-too-long',
    line: 9999,
    heading: fill(400),
    most: 200,
  }));
  const proposed = Array.from({ length: 12 }, (_, n) => ({ personId: `person_${n}`, name: fill(200), why: fill(60) }));
  const filled = { typed: {}, problems: [] };
  const plans = Array.from({ length: 100 }, (_, n) => ({ ...plan, id: `plan_${n}` }));
  return {
    'the preview of a plan': planPreviewCard(given, {
      rows,
      into: { committee, plan, isNew: false, difference },
      page: 0,
      problem: 'import-changed',
    }),
    'a row to mend': planRowCard(given, { at: 0, row, ...filled }),
    'a row to divide': planSplitCard(given, { at: 0, row, ...filled }),
    'columns by hand': planColumnsCard(given, { columns, page: 0, unread }),
    'the choice of a plan': planChooseCard(given, { committees: [{ committee, plans }], ...filled }),
    'a difference': planDifferenceCard(given, difference, 0),
    'what became of a plan': planDoneCard(
      { ...given, planId: 'plan-1', difference },
      { gone: 30, unowned: 99, dates: 99, page: 0 },
    ),
    'what a plan leaves open': planAskCard(plan, { questions: [area, area, area], page: 0 }),
    'whom to ask': planContactCard(plan, { tiltak, count: 1, scope: 'tiltak', proposed, named: [], ...filled }),
    'what a date means': planDateCard(plan, { tiltak, count: 1, ...filled }),
    'a file that is no plan': planUnreadCard(fill(300), unread),
  };
}
