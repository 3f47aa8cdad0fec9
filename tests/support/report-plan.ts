import { newPlan, type Plan } from '../../store/plan/record.ts';
import { newTiltak, type Status, type Tiltak } from '../../store/tiltak/record.ts';
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
