import { MAX_DUE, MAX_OWNER, MAX_STATUS, MAX_TILTAK } from '../tiltak/record.ts';
import { understandDue } from '../tiltak/rules-due.ts';
import { osloTime } from '../time.ts';
import { oneLine } from '../typed-text.ts';
import { MAX_PARTS, type Mended } from './import-record.ts';
import type { PlanRow } from './row.ts';

export type RowProblem = 'row-text' | 'row-too-long' | 'row-day' | 'parts-few' | 'parts-many';

/** What was typed about a row. `dueOn`: the day that its due time means, where that was picked. */
export type TypedRow = {
  readonly text?: string | undefined;
  readonly focusArea?: string | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly status?: string | undefined;
};

/** Reads a row as somebody has mended it: its parts on one line, as a file has them. */
export function readRow(typed: TypedRow): { readonly row: Mended } | { readonly problems: readonly RowProblem[] } {
  const text = inOneLine(typed.text);
  const status = inOneLine(typed.status);
  const [focusArea, owner, due] = [oneLine(typed.focusArea), oneLine(typed.owner), oneLine(typed.due)];
  const picked = oneLine(typed.dueOn);
  const isLong =
    text.length > MAX_TILTAK ||
    status.length > MAX_STATUS ||
    focusArea.length > 2000 ||
    owner.length > MAX_OWNER ||
    due.length > MAX_DUE;
  const problems: RowProblem[] = [
    ...(text === '' ? (['row-text'] as const) : []),
    ...(isLong ? (['row-too-long'] as const) : []),
    ...(picked !== '' && osloTime(picked, '12:00') === undefined ? (['row-day'] as const) : []),
  ];
  if (problems.length > 0) return { problems };
  const dueOn = picked || dayMeant(due);
  return { row: { text, owner, due, status, ...(focusArea && { focusArea }), ...(dueOn && { dueOn }) } };
}

/** Several tiltak, one a line, each with the owner, the date and the status of the row that they stand in. */
export function readParts(
  row: PlanRow,
  typed: string | undefined,
): { readonly rows: readonly Mended[] } | { readonly problems: readonly RowProblem[] } {
  const parts = (typed ?? '')
    .split(/[\n\r]+/)
    .map(oneLine)
    .filter((part) => part !== '');
  if (parts.length < 2) return { problems: ['parts-few'] };
  if (parts.length > MAX_PARTS) return { problems: ['parts-many'] };
  if (parts.some((part) => part.length > MAX_TILTAK)) return { problems: ['row-too-long'] };
  const { focusArea, owner, due, dueOn, status } = row;
  const shared = { owner, due, status, ...(focusArea && { focusArea }), ...(dueOn && { dueOn }) };
  return { rows: parts.map((text) => ({ ...shared, text })) };
}

const dayMeant = (due: string): string | undefined => {
  const read = understandDue(due);
  return read.kind === 'day' ? read.on : undefined;
};

function inOneLine(text = ''): string {
  return text
    .split(/[\n\r]+/)
    .map(oneLine)
    .filter((line) => line !== '')
    .join(' | ');
}
