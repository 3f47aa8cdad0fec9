import type { Plan, PlanColumns } from '../../store/plan/record.ts';
import { subjectOf } from '../../store/plan/wanted.ts';
import { newestStatus, type Status, type Tiltak } from '../../store/tiltak/record.ts';
import { fullDay } from './format.ts';
import { statusText } from './tiltak-status.ts';

/** «Status for handlingsplan», as it is written in a file. */
export const tableText = {
  title: (plan: string) => `Status for handlingsplan – ${plan}`,
  loose: 'Tiltak fra vedtak',
  about: (committee: string, on: Date) => `${committee}. Status per ${fullDay(on)}.`,
  closed: 'Tiltak fra lukkede saker står ikke her.',
  goal: (goal: string) => `Hva vil vi? ${goal}`,
  area: 'Innsatsområde',
  goalColumn: 'Hva vil vi?',
  offer: (title: string) => title,
  sheet: 'Status',
} as const;

/** The columns of what stands in no plan, and so has none of its own. */
const OWN_COLUMNS: PlanColumns = [
  { heading: 'Tiltak', field: 'text' },
  { heading: 'Ansvarlig', field: 'owner' },
  { heading: 'Frist', field: 'due' },
  { heading: 'Status', field: 'status' },
];
const STATUS = { heading: 'Status', field: 'status' } as const;

/** The columns that the table is written in: the document's own, and one for the status where it has none. */
export function tableColumns(plan: Pick<Plan, 'columns'> | undefined): PlanColumns {
  const columns = plan && plan.columns.length > 0 ? plan.columns : OWN_COLUMNS;
  return columns.some(({ field }) => field === 'status') ? columns : [...columns, STATUS];
}

/** Rows that stand under the same headings. */
export type TableSection = {
  readonly area?: string | undefined;
  readonly goal?: string | undefined;
  readonly rows: readonly (readonly string[])[];
};

/** The rows of a plan under the headings that it has above its tables: the focus area, and the goal. */
export function tableSections(tiltak: readonly Tiltak[], columns: PlanColumns): readonly TableSection[] {
  const above = headingsAbove(columns);
  const sections: (TableSection & { rows: string[][] })[] = [];
  for (const one of tiltak) {
    const { focusArea, goal } = one.place;
    const heads = { area: above.area ? focusArea : undefined, goal: above.goal ? goal : undefined };
    const last = sections.at(-1);
    const isSame = last !== undefined && last.area === heads.area && last.goal === heads.goal;
    if (isSame) last.rows.push(rowOf(one, columns));
    else sections.push({ ...heads, rows: [rowOf(one, columns)] });
  }
  return sections;
}

/** What a plan's columns do not say, and stands above its tables. */
function headingsAbove(columns: PlanColumns): { readonly area: boolean; readonly goal: boolean } {
  const has = (field: string) => columns.some((column) => column.field === field);
  return { area: !has('focusArea'), goal: !has('goal') };
}

/** The same as one table for a spreadsheet, its first row the headings: what stands above a table is a column. */
export function tableRows(tiltak: readonly Tiltak[], columns: PlanColumns): string[][] {
  const sections = tableSections(tiltak, columns);
  const [hasArea, hasGoal] = [sections.some(({ area }) => area), sections.some(({ goal }) => goal)];
  const leading = (area: string, goal: string) => [...(hasArea ? [area] : []), ...(hasGoal ? [goal] : [])];
  return [
    [...leading(tableText.area, tableText.goalColumn), ...columns.map(({ heading }) => heading)],
    ...sections.flatMap(({ area = '', goal = '', rows }) => rows.map((row) => [...leading(area, goal), ...row])),
  ];
}

/** A tiltak in the columns: every cell as the file had it, save what was said or changed since. */
function rowOf(tiltak: Tiltak, columns: PlanColumns): string[] {
  const { cells, imported } = tiltak;
  const now = saysNow(tiltak);
  const read = imported && { ...imported, text: subjectOf(imported) };
  const isChanged = (field: keyof typeof now) => read !== undefined && (read[field] ?? '') !== now[field];
  return columns.map(({ field }, n) => {
    const known = Object.hasOwn(now, field) ? (field as keyof typeof now) : undefined;
    if (cells === undefined) return field === 'status' ? statusCell(tiltak, '') : known ? now[known] : '';
    const written = cells[n] ?? '';
    if (field === 'status') return statusCell(tiltak, written);
    return known && isChanged(known) ? now[known] : written;
  });
}

function saysNow({ text, owner = '', due = '', place: { focusArea = '', goal = '', how = '', point = '' } }: Tiltak) {
  return { focusArea, goal, how, point, text, owner, due };
}

/** The newest status; as the file had it where nobody has said anything since. */
function statusCell(tiltak: Tiltak, written: string): string {
  const status = newestStatus(tiltak);
  return status === undefined || status.from === 'plan' ? written : statusAsWritten(status);
}

/** «I gang (12.03.2026): …» */
export function statusAsWritten({ class: said, text, byOthers, at }: Omit<Status, 'by' | 'from'>): string {
  const name = said === undefined ? '' : statusText[said];
  const others = byOthers === undefined ? '' : ` ${byOthers}`;
  return `${name}${others} (${fullDay(at)})${text ? `: ${text}` : ''}`.trim();
}
