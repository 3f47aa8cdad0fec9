import { shortDayOn } from '../cards/text/format.ts';
import { change } from '../store/change.ts';
import { readPlan } from '../store/plan/rules-read.ts';
import { partsOf, type Table } from '../store/plan/table.ts';
import { answerStatus } from '../store/tiltak/rules-status.ts';
import { addDays, dayOf } from '../store/time.ts';
import { idFrom, sha256Of } from './ids.ts';
import { type DemoTiltak, demoPlan, demoTiltak } from './local/demo-tiltak.ts';
import { type PlanDeps, storePlan } from './plan-store.ts';

const DAY_MS = 24 * 3600_000;

/**
 * Reads the demo's handlingsplan into its committee as if from a file, some time ago, and notes what owners have answered
 * since. A plan that is there already is left as it is.
 */
export async function seedPlan(
  deps: PlanDeps & { readonly now: () => Date; readonly realNow: () => Date },
  personId: (key: string) => string,
): Promise<void> {
  const { name, fileName, readBy, daysAgo } = demoPlan;
  const committee = await deps.committees.collection.get(`committee_${demoPlan.committee}`);
  if (committee === undefined) return;
  const [known] = await deps.plans.named(committee.id, name);
  if (known && known.imports.length > 0) return;
  const now = deps.now();
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const table = tableOf(dayOf(now));
  const stored = await storePlan(deps, {
    ...readPlan([table]),
    ...{ committee, name, by: personId(readBy), now: before(daysAgo), realNow: deps.realNow() },
    file: { name: fileName, sha256: sha256Of(JSON.stringify(table)) },
    key: idFrom('import', 'demo'),
  });
  if (stored === 'import-under-way') return;
  for (const { order, id } of await deps.tiltak.ofPlan(stored.plan.id)) {
    const answer = demoTiltak[order]?.answer;
    if (answer === undefined) continue;
    const { by, daysAgo: ago, ...said } = answer;
    await change(deps.tiltak.collection, id, (tiltak) =>
      answerStatus(tiltak, said, { personId: personId(by), from: 'answer' }, before(ago)),
    );
  }
}

/** The plan as a table in a file has it. */
function tableOf(today: string): Table {
  const due = ({ due: said = '' }: DemoTiltak) => (typeof said === 'string' ? said : shortDayOn(addDays(today, said)));
  const texts = [
    demoPlan.headings,
    ...demoTiltak.map((tiltak) => [
      tiltak.area,
      tiltak.goal,
      tiltak.text,
      tiltak.owner ?? '',
      due(tiltak),
      tiltak.status ?? '',
    ]),
  ];
  const rows = texts.map((cells, n) => ({
    line: n + 1,
    cells: cells.map((text) => ({ parts: partsOf(text) })),
  }));
  return { headings: [], rows };
}
