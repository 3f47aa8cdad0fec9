import type { Committee } from '../store/committee/record.ts';
import type { Plan } from '../store/plan/record.ts';
import { type PlanCount, STANDINGS, type Standing } from '../store/tiltak/rules-report.ts';
import { type Filter, filterSchema } from '../store/tiltak/view.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  paragraph,
  submit,
  type Tone,
} from './elements.ts';
import { bar, figures } from './figures.ts';
import { noticeLines } from './notice.ts';
import { fittingChoices } from './size.ts';
import { number } from './text/format.ts';
import { planText } from './text/plan.ts';
import { filterText, standingName, tiltakText } from './text/tiltak.ts';

/** A plan, or what a committee has decided in its saker, as somebody may see it. */
export type PlanGlance = {
  readonly committee: Pick<Committee, 'id' | 'shortName'>;
  readonly plan: Pick<Plan, 'id' | 'name'> | undefined;
  readonly count: PlanCount;
  /** Tiltak of which the committee has still to decide. */
  readonly proposed: number;
  readonly areas: readonly string[];
  /** Whether the viewer runs the committee: others read. */
  readonly runs: boolean;
  readonly problem?: string | undefined;
};

/** How a card's button says which plan it is about. */
export const planIn = ({ committee, plan }: Pick<PlanGlance, 'committee' | 'plan'>) => ({
  committeeId: committee.id,
  ...(plan && { planId: plan.id }),
});

/** «Handlingsplan 2024–2026 (SSU)» */
export function planName({ committee, plan }: Pick<PlanGlance, 'committee' | 'plan'>): string {
  return `${plan?.name ?? tiltakText.loose} (${committee.shortName})`;
}

const TONES: Readonly<Record<Standing, Tone>> = {
  'not-followed-up': 'attention',
  'in-progress': 'accent',
  delayed: 'warning',
  done: 'good',
  unclear: 'warning',
  'delete-proposed': 'warning',
  'by-others': 'accent',
  prose: 'emphasis',
  none: 'emphasis',
};

/** The plan at a glance. */
export function planCard(glance: PlanGlance): Card {
  return card(heading(planName(glance)), ...noticeLines(glance.problem), ...planElements(glance));
}

/** What stands under a plan's name: its numbers, how it goes, and what can be done with it. */
export function planElements(glance: PlanGlance): Element[] {
  const { count } = glance;
  const numbers: Element[] =
    count.total === 0
      ? [paragraph(tiltakText.empty)]
      : [...keyFigures(count), heading(tiltakText.statusHeading), ...bars(count)];
  return [
    ...numbers,
    ...(glance.proposed > 0 ? [paragraph(tiltakText.proposedCount(glance.proposed))] : []),
    ...(count.closed > 0 ? [paragraph(tiltakText.closedCount(count.closed))] : []),
    ...(count.total + count.closed > 0 ? chooser(glance) : []),
    ...buttonRows(actionsOfPlan({ ...glance, hasAny: glance.count.total > 0 })),
  ];
}

function keyFigures(count: PlanCount): Element[] {
  const of = (filter: Exclude<Filter, 'all'>) => [number(count[filter]), filterText[filter]] as const;
  return [
    figures([[number(count.total), tiltakText.total], of('overdue'), of('none')]),
    figures([of('no-owner'), of('no-contact'), of('no-due')]),
  ];
}

/** One for each class that a tiltak stands in; a class that none stands in would only be read. */
function bars(count: PlanCount): Element[] {
  return STANDINGS.filter((standing) => count[standing] > 0).map((standing) =>
    bar(
      standingName(standing),
      count[standing],
      count.total,
      `${number(count[standing])} av ${number(count.total)}`,
      TONES[standing],
    ),
  );
}

const AREA_BYTES = 6 * 1024;
/** More are no focus areas, but something else that stands in their column. */
const MOST_AREAS = 60;

/** Which tiltak are to be shown. Only what there is can be chosen. */
function chooser(glance: PlanGlance): Element[] {
  const { count, areas } = glance;
  const countOf = (filter: Filter) => (filter === 'all' ? count.total : count[filter]);
  const filters = filterSchema.options.filter((filter) => filter === 'all' || countOf(filter) > 0);
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'filter',
      label: tiltakText.choose,
      style: 'compact',
      value: 'all',
      choices: filters.map((value) => ({ value, title: `${filterText[value]} (${number(countOf(value))})` })),
    },
    ...(areas.length > 1 && areas.length <= MOST_AREAS ? [areaInput(areas)] : []),
    buttons(submit(tiltakText.list, { verb: 'tiltak.list', ...planIn(glance) })),
  ];
}

function areaInput(areas: readonly string[]): Element {
  const named = areas.map((title, n) => ({ title: `${n + 1}. ${title}`, value: String(n) }));
  return {
    type: 'Input.ChoiceSet',
    id: 'area',
    label: tiltakText.area,
    style: 'compact',
    value: 'every',
    choices: [{ title: tiltakText.everyArea, value: 'every' }, ...fittingChoices(named, AREA_BYTES)],
  };
}

/** What can be done with a plan, by whoever looks. */
export function actionsOfPlan({
  hasAny,
  ...glance
}: Pick<PlanGlance, 'committee' | 'plan' | 'runs'> & { readonly hasAny: boolean }): Execute[] {
  const plan = planIn(glance);
  const offer = (format: 'docx' | 'xlsx' | 'csv') => ({ what: 'status-table', ...plan, format }) as const;
  return [
    ...(hasAny ? [button(tiltakText.changes, { verb: 'tiltak.changes' as const, ...plan })] : []),
    ...(hasAny
      ? [
          button(tiltakText.docx, { verb: 'file.send' as const, offer: offer('docx') }),
          button(tiltakText.xlsx, { verb: 'file.send' as const, offer: offer('xlsx') }),
          button(tiltakText.csv, { verb: 'file.send' as const, offer: offer('csv') }),
        ]
      : []),
    ...(glance.runs && glance.plan
      ? [button(planText.ask, { verb: 'plan.ask' as const, planId: glance.plan.id })]
      : []),
    ...(glance.runs ? [button(tiltakText.add, { verb: 'tiltak.add-form' as const, ...plan })] : []),
  ];
}
