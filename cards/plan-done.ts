import type { Difference, PlanImport } from '../store/plan/import-record.ts';
import { button, buttonRows, buttons, type Card, card, type Element, heading, paragraph } from './elements.ts';
import { noticeLines } from './notice.ts';
import { inPages } from './pages.ts';
import { shortened } from './size.ts';
import { planFieldNames, planText } from './text/plan.ts';
import { tiltakText } from './text/tiltak.ts';

const LINES_BYTES = 18 * 1024;
const TEXT = 160;

type Line = Difference['lines'][number];

/** What a file would make of the plan, tiltak by tiltak, before it is stored. */
export function planDifferenceCard({ id: importId }: PlanImport, difference: Difference, page: number): Card {
  const { added, changed, gone, unchanged } = difference;
  const { elements, next } = pageOfLines(difference.lines, page, true);
  return card(
    heading(planText.differenceTitle),
    paragraph(planText.changes(added, changed, gone, unchanged)),
    ...elements,
    buttons(
      ...(next === undefined ? [] : [button(planText.nextPage, { verb: 'plan.difference', importId, page: next })]),
      button(planText.back, { verb: 'plan.preview', importId }),
    ),
  );
}

/** What became of a plan, what is not in it any more, and what has to be cleared up. */
export function planDoneCard(
  { id: importId, committeeId, planId, planName, difference }: PlanImport,
  {
    gone,
    unowned,
    dates,
    page,
    problem,
  }: {
    /** Not in the file, and still in the plan. */
    readonly gone: number;
    /** Tiltak that nobody can be asked about. */
    readonly unowned: number;
    readonly dates: number;
    readonly page: number;
    readonly problem?: string | undefined;
  },
): Card {
  const { added, changed, unchanged, lines } = difference ?? { added: 0, changed: 0, unchanged: 0, gone: 0, lines: [] };
  const shown = gone > 0 ? lines : lines.filter(({ what }) => what !== 'gone');
  const { elements, next } = pageOfLines(shown, page, false);
  const isClear = unowned === 0 && dates === 0;
  return card(
    heading(planText.doneTitle(planName)),
    ...noticeLines(problem),
    paragraph(planText.changes(added, changed, difference?.gone ?? 0, unchanged)),
    heading(planText.questionsTitle),
    paragraph(isClear ? planText.allClear : planText.questionsLeft(unowned, dates)),
    ...buttonRows([
      ...(isClear || planId === undefined ? [] : [button(planText.ask, { verb: 'plan.ask', planId })]),
      ...(planId && committeeId ? [button(tiltakText.openPlan, { verb: 'tiltak.plan', committeeId, planId })] : []),
    ]),
    ...(gone > 0
      ? [paragraph(planText.goneOpen(gone)), buttons(button(planText.takeOut, { verb: 'plan.take-out', importId }))]
      : []),
    ...elements,
    ...buttonRows(next === undefined ? [] : [button(planText.nextPage, { verb: 'plan.done', importId, page: next })]),
  );
}

function pageOfLines(
  lines: readonly Line[],
  wanted: number,
  isBefore: boolean,
): { readonly elements: readonly Element[]; readonly next?: number } {
  const pages = inPages(lines, LINES_BYTES, (line) => JSON.stringify(paragraph(lineText(line))).length * 2);
  const page = Math.min(wanted, pages.length - 1);
  const here = pages[page] ?? [];
  const titles = { added: planText.added, changed: planText.changed, gone: planText.gone };
  const elements = here.flatMap((line, n): Element[] => [
    ...(here[n - 1]?.what === line.what ? [] : [heading(titles[line.what])]),
    ...(isBefore && line.what === 'gone' && here[n - 1]?.what !== 'gone' ? [paragraph(planText.goneBefore)] : []),
    paragraph(lineText(line)),
  ]);
  return { elements, ...(pages.length > 1 && { next: (page + 1) % pages.length }) };
}

function lineText({ text, changes = [] }: Line): string {
  const said = changes.map(({ field, before, after }) =>
    field === 'state'
      ? planText.reopened
      : planText.changeOf(planFieldNames[field] ?? field, shortened(before, TEXT), shortened(after, TEXT)),
  );
  return [shortened(text, TEXT), ...said].join('\n');
}
