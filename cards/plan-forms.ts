import type { Committee } from '../store/committee/record.ts';
import type { PlanImport } from '../store/plan/import-record.ts';
import { type Plan, type PlanColumns, planFieldSchema } from '../store/plan/record.ts';
import type { PlanRow } from '../store/plan/row.ts';
import type { Unread } from '../store/plan/view.ts';
import type { Typed } from '../store/view-fields.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  heading,
  type Input,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
import { emptiable } from './emptiable.ts';
import { planProblemLine } from './plan-unread.ts';
import { fittingChoices, MAX_MESSAGE_BYTES, messageBytes, shortened } from './size.ts';
import { planFieldNames, planText, rowProblemText } from './text/plan.ts';
import { problemLines } from './text/problems.ts';

type Filled = { readonly typed: Typed; readonly problems: readonly string[] };

const back = (importId: string) => button(planText.back, { verb: 'plan.preview', importId });
const input = (id: string, label: string, value: string | undefined, isMultiline?: true): Input => ({
  type: 'Input.Text',
  id,
  label,
  ...(isMultiline && { isMultiline }),
  ...prefilled(value),
});
/** A cell has its parts on lines of their own while it is mended. */
const lines = (text: string) => text.split(' | ').join('\n');

/** «Rett»: one row, as it is meant or as it was typed. A status that has no room beside the rest stays as it is. */
export function planRowCard(
  { id: importId }: PlanImport,
  { at, row, typed, problems }: Filled & { readonly at: number; readonly row: PlanRow & { readonly part?: number } },
): Card {
  const { line, part, text, owner, due, dueOn, status, focusArea = '' } = row;
  const stands = { text: lines(text), owner, due, dueOn: dueOn ?? '', status: lines(status), focusArea };
  const filled: Typed = problems.length > 0 ? { ...stands, ...typed } : stands;
  const make = (last: Element) =>
    emptiable(
      card(
        heading(planText.rowTitle(line, part)),
        ...problemLines(problems, rowProblemText),
        input('text', planText.text, filled.text, true),
        input('focusArea', planText.focusArea, filled.focusArea),
        input('owner', planText.owner, filled.owner),
        input('due', planText.due, filled.due),
        { type: 'Input.Date', id: 'dueOn', label: planText.dueOn, ...prefilled(filled.dueOn) },
        last,
        buttons(
          submit(planText.save, { verb: 'plan.row', importId, at, ...(part !== undefined && { part }) }),
          back(importId),
        ),
      ),
    );
  const whole = make(input('status', planText.status, filled.status, true));
  return messageBytes(whole) > MAX_MESSAGE_BYTES ? make(paragraph(planText.statusKept)) : whole;
}

/** «Del i flere tiltak»: what stands in one cell, one tiltak a line. */
export function planSplitCard(
  { id: importId }: PlanImport,
  { at, row, typed, problems }: Filled & { readonly at: number; readonly row: PlanRow },
): Card {
  return card(
    heading(planText.splitTitle(row.line)),
    ...problemLines(problems, rowProblemText),
    paragraph(planText.splitAbout),
    input('parts', planText.parts, problems.length > 0 ? typed.parts : lines(row.text), true),
    buttons(submit(planText.divide, { verb: 'plan.split', importId, at }), back(importId)),
  );
}

/** So many columns are asked about at once: `field0` to `field9`. */
export const COLUMNS_ON_PAGE = 10;

/** What each column holds. */
export function planColumnsCard(
  { id: importId }: PlanImport,
  { columns, page, unread }: { readonly columns: PlanColumns; readonly page: number; readonly unread?: Unread },
): Card {
  const pages = Math.max(1, Math.ceil(columns.length / COLUMNS_ON_PAGE));
  const shown = Math.min(page, pages - 1);
  const here = columns.slice(shown * COLUMNS_ON_PAGE, (shown + 1) * COLUMNS_ON_PAGE);
  const choices = planFieldSchema.options.map((value) => ({ title: planFieldNames[value] ?? value, value }));
  return card(
    heading(planText.columnsFormTitle(shown, pages)),
    ...(unread ?? []).map(planProblemLine),
    paragraph(planText.columnsAbout),
    ...here.map(
      (column, n): Element => ({
        type: 'Input.ChoiceSet',
        id: `field${n}`,
        label: `«${column.heading === '' ? planText.untitled : shortened(column.heading, 60)}»`,
        style: 'compact',
        choices,
        value: column.field,
      }),
    ),
    buttons(
      submit(planText.save, { verb: 'plan.columns', importId, page: shown }),
      ...(pages > 1
        ? [button(planText.nextPage, { verb: 'plan.columns-form', importId, page: (shown + 1) % pages })]
        : []),
      back(importId),
    ),
  );
}

/** What the list of plans may take of a message. */
const PLANS_BYTES = 12 * 1024;

/** Which committee's plan it is: one that there is, or a new one. */
export function planChooseCard(
  { id: importId, committeeId, planName }: PlanImport,
  {
    committees,
    typed,
    problems,
  }: Filled & { readonly committees: readonly { readonly committee: Committee; readonly plans: readonly Plan[] }[] },
): Card {
  const choices = committees.flatMap(({ committee: { id, shortName }, plans }) => [
    ...plans.map((plan) => ({ title: planText.existing(shortName, plan.name), value: plan.id })),
    { title: planText.newIn(shortName), value: newIn(id) },
  ]);
  const known = committees
    .flatMap(({ plans }) => plans)
    .find((plan) => plan.committeeId === committeeId && plan.name === planName);
  const chosen = problems.length > 0 ? typed.plan : (known?.id ?? (committeeId && newIn(committeeId)));
  return card(
    heading(planText.chooseTitle),
    ...problemLines(problems, rowProblemText),
    paragraph(planText.chooseAbout),
    {
      type: 'Input.ChoiceSet',
      id: 'plan',
      label: planText.choosePlan,
      style: 'compact',
      choices: fittingChoices(choices, PLANS_BYTES),
      ...prefilled(chosen),
    },
    input('name', planText.name, problems.length > 0 ? typed.name : planName),
    buttons(submit(planText.save, { verb: 'plan.choose', importId }), back(importId)),
  );
}

const NEW = 'new:';
const newIn = (committeeId: string) => `${NEW}${committeeId}`;

/** The committee in which a new plan was chosen. */
export function newPlanIn(chosen: string): string | undefined {
  return chosen.startsWith(NEW) ? chosen.slice(NEW.length) : undefined;
}
