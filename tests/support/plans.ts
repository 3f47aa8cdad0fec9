import { idFrom } from '../../bot/ids.ts';
import { newPlan, type Plan } from '../../store/plan/record.ts';
import type { PlanRow } from '../../store/plan/row.ts';
import { type Merge, mergePlan } from '../../store/plan/rules-merge.ts';
import { understoodIn } from '../../store/plan/rules-understood.ts';
import type { WantedRow } from '../../store/plan/wanted.ts';
import { newTiltak, type Status, type Tiltak } from '../../store/tiltak/record.ts';
import type { Directory } from '../../store/tiltak/rules-owner.ts';
import { NOW, TENANT } from './records.ts';

const COLUMNS: Plan['columns'] = [
  { heading: 'Innsatsområde', field: 'focusArea' },
  { heading: 'Hva vil vi?', field: 'goal' },
  { heading: 'Tiltak', field: 'text' },
  { heading: 'Ansvarlig', field: 'owner' },
  { heading: 'Når', field: 'due' },
  { heading: 'Status', field: 'status' },
];

/** A plan of `committee-1`, in the usual columns. */
export function aPlan(changes: Partial<Plan> = {}): Plan {
  const fields = { id: 'plan-1', tenantId: TENANT, committeeId: 'committee-1', name: 'Handlingsplan 2024–2026' };
  return { ...newPlan({ ...fields, columns: COLUMNS }), ...changes };
}

/** When the plan was read. */
export const IMPORTED = new Date('2026-01-12T09:00:00Z');

export const said = (changes: Partial<Status> = {}): Status => ({
  class: 'in-progress',
  text: 'Vi er i gang.',
  at: NOW,
  by: 'kari',
  from: 'answer',
  ...changes,
});

/** Row `n` of `plan-1`, as it was read from a file. */
export function aPlanned(n: number, changes: Partial<Tiltak> = {}): Tiltak {
  const area = n < 3 ? 'Pasientforløp' : 'Rekruttering';
  const { focusArea = area, goal = `Mål ${n % 2}` } = changes.place ?? {};
  const place = { ...changes.place, focusArea, goal };
  const { text = `Tiltak nummer ${n}`, owner, due } = changes;
  const tiltak = newTiltak({
    id: `tiltak-${n}`,
    tenantId: TENANT,
    committeeId: 'committee-1',
    planId: 'plan-1',
    order: n,
    place,
    text,
    imported: { ...place, text, owner: owner ?? '', due: due ?? '', status: '' },
    cells: [place.focusArea, place.goal, text, owner ?? '', due ?? '', ''],
  });
  return { ...tiltak, history: [{ at: IMPORTED, by: 'siv', what: 'imported' }], ...changes, place };
}

/** A row of a plan that says no more than it must. */
export function aRow(text: string, changes: Partial<WantedRow> = {}): WantedRow {
  const row: PlanRow = { line: 2, text, owner: '', due: '', status: '', cells: [text], doubts: [] };
  return { ...row, ...changes };
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
