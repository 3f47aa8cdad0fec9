import { count, shortDayOn } from '../cards/text/format.ts';
import { doubtText, planFieldText, planProblemText } from '../cards/text/plan-read.ts';
import type { PlanRead } from '../store/plan/read.ts';
import type { PlanRow } from '../store/plan/row.ts';
import type { Merge } from '../store/plan/rules-merge.ts';
import type { Stored } from './import-store.ts';

/** What `--json` prints: the rows under the names that the files themselves use. */
export function planJson({ columns, rows, problems }: PlanRead) {
  return {
    columns,
    rows: rows.map((row) => ({
      line: row.line,
      innsatsomrade: row.focusArea ?? '',
      hva_vil_vi: row.goal ?? '',
      hvordan: row.how ?? '',
      punkt: row.point ?? '',
      tiltak: row.text,
      ansvarlig: row.owner,
      nar: row.due,
      due: row.dueOn ?? null,
      status: row.status,
      prioritert: row.priority ?? '',
      uncertain: row.doubts.length > 0,
      why: row.doubts.map((doubt) => doubtText[doubt]),
    })),
    problems: problems.map((one) => ({ ...one, text: planProblemText(one) })),
  };
}

/** What was understood of a plan, and what is uncertain and why, for an operator to read. */
export function planPreview({ columns, rows }: PlanRead): string {
  const uncertain = rows.filter(({ doubts }) => doubts.length > 0).length;
  return [
    `Planen har ${count(rows.length, 'rad', 'rader')}. ${uncertain === 0 ? 'Ingen er usikre.' : `${count(uncertain, 'er usikker', 'er usikre')}.`}`,
    '',
    'Kolonner:',
    ...columns.map(({ heading, field }) => `  ${heading || '(uten overskrift)'}: ${planFieldText[field]}`),
    ...rows.flatMap(rowLines),
  ].join('\n');
}

function rowLines(row: PlanRow, n: number, rows: readonly PlanRow[]): string[] {
  const above = rows[n - 1];
  const isNew = (field: 'focusArea' | 'goal') => row[field] !== undefined && row[field] !== above?.[field];
  const due = row.dueOn === undefined ? row.due : `${row.due} (${shortDayOn(row.dueOn)})`;
  const facts = [row.owner && `Ansvarlig: ${row.owner}`, due && `Når: ${due}`, row.status && `Status: ${row.status}`];
  return [
    '',
    ...(isNew('focusArea') ? [`== ${row.focusArea}`] : []),
    ...(isNew('goal') ? [`-- ${row.goal}`] : []),
    `Linje ${row.line}: ${[row.point, row.text || row.how].filter(Boolean).join(' ') || '(uten tekst)'}`,
    ...facts.filter(Boolean).map((fact) => `  ${fact}`),
    ...row.doubts.map((doubt) => `  Usikkert: ${doubtText[doubt]}`),
  ];
}

/** What became of a plan that was stored: how much is new, and where the file says something else than before. */
export function planDifference({ committee, plan, merge }: Stored): string {
  const { added, changed, unchanged, gone } = merge;
  return [
    '',
    `Lest inn i «${plan}» for ${committee}: ${count(added.length, 'nytt', 'nye')}, ${count(changed.length, 'endret', 'endrede')}, ${count(unchanged.length, 'uendret', 'uendrede')}.`,
    ...changed.flatMap(({ after, changes }) => [
      `Endret: ${after.text}`,
      ...changes.map(({ field, before, after: now }) => `  ${fieldName(field)}: «${before}» er nå «${now}»`),
    ]),
    ...gone.map(({ text }) => `Ikke i filen, og fortsatt i planen: ${text}`),
  ].join('\n');
}

function fieldName(field: Merge['changed'][number]['changes'][number]['field']): string {
  return field === 'state' ? 'i planen' : planFieldText[field];
}

/** The same for `--json`. */
export function differenceJson({ committee, plan, merge }: Stored) {
  const { added, changed, unchanged, gone } = merge;
  return {
    ...{ committee, plan, added: added.length, unchanged: unchanged.length },
    changed: changed.map(({ after, changes }) => ({ tiltak: after.text, changes })),
    gone: gone.map(({ text }) => text),
  };
}
