import { isOverdue, type Tiltak } from '../store/tiltak/record.ts';
import type { Filter } from '../store/tiltak/view.ts';
import { about } from './about.ts';
import { button, buttonRows, buttons, type Card, card, type Element, heading, paragraph } from './elements.ts';
import { inPages } from './pages.ts';
import { fitting, shortened } from './size.ts';
import { filterText, tiltakLine, tiltakText } from './text/tiltak.ts';
import { type PlanGlance, planElements, planIn, planName } from './tiltak-plan.ts';

/** What the tiltak of one page may take of a message, and where a plan stands beside them. */
const LIST_BYTES = 26 * 1024;
const MINE_BYTES = 8 * 1024;
/** A longer text is cut in a list, which shows, and read whole behind its button. */
const LISTED = 240;

/** One tiltak with its button, and what stands above it, so that they are never apart. */
function listed(tiltak: Tiltak, today: string, { above = [], isMine = false }: Listed = {}): Element {
  const { id: tiltakId, text, place } = tiltak;
  const whole = `${place.point ? `${place.point} ` : ''}${text}`;
  const title = whole.length > LISTED ? tiltakText.readWhole : tiltakText.open;
  const items: Element[] = [
    ...above,
    emphasised(shortened(whole, LISTED)),
    paragraph(shortened(tiltakLine(tiltak, isOverdue(tiltak, today)), LISTED)),
    buttons(
      ...about(
        whole,
        ...(isMine ? [button(tiltakText.answer, { verb: 'tiltak.answer-form', tiltakId, back: 'mine' })] : []),
        button(title, { verb: 'tiltak.one', tiltakId }),
      ),
    ),
  ];
  return { type: 'Container', separator: true, items };
}

type Listed = { readonly above?: readonly Element[]; readonly isMine?: boolean };

function emphasised(text: string): Element {
  return { ...(paragraph(text) as Extract<Element, { type: 'TextBlock' }>), weight: 'Bolder' };
}

/** The pages of a list, the one that is wanted, and the buttons to the others. */
function paged(rows: readonly Element[], bytes: number, wanted: number, to: (page: number) => Turning): Element[] {
  const pages = inPages(rows, bytes);
  const page = Math.min(wanted, pages.length - 1);
  const turns = [
    ...(page > 0 ? [button(tiltakText.previous, to(page - 1))] : []),
    ...(page < pages.length - 1 ? [button(tiltakText.next, to(page + 1))] : []),
  ];
  return [
    ...(pages[page] ?? []),
    ...(pages.length > 1 ? [paragraph(tiltakText.page(page, pages.length)), ...buttonRows(turns)] : []),
  ];
}
type Turning = Parameters<typeof button>[1];

export type TiltakList = Pick<PlanGlance, 'committee' | 'plan'> & {
  readonly tiltak: readonly Tiltak[];
  readonly filter: Filter;
  /** The focus area that alone is shown, and which of the plan's it is. */
  readonly area?: { readonly name: string; readonly n: number } | undefined;
  readonly today: string;
  readonly page?: number | undefined;
};

/** The tiltak of a plan that one has chosen, under their focus areas and goals. */
export function tiltakListCard(list: TiltakList): Card {
  const { tiltak, filter, area, today, page = 0 } = list;
  const chosen = { ...planIn(list), filter, ...(area && { area: String(area.n) }) };
  const rows = tiltak.map((one, n) =>
    listed(one, today, { above: headingsAbove(one, tiltak[n - 1], area !== undefined) }),
  );
  return card(
    heading(planName(list)),
    paragraph(
      `${filterText[filter]}: ${tiltakText.shown(tiltak.length)}.${area ? ` ${shortened(area.name, LISTED)}` : ''}`,
    ),
    ...(tiltak.length === 0 ? [paragraph(tiltakText.none)] : []),
    ...paged(rows, LIST_BYTES, page, (to) => ({ verb: 'tiltak.list', ...chosen, page: to })),
    ...buttonRows([button(tiltakText.toPlan, { verb: 'tiltak.plan', ...planIn(list) })]),
  );
}

function headingsAbove({ place }: Tiltak, before: Tiltak | undefined, isOneArea: boolean): Element[] {
  const isNewArea = place.focusArea !== before?.place.focusArea;
  const isNewGoal = isNewArea || place.goal !== before?.place.goal;
  return [
    ...(place.focusArea && isNewArea && !isOneArea ? [heading(shortened(place.focusArea, LISTED))] : []),
    ...(place.goal && isNewGoal ? [paragraph(`${tiltakText.goal}? ${shortened(place.goal, LISTED)}`)] : []),
  ];
}

export type Home = {
  /** What the viewer is asked about, the most urgent first. */
  readonly mine: readonly Tiltak[];
  readonly today: string;
  /** The plans that the viewer may read, those that the viewer runs first. */
  readonly plans: readonly PlanGlance[];
  readonly page?: number | undefined;
};

/** What somebody has to do, and the plans of their committees: the plan itself where there is one. */
export function tiltakHomeCard({ mine, today, plans, page = 0 }: Home): Card {
  const overdue = mine.filter((one) => isOverdue(one, today)).length;
  const [only] = plans.length === 1 ? plans : [];
  if (mine.length === 0 && plans.length === 0) return card(heading(tiltakText.command), paragraph(tiltakText.nothing));
  const own: Element[] =
    mine.length === 0
      ? []
      : [
          heading(tiltakText.mine),
          paragraph(tiltakText.mineAbout(mine.length, overdue)),
          ...paged(
            mine.map((one) => listed(one, today, { isMine: true })),
            plans.length > 0 ? MINE_BYTES : LIST_BYTES,
            page,
            (to) => ({ verb: 'tiltak.home', page: to }),
          ),
        ];
  if (only !== undefined) return card(...own, heading(planName(only)), ...planElements(only));
  if (plans.length === 0) return card(...own);
  return fitting((shown) => card(...own, heading(tiltakText.plans), ...planLines(plans, shown)), plans.length);
}

function planLines(plans: readonly PlanGlance[], shown: number): Element[] {
  const left = plans.length - shown;
  const lines = plans.slice(0, shown).map(
    (glance): Element => ({
      type: 'Container',
      separator: true,
      items: [
        emphasised(planName(glance)),
        paragraph(tiltakText.mineAbout(glance.count.total, glance.count.overdue)),
        buttons(...about(planName(glance), button(tiltakText.openPlan, { verb: 'tiltak.plan', ...planIn(glance) }))),
      ],
    }),
  );
  return [...lines, ...(left > 0 ? [paragraph(tiltakText.left(left))] : [])];
}
