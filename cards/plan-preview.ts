import type { Committee } from '../store/committee/record.ts';
import type { Difference, PlanImport } from '../store/plan/import-record.ts';
import type { Doubt, PlanRow } from '../store/plan/row.ts';
import { subjectOf } from '../store/plan/wanted.ts';
import { about } from './about.ts';
import { button, buttonRows, buttons, type Card, card, type Element, facts, heading, paragraph } from './elements.ts';
import { noticeLines } from './notice.ts';
import { inPages } from './pages.ts';
import { shortened } from './size.ts';
import { capitalized, shortDayOn } from './text/format.ts';
import { planFieldNames, planText } from './text/plan.ts';
import { doubtText } from './text/plan-read.ts';

/** A row as it would be stored, and what is unclear about it. */
export type ShownRow = {
  readonly at: number;
  readonly row: PlanRow & { readonly part?: number };
  readonly doubts: readonly Doubt[];
};
export type ShownImport = {
  readonly rows: readonly ShownRow[];
  readonly into?: {
    readonly committee: Committee;
    readonly plan: { readonly name: string };
    readonly isNew: boolean;
    readonly difference: Difference;
  };
  readonly page: number;
  readonly problem?: string | undefined;
};

/** What the rows of one page may take of a message. */
const ROWS_BYTES = 12 * 1024;
/** How much of a cell is shown here: the whole of it stands in the form. */
const CELL = 160;
const HEADING = 30;
/** So many columns are named. */
const COLUMNS = 3;

/** A plan as it was read from a file, to be checked and mended before it is stored: what is uncertain stands first. */
export function planPreviewCard(planImport: PlanImport, { rows, into, page, problem }: ShownImport): Card {
  const { id: importId, fileName, revision, planName } = planImport;
  const uncertain = rows.filter(({ doubts }) => doubts.length > 0);
  const sorted = [...uncertain, ...rows.filter(({ doubts }) => doubts.length === 0)];
  const pages = inPages(
    sorted.map((one) => rowElements(importId, one)),
    ROWS_BYTES,
  );
  const shown = Math.min(page, pages.length - 1);
  const isKnown = into !== undefined && !into.isNew;
  return card(
    heading(planText.title(shortened(fileName, CELL))),
    ...noticeLines(problem),
    paragraph(planText.nothingYet),
    facts({
      [planText.committee]: into?.committee.name ?? planText.notChosen,
      [planText.plan]: isKnown ? planText.planKnown(planName) : planText.planNew(planName),
      [planText.rows]: String(rows.length),
      [planText.uncertain]: planText.uncertainOf(uncertain.length),
    }),
    ...columnLines(planImport),
    ...(into ? changeLines(into.difference, into.isNew) : []),
    ...doubtLines(uncertain),
    buttons(
      ...(into ? [button(planText.use, { verb: 'plan.use', importId, revision })] : []),
      button(planText.choose, { verb: 'plan.choose-form', importId }),
      button(planText.columns, { verb: 'plan.columns-form', importId }),
      ...(isKnown ? [button(planText.difference, { verb: 'plan.difference', importId })] : []),
      button(planText.drop, { verb: 'plan.drop', importId }),
    ),
    heading(planText.rowsTitle(shown, pages.length)),
    ...(pages[shown] ?? []).flat(),
    ...(pages.length > 1
      ? [buttons(button(planText.nextPage, { verb: 'plan.preview', importId, page: (shown + 1) % pages.length }))]
      : []),
  );
}

/** «Ansvarlig: «Hvem»», and what is taken along as it is. */
function columnLines({ columns }: PlanImport): Element[] {
  const named = (headings: readonly string[]) => {
    const shown = headings
      .slice(0, COLUMNS)
      .map((one) => `«${one === '' ? planText.untitled : shortened(one, HEADING)}»`);
    const left = headings.length - shown.length;
    return `${shown.join(', ')}${left > 0 ? planText.andMore(left) : ''}`;
  };
  const fields = [...new Set(columns.map(({ field }) => field))].filter((field) => field !== 'other');
  const of = (field: string) => columns.flatMap((column) => (column.field === field ? column.heading : []));
  const others = of('other').filter((one) => one !== '');
  return [
    heading(planText.columnsTitle),
    facts(Object.fromEntries(fields.map((field) => [planFieldNames[field] ?? field, named(of(field))]))),
    ...(others.length > 0 ? [paragraph(planText.columnsOther(named(others)))] : []),
  ];
}

function changeLines({ added, changed, gone, unchanged }: Difference, isNew: boolean): Element[] {
  const text = isNew ? planText.allNew(added) : planText.changes(added, changed, gone, unchanged);
  return [heading(planText.changesTitle), paragraph(text)];
}

/** Why rows are uncertain, and how many each, in plain words. */
function doubtLines(uncertain: readonly ShownRow[]): Element[] {
  if (uncertain.length === 0) return [];
  const counts = new Map<Doubt, number>();
  for (const { doubts } of uncertain) for (const doubt of doubts) counts.set(doubt, (counts.get(doubt) ?? 0) + 1);
  return [
    heading(planText.uncertainTitle(uncertain.length)),
    paragraph(planText.uncertainAbout),
    ...[...counts].map(([doubt, n]) => paragraph(planText.doubt(n, doubtText[doubt]))),
  ];
}

/** With the day that it means, where it is not written as that day. */
function dueAsMeant(due: string, day: string | undefined): string {
  return day === undefined || day === due ? due : planText.dueMeant(due, day);
}

function rowElements(importId: string, { at, row, doubts }: ShownRow): Element[] {
  const { line, part, text, owner, due, dueOn, status, focusArea } = row;
  const said = {
    ...(focusArea && { [planText.focusArea]: shortened(focusArea, CELL) }),
    ...(owner && { [planText.owner]: shortened(owner, CELL) }),
    ...(due && { [planText.due]: dueAsMeant(due, dueOn && shortDayOn(dueOn)) }),
    ...(status && { [planText.status]: shortened(status, CELL) }),
  };
  return [
    {
      type: 'Container',
      separator: true,
      items: [
        paragraph(
          `${planText.row(line, part)}: ${text === '' ? planText.noText(shortened(subjectOf(row), CELL)) : shortened(text, CELL)}`,
        ),
        ...(Object.keys(said).length > 0 ? [facts(said)] : []),
        ...doubts.map((doubt) => paragraph(capitalized(doubtText[doubt]))),
        ...buttonRows(
          about(
            planText.row(line, part),
            button(planText.mend, { verb: 'plan.row-form', importId, at, ...(part !== undefined && { part }) }),
            ...(doubts.includes('several-tiltak')
              ? [button(planText.split, { verb: 'plan.split-form', importId, at })]
              : []),
          ),
        ),
      ],
    },
  ];
}
