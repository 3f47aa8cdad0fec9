import { existsSync, readFileSync } from 'node:fs';
import { readPlanFile } from '../../bot/documents/read-plan.ts';
import { idFrom } from '../../bot/ids.ts';
import type { PlanRead } from '../../store/plan/read.ts';
import { newPlan, type Plan } from '../../store/plan/record.ts';
import type { PlanRow } from '../../store/plan/row.ts';
import { type Merge, mergePlan } from '../../store/plan/rules-merge.ts';
import { understoodIn } from '../../store/plan/rules-understood.ts';
import type { WantedRow } from '../../store/plan/wanted.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import type { Directory } from '../../store/tiltak/rules-owner.ts';
import { NOW, TENANT } from './records.ts';

const folder = new URL('../../../shared/data/', import.meta.url);

/** The two real plans, read; none where the project stands alone, and said in one line then. */
export async function realPlans(): Promise<readonly { readonly name: string; readonly read: PlanRead }[]> {
  if (!existsSync(folder)) {
    process.stdout.write('Tests on real plans are absent: they do not lie beside this clone.\n');
    return [];
  }
  const names = ['tiltak-finnmark.csv', 'tiltak-troms-ofoten.csv'];
  return Promise.all(
    names.map(async (name) => ({ name, read: await readPlanFile(readFileSync(new URL(name, folder))) })),
  );
}

/** A row of a plan that says no more than it must. */
export function aRow(text: string, changes: Partial<WantedRow> = {}): WantedRow {
  const row: PlanRow = { line: 2, text, owner: '', due: '', status: '', cells: [text], doubts: [] };
  return { ...row, ...changes };
}

/** An empty plan of `committee-1`. */
export function aPlan(changes: Partial<Plan> = {}): Plan {
  const fields = { id: 'plan-1', tenantId: TENANT, committeeId: 'committee-1', name: 'Handlingsplan', columns: [] };
  return { ...newPlan(fields), ...changes };
}

/** The SSU and its FSU BU, whose people are called as their ids. */
export const DIRECTORY: Directory = {
  homeId: 'committee-1',
  committees: [
    {
      id: 'committee-1',
      name: 'Strategisk samarbeidsutvalg',
      shortName: 'SSU',
      chairId: 'lise',
      secretariatIds: ['siv'],
    },
    { id: 'bu', name: 'Fagutvalg barn og unge', shortName: 'FSU BU', chairId: 'berit', secretariatIds: ['siv'] },
  ],
  people: ['lise', 'siv', 'berit', 'kari'].map((id) => ({ id, name: id })),
};

/** A file read into a plan of `committee-1`. */
export function merged(existing: readonly Tiltak[], rows: readonly WantedRow[], plan = aPlan(), now = NOW): Merge {
  const importing = { plan, by: 'siv', now, idOf: (...parts: readonly string[]) => idFrom('tiltak', ...parts) };
  return mergePlan(existing, rows, understoodIn(plan, DIRECTORY, undefined), importing);
}

/** The tiltak that a plan has after a file was read into it, in its order. */
export function planAfter(existing: readonly Tiltak[], { added, changed, unchanged, moved }: Merge): readonly Tiltak[] {
  const news = new Map([...changed, ...unchanged, ...moved].map((one) => [one.before.id, one.after]));
  return [...existing.map((one) => news.get(one.id) ?? one), ...added].toSorted((a, b) => a.order - b.order);
}
