import type { ShownRow } from '../../cards/plan-preview.ts';
import { type Difference, newPlanImport, type PlanImport } from '../../store/plan/import-record.ts';
import type { PlanColumns } from '../../store/plan/record.ts';
import { aRow } from './plans.ts';
import { TENANT } from './records.ts';

export const COLUMNS: PlanColumns = [
  { heading: 'Hva vil vi?', field: 'goal' },
  { heading: 'Tiltak', field: 'text' },
  { heading: 'Hvem', field: 'owner' },
  { heading: 'Når', field: 'due' },
  { heading: 'Kommentar', field: 'other' },
];

/** A plan that Siv has dropped into the chat. */
export function anImport(changes: Partial<PlanImport> = {}): PlanImport {
  const file = { fileId: 'file-1', fileName: 'Handlingsplan.docx', sha256: 'a'.repeat(64) };
  const read = { columns: COLUMNS, rows: [aRow('Lage plan'), aRow('Holde kurs | Holde fagdag', { line: 3 })] };
  const fields = { id: 'import-1', tenantId: TENANT, by: 'siv', committeeId: 'committee-1', planName: 'Handlingsplan' };
  return { ...newPlanImport({ ...fields, ...file, ...read }), ...changes };
}

/** Rows as a preview shows them: one that is clear, one in several parts, one whose owner and date are not understood. */
export const SHOWN: readonly ShownRow[] = [
  { at: 0, row: aRow('Lage plan', { owner: 'SEKR', due: '2026', dueOn: '2026-12-31', status: 'I rute' }), doubts: [] },
  { at: 1, row: aRow('Holde kurs | Holde fagdag', { line: 3, focusArea: 'Rekruttering' }), doubts: ['several-tiltak'] },
  {
    at: 2,
    row: aRow('', { line: 4, part: 2, owner: 'UNN og kommunene', due: '12. april' }),
    doubts: ['no-text', 'due-no-year', 'owner-collective'],
  },
];

export const DIFFERENCE: Difference = {
  added: 1,
  changed: 2,
  unchanged: 20,
  gone: 1,
  lines: [
    { what: 'added', tiltakId: 'tiltak-1', text: 'Etablere nettverk' },
    {
      what: 'changed',
      tiltakId: 'tiltak-2',
      text: 'Lage plan',
      changes: [{ field: 'status', before: '', after: 'I rute' }],
    },
    {
      what: 'changed',
      tiltakId: 'tiltak-3',
      text: 'Holde kurs',
      changes: [{ field: 'state', before: 'closed', after: 'open' }],
    },
    { what: 'gone', tiltakId: 'tiltak-4', text: 'Starte opp digitalt utvalg' },
  ],
};
